import { type Demand, type Problem, seatsOf } from "./problem.ts"
import type { Program, Solver } from "./solver.ts"

/** The total moved, or a demand lowered to a count of seats at that total. */
export type Change =
  | { readonly kind: "total"; readonly from: number; readonly to: number }
  | { readonly kind: "demand"; readonly id: string; readonly from: number; readonly to: number }

export interface Explanation {
  /**
   * Ids of demands (`"total"` for the total) that can't be kept together, nor with the people there are; leaving out
   * any one of them, the others can. No smaller set collides (looked for among up to `searched` sets of a size).
   */
  readonly collide: readonly string[]
  /** Ways out, smallest first: each makes everything else possible. Empty only where nothing that may change helps. */
  readonly ways: readonly (readonly Change[])[]
}

/** Why no table keeps all demands, and the smallest changes after which one does; both found by the solver. */
export function explain(solve: Solver, problem: Problem, leastTotal = 0): Explanation {
  const collide = smallest(
    ["total", ...problem.demands.map((d) => d.id)],
    (ids) => !possible(solve, problem, ids),
  )
  const single = [
    ...totals(solve, problem, leastTotal),
    ...problem.demands.filter((d) => !d.fixed).flatMap((d) => lowered(solve, problem, [d])),
  ]
  const size = (way: readonly Change[]) => way.reduce((all, c) => all + Math.abs(c.to - c.from), 0)
  if (single.length > 0) return { collide, ways: single.sort((a, b) => size(a) - size(b)) }
  return { collide, ways: together(solve, problem, leastTotal) }
}

/** The least total from `from` on at which all demands can be kept; undefined where there is none. */
export function leastTotal(solve: Solver, problem: Omit<Problem, "total">, from: number): number | undefined {
  const values = solve(
    program(problem, { low: from, high: Number.POSITIVE_INFINITY, cost: 1 }, problem.demands),
  )
  return values ? Math.round(values[0]!) : undefined
}

const possible = (solve: Solver, problem: Problem, ids: readonly string[]): boolean => {
  const demands = problem.demands
    .filter((d) => ids.includes(d.id))
    .map((d) => ({ ...d, least: seatsOf(d, problem.total) }))
  const fixed = ids.includes("total") ? problem.total : undefined
  const total = { low: fixed ?? 0, high: fixed ?? Number.POSITIVE_INFINITY, cost: 0 }
  return solve(program(problem, total, demands)) !== null
}

/** So many sets of one size are tried for a smaller collision than the irreducible one already found. */
const searched = 600

/**
 * A smallest set of ids that collides: an irreducible one by leaving out one after another, the last first, then any
 * smaller.
 */
function smallest(ids: readonly string[], collides: (ids: readonly string[]) => boolean): string[] {
  let set = [...ids]
  for (const id of ids.toReversed()) {
    const without = set.filter((other) => other !== id)
    if (collides(without)) set = without
  }
  for (let size = 1; size < set.length && count(ids.length, size) <= searched; size++)
    for (const some of choices(ids, size)) if (collides(some)) return some
  return set
}

const count = (of: number, size: number): number =>
  Array.from({ length: size }, (_, i) => (of - i) / (i + 1)).reduce((a, b) => a * b, 1)

function* choices(ids: readonly string[], size: number, from = 0): Generator<string[]> {
  if (size === 0) yield []
  else
    for (let at = from; at <= ids.length - size; at++)
      for (const rest of choices(ids, size - 1, at + 1)) yield [ids[at]!, ...rest]
}

function totals(solve: Solver, problem: Problem, least: number): Change[][] {
  const { total, demands } = problem
  const up = leastTotal(solve, problem, Math.max(total, least))
  const low = solve(program(problem, { low: least, high: total, cost: -1 }, demands))
  const found = [up, low ? Math.round(low[0]!) : undefined].filter((to) => to !== undefined)
  const nearest = found.sort((a, b) => Math.abs(a - total) - Math.abs(b - total) || b - a)[0]
  return nearest === undefined ? [] : [[{ kind: "total", from: total, to: nearest }]]
}

/** The least lowering of these demands together at the problem's own total. */
function lowered(solve: Solver, problem: Problem, some: readonly Demand[]): Change[][] {
  const total = { low: problem.total, high: problem.total, cost: 0 }
  const at = (d: Demand) => seatsOf(d, problem.total)
  const base = program(
    problem,
    total,
    problem.demands.filter((d) => !some.includes(d)).map((d) => ({ ...d, least: at(d) })),
  )
  const start = base.variables.length
  const values = solve({
    variables: [...base.variables, ...some.map((d) => ({ low: 0, high: at(d), cost: -1, whole: true }))],
    rows: [
      ...base.rows,
      ...some.flatMap((d, i) =>
        d.of.map((line) => ({
          low: 0,
          high: Number.POSITIVE_INFINITY,
          terms: [...cells(problem, d.side, line), [start + i, -1] as const],
        })),
      ),
    ],
  })
  if (!values) return []
  const changes = some.flatMap((d, i): Change[] => {
    const to = Math.round(values[start + i]!)
    return to === at(d) ? [] : [{ kind: "demand", id: d.id, from: at(d), to }]
  })
  return [changes]
}

/** Where no single change helps: the total first as far as what is fixed needs it, then all others lowered least. */
function together(solve: Solver, problem: Problem, least: number): Change[][] {
  const fixed = { ...problem, demands: problem.demands.filter((d) => d.fixed) }
  const [move] = possible(solve, fixed, ["total", ...fixed.demands.map((d) => d.id)])
    ? [[]]
    : totals(solve, fixed, least)
  if (!move) return []
  const total = move[0]?.to ?? problem.total
  const rest = lowered(
    solve,
    { ...problem, total },
    problem.demands.filter((d) => !d.fixed),
  )
  return rest.map((changes) => [...move, ...changes])
}

interface Total {
  readonly low: number
  readonly high: number
  readonly cost: number
}

/** Variable 0 is the total, then the cells row by row. */
function program(
  problem: Pick<Problem, "people" | "columns">,
  total: Total,
  demands: readonly Demand[],
): Program {
  const { people } = problem
  const infinity = Number.POSITIVE_INFINITY
  return {
    variables: [
      { ...total, whole: true },
      ...people.flat().map((high) => ({ low: 0, high, cost: 0, whole: true })),
    ],
    rows: [
      { low: 0, high: 0, terms: [[0, -1], ...people.flat().map((_, at) => [at + 1, 1] as const)] },
      ...demands.flatMap(({ side, of, least }) =>
        of.map((line) =>
          typeof least === "number"
            ? { low: least, high: infinity, terms: cells(problem, side, line) }
            : {
                low: 0,
                high: infinity,
                terms: [
                  [0, -least.num] as const,
                  ...cells(problem, side, line).map(([at]) => [at, least.den] as const),
                ],
              },
        ),
      ),
    ],
  }
}

const cells = (
  { people, columns }: Pick<Problem, "people" | "columns">,
  side: Demand["side"],
  line: number,
): (readonly [number, number])[] =>
  side === "rows"
    ? columns.map((_, column) => [1 + line * columns.length + column, 1] as const)
    : people.map((_, row) => [1 + row * columns.length + line, 1] as const)
