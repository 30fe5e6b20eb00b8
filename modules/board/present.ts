import { addDays, type Calendar, type Day } from "@qiaoliang/basics"
import { isLate, isOver } from "./entry.ts"
import type { Found } from "./search.ts"

/** Working days from any day until today: the days are gone through once, however many ask. */
export function daysUntil(today: Day, works: Calendar): (since: Day) => number {
  const known = new Map([[today, 0]])
  let first = today
  return (since) => {
    for (; first > since; first = addDays(first, -1))
      known.set(addDays(first, -1), known.get(first)! + Number(works(first)))
    return known.get(since) ?? 0
  }
}

/** One line of the board, as everybody sees it. */
export const lineOf = (f: Found, today: Day, until: (since: Day) => number) => ({
  id: f.needId,
  nth: f.nth,
  title: f.title,
  text: f.text,
  field: f.field,
  category: f.category,
  place: f.place,
  faculties: f.faculties,
  office: f.office,
  state: f.state,
  outcome: f.outcome,
  answer: f.answer,
  raisedOn: f.raisedOn,
  answeredOn: f.answeredOn,
  solvedOn: f.solvedOn,
  due: f.due,
  late: isLate(f, today),
  waiting: f.answeredOn || isOver(f.state) ? null : until(f.raisedOn),
  answerDays: f.answerDays,
  solveDays: f.solveDays,
  voices: f.voices,
  rated: f.ratings !== null && f.solved !== null ? { count: f.ratings, solved: f.solved } : null,
  round: f.round,
  merged: f.merged,
})
