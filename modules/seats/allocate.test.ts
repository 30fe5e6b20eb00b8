import { openSolver, type Solver } from "@qiaoliang/apportion"
import { unwrap } from "@qiaoliang/basics"
import fc from "fast-check"
import { beforeAll, describe, expect, it } from "vitest"
import { type Allocation, allocate, asJson, readTerms, report } from "./pure.ts"

let solve: Solver
beforeAll(async () => {
  solve = await openSolver()
})

const made = (json: unknown): Allocation => allocate(unwrap(readTerms(json)), solve)
const check = (a: Allocation, id: string) => a.checks.find((c) => c.id === id)

const faculties = [
  { name: "文学院", grades: { "2023级": 190, "2024级": 200, "2025级": 210 } },
  { name: "法学院", grades: { "2023级": 110, "2024级": 130, "2025级": 140 } },
  { name: "新工科学院", grades: { "2025级": 20 } },
]
const societies = [
  { name: "登山协会", members: 90, main: true },
  { name: "棋社", members: 30, main: false },
]

describe("a university's seats", () => {
  it("are 1 % of its students, cover everybody, and add up", () => {
    const a = made({ faculties, societies })
    expect(a.total).toBe(10)
    expect(a.seats?.facultySeats).toEqual([6, 3, 1])
    expect(a.seats?.gradeSeats).toEqual([3, 3, 4])
    expect(asJson(a).societies).toEqual([
      { name: "登山协会", seats: 1 },
      { name: "棋社", seats: 0 },
    ])
    expect(a.checks.every((c) => c.ok)).toBe(true)
    expect(check(a, "least")).toMatchObject({ clause: "6.3", value: "10/1000", limit: "≥10" })
    // 11 delegates with the society's: 60 % of them, rounded up, are asked for.
    expect(a.asks[0]).toMatchObject({ id: "nonCadre", need: 7, of: 11 })
  })

  it("are more than 1 % where coverage needs more, and say so", () => {
    const small = ["甲", "乙", "丙"].map((name) => ({ name: `${name}学院`, grades: { "2025级": 40 } }))
    const a = made({ faculties: small })
    expect(a.total).toBe(3)
    expect(a.raised).toEqual({ from: 2, to: 3 })
    expect(check(a, "least")?.says).toContain("提高到3名")
  })

  it("take the societies' seats from the total where they are inside", () => {
    const a = made({ faculties, societies, societySeats: 3, societiesInside: true, total: 12 })
    expect([a.tableTotal, a.total, a.delegates]).toEqual([9, 12, 12])
    const outside = made({ faculties, societies, societySeats: 3, total: 12, exOfficio: 2 })
    expect([outside.tableTotal, outside.total, outside.delegates]).toEqual([12, 12, 17])
  })

  it("follow the formulas of practice group by group", () => {
    const half = made({ faculties, method: "round-half-up", perHead: "1%" })
    expect(half.seats?.cells.map((r) => r.map((c) => c.seats))).toEqual([
      [2, 2, 2],
      [1, 1, 1],
      [0, 0, 1],
    ])
    const flat = made({ faculties, method: "flat", each: 2 })
    expect(flat.total).toBe(14)
    const asked = made({ faculties, method: "flat", each: 2, total: 20 })
    expect(check(asked, "least")?.says).toContain("要求20名，按“每组名额相同”各组相加得14名")
  })

  it("may fall below 1 % where that is asked for, and the check says no", () => {
    expect(check(made({ faculties, total: 9 }), "least")).toMatchObject({ ok: false })
  })

  it("are told with all arithmetic", () => {
    const text = report(made({ faculties, societies }))
    expect(text).toContain("文学院：600 ÷ 1000 × 10 = 6")
    expect(text).toContain("新工科学院：20 ÷ 1000 × 10 = 0.200；不足下限1名，按1名")
    expect(report(made({ faculties, method: "sainte-lague" }))).toContain("除数在")
  })
})

describe("what can't be had", () => {
  it.each([
    [
      "a total below coverage",
      { total: 2 },
      ["total", "every-faculty"],
      [{ field: "total", from: 2, to: 3 }],
    ],
    [
      "a grade's floor above its students",
      { total: 400, floors: { grades: { "2023级": 301 } } },
      ["floors.grades.2023级"],
      [{ field: "floors.grades.2023级", from: 301, to: 300 }],
    ],
    [
      "a formula below a floor",
      { method: "flat", each: 1, floors: { grades: { "2023级": 3 } } },
      ["method", "floors.grades.2023级"],
      [{ field: "floors.grades.2023级", from: 3, to: 2 }],
    ],
    [
      "fewer society seats than main societies",
      { societySeats: 0 },
      ["societySeats", "every-society"],
      [{ field: "societySeats", from: 0, to: 1 }],
    ],
    [
      "a total that the societies inside take up",
      { total: 4, societySeats: 4, societiesInside: true },
      ["total", "societySeats"],
      [{ field: "total", from: 4, to: 7 }],
    ],
    [
      "too many cadres ex officio",
      { total: 10, societySeats: 1, exOfficio: 9 },
      ["floors.nonCadre", "exOfficio", "total"],
      [{ field: "exOfficio", from: 9, to: 7 }],
    ],
  ])("%s: says what collides and the smallest change", (_, more, collide, changes) => {
    const a = made({ faculties, societies, ...more })
    expect(a.infeasible?.collide.map((c) => c.id)).toEqual(collide)
    expect(a.infeasible?.ways[0]?.changes).toEqual(changes)
    expect(asJson(a)).toMatchObject({ seats: [], checks: [] })
    expect(report(a)).toContain("不能分配")
  })

  it("more women than the faculties have", () => {
    const few = faculties.map((f) => ({ ...f, women: 1 }))
    const a = made({ faculties: few, floors: { women: "40%" } })
    expect(a.infeasible?.ways[0]?.changes).toEqual([{ field: "floors.women", from: 4, to: 3 }])
    expect(made({ faculties: few, floors: { women: 3 } }).infeasible).toBeNull()
  })
})

describe("a file", () => {
  it.each([
    [{ faculties: [] }, "faculties"],
    [{ faculties, total: 0 }, "total"],
    [{ faculties, total: 1.5 }, "total"],
    [{ faculties, method: "d'hondt" }, "method"],
    [{ faculties: [...faculties, faculties[0]] }, "faculties[3].name"],
    [{ faculties: [{ name: "甲", grades: { "2025级": -1 } }] }, 'faculties[0].grades["2025级"]'],
    [{ faculties: [{ name: "甲", grades: { "2025级": "20" } }] }, 'faculties[0].grades["2025级"]'],
    [{ faculties, societies: [{ name: "社", members: 0, main: true }] }, "societies[0].members"],
    [{ faculties, floors: { womn: "25%" } }, "floors.womn"],
    [{ faculties, floors: { women: "250%" } }, "floors.women"],
    [{ faculties, floors: { women: -1 } }, "floors.women"],
    [{ faculties, method: "round-half-up", perHead: "0%" }, "perHead"],
    [{ faculties, method: "round-half-up", perHead: "viel" }, "perHead"],
    [{ societies }, "faculties"],
    [{ faculties: [{ name: "甲" }] }, "faculties[0].grades"],
    [{ faculties: [{ name: "甲", grades: { "2025级": 0 } }] }, "faculties"],
    [{ faculties, total: 1_000_001 }, "total"],
    [{ faculties, societies: [{ name: "社", main: true }] }, "societies[0].members"],
    [{ faculties, floors: { grades: { "1999级": 1 } } }, 'floors.grades["1999级"]'],
    ["名单", "文件"],
  ])("is refused with the field that is wrong: %j", (json, field) => {
    const read = readTerms(json)
    expect(read.ok ? null : read.error).toMatchObject({ code: "invalid", at: field })
  })
})

const any = fc.record({
  sizes: fc.array(
    fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 300 })), { minLength: 4, maxLength: 4 }),
    {
      minLength: 1,
      maxLength: 7,
    },
  ),
  total: fc.option(fc.integer({ min: 1, max: 60 }), { nil: null }),
  method: fc.constantFrom("largest-remainder", "sainte-lague", "round-half-up", "over-six", "flat"),
  eachGrade: fc.option(fc.constantFrom<string | number>("10%", "30%", 2), { nil: null }),
  main: fc.integer({ min: 0, max: 4 }),
})

describe("always", () => {
  it("either keeps all it checks, or explains; and a way out leads out", () => {
    fc.assert(
      fc.property(any, ({ sizes, total, method, eachGrade, main }) => {
        fc.pre(sizes.flat().some((n) => n > 0))
        const json = {
          faculties: sizes.map((row, i) => ({
            name: `院${i}`,
            grades: Object.fromEntries(row.map((n, j) => [`${2022 + j}级`, n])),
          })),
          societies: Array.from({ length: main }, (_, i) => ({ name: `社${i}`, members: 5 + i, main: true })),
          total,
          method,
          floors: { eachGrade },
        }
        const a = made(json)
        if (!a.infeasible) {
          expect(a.checks.filter((c) => !c.ok && c.id !== "least")).toEqual([])
          expect(asJson(a).seats.reduce((n, s) => n + s.seats, 0)).toBe(a.total)
          if (total && (method === "largest-remainder" || method === "sainte-lague"))
            expect(a.total).toBe(total)
          if (!total && (method === "largest-remainder" || method === "sainte-lague"))
            expect(a.total * 100).toBeGreaterThanOrEqual(a.students)
          return
        }
        expect(a.infeasible.collide.length).toBeGreaterThan(0)
        for (const { changes } of a.infeasible.ways) {
          const next = { ...json, floors: { ...json.floors } }
          for (const { field, to } of changes) {
            if (field === "total") next.total = to
            else if (field === "floors.eachGrade") next.floors.eachGrade = to
          }
          expect(made(next).infeasible).toBeNull()
        }
      }),
      { numRuns: 120 },
    )
  })
})
