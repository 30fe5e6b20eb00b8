import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { byFormula, candidatesFor, halfUp } from "./index.ts"
import { largestRemainder } from "./largest-remainder.ts"
import { compare, type Group, type Shared, sum } from "./list.ts"
import { sainteLague } from "./sainte-lague.ts"

const groups = (sizes: Readonly<Record<string, number>>, least = 0): Group[] =>
  Object.entries(sizes).map(([name, size]) => ({ name, size, least, most: size }))
const seats = (shared: Shared) => Object.fromEntries(shared.lines.map((l) => [l.name, l.seats]))

describe("largest remainder, published examples", () => {
  it("Wikipedia, Hare quota: 100,000 votes, 10 seats", () => {
    const votes = { Yellows: 47_000, Whites: 16_000, Reds: 15_800, Greens: 12_000, Blues: 6100, Pinks: 3100 }
    const shared = largestRemainder(groups(votes), 10)
    expect(seats(shared)).toEqual({ Yellows: 5, Whites: 2, Reds: 1, Greens: 1, Blues: 1, Pinks: 0 })
    const [yellows, , reds] = shared.lines
    expect(yellows).toMatchObject({ quota: { num: 470_000, den: 100_000 }, floor: 4, place: 1, extra: 1 })
    expect(reds).toMatchObject({ floor: 1, remainder: 58_000, place: 4, extra: 0 })
  })

  it("the Alabama paradox: an eleventh seat costs C one", () => {
    const states = groups({ A: 6, B: 6, C: 2 })
    expect(seats(largestRemainder(states, 10))).toEqual({ A: 4, B: 4, C: 2 })
    expect(seats(largestRemainder(states, 11))).toEqual({ A: 5, B: 5, C: 1 })
  })

  it("gives a tie to more people, then by name, and says so", () => {
    const shared = largestRemainder(groups({ 乙: 5, 甲: 5, 丙: 5 }), 4)
    expect(shared.ties).toEqual([{ got: ["丙"], missed: ["乙", "甲"] }])
    expect(seats(shared)).toEqual({ 丙: 2, 乙: 1, 甲: 1 })
  })

  it("shares what is left by size where the least takes seats", () => {
    const shared = largestRemainder(groups({ 大: 900, 中: 90, 小: 10 }, 1), 10)
    expect(seats(shared)).toEqual({ 大: 8, 中: 1, 小: 1 })
    expect(shared.lines.map((l) => l.held)).toEqual([null, "least", "least"])
    expect(shared.lines[0]).toMatchObject({ fair: { num: 900 * 8, den: 900 }, floor: 8, remainder: 0 })
  })
})

describe("Sainte-Laguë, published examples", () => {
  it("Wikipedia: 230,000 votes, 8 seats", () => {
    const shared = sainteLague(groups({ A: 100_000, B: 80_000, C: 30_000, D: 20_000 }), 8)
    expect(seats(shared)).toEqual({ A: 3, B: 3, C: 1, D: 1 })
    expect(shared.lines[1]!.quotients.map((q) => [q.seat, q.of.num / q.of.den, q.place])).toEqual([
      [1, 80_000, 2],
      [2, 80_000 / 3, 5],
      [3, 16_000, 8],
    ])
  })

  it("Wikipedia: 100,000 votes, 7 seats", () => {
    expect(seats(sainteLague(groups({ A: 53_000, B: 24_000, C: 23_000 }), 7))).toEqual({ A: 3, B: 2, C: 2 })
  })

  it("names the divisor: every share over it, rounded, is the seats", () => {
    const { divisor, lines } = sainteLague(groups({ A: 53_000, B: 24_000, C: 23_000 }), 7)
    const middle = (divisor!.from!.num / divisor!.from!.den + divisor!.to!.num / divisor!.to!.den) / 2
    expect(lines.map((l) => Math.round(l.size / middle))).toEqual([3, 2, 2])
  })
})

describe("formulas of practice", () => {
  it("班级人数×10%，四舍五入，至少1名", () => {
    const rule = halfUp({ num: 1, den: 10 }, 1)
    expect([0, 4, 14, 15, 34, 35].map((n) => byFormula(rule, n))).toEqual([0, 1, 1, 2, 3, 4])
  })
  it("每10人1名，余数超过6加1名：floor((x + 3) ÷ 10)", () => {
    const rule = {
      kind: "per-head",
      share: { num: 1, den: 10 },
      offset: { num: 3, den: 10 },
      least: 0,
    } as const
    expect([6, 7, 36, 37, 40].map((n) => byFormula(rule, n))).toEqual([0, 1, 3, 4, 4])
  })
  it("每班3名, and never more than the class has", () => {
    expect([30, 2, 0].map((n) => byFormula({ kind: "flat", each: 3 }, n))).toEqual([3, 2, 0])
  })
  it("差额20%, a part of one counted as one", () => {
    expect([5, 6, 10, 11, 0].map((n) => candidatesFor(n, { num: 1, den: 5 }))).toEqual([6, 8, 12, 14, 0])
  })
})

describe("a bound that leaves no room", () => {
  it.each([largestRemainder, sainteLague])("is refused", (method) => {
    expect(() => method(groups({ A: 5, B: 5 }, 2), 3)).toThrow(RangeError)
    expect(() => method(groups({ A: 1, B: 1 }), 3)).toThrow(RangeError)
  })
})

const sized = fc
  .array(fc.record({ size: fc.integer({ min: 0, max: 400 }), least: fc.integer({ min: 0, max: 2 }) }), {
    minLength: 1,
    maxLength: 8,
  })
  .map((all) =>
    all.map(
      ({ size, least }, i): Group => ({ name: `组${i}`, size, least: Math.min(least, size), most: size }),
    ),
  )
  .filter((all) => sum(all.map((g) => g.size)) > 0)
const withTotal = sized.chain((all) =>
  fc
    .integer({ min: sum(all.map((g) => g.least)), max: sum(all.map((g) => g.most)) })
    .map((total) => ({ all, total })),
)

describe("always", () => {
  it.each([largestRemainder, sainteLague])("meets the total, within bounds, in whatever order", (method) => {
    fc.assert(
      fc.property(withTotal, fc.infiniteStream(fc.nat()), ({ all, total }, shuffle) => {
        const shared = method(all, total)
        expect(sum(shared.lines.map((l) => l.seats))).toBe(total)
        for (const l of shared.lines) expect(l.seats >= l.least && l.seats <= l.most).toBe(true)
        const fair = shared.lines.reduce((s, l) => s + l.fair.num / l.fair.den, 0)
        expect(fair).toBeCloseTo(total, 6)
        const other = all.map((g) => ({ g, key: shuffle.next().value! })).sort((a, b) => a.key - b.key)
        expect(
          seats(
            method(
              other.map((o) => o.g),
              total,
            ),
          ),
        ).toEqual(seats(shared))
      }),
    )
  })

  it("largest remainder keeps the quota rule, on the share after bounds", () => {
    fc.assert(
      fc.property(withTotal, ({ all, total }) => {
        for (const l of largestRemainder(all, total).lines) {
          expect(l.seats === l.floor || l.seats === l.floor + 1).toBe(true)
          expect(
            compare({ num: l.seats, den: 1 }, { num: l.fair.num + l.fair.den, den: l.fair.den }),
          ).toBeLessThan(0)
        }
      }),
    )
  })

  it("more people are never fewer seats; one seat more never costs a group of Sainte-Laguë one", () => {
    fc.assert(
      fc.property(withTotal, ({ all, total }) => {
        const even = all.map((g) => ({ ...g, least: 0 }))
        for (const method of [largestRemainder, sainteLague]) {
          const lines = method(even, total).lines
          for (const a of lines)
            for (const b of lines) if (a.size > b.size) expect(a.seats).toBeGreaterThanOrEqual(b.seats)
        }
        if (total === sum(all.map((g) => g.most))) return
        const now = sainteLague(all, total).lines
        const more = sainteLague(all, total + 1).lines
        now.forEach((l, i) => {
          expect(more[i]!.seats).toBeGreaterThanOrEqual(l.seats)
        })
      }),
    )
  })
})
