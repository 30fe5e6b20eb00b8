import type { UnionRow } from "#modules/unions/index.ts"
import { type Bar, judgeStudent } from "#policy/index.ts"
import { outside, type Standing } from "./bar.ts"
import type { Call } from "./call.ts"
import { fitOf } from "./present.ts"

export type Fit = ReturnType<typeof fitOf> | "outside" | "none"

/** Whether a call is for the reader, and whether its conditions are met, by the record alone. */
export function fitFor(
  call: Call,
  standing: Standing | undefined,
  bar: Bar | undefined,
  unions: readonly UnionRow[],
): Fit {
  if (!standing || !bar) return "none"
  if (outside(call, standing.student, unions)) return "outside"
  return fitOf(judgeStudent(standing.student, bar))
}
