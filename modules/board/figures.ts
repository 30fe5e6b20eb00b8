import type { Day } from "@qiaoliang/basics"
import { fewest } from "#kit/server/small-numbers.ts"
import { needsPractice } from "#policy/practice/needs.ts"
import { type Count, isLate } from "./entry.ts"
import { monthOf } from "./period.ts"
import { shownCount, shownParts } from "./small.ts"

/** A share, shown only where enough stand behind it. */
export interface Share {
  readonly num: number
  readonly den: number
}

/** What is told of a group of needs. null: fewer behind it than may be shown, or nothing. */
export interface Figures {
  readonly count: number | null
  /** Answered, of those that were not declined. */
  readonly answered: Share | null
  /** Medians of working days from the handing on: taken over, first answer, solution. */
  readonly acceptDays: number | null
  readonly answerDays: number | null
  readonly solveDays: number | null
  /** Of the people who rated, those who say it is solved. */
  readonly solved: Share | null
  /** With a step taken late, of those handed on. */
  readonly late: Share | null
}

export interface Named extends Figures {
  readonly name: string
}

type Counted = Pick<
  Count,
  | "field"
  | "category"
  | "office"
  | "state"
  | "raisedOn"
  | "sentOn"
  | "answeredOn"
  | "solvedOn"
  | "due"
  | "wasLate"
  | "acceptDays"
  | "answerDays"
  | "solveDays"
  | "faculties"
  | "ratings"
  | "solved"
  | "outcome"
  | "voices"
>

const some = (num: number, den: number): Share | null => (den >= fewest ? { num, den } : null)

/** The median of whole numbers, halves kept; null where fewer than may be shown. */
export function medianOf(days: readonly (number | null)[]): number | null {
  const sorted = days.filter((d): d is number => d !== null).toSorted((a, b) => a - b)
  if (sorted.length < fewest) return null
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

export function figuresOf(of: readonly Counted[], today: Day): Figures {
  const asked = of.filter((c) => c.state !== "declined")
  const sent = of.filter((c) => c.sentOn !== null)
  return {
    count: shownCount(of),
    answered: some(asked.filter((c) => c.answeredOn !== null).length, asked.length),
    acceptDays: medianOf(of.map((c) => c.acceptDays)),
    answerDays: medianOf(of.map((c) => c.answerDays)),
    solveDays: medianOf(of.map((c) => c.solveDays)),
    solved: some(
      of.reduce((sum, c) => sum + c.solved, 0),
      of.reduce((sum, c) => sum + c.ratings, 0),
    ),
    late: some(sent.filter((c) => isLate(c, today)).length, sent.length),
  }
}

const nothing: Omit<Figures, "count"> = {
  answered: null,
  acceptDays: null,
  answerDays: null,
  solveDays: null,
  solved: null,
  late: null,
}

/** Groups that together are all there is: what is hidden cannot be worked out by subtracting. */
export function partsOf(groups: ReadonlyMap<string, readonly Counted[]>, today: Day): readonly Named[] {
  return shownParts(groups).map(({ name, count }) =>
    count === null
      ? { name, count: null, ...nothing }
      : { name, ...figuresOf(groups.get(name) ?? [], today), count },
  )
}

/** By faculty of the voices: a need shared by several counts with each. Shown from enough voices of the faculty. */
export function byFaculty(of: readonly Counted[], today: Day): readonly Named[] {
  const groups = new Map<string, Counted[]>()
  const voices = new Map<string, number>()
  for (const c of of)
    for (const { name, count } of c.faculties) {
      groups.set(name, [...(groups.get(name) ?? []), c])
      voices.set(name, (voices.get(name) ?? 0) + count)
    }
  return [...groups]
    .map(
      ([name, own]): Named =>
        voices.get(name)! >= fewest
          ? { name, ...figuresOf(own, today), count: own.length }
          : { name, count: null, ...nothing },
    )
    .toSorted((a, b) => (b.count ?? 0) - (a.count ?? 0) || a.name.localeCompare(b.name, "zh-Hans-CN"))
}

export interface Office extends Named {
  /** From 1; null for those with too few answers to be compared. */
  readonly rank: number | null
}

/**
 * Offices compared by how much of what they were given went late: each category has its own days, so that hard matters are
 * not held against whoever gets them. Equal ones by what those who rated found solved. Only with enough answers.
 */
export function league(of: readonly Counted[], today: Day): readonly Office[] {
  const groups = Map.groupBy(
    of.filter((c) => c.office !== null),
    (c) => c.office!,
  )
  const parts = partsOf(groups, today)
  const answers = (name: string) => (groups.get(name) ?? []).filter((c) => c.answeredOn !== null).length
  const compared = parts
    .filter((p) => p.count !== null && p.late !== null && answers(p.name) >= needsPractice.comparedFrom)
    .toSorted(
      (a, b) =>
        shareOf(a.late) - shareOf(b.late) ||
        shareOf(b.solved) - shareOf(a.solved) ||
        a.name.localeCompare(b.name, "zh-Hans-CN"),
    )
  const others = parts
    .filter((p) => !compared.includes(p))
    .toSorted((a, b) => a.name.localeCompare(b.name, "zh-Hans-CN"))
  const rankOf = (p: Named): number =>
    compared.findIndex(
      (o) => shareOf(o.late) === shareOf(p.late) && shareOf(o.solved) === shareOf(p.solved),
    ) + 1
  return [...compared.map((p) => ({ ...p, rank: rankOf(p) })), ...others.map((p) => ({ ...p, rank: null }))]
}

const shareOf = (share: Share | null): number => (share ? share.num / share.den : 0)

export interface MonthFigures {
  readonly month: string
  readonly raised: number | null
  readonly answered: number | null
}

/** Raised and first answered in each month. */
export const seriesOf = (of: readonly Counted[], months: readonly string[]): readonly MonthFigures[] =>
  months.map((month) => ({
    month,
    raised: shownCount(of.filter((c) => monthOf(c.raisedOn) === month)),
    answered: shownCount(of.filter((c) => c.answeredOn !== null && monthOf(c.answeredOn) === month)),
  }))
