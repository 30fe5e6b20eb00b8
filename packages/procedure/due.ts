import { addWorkingDays, type Day, workingDaysBetween } from "@qiaoliang/basics"
import { type Case, type State, stepAt, type Today } from "./course.ts"

/** The last day on which the step the course stands at is in time; none where no deadline is set. */
export function dueOf(c: Case, s: State, works: Today["works"]): Day | undefined {
  const step = stepAt(c, s)
  if (!step) return undefined
  const days = step.days ?? (step.notice === undefined ? undefined : step.notice + 1)
  return days === undefined ? undefined : addWorkingDays(s.since, days, works)
}

/** The last day of the public notice the course stands at: objections are taken until its end. */
export function noticeEnds(c: Case, s: State, works: Today["works"]): Day | undefined {
  const notice = stepAt(c, s)?.notice
  return notice === undefined ? undefined : addWorkingDays(s.since, notice, works)
}

export interface Late {
  readonly step: string
  readonly due: Day
  /** Working days past the deadline. */
  readonly days: number
}

/** The step that should have been taken by now; null while in time. */
export function overdue(c: Case, s: State, { on, works }: Today): Late | null {
  const due = dueOf(c, s, works)
  const step = stepAt(c, s)
  if (!due || !step || on <= due) return null
  return { step: step.id, due, days: workingDaysBetween(due, on, works) }
}
