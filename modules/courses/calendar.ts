import { addDays, type Calendar, type Day, weekdays } from "@qiaoliang/basics"
import data from "chinese-days/dist/chinese-days.json" with { type: "json" }
import type { Tx } from "#kit/server/db.ts"

/** `2025-10-01` → `National Day,国庆节,3`. The library's own functions read days in the machine's time zone. */
const { holidays, workdays } = data as Record<"holidays" | "workdays", Readonly<Record<Day, string>>>

/** Working days as the State Council arranges them, make-up days included; Monday to Friday where it has not yet. */
export const national: Calendar = (day) => day in workdays || (weekdays(day) && !(day in holidays))

const holidayName = (day: Day): string => (holidays[day] ?? workdays[day] ?? "").split(",")[1] ?? ""

export interface Correction {
  readonly day: Day
  readonly works: boolean
  readonly note: string
  readonly byName: string
}

export async function corrections(tx: Tx): Promise<readonly Correction[]> {
  const { rows } = await tx.client.query<Correction>(
    `select day, works, note, by_name as "byName" from calendar_day where university_id = $1 order by day`,
    [tx.university],
  )
  return rows
}

/** The calendar of this university: the national one with its own corrections. */
export async function calendarOf(tx: Tx): Promise<Calendar> {
  const own = new Map((await corrections(tx)).map((c) => [c.day, c.works]))
  return (day) => own.get(day) ?? national(day)
}

/** The days of a year on which the calendar differs from Monday to Friday, and why. */
export async function unusualDays(tx: Tx, year: number) {
  const own = new Map((await corrections(tx)).map((c) => [c.day, c]))
  const out: { day: Day; works: boolean; note: string; own: boolean; by: string | null }[] = []
  for (let day = `${year}-01-01`; day < `${year + 1}-01-01`; day = addDays(day, 1)) {
    const corrected = own.get(day)
    if (corrected)
      out.push({ day, works: corrected.works, note: corrected.note, own: true, by: corrected.byName })
    else if (national(day) !== weekdays(day)) {
      const name = holidayName(day)
      out.push({
        day,
        works: national(day),
        note: national(day) ? `${name}调休上班` : name,
        own: false,
        by: null,
      })
    }
  }
  return out
}

export async function correctDay(tx: Tx, c: Correction): Promise<void> {
  await tx.client.query(
    `insert into calendar_day (university_id, day, works, note, by_name) values ($1, $2, $3, $4, $5)
     on conflict (university_id, day) do update set works = excluded.works, note = excluded.note, by_name = excluded.by_name`,
    [tx.university, c.day, c.works, c.note, c.byName],
  )
}

/** Whether there was a correction to take back. */
export async function uncorrectDay(tx: Tx, day: Day): Promise<boolean> {
  const { rowCount } = await tx.client.query(
    "delete from calendar_day where university_id = $1 and day = $2",
    [tx.university, day],
  )
  return rowCount === 1
}
