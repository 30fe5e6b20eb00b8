import { stepAt } from "@qiaoliang/procedure"
import { type Actor, allowed, isSignedIn, mayAs, onlyFor, type Permission } from "#kit/server/actor.ts"
import { type Course, caseOf, isInChain } from "./course.ts"
import { actsIn } from "./holdings.ts"
import type { CourseKind, Kinds } from "./kind.ts"

/** Those in the chain, the people it is about, and whom the room lets in. */
export const mayRead = (actor: Actor, course: Course, kind: CourseKind | undefined): Permission =>
  isInChain(actor, course) || kind?.mayRead?.(actor, course)
    ? allowed()
    : onlyFor("办理这一事项的组织和申请人", course.procedure.clause)

/** The procedure itself says who takes which step; here only who may come near: an objection is open to all. */
export function mayMove(
  actor: Actor,
  course: Course,
  kind: CourseKind | undefined,
  move: { readonly kind: string; readonly step?: string | undefined; readonly office?: string | undefined },
): Permission {
  const open = kind?.publicNotice && move.kind === "object" && stepAt(caseOf(course), course.state)?.notice
  const near = open && isSignedIn(actor) ? allowed() : mayRead(actor, course, kind)
  return "refusal" in near ? near : allowed(actsIn(actor, course, move) ?? null)
}

/** Several at once, each of which the person may come near to; on record in the post the first is moved in. */
export function mayMoveAll(actor: Actor, courses: readonly Course[], kinds: Kinds): Permission {
  const far = courses.find((c) => !isAllowed(mayRead(actor, c, kinds.get(c.procedure.id))))
  if (far) return onlyFor("办理这些事项的组织", far.procedure.clause)
  const as = courses.map((c) => actsIn(actor, c, { kind: "pass" })).find((c) => c !== undefined)
  return allowed(as ?? null)
}

/** 9.4: the rules of selection are the League committee's and Student Affairs'; so are added steps and the calendar. */
export const mayArrange = (actor: Actor): Permission =>
  mayAs(
    actor,
    "校团委或党委学生工作部负责人",
    (c) => (c.office === "school-league" || c.office === "student-affairs") && c.post !== "clerk",
    "9.4",
  )

export const isAllowed = (p: Permission): boolean => !("refusal" in p)
