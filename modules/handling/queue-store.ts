import type { Day } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"
import type { Need } from "#modules/needs/index.ts"
import type { Desk } from "./desks.ts"
import type { HandlingRow } from "./handling.ts"

/** A need in a queue: what stands in the list, nothing of who raised it. */
export interface QueueLine
  extends Pick<Need, "id" | "nth" | "title" | "categoryId" | "field" | "place" | "raisedOn" | "shown">,
    Pick<
      HandlingRow,
      | "unionId"
      | "desk"
      | "state"
      | "step"
      | "left"
      | "misrouted"
      | "open"
      | "officeName"
      | "assigneeName"
      | "due"
      | "outcome"
      | "round"
      | "closedOn"
    > {
  readonly voices: number
  readonly merged: number
  readonly replied: boolean
}

const running = "h.left_as is null and h.state in ('sent', 'accepted', 'answered')"
const tabs = {
  sorting: "h.left_as is null and h.state = 'sorting'",
  running,
  late: "h.left_as is null and h.state in ('sorting', 'sent', 'accepted', 'answered') and h.due < $2",
  rating: "h.left_as is null and h.state = 'done' and h.closed_on is null",
  closed: "h.left_as is null and h.state = 'done' and h.closed_on is not null",
  declined: "h.left_as is null and h.state = 'declined'",
  all: "h.left_as is distinct from 'merged'",
} as const
export type Tab = keyof typeof tabs

const orders = {
  urgent: "h.misrouted desc, h.due nulls last, n.nth",
  new: "n.nth desc",
  voices: "voices desc, n.nth",
} as const

export interface Wanted {
  readonly tab: Tab
  readonly text?: string | undefined
  readonly category?: string | undefined
  readonly office?: string | undefined
  /** Number of the person it was given to. */
  readonly assignee?: string | undefined
  readonly sort: keyof typeof orders
  readonly page: number
  readonly size: number
}

/** What one's desks take in: a condition and its values, numbered from $3. */
function within(desks: readonly Desk[]): { where: string; values: string[] } {
  const values: string[] = []
  const arg = (value: string) => `$${values.push(value) + 2}`
  const parts = desks.map((d) => {
    if (d.kind === "union") return `(h.desk = 'union' and h.union_id = ${arg(d.union!.id)})`
    if (d.kind === "league")
      return `(${["h.desk = 'league'", ...(d.except ?? []).map((id) => `h.union_id <> ${arg(id)}`)].join(" and ")})`
    if (d.kind === "office") return `(h.office = ${arg(d.office!)} and h.place = ${arg(d.place!)})`
    return "h.desk = 'union'"
  })
  return { where: parts.length > 0 ? `(${parts.join(" or ")})` : "false", values }
}

const likely = (text: string) => `%${text.replace(/[\\%_]/g, "\\$&")}%`

export async function queueOf(
  tx: Tx,
  desks: readonly Desk[],
  wanted: Wanted,
  today: Day,
): Promise<{ items: readonly QueueLine[]; total: number }> {
  const { where, values } = within(desks)
  const all: unknown[] = [tx.university, today, ...values]
  const arg = (value: unknown) => `$${all.push(value)}`
  const conditions = [where, tabs[wanted.tab]]
  if (wanted.text) {
    const like = arg(likely(wanted.text))
    const nth = /^第?(\d{1,9})号?$/.exec(wanted.text)?.[1]
    conditions.push(
      `(n.title ilike ${like} or n.text ilike ${like}${nth ? ` or n.nth = ${arg(Number(nth))}` : ""})`,
    )
  }
  if (wanted.category) conditions.push(`n.category_id = ${arg(wanted.category)}`)
  if (wanted.office) {
    const [kind = "", ...place] = wanted.office.split(" ")
    conditions.push(`h.office = ${arg(kind)} and h.place = ${arg(place.join(" "))}`)
  }
  if (wanted.assignee) conditions.push(`h.assignee = ${arg(wanted.assignee)}`)
  const from = `from handling h join need n on n.university_id = h.university_id and n.id = h.need_id
     where h.university_id = $1 and $2::text is not null and ${conditions.join(" and ")}`
  const { rows: sums } = await tx.client.query<{ n: number }>(`select count(*)::int as n ${from}`, all)
  const paged = [...all, wanted.size, (wanted.page - 1) * wanted.size]
  const { rows } = await tx.client.query<QueueLine>(
    `select n.id, n.nth, n.title, n.category_id as "categoryId", n.field, n.place, n.raised_on as "raisedOn", n.shown,
            h.union_id as "unionId", h.desk, h.state, h.step, h.left_as as "left", h.misrouted, h.open,
            h.office_name as "officeName", h.assignee_name as "assigneeName", h.due, h.outcome, h.round,
            h.closed_on as "closedOn",
            (select count(*)::int from need_voice v where v.university_id = n.university_id and v.need_id = n.id) as voices,
            (select count(*)::int from need m where m.university_id = n.university_id and m.merged_into = n.id) as merged,
            ${repliedSql} as replied
     ${from} order by ${orders[wanted.sort]} limit $${all.length + 1} offset $${all.length + 2}`,
    paged,
  )
  return { items: rows, total: sums[0]?.n ?? 0 }
}

/** Of the need's thread, or of one merged into it, the last word is of who raised it. */
const repliedSql = `exists (
  select from handling_message m where m.university_id = n.university_id and m.from_side = 'raiser'
    and (m.need_id = n.id or m.need_id in
      (select p.id from need p where p.university_id = n.university_id and p.merged_into = n.id))
    and not exists (select from handling_message later where later.university_id = m.university_id
      and later.need_id = m.need_id and later.nth > m.nth))`

/** How many stand under each tab, and how many of them wait for an answer to a reply. */
export async function countsOf(tx: Tx, desks: readonly Desk[], today: Day): Promise<Record<Tab, number>> {
  const { where, values } = within(desks)
  const sums = Object.entries(tabs).map(([tab, is]) => `(count(*) filter (where ${is}))::int as "${tab}"`)
  const { rows } = await tx.client.query<Record<Tab, number>>(
    `select ${sums.join(", ")} from handling h where h.university_id = $1 and $2::text is not null and ${where}`,
    [tx.university, today, ...values],
  )
  return rows[0]!
}
