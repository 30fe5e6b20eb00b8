import type { Day } from "@qiaoliang/basics"
import { fewest } from "#kit/server/small-numbers.ts"
import { fields, type Outcome, outcomes } from "#policy/practice/proposals.ts"
import { type BoardState, type Count, type Entry, isLate, isOver } from "./entry.ts"
import { medianOf, type Share, seriesOf } from "./figures.ts"
import { monthName, monthOf, monthsBetween, nextMonth } from "./period.ts"
import { shownCount, shownParts } from "./small.ts"

type Hidden = number | null

/** A need as a 简报 names it: one that stands on the public board. */
export interface Listed {
  readonly id: string
  readonly nth: number
  readonly title: string
  readonly category: string
  readonly office: string | null
  readonly state: BoardState
  readonly outcome: Outcome | null
  readonly voices: Hidden
  /** Working days from the handing on to the answer or the solution. */
  readonly days: number | null
}

/** A monthly 简报: figures, lists, an editor's words. Pure data: what is frozen, hashed and printed. */
export interface Briefing {
  readonly month: string
  readonly union: string
  readonly university: string
  readonly until: Day
  readonly words: string
  readonly figures: {
    readonly received: Hidden
    /** In the month before. */
    readonly before: Hidden
    readonly answered: Hidden
    readonly solved: Hidden
    readonly late: Hidden
    readonly answerDays: number | null
    readonly rated: Share | null
  }
  readonly fields: readonly { readonly name: string; readonly count: Hidden }[]
  readonly categories: readonly { readonly name: string; readonly count: Hidden }[]
  readonly offices: readonly {
    readonly name: string
    readonly sent: Hidden
    readonly answered: Hidden
    readonly late: Hidden
  }[]
  readonly outcomes: readonly { readonly outcome: Outcome; readonly name: string; readonly count: Hidden }[]
  readonly months: readonly { readonly month: string; readonly raised: Hidden; readonly answered: Hidden }[]
  readonly shared: readonly Listed[]
  readonly solved: readonly Listed[]
  readonly late: readonly Listed[]
  readonly answers: readonly (Listed & { readonly answer: string })[]
}

export const titleOf = (of: { readonly university: string; readonly month: string }): string =>
  `${of.university}学生诉求简报（${monthName(of.month)}）`

interface Records {
  readonly month: string
  readonly union: string
  readonly university: string
  readonly today: Day
  readonly words: string
  /** All that is counted. */
  readonly counts: readonly Count[]
  /** All that is public. */
  readonly entries: readonly Entry[]
}

const longest = 300
const most = 10

/** What a month's records say. Of an event's month: raised, answered, solved in it; late on the day it is drawn up. */
export function briefingOf({ month, union, university, today, words, counts, entries }: Records): Briefing {
  const within = (day: Day | null): boolean => day !== null && monthOf(day) === month
  const received = counts.filter((c) => within(c.raisedOn))
  const answered = counts.filter((c) => within(c.answeredOn))
  const late = (c: Pick<Count, "wasLate" | "due" | "state">) => !isOver(c.state) && isLate(c, today)
  const sent = counts.filter((c) => within(c.sentOn))
  const rated = counts.filter((c) => within(c.solvedOn) || within(c.answeredOn))
  const ratings = rated.reduce((sum, c) => sum + c.ratings, 0)
  const shown = parts(answered, (c) => c.outcome)
  return {
    month,
    union,
    university,
    until: today,
    words,
    figures: {
      received: shownCount(received),
      before: shownCount(counts.filter((c) => monthOf(c.raisedOn) === nextMonth(month, -1))),
      answered: shownCount(answered),
      solved: shownCount(counts.filter((c) => within(c.solvedOn))),
      late: shownCount(counts.filter(late)),
      answerDays: medianOf(answered.map((c) => c.answerDays)),
      rated: ratings >= fewest ? { num: rated.reduce((sum, c) => sum + c.solved, 0), den: ratings } : null,
    },
    fields: parts(received, (c) => c.field, fields),
    categories: parts(received, (c) => c.category).toSorted((a, b) => (b.count ?? 0) - (a.count ?? 0)),
    offices: parts(sent, (c) => c.office)
      .filter((o) => o.count !== null)
      .map(({ name, count }) => {
        const own = sent.filter((c) => c.office === name)
        return {
          name,
          sent: count,
          answered: shownCount(own.filter((c) => c.answeredOn !== null)),
          late: shownCount(own.filter((c) => isLate(c, today))),
        }
      })
      .toSorted((a, b) => (b.sent ?? 0) - (a.sent ?? 0)),
    outcomes: (Object.keys(outcomes) as Outcome[]).map((outcome) => ({
      outcome,
      name: outcomes[outcome],
      count: shown.some((o) => o.name === outcome) ? shown.find((o) => o.name === outcome)!.count : 0,
    })),
    months: seriesOf(counts, monthsTo(counts, month)),
    shared: entries
      .filter((e) => within(e.raisedOn) && e.voices !== null)
      .toSorted((a, b) => b.voices! - a.voices! || b.nth - a.nth)
      .slice(0, most)
      .map(listed),
    solved: entries
      .filter((e) => within(e.solvedOn))
      .toSorted(byVoices)
      .slice(0, most)
      .map(listed),
    late: entries
      .filter(late)
      .toSorted((a, b) => (a.raisedOn < b.raisedOn ? -1 : 1))
      .slice(0, most)
      .map(listed),
    answers: entries
      .filter((e) => within(e.answeredOn) && e.answer !== null && e.state !== "declined")
      .toSorted(byVoices)
      .slice(0, most)
      .map((e) => ({ ...listed(e), answer: cut(e.answer!) })),
  }
}

const byVoices = (a: Entry, b: Entry): number => (b.voices ?? 0) - (a.voices ?? 0) || b.nth - a.nth

const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}……` : text)

/** Parts of a whole, small ones hidden; the names given stand there even with nothing. */
const parts = (of: readonly Count[], nameOf: (one: Count) => string | null, names: readonly string[] = []) =>
  shownParts(
    new Map([
      ...names.map((name): [string, Count[]] => [name, []]),
      ...[...Map.groupBy(of, nameOf)].flatMap(([name, own]) => (name === null ? [] : [[name, own] as const])),
    ]),
  )

const listed = (e: Entry): Listed => ({
  id: e.needId,
  nth: e.nth,
  title: e.title,
  category: e.category,
  office: e.office,
  state: e.state,
  outcome: e.outcome,
  voices: e.voices,
  days: e.solveDays ?? e.answerDays,
})

/** The last twelve months, from the first in which there was anything. */
function monthsTo(counts: readonly Count[], month: string): readonly string[] {
  const first = counts.reduce((least, c) => (c.raisedOn < least ? c.raisedOn : least), `${month}-01`)
  const earliest = nextMonth(month, -11)
  return monthsBetween(monthOf(first) < earliest ? earliest : monthOf(first), month)
}
