import type { Semester } from "@qiaoliang/basics"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { changesIn } from "./handover.ts"
import { arranged, type Member, propose, type Turn } from "./rotation.ts"
import { beginsOn, endsOn, nextOf } from "./semesters.ts"

const people = (...names: string[]): Member[] => names.map((name) => ({ number: `n${name}`, name }))
const start: Semester = { schoolYear: 2025, half: 1 }
const names = (turns: readonly Turn[]) => turns.map((t) => t.name).join("")

describe("propose", () => {
  it("gives everybody one turn before anybody a second, in the order of the roster", () => {
    expect(names(propose([], people("甲", "乙", "丙"), start, 7))).toBe("甲乙丙甲乙丙甲")
  })
  it("leaves whoever is in the chair there first", () => {
    expect(names(propose([], people("甲", "乙", "丙"), start, 3, "n丙"))).toBe("丙甲乙")
  })
  it("puts who joined before who had a turn, and waits for nobody who left", () => {
    const had = propose([], people("甲", "乙", "丙"), start, 2)
    expect(names(propose(had, people("甲", "乙", "丁"), { schoolYear: 2026, half: 1 }, 3))).toBe("丁甲乙")
    expect(names(propose(had, people("甲", "乙"), { schoolYear: 2026, half: 1 }, 2))).toBe("甲乙")
  })
  it("has nothing to propose without members", () => {
    expect(propose([], [], start, 4)).toEqual([])
  })

  it("is fair over random memberships: whoever served side by side throughout differ by one turn at most", () => {
    const step = fc.record({
      semesters: fc.integer({ min: 1, max: 5 }),
      members: fc.uniqueArray(fc.integer({ min: 0, max: 7 }), { minLength: 1, maxLength: 5 }),
    })
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
        let had: Turn[] = []
        let at = start
        for (const { semesters, members } of steps) {
          const turns = propose(had, people(...members.map(String)), at, semesters)
          expect(turns).toHaveLength(semesters)
          had = [...had, ...turns]
          for (const _ of turns) at = nextOf(at)
        }
        for (let i = 0; i < had.length; i++)
          for (let j = i + 1; j <= had.length; j++) {
            const stretch = had.slice(i, j)
            const throughout = stretch[0]!.of.filter((n) => stretch.every((t) => t.of.includes(n)))
            const counts = throughout.map((n) => stretch.filter((t) => t.number === n).length)
            // From the first semester on, a difference of one; a stretch cut out of two rounds, of two.
            const most = sinceAllJoined(had, i, throughout) ? 1 : 2
            expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(most)
          }
      }),
      { numRuns: 60 },
    )
  })

  it("always proposes what it would accept, and refuses any member's second turn before all had one", () => {
    const members = fc.integer({ min: 2, max: 5 })
    fc.assert(
      fc.property(members, fc.integer({ min: 0, max: 9 }), fc.nat(), (count, before, pick) => {
        const all = people(..."甲乙丙丁戊".slice(0, count))
        const had = propose([], all, start, before)
        let from = start
        for (const _ of had) from = nextOf(from)
        const rest = propose(had, all, from, count)
        expect(arranged(had, all, from, rest).ok).toBe(true)
        const inRound = [...had, ...rest].slice(Math.floor(before / count) * count, before)
        if (inRound.length === 0) return
        const twice = inRound[pick % inRound.length]!
        const answer = arranged(had, all, from, [{ ...rest[0]!, number: twice.number }])
        expect(answer.ok ? undefined : answer.error.clause).toBe("2.2b")
      }),
    )
  })
})

/** No turn before the stretch is left over from a round these people had begun. */
const sinceAllJoined = (had: readonly Turn[], i: number, who: readonly string[]) =>
  !had.slice(0, i).some((t) => who.includes(t.number))

describe("arranged", () => {
  const three = people("甲", "乙", "丙")
  const want = (...numbers: string[]) => {
    let at = start
    return numbers.map((number) => {
      const turn = { ...at, number: `n${number}` }
      at = nextOf(at)
      return turn
    })
  }
  it("lets semesters be swapped", () => {
    const answer = arranged([], three, start, want("丙", "甲", "乙", "乙"))
    expect(answer.ok && names(answer.value)).toBe("丙甲乙乙")
  })
  it("refuses a second turn before all had one, saying who waits", () => {
    const answer = arranged([], three, start, want("甲", "乙", "甲"))
    expect(answer.ok ? undefined : answer.error).toMatchObject({
      clause: "2.2b",
      because: expect.stringContaining("丙还没有轮值过"),
    })
  })
  it("refuses strangers, gaps and doubles", () => {
    expect(arranged([], three, start, want("丁")).ok).toBe(false)
    const [a, b] = want("甲", "乙")
    expect(arranged([], three, start, [b!, a!]).ok).toBe(false)
    expect(arranged([], three, start, [a!, { ...b!, half: 1 }]).ok).toBe(false)
  })
})

it("a semester ends the day before the next begins; a change of chairs is due a fortnight after", () => {
  expect([beginsOn(start), endsOn(start)]).toEqual(["2025-09-01", "2026-01-31"])
  const turns = propose([], people("甲", "乙"), start, 3)
  expect(changesIn(turns).map((c) => [c.outgoing.name, c.incoming.name, c.due])).toEqual([
    ["甲", "乙", "2026-02-15"],
    ["乙", "甲", "2026-09-15"],
  ])
  expect(changesIn(propose([], people("甲"), start, 3))).toEqual([])
})
