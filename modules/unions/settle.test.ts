import { describe, expect, it } from "vitest"
import { acrossUnions, type SettledPost } from "./settle.ts"

const post = (name: string, number: string | null, row: number): SettledPost => ({
  place: { file: "院系学生会名单.xlsx", sheet: "东校区", row },
  kind: "member",
  title: "干事",
  name,
  number,
  numberWritten: number,
})
const onFile = [{ union: "校学生会", number: "1", place: { file: "校.xlsx", sheet: null, row: 21 } }]

describe("who stands in two unions", () => {
  it("is told at the second roster of one workbook, and at a roster after one on file", () => {
    const rosters = [
      { union: "文学院学生会", posts: [post("甲", "1", 5), post("乙", "2", 6)] },
      { union: "法学院学生会", posts: [post("乙", "2", 30)] },
    ]
    const told = acrossUnions(rosters, onFile)
    expect(told.map((p) => [p.report, p.row, p.name, p.other])).toEqual([
      ["person-in-two-unions", 5, "甲", onFile[0]!.place],
      ["person-in-two-unions", 30, "乙", rosters[0]!.posts[1]!.place],
    ])
    expect(told[0]!.because).toContain("校学生会和文学院学生会")
  })

  it("is nobody whose namesake stands elsewhere, nobody twice in one roster, nobody without a number", () => {
    const posts = [post("甲", "9", 5), post("丙", "3", 6), post("丙", "3", 7), post("丁", null, 8)]
    expect(acrossUnions([{ union: "文学院学生会", posts }], onFile)).toEqual([])
  })
})
