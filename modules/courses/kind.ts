import type { Refusal, Result } from "@qiaoliang/basics"
import type { Move, Procedure } from "@qiaoliang/procedure"
import type { Actor } from "#kit/server/actor.ts"
import type { Ctx } from "#kit/server/world.ts"
import type { Course, CourseLabel } from "./course.ts"

/** What a room hands over about one of its procedures. */
export interface CourseKind {
  /** Name of the room, whose words call it by name. */
  readonly module: string
  readonly procedure: Procedure
  /** The page of the matter itself; without one, the course's own page. */
  readonly href?: (course: CourseLabel) => string
  /** Who besides its chain and its applicant may read a course. */
  readonly mayRead?: (actor: Actor, course: Course) => boolean
  /** A reason against a move that only the room knows, before it is made. */
  readonly guard?: (ctx: Ctx, course: Course, move: Move) => Promise<Result<void, Refusal>>
  /** What follows from a move, in its transaction. `course` is as it stands after it. */
  readonly moved?: (ctx: Ctx, course: Course, move: Move) => Promise<void>
  /** Objections may be raised by everybody who is signed in, not by the chain only. */
  readonly publicNotice?: true
}

/** The kinds by the id of their procedure. */
export type Kinds = ReadonlyMap<string, CourseKind>
