import { isAllowed } from "@qiaoliang/ballot"
import { describe, expect, it } from "vitest"
import { type Booth, missingOn, namesOn, rowsOf, toggled, unmarked } from "./marks.ts"

const names = ["丁一", "李三", "赵四"]
const surplus = { mode: "surplus", seats: 2, candidates: [], election: null } as unknown as Booth
const equal = { mode: "equal", seats: 3, candidates: [], election: null } as unknown as Booth
const question = { question: "主席团成员", answers: names, min: 1, max: 2, blank: true as const }
const verdict = { question: "丁一", answers: ["赞成", "反对", "弃权"], min: 1, max: 1 }

describe("marks on a ballot", () => {
  it("takes as many names as there are seats and not one more", () => {
    const two = toggled(toggled(unmarked, 0, 2), 2, 2)
    expect(rowsOf(surplus, names, two)).toEqual([[0, 1, 0, 1]])
    expect(toggled(two, 1, 2)).toBe(two)
    expect(rowsOf(surplus, names, toggled(two, 0, 2))).toEqual([[0, 0, 0, 1]])
    expect(isAllowed(question, [0, 1, 1, 1])).toBe(false)
    expect(isAllowed(question, rowsOf(surplus, names, two)[0]!)).toBe(true)
  })

  it("leaves a blank ballot without names, and asks for one or the other", () => {
    expect(missingOn(surplus, names, unmarked)).toEqual(names)
    const blank = { ...unmarked, blank: true }
    expect(rowsOf(surplus, names, blank)).toEqual([[1, 0, 0, 0]])
    expect(toggled(blank, 1, 2)).toMatchObject({ blank: false, chosen: [1] })
  })

  it("asks for a verdict on each where as many stand as are elected", () => {
    const marks = { ...unmarked, verdicts: { 0: "for", 2: "abstain" } as const }
    expect(missingOn(equal, names, marks)).toEqual(["李三"])
    const rows = rowsOf(equal, names, { ...marks, verdicts: { ...marks.verdicts, 1: "against" } })
    expect(rows).toEqual([
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ])
    expect(rows.every((row) => isAllowed(verdict, row))).toBe(true)
  })

  it("reads the names from the ballot that is encrypted", () => {
    const election = JSON.stringify({ questions: [{ question: "甲", answers: [] }] })
    expect(namesOn({ ...equal, election })).toEqual(["甲"])
    expect(namesOn({ ...surplus, election: JSON.stringify({ questions: [{ answers: names }] }) })).toEqual(
      names,
    )
  })
})
