import { openSolver, type Solver } from "@qiaoliang/apportion"
import { type Result as Outcome, ok, type Refusal } from "@qiaoliang/basics"
import { allocate } from "./allocate.ts"
import type { Allocation } from "./allocation.ts"
import type { Ground } from "./ground.ts"
import { present } from "./present.ts"
import { readTerms } from "./read-terms.ts"
import type { Knobs, Other, Result, WhyNot } from "./shape.ts"
import { type MethodName, methodList } from "./terms.ts"

export interface Computed {
  readonly file: Record<string, unknown>
  readonly result: Result | null
  readonly infeasible: WhyNot | null
  readonly others: readonly Other[]
}

/** `3`: a count. Anything else stays as it was typed, for `readTerms` to read or refuse. */
const number = (typed: string | undefined) =>
  typed === undefined || typed === "" ? undefined : /^\d+$/.test(typed) ? Number(typed) : typed

/** Register and knobs together, as `qiaoliang apportion` reads them. */
export function fileOf(ground: Ground, knobs: Knobs): Record<string, unknown> {
  const { method, societiesInside, total, perHead, each, societySeats, exOfficio, observers, ...floors } =
    knobs
  const given = { total, perHead, each, societySeats, exOfficio, observers }
  const filled = (of: Record<string, string | undefined>) =>
    Object.fromEntries(
      Object.entries(of).flatMap(([k, v]) => (number(v) === undefined ? [] : [[k, number(v)]])),
    )
  return {
    ...ground,
    method,
    ...filled(given),
    floors: filled(floors),
    societiesInside: societiesInside === "true",
  }
}

/** The seats, or why there are none, and what the other methods would give. */
export async function compute(ground: Ground, knobs: Knobs): Promise<Outcome<Computed, Refusal>> {
  const file = fileOf(ground, knobs)
  const terms = readTerms(file)
  if (!terms.ok) return { ok: false, error: atField(terms.error) }
  const solve = await openSolver()
  const made = allocate(terms.value, solve)
  return ok({
    file,
    result: made.infeasible ? null : present(made),
    infeasible: made.infeasible && whyNot(made, knobs),
    others: methodList.filter((m) => m !== knobs.method).map((m) => otherBy(m, ground, knobs, solve)),
  })
}

/** The field as the form has it: `floors.women` is its `women`. */
const atField = (refusal: Refusal): Refusal => {
  const at = refusal.at?.replace(/^floors\./, "") ?? ""
  return { ...refusal, at, because: refusal.because.replace(/^[^：]*：/, "") }
}

function otherBy(method: MethodName, ground: Ground, knobs: Knobs, solve: Solver): Other {
  const terms = readTerms(fileOf(ground, { ...knobs, method }))
  if (!terms.ok) return { method, total: 0, cells: null, because: terms.error.because }
  const { seats, total, infeasible } = allocate(terms.value, solve)
  return {
    method,
    total,
    cells: seats && !infeasible ? seats.cells.map((row) => row.map((c) => c.seats)) : null,
    because: infeasible?.because ?? null,
  }
}

/** Each way out as the knobs would then stand; ways the form has no field for are told without. */
function whyNot({ infeasible }: Allocation, knobs: Knobs): WhyNot {
  const { because, collide, ways } = infeasible!
  return {
    because,
    collide: [...collide],
    ways: ways.map(({ says, changes }) => ({
      says,
      knobs: { ...knobs, ...Object.fromEntries(changes.map((c) => [knobOf(c.field), `${c.to}`])) },
    })),
  }
}

const knobOf = (field: string): string => field.replace(/^floors\./, "")
