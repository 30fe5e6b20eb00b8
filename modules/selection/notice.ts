import type { Calendar } from "@qiaoliang/basics"
import { type Day, schoolYearOf } from "@qiaoliang/basics"
import { noticeEnds } from "@qiaoliang/procedure"
import { caseOf } from "#modules/courses/index.ts"
import type { Bar } from "#policy/index.ts"
import { political, rankWithin, withoutRank } from "#policy/practice/public-notice.ts"
import { standingOf } from "./ground.ts"
import { postOf, type Seen } from "./present.ts"

/** `202307010106` → `2023******06`: enough to tell two of one name apart, not to look anybody up. */
export const masked = (number: string): string =>
  number.length < 8
    ? `${number.slice(0, 1)}${"*".repeat(Math.max(3, number.length - 1))}`
    : `${number.slice(0, 4)}${"*".repeat(number.length - 6)}${number.slice(-2)}`

/** The last day of the notice a candidacy stands at; undefined where it stands at none, or it is over. */
export function standsUntil({ course }: Seen, today: Day, works: Calendar): Day | undefined {
  const until = noticeEnds(caseOf(course), course.state, works)
  return until && today <= until ? until : undefined
}

/** What everybody may read of one person: a white-list. Never the rank itself. */
export function published(seen: Seen, bar: Bar) {
  const { k, course, registered } = seen
  const student = registered?.student ?? null
  const ranked = standingOf(bar, student).find((s) => s.clause === "4.3")
  const exempt = student && withoutRank(student, schoolYearOf(bar.asOf))
  return {
    course: course.id,
    name: k.name,
    faculty: k.faculty,
    grade: k.grade,
    number: masked(k.number),
    post: postOf(k),
    political: student ? political[student.political] : "—",
    rank: ranked?.verdict === "met" ? exempt || rankWithin : "—",
    since: course.state.since,
  }
}
