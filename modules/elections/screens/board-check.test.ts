import { eventRecords, trackerOf } from "@qiaoliang/ballot"
import { describe, expect, it } from "vitest"
import { brokenAt, continuity, countingOf, type Line, votersOf } from "./board-check.ts"
import { hexOf } from "./bytes.ts"

const hash = (text: string) => hexOf(trackerOf(text))

/** A board as the server lists it: one voter a letter, who may vote again. */
function boardOf(voters: string): Line[] {
  const lines: Line[] = []
  let parent: { hash: string; height: number } | null = null
  const add = (type: "Setup" | "Ballot" | "EndBallots", payloads: string[], credential: string | null) => {
    const { hash: own, height } = eventRecords(1_700_000_000, parent, type, payloads)
    parent = { hash: own, height }
    const tracker = type === "Ballot" ? trackerOf(payloads[0]!) : null
    lines.push({ height, type, hash: own, tracker, credential })
  }
  add("Setup", ["e", "t", "c", "s"], null)
  for (const [i, voter] of [...voters].entries()) add("Ballot", [`ballot ${i} of ${voter}`], voter)
  add("EndBallots", [], null)
  return lines
}

const checkpointOf = (lines: readonly Line[]) => ({
  election: "uuid",
  height: lines.length - 1,
  hash: lines.at(-1)!.hash,
  code: "",
  signature: "",
})

describe("a board checked in the browser", () => {
  const whole = boardOf("abca")

  it("follows from its first event to its last, as the archive is chained", () => {
    expect(brokenAt(whole, hash, hexOf)).toBeNull()
    expect(votersOf(whole)).toBe(3)
    expect([...countingOf(whole)]).toEqual([whole[4], whole[2], whole[3]].map((l) => l!.tracker))
  })

  it("is broken where a ballot was dropped, swapped, replaced or hidden", () => {
    const again = (lines: Line[]) => brokenAt(lines, hash, hexOf)
    const renumbered = (lines: Line[]) => lines.map((l, height) => ({ ...l, height }))
    expect(again(whole.filter((_, i) => i !== 2))).toBe(2)
    expect(again(renumbered(whole.filter((_, i) => i !== 2)))).toBe(2)
    expect(again(renumbered([whole[0]!, whole[2]!, whole[1]!, ...whole.slice(3)]))).toBe(1)
    expect(again(whole.map((l, i) => (i === 3 ? { ...l, tracker: whole[1]!.tracker } : l)))).toBe(3)
    expect(again(whole.map((l, i) => (i === 3 ? { ...l, tracker: null } : l)))).toBe(3)
  })

  it("continues what was seen before, and only that", () => {
    const before = checkpointOf(whole.slice(0, 3))
    expect(continuity(whole, checkpointOf(whole), before)).toBeNull()
    expect(continuity(whole, checkpointOf(whole), null)).toBeNull()
    const other = boardOf("bca")
    expect(continuity(other, checkpointOf(other), before)).toBe("rewritten")
    expect(continuity(whole.slice(0, 2), checkpointOf(whole.slice(0, 2)), before)).toBe("shorter")
    expect(continuity(whole, checkpointOf(whole.slice(0, 4)), before)).toBe("checkpoint")
    expect(continuity(whole, { ...checkpointOf(whole), election: "another" }, before)).toBe("rewritten")
  })
})
