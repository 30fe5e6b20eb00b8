import type { Day, Refusal, Result } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import type { UnionKind, UnionLevel } from "#policy/vocabulary.ts"
import type { Gathered } from "./input.ts"

export interface UnionLabel {
  readonly id: string
  readonly name: string
  readonly level: UnionLevel
  readonly kind: UnionKind
  /** Id of the faculty of a faculty union: the scope of its offices. */
  readonly facultyId?: string
}

export type At = Pick<Ctx, "tx" | "university" | "today">

/** Everything this room asks the other rooms, in one place. */
export interface Sources {
  readonly union: (at: At, unionId: string) => Promise<UnionLabel | undefined>
  readonly unions: (at: At) => Promise<readonly UnionLabel[]>
  /** The facts of the union, and of the faculty unions below it, as they stood on the day. */
  readonly gather: (
    at: At,
    unionId: string,
    schoolYear: number,
    day: Day,
  ) => Promise<Result<Gathered, Refusal>>
}
