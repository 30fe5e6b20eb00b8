import {
  type Cell,
  coverage,
  openSolver,
  type Program,
  type Solver,
  shareTable,
  type Table,
} from "@qiaoliang/apportion"
import { allocate, readTerms, type Terms } from "#modules/seats/pure.ts"
import { interleaved, type Line, ratio, timed } from "./report.ts"

/** 40 faculties × 7 grades × 60 societies, as uneven as universities are. */
export async function apportionLines(rounds: number): Promise<Line[]> {
  const solve = await openSolver()
  const terms = university()
  const made = allocate(terms, solve)
  if (!made.seats) throw new Error(made.infeasible?.because)
  const people = terms.faculties.map((f) => made.grades.map((grade) => f.grades[grade] ?? 0))
  const shape = { rows: made.faculties, columns: made.grades, people }
  const demands = [coverage(shape, "rows", "rows"), coverage(shape, "columns", "columns")]
  const problem = { ...shape, total: made.tableTotal, demands }
  const table = shareTable(solve, problem, "largest-remainder")!
  const bare = relaxation(table)
  const took = await interleaved(rounds * 5, {
    bare: () => timed(async () => solve(bare)),
    table: () => timed(async () => shareTable(solve, problem, "largest-remainder")),
    whole: () => timed(async () => allocate(terms, solve)),
  })
  const words = `${made.students} students, ${made.total} seats, 60 societies`
  const gap = distance(table)
  return [
    ratio("apportionment 40 × 7 × 60 ÷ its bare linear program", took.whole, took.bare, 8, words),
    ratio("  the table alone, with its proof and ties", took.table, took.bare),
    {
      name: "  distance from the optimum, Σ(seats − quota)²",
      figure: gap / table.all,
      aim: 0,
      raw: `${table.deviation.toFixed(2)}; bound by whole-number potentials, every cell exact`,
    },
    await explained(solve, terms, took.bare, rounds),
  ]
}

/** The same terms with a total too small for coverage: what collides and what helps. */
async function explained(solve: Solver, terms: Terms, bare: number, rounds: number): Promise<Line> {
  const small = { ...terms, total: 30 }
  const took = await interleaved(rounds, { why: () => timed(async () => allocate(small, solve)) })
  return ratio("  explaining a total too small", took.why, bare)
}

function university(): Terms {
  let seed = 20251115
  const next = () => {
    seed = (seed * 1103515245 + 12345) % 2 ** 31
    return seed / 2 ** 31
  }
  const grades = [2019, 2020, 2021, 2022, 2023, 2024, 2025].map((year) => `${year}级`)
  const faculties = Array.from({ length: 40 }, (_, i) => {
    const size = 20 + 300 * next() ** 2
    const of = (grade: string, at: number) =>
      [grade, at < 3 && next() < 0.6 ? 0 : Math.round(size * (at < 3 ? 0.1 : 0.8 + 0.4 * next()))] as const
    return { name: `学院${i + 1}`, grades: Object.fromEntries(grades.map(of)) }
  })
  const societies = Array.from({ length: 60 }, (_, i) => ({
    name: `社团${i + 1}`,
    members: 10 + Math.round(200 * next()),
    main: i % 4 === 0,
  }))
  const read = readTerms({ faculties, societies, societySeats: 40, floors: { eachGrade: 2 } })
  if (!read.ok) throw new Error(read.error.because)
  return read.value
}

const growth = ({ people }: Cell, seat: number, { all, total }: Table): number =>
  (2 * seat - 1) * all - 2 * total * people

/** What any solver has to do at least: one linear program over the cells, the sums given. */
function relaxation(table: Table): Program {
  const { cells, rowSeats, columnSeats } = table
  const pieces = cells.flat().flatMap((cell) => {
    const first = Math.max(0, cell.floor - 2)
    const low = { cell, high: first, cost: first ? growth(cell, 1, table) + (first - 1) * table.all : 0 }
    const near = Array.from({ length: 5 }, (_, i) => ({
      cell,
      high: 1,
      cost: growth(cell, first + i + 1, table),
    }))
    return [low, ...near].filter((p) => p.high > 0)
  })
  const sums = (seats: readonly number[], of: (cell: Cell) => number) =>
    seats.map((n, line) => ({
      low: n,
      high: n,
      terms: pieces.flatMap((p, at) => (of(p.cell) === line ? [[at, 1] as const] : [])),
    }))
  return {
    variables: pieces.map(({ high, cost }) => ({ low: 0, high, cost })),
    rows: [...sums(rowSeats, (c) => c.row), ...sums(columnSeats, (c) => c.column)],
  }
}

/** Cost above the bound that the proof's potentials give for every table with these sums; 0 is optimal. */
function distance(table: Table): number {
  const { cells, proof } = table
  let gap = 0
  for (const cell of cells.flat()) {
    const worth = proof.columns[cell.column]! - proof.rows[cell.row]!
    let [cost, least, own] = [0, 0, 0]
    for (let seat = 1; seat <= Math.min(cell.people, table.total); seat++) {
      cost += growth(cell, seat, table) - worth
      least = Math.min(least, cost)
      if (seat === cell.seats) own = cost
    }
    gap += own - least
  }
  return gap
}
