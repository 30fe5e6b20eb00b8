import type { Day } from "@qiaoliang/basics"
import { by, type Step, step } from "@qiaoliang/procedure"
import type { Tx } from "#kit/server/db.ts"

/** A step the university adds to a procedure, and where. */
export interface Extra {
  readonly id: string
  readonly procedure: string
  readonly after: string | null
  readonly office: string
  readonly label: string
  readonly days: number | null
  readonly from: Day
  readonly until: Day | null
  readonly byName: string
  readonly step: Step
}

/** The extra steps in force on a day; of one procedure, or of all. */
export async function extrasOn(tx: Tx, procedure: string | null, day: Day): Promise<readonly Extra[]> {
  const { rows } = await tx.client.query<Omit<Extra, "step">>(
    `select id, procedure, after, office, label, days, from_day as "from", until, by_name as "byName"
     from extra_step where university_id = $1 and ($2::text is null or procedure = $2)
       and from_day <= $3 and (until is null or until > $3) order by id desc`,
    [tx.university, procedure, day],
  )
  return rows.map((r) => ({
    ...r,
    step: step(r.id, by(r.office), r.label, r.days === null ? {} : { days: r.days }),
  }))
}

export async function insertExtra(tx: Tx, e: Omit<Extra, "step" | "until">): Promise<void> {
  await tx.client.query(
    `insert into extra_step (university_id, id, procedure, after, label, office, days, from_day, by_name)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [tx.university, e.id, e.procedure, e.after, e.label, e.office, e.days, e.from, e.byName],
  )
}

export async function endExtra(tx: Tx, id: string, day: Day): Promise<void> {
  await tx.client.query("update extra_step set until = $3 where university_id = $1 and id = $2", [
    tx.university,
    id,
    day,
  ])
}
