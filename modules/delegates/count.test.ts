import { describe, expect, it } from "vitest"
import { candidatesFor } from "#modules/seats/index.ts"
import { leastOf, thresholds } from "#policy/practice/congress-rules.ts"
import { countVotes } from "./count.ts"

const candidates = (n: number, grade = 2023) =>
  Array.from({ length: n }, (_, i) => ({ id: `${grade}-${i}`, grade }))
const votes = (...n: number[]) => n.map((v, i) => ({ nominee: `2023-${i}`, votes: v }))

describe("the vote of the faculty's union", () => {
  const share = [{ grade: null, seats: 2 }]
  it("gives the seats to the most votes above half of those present", () => {
    const c = countVotes(share, candidates(3), [{ present: 20, votes: votes(18, 12, 11) }])
    expect(c.elected).toEqual(["2023-0", "2023-1"])
    expect(c.reserve).toEqual(["2023-2"])
    expect(c.contests).toEqual([])
  })
  it("elects nobody with exactly half", () => {
    const c = countVotes(share, candidates(3), [{ present: 20, votes: votes(18, 10, 10) }])
    expect(c.elected).toEqual(["2023-0"])
    expect(c.contests).toEqual([{ grade: null, seats: 1, among: ["2023-1", "2023-2"], why: "majority" }])
  })
  it("elects none of the equal at the cut, until they were voted on again", () => {
    const first = { present: 20, votes: votes(18, 12, 12) }
    const once = countVotes(share, candidates(3), [first])
    expect(once.elected).toEqual(["2023-0"])
    expect(once.contests).toEqual([{ grade: null, seats: 1, among: ["2023-1", "2023-2"], why: "tie" }])
    const second = {
      present: 20,
      votes: [
        { nominee: "2023-2", votes: 11 },
        { nominee: "2023-1", votes: 9 },
      ],
    }
    const twice = countVotes(share, candidates(3), [first, second])
    expect(twice.elected).toEqual(["2023-0", "2023-2"])
    expect(twice.contests).toEqual([])
  })
  it("keeps the seats of each year of entry apart", () => {
    const all = [...candidates(2), ...candidates(2, 2024)]
    const c = countVotes(
      [
        { grade: 2023, seats: 1 },
        { grade: 2024, seats: 1 },
      ],
      all,
      [
        {
          present: 20,
          votes: [
            { nominee: "2023-0", votes: 20 },
            { nominee: "2023-1", votes: 19 },
            { nominee: "2024-0", votes: 12 },
            { nominee: "2024-1", votes: 11 },
          ],
        },
      ],
    )
    expect(c.elected).toEqual(["2023-0", "2024-0"])
    expect(c.reserve).toEqual(["2023-1", "2024-1"])
  })
  it("never elects more than there are seats, whatever the votes", () => {
    let seed = 7
    const next = (n: number) => {
      seed = (seed * 48271) % 2147483647
      return seed % n
    }
    for (let i = 0; i < 300; i++) {
      const seats = 1 + next(5)
      const all = candidates(seats + 1 + next(5))
      const present = 1 + next(30)
      const c = countVotes([{ grade: null, seats }], all, [
        { present, votes: all.map((x) => ({ nominee: x.id, votes: next(present + 1) })) },
      ])
      expect(c.elected.length + c.contests.reduce((n, x) => n + x.seats, 0)).toBeLessThanOrEqual(seats)
      expect(new Set([...c.elected, ...c.reserve]).size).toBe(c.elected.length + c.reserve.length)
    }
  })
  it("asks for 20 % more candidates, rounded up, and two thirds of a class", () => {
    expect([1, 4, 5, 6, 10].map(candidatesFor)).toEqual([2, 5, 6, 8, 12])
    expect([1, 2, 3, 30, 31].map((n) => leastOf(thresholds.classMeeting, n))).toEqual([1, 2, 2, 20, 21])
  })
})
