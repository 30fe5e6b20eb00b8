import { describe, expect, it } from "vitest"
import type { Count } from "./entry.ts"
import { byFaculty, figuresOf, league, medianOf, partsOf, seriesOf } from "./figures.ts"

const today = "2025-11-15"
const count = (c: Partial<Count> = {}): Count => ({
  needId: "n",
  nth: 1,
  unionId: "u",
  field: "权益维护",
  categoryId: "c",
  category: "食堂",
  office: null,
  state: "sorting",
  open: true,
  outcome: null,
  raisedOn: "2025-11-01",
  sentOn: null,
  answeredOn: null,
  solvedOn: null,
  due: null,
  wasLate: false,
  acceptDays: null,
  answerDays: null,
  solveDays: null,
  voices: 1,
  faculties: [],
  classes: 1,
  ratings: 0,
  solved: 0,
  merged: 0,
  ...c,
})
const many = (n: number, c: Partial<Count> = {}) => Array.from({ length: n }, () => count(c))
const answered = { state: "answered", sentOn: "2025-11-03", answeredOn: "2025-11-05" } as const

describe("figures", () => {
  it("count nothing of fewer than five", () => {
    expect(figuresOf(many(4, { ...answered, answerDays: 2 }), today)).toMatchObject({
      count: null,
      answered: null,
      answerDays: null,
      late: null,
    })
    expect(figuresOf(many(5, { ...answered, answerDays: 2 }), today)).toMatchObject({
      count: 5,
      answered: { num: 5, den: 5 },
      answerDays: 2,
      late: { num: 0, den: 5 },
    })
    expect(figuresOf([], today).count).toBe(0)
  })

  it("leave declined ones out of the answered share, and take people who rated, not needs", () => {
    const f = figuresOf(
      [
        ...many(5, answered),
        ...many(3, { state: "declined" }),
        count({ ...answered, ratings: 4, solved: 1 }),
      ],
      today,
    )
    expect(f.answered).toEqual({ num: 6, den: 6 })
    expect(f.solved).toBeNull()
    expect(figuresOf(many(1, { ratings: 5, solved: 2 }), today).solved).toEqual({ num: 2, den: 5 })
  })

  it("take as late what was taken late and what waits beyond its day, and not what is over", () => {
    const sent = { sentOn: "2025-11-03" }
    const f = figuresOf(
      [
        count({ ...sent, wasLate: true, state: "done" }),
        count({ ...sent, due: "2025-11-14", state: "sent" }),
        count({ ...sent, due: "2025-11-15", state: "sent" }),
        count({ ...sent, due: "2025-11-14", state: "done" }),
        count({ ...sent }),
      ],
      today,
    )
    expect(f.late).toEqual({ num: 2, den: 5 })
  })

  it("take the middle, between two where there are two", () => {
    expect(medianOf([1, 2, 3, 4, 100])).toBe(3)
    expect(medianOf([1, 1, 2, 5, 5, 9])).toBe(3.5)
    expect(medianOf([1, 2, 3, null, 4])).toBeNull()
  })

  it("hide a second part where one alone could be worked out from the whole", () => {
    const parts = partsOf(
      new Map([
        ["甲", many(20)],
        ["乙", many(7)],
        ["丙", many(2)],
      ]),
      today,
    )
    expect(parts.map((p) => p.count)).toEqual([20, null, null])
  })

  it("by faculty ask for five voices of it; shares for five needs", () => {
    const of = (needs: number, voices: number) =>
      many(needs, { ...answered, faculties: [{ name: "文学院", count: voices }] })
    expect(byFaculty(of(2, 2), today)).toMatchObject([{ name: "文学院", count: null, answered: null }])
    expect(byFaculty(of(1, 5), today)).toMatchObject([{ name: "文学院", count: 1, answered: null }])
    expect(byFaculty(of(5, 1), today)).toMatchObject([{ count: 5, answered: { num: 5, den: 5 } }])
    expect(byFaculty(many(5), today)).toEqual([])
  })

  it("count one need that five people have, and hide four that four have", () => {
    expect(figuresOf([count({ voices: 5 })], today).count).toBe(1)
    expect(figuresOf(many(4), today).count).toBeNull()
  })
})

describe("the league table", () => {
  const at = (office: string, n: number, c: Partial<Count> = {}) => many(n, { ...answered, office, ...c })
  it("compares only those with ten answers", () => {
    const table = league([...at("后勤保障处", 10), ...at("图书馆", 9)], today)
    expect(table.map((o) => [o.name, o.rank])).toEqual([
      ["后勤保障处", 1],
      ["图书馆", null],
    ])
  })
  it("puts first who lets less go late, whatever the days it takes, then who solves more", () => {
    const table = league(
      [
        ...at("慢而准时", 10, { answerDays: 9, ratings: 5, solved: 1 }),
        ...at("也准时", 10, { answerDays: 9, ratings: 5, solved: 4 }),
        ...at("快而常超期", 10, { answerDays: 1, ratings: 5, solved: 5, wasLate: true }),
      ],
      today,
    )
    expect(table.map((o) => [o.name, o.rank])).toEqual([
      ["也准时", 1],
      ["慢而准时", 2],
      ["快而常超期", 3],
    ])
  })
  it("gives equal ones the same place", () => {
    expect(league([...at("甲", 10), ...at("乙", 12)], today).map((o) => o.rank)).toEqual([1, 1])
  })
})

it("a series counts what was raised and answered in each month, of enough people", () => {
  const series = seriesOf(
    [count({ voices: 5 }), count({ ...answered, raisedOn: "2025-10-30", voices: 4 })],
    ["2025-10", "2025-11", "2025-12"],
  )
  expect(series).toEqual([
    { month: "2025-10", raised: null, answered: 0 },
    { month: "2025-11", raised: 1, answered: null },
    { month: "2025-12", raised: 0, answered: 0 },
  ])
})
