import { describe, expect, it } from "vitest"
import { factsFrom } from "./facts.ts"
import type { Candidacy, RosterLine } from "./store.ts"

const passed = (number: string, more: Partial<Candidacy> = {}): Candidacy => ({
  universityId: "u",
  applicationId: `a-${number}`,
  callId: "c",
  courseId: `k-${number}`,
  unionId: "x",
  postKind: "school-member",
  number,
  name: number,
  faculty: "文学院",
  grade: 2023,
  source: "faculty-union",
  department: "学习部",
  title: null,
  outcome: "passed",
  endedOn: "2025-11-10",
  postId: "p",
  ...more,
})

const line = (number: string | null, more: Partial<RosterLine> = {}): RosterLine => ({
  id: `p-${number}`,
  unionId: "x",
  name: number ?? "无",
  number,
  kind: "member",
  imported: false,
  ...more,
})

const names = (rows: readonly { name: string }[]) => rows.map((r) => r.name)

describe("facts of selection", () => {
  it("tells who walked the chain from who was entered without, and who was imported", () => {
    const roster = [line("甲"), line("乙"), line("丙", { imported: true }), line(null, { imported: true })]
    const { members } = factsFrom([passed("甲")], roster, "2025-11-15")
    expect(names(members.walked)).toEqual(["甲"])
    expect(members.walked[0]?.note).toBe("校级工作部门成员遴选，2025-11-10办结")
    expect(names(members.without)).toEqual(["乙"])
    expect(names(members.unproven)).toEqual(["丙", "无"])
  })
  it("counts candidates of this school year as walked though they hold no post, and names those 5.3 does not", () => {
    const candidate = (n: string, more: Partial<Candidacy> = {}) =>
      passed(n, { postKind: "school-presidium", postId: null, ...more })
    const found = factsFrom(
      [candidate("甲"), candidate("乙", { source: "other" }), candidate("丙", { endedOn: "2025-05-01" })],
      [line("丁", { kind: "presidium", imported: true })],
      "2025-11-15",
    )
    expect(names(found.presidium.walked)).toEqual(["甲", "乙"])
    expect(names(found.presidium.unproven)).toEqual(["丁"])
    expect(names(found.candidates)).toEqual(["甲", "乙"])
    expect(names(found.outside)).toEqual(["乙"])
  })
})
