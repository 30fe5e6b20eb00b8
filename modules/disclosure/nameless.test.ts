import { describe, expect, it } from "vitest"
import { judgeUnion } from "#policy/index.ts"
import { buildFinding, buildInput, buildPost, buildUnion } from "./build.ts"
import { compose } from "./compose.ts"
import { nameless } from "./nameless.ts"
import { find } from "./shape.ts"

/** A union with two titles the Opinions do not know; one name stands inside the other. */
const listed = [
  buildPost(90, "listed", { name: "李明", title: "主席团秘书长" }),
  buildPost(91, "listed", { name: "李明哲", title: "办公室主任" }),
]
const before = buildUnion()
const posts = [...(before.posts ?? []), ...listed]
const findings = judgeUnion({
  asOf: "2025-11-15",
  unit: { id: before.id, name: before.name },
  union: { id: before.id, name: before.name, level: before.level, kind: before.kind },
  university: { name: "明湖大学", students: 12_000, campuses: [] },
  posts,
  departments: before.departments,
  answers: {},
  explanations: [],
  limits: {},
  readings: {},
})
const filer = { ...before, posts, findings }

describe("the row on other titles", () => {
  const row = find(compose(buildInput({ filer })), "assessment").own.rows.find((r) => r.number === "6")!

  it("names in the published remark the titles, and nobody", () => {
    expect(row).toMatchObject({ conclusion: "no" })
    expect(row.remark).toContain("主席团秘书长、办公室主任")
    for (const { name } of posts) expect(row.remark).not.toContain(name)
  })

  it("names the person in what the office sees", () => {
    expect(findings.find((f) => f.clause === "3.9")?.because).toContain("李明哲（办公室主任）")
  })

  it("names nobody in any remark, of the union and of the faculties below it", () => {
    const faculty = {
      ...filer,
      id: "u-f",
      level: "faculty" as const,
      faculty: "文学院",
      name: "文学院学生会",
    }
    const form = find(compose(buildInput({ filer, faculties: [faculty] })), "assessment")
    const remarks = [...form.own.rows, ...form.faculties!.forms.flatMap((f) => f.rows)].map((r) => r.remark)
    for (const { name } of posts)
      expect(
        remarks.filter((r) => r.includes(name)),
        name,
      ).toEqual([])
  })
})

describe("words published", () => {
  it("keep a department's name, though it is a row counted", () => {
    const because = "“新媒体运营中心”是常设层级"
    const f = buildFinding("2.1", "warning", { because, rows: [{ name: "新媒体运营中心" }] })
    expect(nameless(because, [f], posts)).toBe(because)
  })

  it("keep a name that was not counted in this row", () => {
    expect(nameless("李明路校区", [buildFinding("3.3", "met")], posts)).toBe("李明路校区")
  })
})
