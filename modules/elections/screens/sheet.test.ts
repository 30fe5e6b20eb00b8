import { describe, expect, it } from "vitest"
import { draftOf, sheetOf, sumsOf } from "./sheet.ts"

const of = {
  title: "主席团选举",
  seats: 1,
  candidates: [
    { number: "C1", name: "丁一" },
    { number: "C3", name: "李三" },
  ],
  present: 12,
  own: null,
  otherIn: false,
  state: "waiting" as const,
  differences: [],
}

describe("a teller's sheet", () => {
  const full = {
    ...draftOf(of),
    recovered: 12,
    valid: 11,
    invalid: 1,
    candidates: {
      C1: { for: 8, against: 2, abstain: 1, illegible: 0 },
      C3: { for: 3, against: 7, abstain: 0, illegible: 1 },
    },
  }

  it("begins with as many ballots given out as delegates present, and is not handed in half", () => {
    expect(draftOf(of)).toMatchObject({ issued: 12, recovered: null })
    expect(sheetOf(of, draftOf(of))).toBeNull()
  })

  it("comes out even: valid and invalid make the recovered, marks make the valid", () => {
    expect(sumsOf(of, full).every((s) => s.holds)).toBe(true)
    expect(sheetOf(of, full)?.candidates[1]).toEqual({
      number: "C3",
      for: 3,
      against: 7,
      abstain: 0,
      illegible: 1,
    })
  })

  it("says which sum does not", () => {
    const slip = { ...full, candidates: { ...full.candidates, C1: { ...full.candidates.C1, for: 9 } } }
    expect(sumsOf(of, slip).filter((s) => !s.holds)).toEqual([
      { key: "candidate", name: "丁一", left: 12, right: 11, holds: false },
    ])
    expect(
      sumsOf(of, { ...full, recovered: 13 })
        .filter((s) => !s.holds)
        .map((s) => s.key),
    ).toEqual(["recovered", "valid"])
  })

  it("leaves empty lines of write-ins out and takes no half one", () => {
    expect(sheetOf(of, { ...full, writeIns: [{ name: "", for: null }] })?.writeIns).toEqual([])
    expect(sheetOf(of, { ...full, writeIns: [{ name: "钱五", for: null }] })).toBeNull()
  })
})
