import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type Broken, Chain, type Entry, genesis, hashOf, link } from "./index.ts"

const written = (bodies: readonly unknown[]): Entry[] => {
  const out: Entry[] = []
  for (const body of bodies) out.push(link(out.at(-1) ?? null, body))
  return out
}

function firstBroken(entries: readonly Entry[]): Broken | null {
  const chain = new Chain()
  for (const entry of entries) {
    const broken = chain.check(entry)
    if (broken) return broken
  }
  return null
}

const bodies = fc.array(fc.jsonValue(), { minLength: 2, maxLength: 12 })

describe("a ledger", () => {
  it("begins from 64 zeros and chains", () => {
    const [first, second] = written([{ a: 1 }, { a: 2 }]) as [Entry, Entry]
    expect(first.prev).toBe(genesis)
    expect(second.prev).toBe(first.hash)
  })
  it("hashes a value the same however its keys are ordered, and another value differently", () => {
    expect(hashOf({ a: 1, b: [2, "三"] })).toBe(hashOf({ b: [2, "三"], a: 1 }))
    expect(hashOf({ a: 1 })).not.toBe(hashOf({ a: "1" }))
    expect(() => hashOf(undefined)).toThrow(TypeError)
  })
  it("accepts what was written", () => {
    fc.assert(
      fc.property(bodies, (all) => {
        expect(firstBroken(written(all))).toBeNull()
      }),
    )
  })
  it("names the first entry that was changed, taken out, or put in", () => {
    fc.assert(
      fc.property(bodies, fc.nat(), (all, n) => {
        const entries = written(all)
        const at = n % (entries.length - 1)
        const changed = entries.with(at, { ...entries[at]!, body: { other: all[at] } })
        expect(firstBroken(changed)).toEqual({ seq: at + 1, because: "hash" })
        expect(firstBroken(entries.toSpliced(at, 1))).toEqual({ seq: at + 1, because: "gap" })
        // Rewritten with a good hash of its own: the entry after no longer follows.
        const forged = link(entries[at - 1] ?? null, { other: all[at] })
        expect(firstBroken(entries.with(at, forged))).toEqual({ seq: at + 2, because: "prev" })
      }),
    )
  })
})
