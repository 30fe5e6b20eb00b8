import type { Program, Solver } from "./solver.ts"

/** One way of a circulation: whole units between bounds. */
export interface Way {
  readonly from: number
  readonly to: number
  readonly low: number
  readonly high: number
}

/** What the `unit`th unit on a way adds to the cost: whole numbers that never fall as units rise. */
export type Marginal = (way: number, unit: number) => number

/** Potentials of the nodes: with them anyone can check in whole numbers that a flow is optimal. */
export type Potentials = readonly number[]

/**
 * The cheapest circulation, or null where the bounds allow none. HiGHS proposes it from a piecewise linear program
 * (totally unimodular, so a vertex is whole); `prove` then accepts it in whole numbers over the full convex costs.
 * Far from `near` the program knows the costs only at the bounds; where that misled it, it is asked again with the
 * costs known around its answer, which is then strictly cheaper. So the loop ends, and ends proven.
 */
export function cheapest(
  solve: Solver,
  nodes: number,
  ways: readonly Way[],
  marginal: Marginal,
  near: readonly number[],
): { units: number[]; potentials: Potentials } | null {
  let around = near
  for (let width = 2; ; width *= 2) {
    const units = propose(solve, nodes, ways, marginal, around, width)
    if (!units) return null
    const potentials = prove(nodes, ways, marginal, units)
    if (potentials) return { units, potentials }
    around = units
  }
}

function propose(
  solve: Solver,
  nodes: number,
  ways: readonly Way[],
  marginal: Marginal,
  near: readonly number[],
  width: number,
): number[] | null {
  const variables: Program["variables"][number][] = []
  const terms: [number, number][][] = Array.from({ length: nodes }, () => [])
  const fixed = new Array<number>(nodes).fill(0)
  const owner: number[] = []
  ways.forEach(({ from, to, low, high }, way) => {
    fixed[from]! += low
    fixed[to]! -= low
    const piece = (start: number, end: number) => {
      if (start >= end) return
      let cost = 0
      for (let unit = start + 1; unit <= end; unit++) cost += marginal(way, unit)
      terms[from]!.push([variables.length, 1])
      terms[to]!.push([variables.length, -1])
      owner.push(way)
      variables.push({ low: 0, high: end - start, cost: cost / (end - start) })
    }
    const left = Math.min(high, Math.max(low, near[way]! - width))
    const right = Math.max(left, Math.min(high, near[way]! + width))
    piece(low, left)
    for (let unit = left; unit < right; ) {
      let end = unit + 1
      while (end < right && marginal(way, end + 1) === marginal(way, unit + 1)) end++
      piece(unit, end)
      unit = end
    }
    piece(right, high)
  })
  if (ways.some((w) => w.low > w.high)) return null
  const rows = terms.map((t, node) => ({ low: -fixed[node]!, high: -fixed[node]!, terms: t }))
  const values = solve({ variables, rows })
  if (!values) return null
  const units = ways.map((w) => w.low)
  values.forEach((value, i) => {
    const whole = Math.round(value)
    if (Math.abs(value - whole) > 1e-5) throw new Error("the solver's vertex is not whole")
    units[owner[i]!]! += whole
  })
  conserved(nodes, ways, units)
  return units
}

function conserved(nodes: number, ways: readonly Way[], units: readonly number[]): void {
  const balance = new Array<number>(nodes).fill(0)
  ways.forEach(({ from, to, low, high }, way) => {
    const n = units[way]!
    if (n < low || n > high) throw new Error("the solver's answer leaves its bounds")
    balance[from]! -= n
    balance[to]! += n
  })
  if (balance.some((b) => b !== 0)) throw new Error("the solver's answer does not add up")
}

/**
 * Potentials that prove `units` optimal, or null where a cheaper circulation exists: Bellman–Ford over the ways a
 * unit could be added or taken away. A round of changes that lowers the cost is a negative cycle.
 */
export function prove(
  nodes: number,
  ways: readonly Way[],
  marginal: Marginal,
  units: readonly number[],
): Potentials | null {
  const potential = new Array<number>(nodes).fill(0)
  for (let round = 0; round <= nodes; round++) {
    let changed = false
    ways.forEach(({ from, to, low, high }, way) => {
      const n = units[way]!
      const [a, b] = [potential[from]!, potential[to]!]
      if (n < high) {
        const cost = marginal(way, n + 1)
        if (a + cost < b) {
          potential[to] = a + cost
          changed = true
        }
      }
      if (n > low) {
        const cost = marginal(way, n)
        if (potential[to]! - cost < potential[from]!) {
          potential[from] = potential[to]! - cost
          changed = true
        }
      }
    })
    if (!changed) return potential
  }
  return null
}

/**
 * Bounds that hold all optimal circulations and no other: each way may carry what costs neither more nor less at the
 * proving potentials.
 */
export function face(
  ways: readonly Way[],
  marginal: Marginal,
  units: readonly number[],
  potentials: Potentials,
): Way[] {
  return ways.map((w, way) => {
    const worth = potentials[w.to]! - potentials[w.from]!
    let [low, high] = [units[way]!, units[way]!]
    while (low > w.low && marginal(way, low) === worth) low--
    while (high < w.high && marginal(way, high + 1) === worth) high++
    return { ...w, low, high }
  })
}

/**
 * Of all circulations within the bounds, the one that carries most on the first way of `order`, then on the second,
 * and so on. Also the ways on which others of them carry something else: those that the order decided.
 */
export function first(
  nodes: number,
  ways: readonly Way[],
  units: readonly number[],
  order: readonly number[],
): { units: number[]; decided: number[] } {
  const now = [...units]
  const bounds = ways.map((w) => ({ ...w }))
  // Only ways that may still change lead anywhere.
  const free: Set<number>[] = Array.from({ length: nodes }, () => new Set())
  bounds.forEach((w, way) => {
    if (w.low < w.high) for (const node of [w.from, w.to]) free[node]!.add(way)
  })
  const decided = new Set<number>()
  for (const way of order) {
    const bound = bounds[way]!
    if (bound.low === bound.high) continue
    while (now[way]! < bound.high && shift(free, bounds, now, way, 1)) decided.add(way)
    if (!decided.has(way) && now[way]! > bound.low && shift(free, bounds, [...now], way, -1)) decided.add(way)
    bound.low = now[way]!
    bound.high = now[way]!
    for (const node of [bound.from, bound.to]) free[node]!.delete(way)
  }
  return { units: now, decided: [...decided] }
}

/** One unit more (or less) on `way`, made up for elsewhere within the bounds; false where nothing can. */
function shift(
  free: readonly ReadonlySet<number>[],
  bounds: readonly Way[],
  units: number[],
  way: number,
  by: 1 | -1,
): boolean {
  const { from, to } = bounds[way]!
  const [start, goal] = by === 1 ? [to, from] : [from, to]
  const came = new Map<number, { way: number; by: 1 | -1; node: number }>()
  const queue = [start]
  const seen = new Set(queue)
  for (const node of queue) {
    if (node === goal) break
    for (const other of free[node]!) {
      if (other === way) continue
      const w = bounds[other]!
      const ahead = w.from === node
      if (ahead ? units[other]! >= w.high : units[other]! <= w.low) continue
      const next = ahead ? w.to : w.from
      if (seen.has(next)) continue
      seen.add(next)
      came.set(next, { way: other, by: ahead ? 1 : -1, node })
      queue.push(next)
    }
  }
  if (!seen.has(goal)) return false
  for (let node = goal; node !== start; ) {
    const step = came.get(node)!
    units[step.way]! += step.by
    node = step.node
  }
  units[way]! += by
  return true
}
