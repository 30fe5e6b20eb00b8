import { type Calendar, type Day, workingDaysBetween } from "@qiaoliang/basics"
import { fewest, ifEnough } from "#kit/server/small-numbers.ts"
import type { Handling } from "#modules/handling/index.ts"
import type { Need, Voices } from "#modules/needs/index.ts"
import type { count, entry } from "./schema.ts"
import { plain } from "./terms.ts"

export type BoardState = Handling["state"]

export interface FacultyCount {
  readonly name: string
  readonly count: number
}

export type Entry = Omit<typeof entry.$inferSelect, "universityId">
export type Count = Omit<typeof count.$inferSelect, "universityId">

/** A need with what the rooms below know of it. */
export interface Known {
  readonly need: Need
  readonly category: string
  readonly voices: Voices
  readonly handling: Handling
  /** Needs merged into it. */
  readonly merged: number
}

/** 7.2: reports of a union worker's conduct are neither shown nor counted; what was merged or withdrawn is no matter of its own. */
export const isCounted = ({ need }: Pick<Known, "need">): boolean =>
  need.desk === "union" && need.state === "open"

/** On the public board: the desk let it be, and whoever raised it did not ask for discretion. */
export const isPublic = (k: Pick<Known, "need" | "handling">): boolean =>
  isCounted(k) && k.handling.open && !k.need.discreet

/** The white-list: everything the public may know of a need, and nothing else. */
export function entryOf(known: Known, works: Calendar): Entry {
  const { need, category, voices, handling: h, merged } = known
  const rated = h.ratings.count >= fewest
  return {
    needId: need.id,
    nth: need.nth,
    title: need.title,
    text: need.text,
    field: need.field,
    categoryId: need.categoryId,
    category,
    place: need.place,
    faculties: voices.faculties.filter((f) => f.count >= fewest).map((f) => f.name),
    office: h.office?.name ?? null,
    state: h.state,
    outcome: h.outcome,
    answer: said(h),
    raisedOn: need.raisedOn,
    sentOn: h.sentOn,
    acceptedOn: h.acceptedOn,
    answeredOn: h.answeredOn,
    solvedOn: h.solvedOn,
    due: h.due,
    wasLate: wasLate(h),
    answerDays: between(h.sentOn, h.answeredOn, works),
    solveDays: between(h.sentOn, h.solvedOn, works),
    voices: ifEnough(voices.total),
    ratings: rated ? h.ratings.count : null,
    solved: rated ? h.ratings.solved : null,
    round: h.round,
    merged,
    words: plain(
      [`${need.nth}号`, need.title, need.text, category, need.place, h.office?.name, said(h)].join(" "),
    ),
  }
}

/** What those who asked were told: the answer, or why there is none. */
const said = (h: Handling): string | null => (h.state === "declined" ? h.because || null : h.answer)

/** What of it is counted. */
export function countOf(known: Known, works: Calendar): Count {
  const { need, category, voices, handling: h, merged } = known
  return {
    needId: need.id,
    nth: need.nth,
    unionId: need.unionId,
    field: need.field,
    categoryId: need.categoryId,
    category,
    office: h.office?.name ?? null,
    state: h.state,
    open: isPublic(known),
    outcome: h.outcome,
    raisedOn: need.raisedOn,
    sentOn: h.sentOn,
    answeredOn: h.answeredOn,
    solvedOn: h.solvedOn,
    due: h.due,
    wasLate: wasLate(h),
    acceptDays: between(h.sentOn, h.acceptedOn, works),
    answerDays: between(h.sentOn, h.answeredOn, works),
    solveDays: between(h.sentOn, h.solvedOn, works),
    voices: voices.total,
    faculties: voices.faculties,
    classes: voices.classes,
    ratings: h.ratings.count,
    solved: h.ratings.solved,
    merged,
  }
}

/** What is late today is told by its day, so that these rows need not be written anew each morning. */
const wasLate = (h: Handling): boolean => h.wasLate && !h.late

const between = (from: Day | null, to: Day | null, works: Calendar): number | null =>
  from && to ? workingDaysBetween(from, to, works) : null

/** Nothing more is waited for. */
export const isOver = (state: BoardState): boolean => state === "done" || state === "declined"

/** A step of it was or is taken late. */
export const isLate = (e: Pick<Entry, "wasLate" | "due" | "state">, today: Day): boolean =>
  e.wasLate || (e.due !== null && e.due < today && !isOver(e.state))
