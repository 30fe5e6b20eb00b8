import fc from "fast-check"
import { beforeAll, describe, expect, it } from "vitest"
import {
  type Change,
  type Demand,
  explain,
  leastTotal,
  openSolver,
  type Problem,
  type Solver,
  shareTable,
  type Table,
} from "./index.ts"
import { sum } from "./list.ts"
import { coverage, seatsOf } from "./problem.ts"

let solve: Solver
beforeAll(async () => {
  solve = await openSolver()
})

const names = (letter: string, n: number) => Array.from({ length: n }, (_, i) => `${letter}${i}`)
const problem = (people: number[][], total: number, more: readonly Demand[] = []): Problem => {
  const shape = { rows: names("院", people.length), columns: names("级", people[0]!.length), people }
  return {
    ...shape,
    total,
    demands: [coverage(shape, "rows", "every-row"), coverage(shape, "columns", "every-column"), ...more],
  }
}
const seats = (table: Table | null) => table?.cells.map((row) => row.map((c) => c.seats))

/** Every table of these people and this total that keeps the demands. */
function* tables({ people, total, demands }: Problem): Generator<number[][]> {
  const flat = people.flat()
  const width = people[0]!.length
  function* fill(at: number, left: number, sofar: number[]): Generator<number[]> {
    if (at === flat.length) {
      if (left === 0) yield sofar
      return
    }
    for (let n = 0; n <= Math.min(left, flat[at]!); n++) yield* fill(at + 1, left - n, [...sofar, n])
  }
  for (const cells of fill(0, total, [])) {
    const table = people.map((_, row) => cells.slice(row * width, (row + 1) * width))
    const line = (d: Demand, at: number) =>
      d.side === "rows" ? sum(table[at]!) : sum(table.map((r) => r[at]!))
    if (demands.every((d) => d.of.every((at) => line(d, at) >= seatsOf(d, total)))) yield table
  }
}

const away = (table: number[][], want: Table): number =>
  sum(want.rows.lines.map((l, i) => Math.abs(l.seats - sum(table[i]!)))) +
  sum(want.columns.lines.map((l, j) => Math.abs(l.seats - sum(table.map((r) => r[j]!)))))
const squares = (table: number[][], { people, total }: Problem): number => {
  const all = sum(people.flat())
  return sum(table.flatMap((row, i) => row.map((n, j) => (n * all - total * people[i]![j]!) ** 2)))
}
/** The order of the third step: cells with more people first, then by name; most seats first. */
const prefer = (a: number[][], b: number[][], { people }: Problem): number => {
  const width = people[0]!.length
  const order = people
    .flat()
    .map((size, at) => ({ size, at }))
    .sort((x, y) => y.size - x.size || x.at - y.at)
  for (const { at } of order) {
    const [row, column] = [Math.floor(at / width), at % width]
    if (a[row]![column] !== b[row]![column]) return b[row]![column]! - a[row]![column]!
  }
  return 0
}

describe("a small university", () => {
  it("meets both sides and says how far each cell is from its quota", () => {
    const p = problem(
      [
        [200, 180, 220],
        [90, 110, 0],
        [10, 0, 0],
      ],
      12,
    )
    const table = shareTable(solve, p, "largest-remainder")!
    expect(table.rowSeats).toEqual([8, 3, 1])
    expect(table.columnSeats).toEqual([5, 4, 3])
    expect(seats(table)).toEqual([
      [3, 2, 3],
      [1, 2, 0],
      [1, 0, 0],
    ])
    expect(table.moved).toEqual([])
    expect(table.cells[0]![0]).toMatchObject({ quota: { num: 2400, den: 810 }, floor: 2, remainder: 780 })
  })

  it("moves no more seats than cells without students force it to, and says which", () => {
    const p = problem([[100, 100], ...Array.from({ length: 4 }, () => [10, 0])], 5)
    const table = shareTable(solve, p, "largest-remainder")!
    expect(table.rowSeats).toEqual([1, 1, 1, 1, 1])
    expect(table.moved).toEqual([
      { side: "columns", name: "级0", method: 3, seats: 4 },
      { side: "columns", name: "级1", method: 2, seats: 1 },
    ])
  })
})

describe("what can't be had is explained", () => {
  it("a total below coverage, with the total that would do", () => {
    const p = problem(
      [
        [10, 0],
        [10, 0],
        [0, 10],
      ],
      2,
    )
    expect(shareTable(solve, p, "largest-remainder")).toBeNull()
    expect(explain(solve, p)).toEqual({
      collide: ["total", "every-row"],
      ways: [[{ kind: "total", from: 2, to: 3 }]],
    })
    expect(leastTotal(solve, p, 1)).toBe(3)
    expect(shareTable(solve, { ...p, total: 3 }, "largest-remainder")).not.toBeNull()
  })

  it("a floor above the people there are, with the floor that would do", () => {
    const floor: Demand = { id: "floor", side: "columns", of: [1], least: 8, fixed: false }
    const p = problem(
      [
        [50, 2],
        [50, 3],
      ],
      10,
      [floor],
    )
    const { collide, ways } = explain(solve, p)
    expect(collide).toEqual(["floor"])
    expect(ways).toEqual([[{ kind: "demand", id: "floor", from: 8, to: 5 }]])
    const eased = problem(
      [
        [50, 2],
        [50, 3],
      ],
      10,
      [{ ...floor, least: 5 }],
    )
    expect(shareTable(solve, eased, "largest-remainder")?.columnSeats[1]).toBe(5)
  })

  it("two floors against the total: either lowered, or the total raised", () => {
    const at = (id: string, of: number, least: number): Demand => ({
      id,
      side: "columns",
      of: [of],
      least,
      fixed: false,
    })
    const p = problem(
      [
        [50, 50, 50],
        [50, 50, 50],
      ],
      10,
      [at("a", 0, 6), at("b", 1, 5)],
    )
    const { collide, ways } = explain(solve, p)
    expect(collide).toEqual(["total", "a", "b"])
    expect(ways).toHaveLength(3)
    expect(ways).toContainEqual([{ kind: "total", from: 10, to: 12 }])
    expect(ways).toContainEqual([{ kind: "demand", id: "a", from: 6, to: 4 }])
    expect(ways).toContainEqual([{ kind: "demand", id: "b", from: 5, to: 3 }])
  })

  it("a share of each of many grades is no count: it grows with the total", () => {
    const share: Demand = {
      id: "share",
      side: "columns",
      of: [0, 1, 2],
      least: { num: 2, den: 5 },
      fixed: false,
    }
    const p = problem([[50, 50, 50]], 10, [share])
    const { collide, ways } = explain(solve, p)
    expect(collide).toEqual(["total", "share"])
    expect(ways).toEqual([[{ kind: "demand", id: "share", from: 4, to: 3 }]])
  })

  it("more seats than students", () => {
    const { collide, ways } = explain(solve, problem([[3, 2]], 9))
    expect(collide).toEqual(["total"])
    expect(ways).toEqual([[{ kind: "total", from: 9, to: 5 }]])
  })
})

const small = fc
  .record({
    people: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })).chain(([r, c]) =>
      fc.array(
        fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 9 })), { minLength: c, maxLength: c }),
        {
          minLength: r,
          maxLength: r,
        },
      ),
    ),
    total: fc.integer({ min: 1, max: 7 }),
    floor: fc.option(fc.integer({ min: 2, max: 4 }), { nil: undefined }),
    method: fc.constantFrom("largest-remainder" as const, "sainte-lague" as const),
  })
  .filter(({ people }) => sum(people.flat()) > 0)

describe("against every table there is", () => {
  it("finds the optimum of all three steps, or explains with changes that help", () => {
    fc.assert(
      fc.property(small, ({ people, total, floor, method }) => {
        const more: Demand[] = floor
          ? [{ id: "floor", side: "columns", of: [0], least: floor, fixed: false }]
          : []
        const p = problem(people, total, more)
        const all = [...tables(p)]
        const table = shareTable(solve, p, method)
        if (!table) {
          expect(all).toEqual([])
          const { collide, ways } = explain(solve, p)
          expect(collide.length).toBeGreaterThan(0)
          for (const id of collide) {
            const rest = collide.filter((other) => other !== id)
            expect(
              some({ ...p, demands: p.demands.filter((d) => rest.includes(d.id)) }, rest.includes("total")),
            ).toBe(true)
          }
          for (const way of ways) {
            const eased = way.reduce(after, p)
            expect(some(eased, true)).toBe(true)
          }
          return
        }
        const best = all.sort(
          (a, b) => away(a, table) - away(b, table) || squares(a, p) - squares(b, p) || prefer(a, b, p),
        )[0]
        expect(seats(table)).toEqual(best)
      }),
      { numRuns: 150 },
    )
  })
})

const after = (now: Problem, change: Change): Problem => ({
  rows: now.rows,
  columns: now.columns,
  people: now.people,
  total: change.kind === "total" ? change.to : now.total,
  demands: now.demands.map((d) =>
    change.kind === "demand" && d.id === change.id ? { ...d, least: change.to } : d,
  ),
})

/** Whether there is a table of this total, or of any. */
function some(p: Problem, ofTotal: boolean): boolean {
  const totals = ofTotal ? [p.total] : Array.from({ length: sum(p.people.flat()) + 1 }, (_, n) => n)
  const demands = p.demands.map((d) => ({ ...d, least: seatsOf(d, p.total) }))
  return totals.some((total) => !tables({ ...p, demands, total }).next().done)
}

const large = fc.record({
  people: fc.array(
    fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 500 })), { minLength: 5, maxLength: 5 }),
    {
      minLength: 2,
      maxLength: 9,
    },
  ),
  extra: fc.integer({ min: 0, max: 60 }),
})

describe("always", () => {
  it("keeps sums, coverage and people, proves itself, and does not depend on the order of input", () => {
    fc.assert(
      fc.property(
        large,
        fc.constantFrom("largest-remainder" as const, "sainte-lague" as const),
        ({ people, extra }, method) => {
          fc.pre(sum(people.flat()) > 80)
          const least = leastTotal(solve, problem(people, 0), 1)!
          const p = problem(people, least + extra)
          const table = shareTable(solve, p, method)!
          expect(sum(table.rowSeats)).toBe(p.total)
          table.cells.forEach((row, i) => {
            expect(sum(row.map((c) => c.seats))).toBe(table.rowSeats[i])
            if (sum(people[i]!) > 0) expect(table.rowSeats[i]).toBeGreaterThan(0)
            row.forEach((c, j) => {
              expect(c.seats).toBeLessThanOrEqual(c.people)
              const worth = table.proof.columns[j]! - table.proof.rows[i]!
              const cost = (n: number) => (2 * n - 1) * table.all - 2 * p.total * c.people
              if (table.moved.length > 0) return
              if (c.seats > 0) expect(cost(c.seats)).toBeLessThanOrEqual(worth)
              if (c.seats < Math.min(c.people, p.total))
                expect(cost(c.seats + 1)).toBeGreaterThanOrEqual(worth)
            })
          })
          table.columnSeats.forEach((n, j) => {
            expect(sum(table.cells.map((r) => r[j]!.seats))).toBe(n)
          })
          const turned: Problem = {
            ...p,
            rows: p.rows.toReversed(),
            columns: p.columns.toReversed(),
            people: people.toReversed().map((r) => r.toReversed()),
          }
          const all = [coverage(turned, "rows", "every-row"), coverage(turned, "columns", "every-column")]
          const other = shareTable(solve, { ...turned, demands: all }, method)
          expect(
            seats(other)
              ?.toReversed()
              .map((r) => r.toReversed()),
          ).toEqual(seats(table))
        },
      ),
      { numRuns: 60 },
    )
  })
})
