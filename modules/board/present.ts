import { type Calendar, type Day, workingDaysBetween } from "@qiaoliang/basics"
import { isLate, isOver } from "./entry.ts"
import type { Found } from "./search.ts"

/** One line of the board, as everybody sees it. */
export const lineOf = (f: Found, today: Day, works: Calendar) => ({
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
  waiting: f.answeredOn || isOver(f.state) ? null : workingDaysBetween(f.raisedOn, today, works),
  answerDays: f.answerDays,
  solveDays: f.solveDays,
  voices: f.voices,
  rated: f.ratings !== null && f.solved !== null ? { count: f.ratings, solved: f.solved } : null,
  round: f.round,
  merged: f.merged,
})
