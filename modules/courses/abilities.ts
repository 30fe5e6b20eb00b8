import { stepAt } from "@qiaoliang/procedure"
import { type Actor, allowed, isSignedIn, mayAs, onlyFor, type Permission } from "#kit/server/actor.ts"
import { type Course, caseOf, isInChain } from "./course.ts"
import type { CourseKind } from "./kind.ts"

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
  move: { readonly kind: string },
): Permission {
  const open = kind?.publicNotice && move.kind === "object" && stepAt(caseOf(course), course.state)?.notice
  return open && isSignedIn(actor) ? allowed() : mayRead(actor, course, kind)
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
