import fc from "fast-check"
import { expect, it } from "vitest"
import { outcomeOf, standsNext, votesNeeded } from "./outcome.ts"

const count = (name: string, votes: number) => ({ number: name, name, for: votes })
const names = (people: readonly { name: string }[]) => people.map((p) => p.name).join("")
const tie = "second-round" as const

it("elects who has more than half of those present, not of the votes", () => {
  const counts = [count("甲", 21), count("乙", 20)]
  const o = outcomeOf(counts, { seats: 2, present: 40, tie })
  expect(names(o.elected)).toBe("甲")
  expect(o.open).toBe(1)
  expect(names(standsNext(o))).toBe("乙")
})

it("elects no more than there are seats, the best first", () => {
  const counts = [count("甲", 22), count("乙", 30), count("丙", 25)]
  const o = outcomeOf(counts, { seats: 2, present: 40, tie })
  expect(names(o.elected)).toBe("乙丙")
  expect(names(o.remaining)).toBe("甲")
  expect(o.open).toBe(0)
})

it("puts those level at the last seat into a second round", () => {
  const counts = [count("甲", 30), count("乙", 25), count("丙", 25), count("丁", 3)]
  const o = outcomeOf(counts, { seats: 2, present: 40, tie })
  expect(names(o.elected)).toBe("甲")
  expect(names(o.tied)).toBe("乙丙")
  expect(o.open).toBe(1)
  expect(names(standsNext(o))).toBe("乙丙")
})

it("leaves the seat vacant where the rules say so", () => {
  const counts = [count("甲", 30), count("乙", 25), count("丙", 25)]
  const o = outcomeOf(counts, { seats: 2, present: 40, tie: "vacant" })
  expect(names(o.elected)).toBe("甲")
  expect(o).toMatchObject({ open: 0, vacant: 1 })
  expect(standsNext(o)).toEqual([])
})

it("elects those level where there are seats for all of them", () => {
  const o = outcomeOf([count("甲", 25), count("乙", 25)], { seats: 2, present: 40, tie })
  expect(names(o.elected)).toBe("甲乙")
  expect(o.tied).toEqual([])
})

it("says how many votes elect", () => {
  expect([10, 11, 186].map(votesNeeded)).toEqual([6, 6, 94])
})

it("elects nobody of nobody present", () => {
  expect(outcomeOf([count("甲", 0)], { seats: 1, present: 0, tie }).elected).toEqual([])
})

it("gives every candidate one fate, and never more seats than there are", () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(50), { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 1, max: 8 }),
      fc.integer({ min: 1, max: 50 }),
      fc.constantFrom("vacant" as const, "second-round" as const),
      (votes, seats, present, rule) => {
        const counts = votes.map((v, i) => count(`c${i}`, v))
        const o = outcomeOf(counts, { seats, present, tie: rule })
        const all = [...o.elected, ...o.tied, ...o.remaining].map((p) => p.number)
        expect(all.toSorted()).toEqual(counts.map((c) => c.number).toSorted())
        expect(o.elected.length + o.open + o.vacant).toBe(seats)
        const of = (n: string) => counts.find((c) => c.number === n)!.for
        for (const e of o.elected) {
          expect(of(e.number) * 2).toBeGreaterThan(present)
          for (const r of [...o.tied, ...o.remaining])
            expect(of(e.number)).toBeGreaterThanOrEqual(of(r.number))
        }
      },
    ),
  )
})
