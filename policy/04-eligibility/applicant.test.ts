import { atMostShare } from "@qiaoliang/clause"
import { describe, expect, it } from "vitest"
import { judgeUnion } from "../index.ts"
import type { Facts, Student } from "../vocabulary.ts"
import { type Bar, judgeStudent } from "./applicant.ts"

const bar: Bar = {
  asOf: "2025-11-15",
  unit: { id: "u", name: "明湖大学学生会" },
  union: { id: "u", name: "明湖大学学生会", level: "school", kind: "undergraduate" },
  limits: {},
  readings: { "4.3": "practice-overall" },
}

const student = (rank: number, of: number, more: Partial<Student> = {}): Student => ({
  studentId: "s1",
  name: "张一",
  faculty: "文学院",
  grade: 2023,
  level: "undergraduate",
  political: "league",
  politicalWritten: "共青团员",
  record: { windows: { overall: { rank, of } }, fails: 0 },
  ...more,
})

const on = (clause: string, s: Student, b = bar) => judgeStudent(s, b).find((c) => c.clause === clause)

describe("one student at the gate", () => {
  it("is let in at 36 of 120 and not at 37", () => {
    expect(on("4.3", student(36, 120))).toMatchObject({ verdict: "met", value: "36/120" })
    expect(on("4.3", student(37, 120))).toMatchObject({
      verdict: "violated",
      because: "入学以来综合排名37/120，超过30%（36名）；无不及格",
      value: "37/120",
      limit: "前30%（36名）",
    })
  })
  it("is measured without rounding: 9 of 33 is inside, 10 is not", () => {
    expect(on("4.3", student(9, 33))?.verdict).toBe("met")
    expect(on("4.3", student(10, 33))).toMatchObject({ verdict: "violated", limit: "前30%（9名）" })
  })
  it("meets the union's stricter share", () => {
    const strict = { ...bar, limits: { "4.3": atMostShare(1, 4) } }
    expect(on("4.3", student(30, 120), strict)?.verdict).toBe("met")
    expect(on("4.3", student(31, 120), strict)).toMatchObject({ verdict: "violated", limit: "前25%（30名）" })
  })
  it("is unknown without a record, and not refused for it", () => {
    const { record: _, ...bare } = student(1, 1)
    expect(on("4.3", bare)).toMatchObject({ verdict: "unknown", value: null })
  })
  it("belongs to the Party or the League by the register", () => {
    expect(on("4.1", student(1, 10))?.verdict).toBe("met")
    expect(on("4.1", student(1, 10, { political: "other", politicalWritten: "群众" }))).toMatchObject({
      verdict: "violated",
      because: "群众",
    })
  })
  it("hears what the findings say of a roster with the same person", () => {
    for (const s of [student(36, 120), student(37, 120), student(1, 9, { political: "other" })]) {
      const f: Facts = {
        ...bar,
        university: { name: "明湖大学", students: 12_000, campuses: [] },
        posts: [{ row: { name: s.name }, name: s.name, kind: "head", title: "部长", student: s }],
        departments: [],
        answers: {},
        explanations: [],
      }
      for (const c of judgeStudent(s, bar))
        expect(judgeUnion(f).find((x) => x.clause === c.clause)?.verdict).toBe(c.verdict)
    }
  })
})
