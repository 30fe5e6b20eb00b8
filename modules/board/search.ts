import type { Day } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"
import type { BoardState, Entry } from "./entry.ts"
import { plain, wantedOf } from "./terms.ts"

export interface Search {
  readonly text?: string | undefined
  readonly field?: string | undefined
  readonly category?: string | undefined
  readonly office?: string | undefined
  readonly faculty?: string | undefined
  readonly state?: "open" | "answered" | "done" | "declined" | "late" | undefined
  readonly sort: "newest" | "voices" | "longest"
  readonly after?: string | undefined
  readonly size: number
}

export type Found = Omit<Entry, "categoryId" | "acceptedOn" | "sentOn" | "words">

const open: readonly BoardState[] = ["sorting", "sent", "accepted", "answered"]
const statesOf = { open, answered: ["answered", "done"], done: ["done"], declined: ["declined"] } as const

/** Conditions and their values, numbered as they come. */
class Conditions {
  readonly values: unknown[]
  readonly #all: string[] = []
  constructor(...values: readonly unknown[]) {
    this.values = [...values]
  }
  /** `?` in the text stands for the value. */
  add(text: string, value: unknown): void {
    this.values.push(value)
    this.#all.push(text.replaceAll("?", `$${this.values.length}`))
  }
  toString(): string {
    return ["e.university_id = $1", ...this.#all].join(" and ")
  }
}

/**
 * Words are found by index although row-level security is forced: the terms lie in a plain tree, which is asked by equality
 * and by range. What is longer than a pair is compared in what that found.
 */
function wordsOf(c: Conditions, text: string): void {
  const { pairs, firsts } = wantedOf(text)
  const of = "select nth from board_term where university_id = $1 and"
  if (pairs.length > 0) {
    c.values.push(pairs.length)
    const all = `$${c.values.length}`
    c.add(`e.nth = any(array(${of} term = any(?::text[]) group by nth having count(*) = ${all}))`, pairs)
  }
  for (const first of firsts) {
    c.values.push(String.fromCodePoint(first.codePointAt(0)! + 1))
    const beyond = `$${c.values.length}`
    c.add(`e.nth = any(array(${of} term >= ? and term < ${beyond}))`, first)
  }
  for (const run of plain(text).split(" ")) if ([...run].length > 2) c.add("strpos(e.words, ?) > 0", run)
}

function matching(tx: Tx, s: Search, today: Day): Conditions {
  const c = new Conditions(tx.university)
  if (s.field) c.add("e.field = ?", s.field)
  if (s.category) c.add("e.category_id = ?", s.category)
  if (s.office) c.add("e.office = ?", s.office)
  if (s.faculty) c.add("? = any(e.faculties)", s.faculty)
  if (s.state === "late") c.add("(e.was_late or (e.due < ? and e.state not in ('done', 'declined')))", today)
  else if (s.state) c.add("e.state = any(?::text[])", statesOf[s.state])
  if (s.sort === "longest") c.add("e.state = any(?::text[])", open)
  if (s.text && plain(s.text)) wordsOf(c, s.text)
  return c
}

const orders = {
  newest: { by: "e.nth desc", key: (f: Found) => `0.${f.nth}` },
  voices: { by: "coalesce(e.voices, 0) desc, e.nth desc", key: (f: Found) => `${f.voices ?? 0}.${f.nth}` },
  longest: { by: "e.raised_on, e.nth", key: (f: Found) => `${f.raisedOn}.${f.nth}` },
} as const

const columns = `e.need_id as "needId", e.nth, e.title, left(e.text, 120) as text, e.field, e.category, e.place,
  e.faculties, e.office, e.state, e.outcome, left(e.answer, 160) as answer, e.raised_on as "raisedOn",
  e.answered_on as "answeredOn", e.solved_on as "solvedOn", e.due, e.was_late as "wasLate",
  e.answer_days as "answerDays", e.solve_days as "solveDays", e.voices, e.ratings, e.solved, e.round, e.merged`

/** One page, and from where the next begins. */
export async function found(
  tx: Tx,
  s: Search,
  today: Day,
): Promise<{ readonly items: readonly Found[]; readonly next: string | null }> {
  const c = matching(tx, s, today)
  const [value, nth] = s.after?.split(".") ?? []
  if (value !== undefined && nth !== undefined) {
    if (s.sort === "newest") c.add("e.nth < ?", Number(nth))
    else {
      c.values.push(s.sort === "voices" ? Number(value) : value)
      const at = `$${c.values.length}`
      if (s.sort === "voices") c.add(`(coalesce(e.voices, 0), e.nth) < (${at}::int, ?::int)`, Number(nth))
      else c.add(`(e.raised_on, e.nth) > (${at}::text, ?::int)`, Number(nth))
    }
  }
  const order = orders[s.sort]
  const { rows } = await tx.client.query<Found>(
    `select ${columns} from board_entry e where ${c} order by ${order.by} limit ${s.size + 1}`,
    c.values,
  )
  const items = rows.slice(0, s.size)
  const last = items.at(-1)
  return { items, next: rows.length > s.size && last ? order.key(last) : null }
}

export async function countFound(tx: Tx, s: Search, today: Day): Promise<number> {
  const c = matching(tx, s, today)
  const { rows } = await tx.client.query<{ n: number }>(
    `select count(*)::int as n from board_entry e where ${c}`,
    c.values,
  )
  return rows[0]!.n
}
