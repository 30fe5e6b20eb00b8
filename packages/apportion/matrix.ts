import { cheapest, face, first, type Marginal, type Way } from "./flow.ts"
import { largestRemainder } from "./largest-remainder.ts"
import { before, type Fraction, fits, guarded, type Shared, sum } from "./list.ts"
import { groupsOf, type Problem } from "./problem.ts"
import { sainteLague } from "./sainte-lague.ts"
import type { Solver } from "./solver.ts"

export type Method = "largest-remainder" | "sainte-lague"

export const methods: Readonly<Record<Method, typeof largestRemainder>> = {
  "largest-remainder": largestRemainder,
  "sainte-lague": sainteLague,
}

export interface Cell {
  readonly row: number
  readonly column: number
  readonly people: number
  readonly seats: number
  /** people ÷ all × total, its whole part and the remainder over `quota.den`. */
  readonly quota: Fraction
  readonly floor: number
  readonly remainder: number
  /** seats − quota. */
  readonly deviation: Fraction
  /** Others of equally small deviation give this cell another number; the stated order decided. */
  readonly tied: boolean
}

/** A line whose seats had to leave what the method gives it, for the cells to fit both sides. */
export interface Moved {
  readonly side: "rows" | "columns"
  readonly name: string
  readonly method: number
  readonly seats: number
}

export interface Table {
  readonly total: number
  readonly all: number
  /** Each side by the method alone, with its arithmetic. */
  readonly rows: Shared
  readonly columns: Shared
  /** What each line holds: the method's seats, or where `moved` says so another number. */
  readonly rowSeats: readonly number[]
  readonly columnSeats: readonly number[]
  readonly moved: readonly Moved[]
  /** Cells with people, or listed with none. */
  readonly cells: readonly (readonly Cell[])[]
  /** Σ (seats − quota)², which no other table with these lines makes smaller. */
  readonly deviation: number
  /**
   * The proof: with these whole numbers, every cell's last seat costs at most column − row, and its next one at
   * least that, the n-th seat costing (2n − 1)·all − 2·total·people (the growth of Σ(seats − quota)², × all).
   */
  readonly proof: { readonly rows: readonly number[]; readonly columns: readonly number[] }
}

/** Whose method totals bind: both sides', or the rows' alone, where each row lies in one column anyway. */
export type Leading = "both" | "rows"

/**
 * A table whose rows and columns hold what the method gives them, and whose cells lie as near to their exact quotas
 * as any (least squares), no cell above its people. Null where the demands can't all be kept: see `explain`.
 *
 * Three exact steps, each within the optima of the one before: the fewest seats moved away from the method's row and
 * column totals (none, as a rule); the least Σ(seats − quota)²; the cells with more people first, then by name.
 */
export function shareTable(
  solve: Solver,
  problem: Problem,
  method: Method,
  leading: Leading = "both",
): Table | null {
  const { rows, columns, people, total } = problem
  const sides = { rows: groupsOf(problem, "rows"), columns: groupsOf(problem, "columns") }
  if (!fits(sides.rows, total) || !fits(sides.columns, total)) return null
  const by = { rows: methods[method](sides.rows, total), columns: methods[method](sides.columns, total) }
  const all = by.rows.all
  const [source, sink] = [rows.length + columns.length, rows.length + columns.length + 1]
  const nodes = sink + 1
  const cellAt = (row: number, column: number) => row * columns.length + column
  const firstRow = rows.length * columns.length
  const firstColumn = firstRow + rows.length
  const ways: Way[] = [
    ...rows.flatMap((_, row) =>
      columns.map((_, column) => {
        const most = Math.min(people[row]![column]!, total)
        return { from: row, to: rows.length + column, low: 0, high: most }
      }),
    ),
    ...sides.rows.map((g, row) => ({ from: source, to: row, low: g.least, high: Math.min(g.most, total) })),
    ...sides.columns.map((g, column) => ({
      from: rows.length + column,
      to: sink,
      low: g.least,
      high: Math.min(g.most, total),
    })),
    { from: sink, to: source, low: total, high: total },
  ]
  const led = leading === "both" ? by.columns.lines : []
  const target = [...by.rows.lines, ...led].map((l) => l.seats)
  const moves: Marginal = (way, unit) => {
    const wanted = target[way - firstRow]
    return way < firstRow || wanted === undefined ? 0 : unit <= wanted ? -1 : 1
  }
  const each = people.flat()
  const squares: Marginal = (way, unit) =>
    way < firstRow ? guarded((2 * unit - 1) * all - 2 * total * each[way]!) : 0
  const near = ways.map((w, way) =>
    way < firstRow
      ? Math.min(w.high, Math.floor((each[way]! * total) / all))
      : (target[way - firstRow] ?? Math.min(w.high, total)),
  )
  const met = cheapest(solve, nodes, ways, moves, near)
  if (!met) return null
  const kept = face(ways, moves, met.units, met.potentials)
  const best = cheapest(solve, nodes, kept, squares, near)
  if (!best) throw new Error("the optima of the first step have vanished")
  const equal = face(kept, squares, best.units, best.potentials)
  const order = each
    .map((size, way) => ({
      way,
      size,
      name: `${rows[Math.floor(way / columns.length)]}\u0000${columns[way % columns.length]}`,
    }))
    .sort(before)
    .map((c) => c.way)
  const { units, decided } = first(nodes, equal, best.units, order)
  const tied = new Set(decided)
  const cells = rows.map((_, row) =>
    columns.map((_, column): Cell => {
      const size = people[row]![column]!
      const seats = units[cellAt(row, column)]!
      const num = guarded(size * total)
      return {
        row,
        column,
        people: size,
        seats,
        quota: { num, den: all },
        floor: Math.floor(num / all),
        remainder: num % all,
        deviation: { num: guarded(seats * all - num), den: all },
        tied: tied.has(cellAt(row, column)),
      }
    }),
  )
  const rowSeats = units.slice(firstRow, firstColumn)
  const columnSeats = units.slice(firstColumn, firstColumn + columns.length)
  return {
    total,
    all,
    ...by,
    rowSeats,
    columnSeats,
    moved: [
      ...moved("rows", by.rows, rowSeats),
      ...(leading === "both" ? moved("columns", by.columns, columnSeats) : []),
    ],
    cells,
    deviation: sum(cells.flat().map((c) => (c.deviation.num / all) ** 2)),
    proof: {
      rows: best.potentials.slice(0, rows.length),
      columns: best.potentials.slice(rows.length, rows.length + columns.length),
    },
  }
}

const moved = (side: Moved["side"], by: Shared, seats: readonly number[]): Moved[] =>
  by.lines.flatMap((line, at) =>
    line.seats === seats[at] ? [] : [{ side, name: line.name, method: line.seats, seats: seats[at]! }],
  )
