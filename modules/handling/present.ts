import { ifEnough } from "#kit/server/small-numbers.ts"
import type { CategoryRow, Need, RaiserRow, Voices } from "#modules/needs/index.ts"
import { type HandlingRow, isLate, runs } from "./handling.ts"
import type { QueueLine } from "./queue-store.ts"
import type { AnswerRow, DeedRow, Ratings } from "./store.ts"
import type { MessageRow } from "./store-words.ts"

type Category = Omit<CategoryRow, "universityId">

export const presentCategory = ({ id, name, field, desk }: Category) => ({ id, name, field, desk })

/** A category that is gone keeps the field the need was raised in. */
export const categoryOf = (
  all: readonly Category[],
  { categoryId, field, desk }: Pick<Need, "categoryId" | "field" | "desk">,
) => {
  const found = all.find((c) => c.id === categoryId)
  return found ? presentCategory(found) : { id: categoryId, name: field, field, desk }
}

export function presentLine(
  line: QueueLine,
  categories: readonly Category[],
  today: string,
  handsOn: boolean,
) {
  const { unionId: _, desk, categoryId, officeName, assigneeName, closedOn, ...shown } = line
  return {
    ...shown,
    category: categoryOf(categories, { categoryId, field: line.field, desk }).name,
    office: officeName,
    assignee: assigneeName,
    closed: closedOn !== null,
    due: runs(line) ? line.due : null,
    late: isLate(line, today),
    can: { handOn: handsOn && line.left === null && (line.state === "sorting" || line.state === "declined") },
  }
}

/** Who may know whom: a named raiser is everybody's, one shown to the desk the desk's, an anonymous one nobody's. */
export const raiserFor = (
  need: Pick<Need, "id" | "shown">,
  raisers: readonly RaiserRow[],
  desk: boolean,
): RaiserRow | undefined =>
  need.shown === "named" || (need.shown === "desk" && desk)
    ? raisers.find((r) => r.needId === need.id)
    : undefined

export const presentAnswer = ({ round, kind, outcome, text, officeName, onDay }: AnswerRow) => ({
  round,
  kind,
  outcome,
  text,
  office: officeName,
  on: onDay,
})

export const presentMessage = ({ text, from, name, onDay }: MessageRow) => ({ text, from, name, on: onDay })

/** What of its trace everybody may know: that it happened and, of an office's deeds, whose. */
const publicDeeds = [
  "sent",
  "accepted",
  "answered",
  "solved",
  "declined",
  "handed-back",
  "reopened",
  "closed",
  "recorded",
]

interface Standing {
  readonly need: Need
  readonly row: HandlingRow
  readonly union: { readonly name: string }
  readonly category: string
  readonly voices: Voices | undefined
  readonly ratings: Ratings | undefined
  readonly answers: readonly AnswerRow[]
  readonly deeds: readonly DeedRow[]
  readonly today: string
}

/** The white-list of what is public. No name, no number of a person, no reason but one given to everybody. */
export function presentPublic({
  need,
  row,
  union,
  category,
  voices,
  ratings,
  answers,
  deeds,
  today,
}: Standing) {
  const { id, nth, title, text, place, field, raisedOn } = need
  return {
    id,
    nth,
    union: need.desk === "league" ? "学校团委" : union.name,
    title,
    text,
    place,
    category,
    field,
    raisedOn,
    voices: ifEnough(voices?.total ?? 0),
    state: row.state,
    closed: row.closedOn !== null,
    office: row.officeName,
    due: runs(row) ? row.due : null,
    late: isLate(row, today),
    round: row.round,
    because: row.state === "declined" ? row.because : null,
    answers: answers.map(presentAnswer),
    ratings: ratings && ifEnough(ratings.count) !== null ? ratings : null,
    steps: deeds
      .filter((d) => publicDeeds.includes(d.what))
      .map((d) => ({ what: d.what, office: named.includes(d.what) ? officeIn(d) : null, on: d.onDay })),
  }
}

const named = ["sent", "accepted", "answered", "solved"]

/** A deed of an office begins with its name; what the desk said to it comes after a colon. */
const officeIn = (d: DeedRow): string => d.because.split("：")[0] ?? ""
