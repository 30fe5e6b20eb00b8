import type { Calendar, Day } from "@qiaoliang/basics"
import { offer, stepAt, unsignedOf } from "@qiaoliang/procedure"
import type { z } from "zod"
import type { Actor } from "#kit/server/actor.ts"
import { type Course, capacityFor, caseOf, moverOf } from "#modules/courses/index.ts"
import type { Registered } from "#modules/people/index.ts"
import type { Facts } from "#policy/vocabulary.ts"
import type { slate } from "./contract.ts"
import { standingOf } from "./ground.ts"
import { vouch } from "./procedure.ts"
import { sourceName } from "./source.ts"
import type { Candidacy } from "./store.ts"
import type { Change } from "./what-if.ts"

export type Line = z.output<(typeof slate)["output"]>["rows"][number]

export interface Seen {
  readonly k: Candidacy
  readonly course: Course
  readonly registered: Registered | undefined
}

export const postName = {
  "school-presidium": "主席团候选人",
  "school-member": "工作部门成员",
  "faculty-presidium": "主席团候选人",
  "faculty-staff": "工作人员",
} as const

interface Viewer {
  readonly actor: Actor
  readonly today: Day
  readonly works: Calendar
}

const batched = ["pass", "return", "refuse"] as const

function decisions(course: Course, { actor, today, works }: Viewer): Line["may"] {
  const offers = offer(caseOf(course), course.state, moverOf(actor), { on: today, works })
  return batched.filter((kind) =>
    offers.some((o) => o.kind === kind && !(kind === "pass" && o.asks?.some((a) => a.key === vouch.key))),
  )
}

/** 学习部工作人员, or 主席团候选人. */
export const postOf = (k: Candidacy): string =>
  k.department ? `${k.department}${k.title ?? "工作人员"}` : postName[k.postKind]

/** A candidacy as its chain sees it. `facts` carries the union's own limits and readings. */
export function lineOf(
  { k, course, registered }: Seen,
  viewer: Viewer,
  facts: Facts,
  worse: readonly Change[],
): Line {
  const { state } = course
  const step = stepAt(caseOf(course), state)
  return {
    id: k.applicationId,
    courseId: k.courseId,
    number: k.number,
    name: k.name,
    sex: registered?.sex ?? null,
    faculty: k.faculty,
    className: registered?.className ?? null,
    grade: k.grade,
    postKind: k.postKind,
    post: postOf(k),
    department: k.department,
    title: k.title,
    source: sourceName(k.source),
    fromFacultyUnion: k.source === "faculty-union",
    step: step?.label ?? null,
    stepId: step?.id ?? null,
    outcome: k.outcome,
    since: state.since,
    due: course.due,
    overdue: course.due !== null && state.status === "open" && course.due < viewer.today,
    mine: isMine(viewer.actor, course),
    may: decisions(course, viewer),
    asks: [...(step?.asks ?? [])],
    course: {
      title: course.title,
      procedure: course.procedure.id,
      procedureTitle: course.procedure.title,
      clause: course.procedure.clause,
    },
    standing: standingOf(facts, registered?.student ?? null).map(({ clause, verdict, because }) => ({
      clause,
      verdict,
      because,
    })),
    worse: worse.map((c) => ({ ...c })),
  }
}

/** Waits for an office the person decides in, and is not about the person. */
export const isMine = (actor: Actor, course: Course): boolean =>
  !course.about.includes(actor.number) &&
  unsignedOf(caseOf(course), course.state).some((b) => capacityFor(actor, b, course.places[b.office]))
