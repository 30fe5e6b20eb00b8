import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { countOf, fewest, outcomeOf } from "./open-vote.ts"

const some = fc.integer({ min: 0, max: 3000 })

describe("an open vote", () => {
  it("is carried by more than half of those present, not by half", () => {
    expect(outcomeOf("decision", 300, { for: 151, against: 100, abstain: 49 })).toMatchObject({
      passed: true,
      needed: 151,
      silent: 0,
      arithmetic: expect.stringContaining("赞成151÷到会300 > 1/2"),
    })
    expect(outcomeOf("decision", 300, { for: 150, against: 0, abstain: 0 })).toMatchObject({
      passed: false,
      silent: 150,
      arithmetic: expect.stringContaining("≤ 1/2"),
    })
  })

  it("amends the charter with two thirds, not with one fewer", () => {
    expect(outcomeOf("amendment", 300, { for: 200, against: 100, abstain: 0 }).passed).toBe(true)
    expect(outcomeOf("amendment", 300, { for: 199, against: 0, abstain: 0 }).passed).toBe(false)
    expect(outcomeOf("amendment", 10, { for: 7, against: 0, abstain: 0 })).toMatchObject({
      passed: true,
      needed: 7,
    })
    expect(outcomeOf("amendment", 10, { for: 6, against: 0, abstain: 0 }).passed).toBe(false)
  })

  it("carries nothing where nobody is present", () => {
    expect(outcomeOf("decision", 0, { for: 0, against: 0, abstain: 0 }).passed).toBe(false)
  })

  it("needs exactly the fewest it names", () => {
    fc.assert(
      fc.property(fc.constantFrom("decision" as const, "amendment" as const), some, (rule, present) => {
        const needed = fewest(rule, present)
        const with_ = (n: number) => outcomeOf(rule, present, { for: n, against: 0, abstain: 0 }).passed
        if (present > 0) expect([with_(needed - 1), with_(needed)]).toEqual([false, true])
      }),
    )
  })

  it("counts what was said", () => {
    expect(countOf(["for", "abstain", "for", "against"])).toEqual({ for: 2, against: 1, abstain: 1 })
  })
})
