import { addDays, type Day, type Semester } from "@qiaoliang/basics"
import type { Member, Turn } from "./rotation.ts"
import { beginsOn, sameSemester } from "./semesters.ts"

/** Days after the semester's first in which the handover is signed: the product's habit, no rule of the Opinions. */
const daysToHandOver = 14

/** A change of chairs between two semesters. */
export interface Change {
  readonly semester: Semester
  readonly outgoing: Member
  readonly incoming: Member
  readonly due: Day
}

const dueOf = (s: Semester): Day => addDays(beginsOn(s), daysToHandOver)

/** Every change of chairs a plan brings; none where the same person stays. */
export const changesIn = (turns: readonly Turn[]): Change[] =>
  turns.flatMap((turn, i) => {
    const before = turns[i - 1]
    if (!before || before.number === turn.number) return []
    const { schoolYear, half, number, name } = turn
    const semester: Semester = { schoolYear, half }
    return [
      {
        semester,
        outgoing: { number: before.number, name: before.name },
        incoming: { number, name },
        due: dueOf(semester),
      },
    ]
  })

export const changeAt = (turns: readonly Turn[], semester: Semester): Change | undefined =>
  changesIn(turns).find((c) => sameSemester(c.semester, semester))

/** The change that is prepared or owed on a day: the latest begun, or the next from so many days before it. */
export function changeDue(turns: readonly Turn[], day: Day): Change | undefined {
  const changes = changesIn(turns)
  const coming = changes.find(
    (c) => beginsOn(c.semester) > day && addDays(day, daysToHandOver) >= beginsOn(c.semester),
  )
  return coming ?? changes.findLast((c) => beginsOn(c.semester) <= day)
}
