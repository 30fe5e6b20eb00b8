import type { z } from "zod"
import type { one } from "./contract.ts"
import { covers, type Move } from "./life.ts"

export type Vouched = z.output<(typeof one)["output"]>["vouched"]

interface Moved {
  readonly move: Move
  readonly version: number
  readonly sha256: string
  readonly name: string
  readonly capacity: string
  readonly at: Date
}

/** The office that vouches for the union's own answers in this version (docs/decisions/0009): its approver, or nobody. */
export function vouchedBy(
  version: { readonly number: number; readonly sha256: string },
  moves: readonly Moved[],
): Vouched {
  const last = moves.find((m) => (m.move === "approve" || m.move === "return") && covers(m, version))
  if (last?.move !== "approve") return null
  return { by: last.name, capacity: last.capacity, at: last.at.toISOString() }
}
