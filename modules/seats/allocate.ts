import {
  atLeastOf,
  byFormula,
  type Cell,
  candidatesFor,
  type Formula,
  leastTotal,
  methods,
  type Problem,
  type Solver,
  shareTable,
} from "@qiaoliang/apportion"
import { leastDelegates, seatRules, thresholds } from "#policy/practice/congress-rules.ts"
import type { Allocation, Infeasible, Seats } from "./allocation.ts"
import { asksOf } from "./asks.ts"
import { checksOf } from "./checks.ts"
import { demandsOf, type People, peopleOf } from "./demands.ts"
import { societyRange, societyShare } from "./societies.ts"
import type { Terms } from "./terms.ts"
import { brokenFormula, tooFewForSocieties, whyNot } from "./why.ts"

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)

/** Seats by the terms; or why there can be none, with the smallest changes that help. Pure but for the solver. */
export function allocate(terms: Terms, solve: Solver): Allocation {
  const people = peopleOf(terms)
  const students = sum(people.people.flat())
  const demands = demandsOf(terms, people)
  const known = { terms, students, faculties: people.rows, grades: people.columns }
  const range = societyRange(terms)
  const wanted = terms.societySeats ?? range.least
  const inside = terms.societiesInside ? wanted : 0
  const nothing = (infeasible: Infeasible, total: number): Allocation => ({
    ...known,
    tableTotal: 0,
    total,
    raised: null,
    seats: null,
    societies: null,
    asks: [],
    delegates: 0,
    candidates: null,
    checks: [],
    infeasible,
  })
  const law = atLeastOf(leastDelegates, students)
  if (wanted < range.least || wanted > range.most)
    return nothing(tooFewForSocieties(terms, wanted, range), terms.total ?? law)

  const formula = formulaOf(terms)
  const shape = { ...people, demands: [...demands.values()].map((d) => d.demand) }
  const total = terms.total ?? (formula ? law : defaultTotal(solve, shape, law, inside))
  const problem: Problem = { ...shape, total: total - inside }
  const seats = formula ? byGroup(formula, people) : byTable(solve, problem, terms)
  if (!seats) return nothing(whyNot(solve, problem, demands, inside), total)
  if (formula) {
    const broken = brokenFormula(terms, problem, demands, seats)
    if (broken) return nothing(broken, total)
  }
  const societies = societyShare(terms)
  const asks = asksOf(terms, people, seats, societies)
  if ("infeasible" in asks) return nothing(asks.infeasible, total)

  const tableTotal = sum(seats.facultySeats)
  const elected = [...seats.facultySeats, ...(societies?.lines.map((l) => l.seats) ?? [])]
  const surplus = thresholds.surplus.share
  const allocation = {
    ...known,
    tableTotal,
    total: tableTotal + inside,
    raised: terms.total === undefined && !formula && total > law ? { from: law, to: total } : null,
    seats,
    societies,
    asks: asks.asks,
    delegates: tableTotal + wanted + terms.exOfficio,
    candidates: { surplus, total: sum(elected.map((n) => candidatesFor(n, surplus))) },
    infeasible: null,
  }
  return { ...allocation, checks: checksOf(allocation, demands) }
}

/** 1 %, or what coverage, floors and the societies inside need. */
function defaultTotal(solve: Solver, shape: Omit<Problem, "total">, law: number, inside: number): number {
  const least = leastTotal(solve, shape, Math.max(1, law - inside))
  return least === undefined ? law : least + inside
}

function byTable(solve: Solver, problem: Problem, { method, unit }: Terms): Seats | null {
  if (problem.total < 1) return null
  const by = method === "sainte-lague" ? method : "largest-remainder"
  const table = shareTable(solve, problem, by, unit === "class" ? "rows" : "both")
  return (
    table && {
      by: { faculties: table.rows, grades: table.columns },
      moved: table.moved,
      cells: table.cells,
      facultySeats: table.rowSeats,
      gradeSeats: table.columnSeats,
      deviation: table.deviation,
      proof: table.proof,
    }
  )
}

/** The formula by which every group has its seats by itself; none where the groups share a total. */
function formulaOf({ method, total, perHead, each, faculties }: Terms): Formula | null {
  if (method in methods) return null
  if (method === "flat") return { kind: "flat", each: each ?? seatRules.flat.each }
  if (method === "over-six") {
    const { share, offset, least } = seatRules.overSix
    return { kind: "per-head", share, offset, least }
  }
  const students = sum(faculties.flatMap((f) => Object.values(f.grades)))
  const { offset, least } = seatRules.roundHalfUp
  const share = perHead ?? (total === undefined ? leastDelegates : { num: total, den: students })
  return { kind: "per-head", share, offset, least }
}

function byGroup(formula: Formula, { people, columns }: People): Seats {
  const all = sum(people.flat())
  const seats = people.map((row) => row.map((n) => byFormula(formula, n)))
  const total = sum(seats.flat())
  const cells = people.map((sizes, row) =>
    sizes.map((size, column): Cell => {
      const num = size * total
      const n = seats[row]![column]!
      return {
        row,
        column,
        people: size,
        seats: n,
        quota: { num, den: all },
        floor: Math.floor(num / all),
        remainder: num % all,
        deviation: { num: n * all - num, den: all },
        tied: false,
      }
    }),
  )
  return {
    by: null,
    moved: [],
    cells,
    facultySeats: seats.map(sum),
    gradeSeats: columns.map((_, at) => sum(seats.map((row) => row[at]!))),
    deviation: sum(cells.flat().map((c) => (c.deviation.num / all) ** 2)),
    proof: null,
  }
}
