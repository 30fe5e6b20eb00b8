import type { Day, Refusal, Result } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"
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

/** Everything this room asks the other rooms, in one place. */
export interface Sources {
  readonly union: (tx: Tx, unionId: string) => Promise<UnionLabel | undefined>
  readonly unions: (tx: Tx) => Promise<readonly UnionLabel[]>
  /** The facts of the union, and of the faculty unions below it, as they stood on the day. */
  readonly gather: (tx: Tx, unionId: string, schoolYear: number, day: Day) => Promise<Result<Gathered, Refusal>>
}
