import type { Day } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"
import { guidance, guidanceAnswer } from "./schema.ts"

export interface Guidance {
  readonly id: string
  readonly unionId: string
  readonly kind: "union" | "league" | "federation" | "filing"
  readonly onDay: Day
  readonly topic: string
  readonly words: string
  readonly file: { readonly id: string; readonly name: string } | null
  readonly byName: string
  readonly capacity: string
  readonly at: Date
  readonly answer: {
    readonly happened: boolean
    readonly note: string
    readonly byName: string
    readonly on: Day
  } | null
}

const columns = `g.id, g.union_id as "unionId", g.kind, g.on_day as "onDay", g.topic, g.words, g.by_name as "byName",
  g.capacity, g.at, case when f.id is null then null else json_build_object('id', f.id, 'name', f.name) end as file,
  case when a.guidance_id is null then null
       else json_build_object('happened', a.happened, 'note', a.note, 'byName', a.by_name,
                              'on', to_char(a.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD')) end as answer
  from guidance g
  left join guidance_answer a on a.university_id = $1 and a.guidance_id = g.id
  left join file f on f.university_id = $1 and f.id = g.file_id
  where g.university_id = $1`

/** Guidance of these unions, the latest first. */
export async function guidanceOf(tx: Tx, unions: readonly string[]): Promise<readonly Guidance[]> {
  const { rows } = await tx.client.query<Guidance>(
    `select ${columns} and g.union_id = any($2) order by g.on_day desc, g.id desc`,
    [tx.university, unions],
  )
  return rows
}

export async function guidanceById(tx: Tx, id: string): Promise<Guidance | undefined> {
  const { rows } = await tx.client.query<Guidance>(`select ${columns} and g.id = $2`, [tx.university, id])
  return rows[0]
}

export async function insertGuidance(
  tx: Tx,
  row: Omit<typeof guidance.$inferInsert, "universityId">,
): Promise<void> {
  await tx.sql.insert(guidance).values({ ...row, universityId: tx.university })
}

/** False where it was answered before. */
export async function insertAnswer(
  tx: Tx,
  row: Omit<typeof guidanceAnswer.$inferInsert, "universityId">,
): Promise<boolean> {
  const rows = await tx.sql
    .insert(guidanceAnswer)
    .values({ ...row, universityId: tx.university })
    .onConflictDoNothing()
    .returning({ id: guidanceAnswer.guidanceId })
  return rows.length === 1
}

export async function unionOfFile(tx: Tx, file: string): Promise<string | undefined> {
  const { rows } = await tx.client.query<{ id: string }>(
    `select union_id as id from guidance where university_id = $1 and file_id = $2 limit 1`,
    [tx.university, file],
  )
  return rows[0]?.id
}
