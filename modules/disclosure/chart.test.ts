import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { selfContained } from "#kit/paper/drawing.ts"
import { buildFaculty, buildFinding, buildUnion } from "./build.ts"
import { describe as inWords, organisationSvg } from "./chart.ts"
import { boxOf } from "./chart-box.ts"
import { textWidth, wrap } from "./chart-text.ts"
import { unionTree, universityTree } from "./tree.ts"

const rects = (svg: string) =>
  [...svg.matchAll(/<g><rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/g)].map((m) => {
    const [x, y, w, h] = m.slice(1).map(Number) as [number, number, number, number]
    return { x, y, w, h }
  })

describe("breaking words", () => {
  it("never loses a sign and never exceeds the width, whatever the name", () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(..."学习与学术科技部新媒体运营中心"),
          minLength: 1,
          maxLength: 60,
        }),
        (name) => {
          const lines = wrap(name, 13, 92)
          expect(lines.join("")).toBe(name)
          for (const line of lines) expect(textWidth(line, 13)).toBeLessThanOrEqual(92)
        },
      ),
    )
  })
  it("breaks in even lines, so that no sign hangs alone", () => {
    expect(wrap("学习与学术科技部", 13, 92)).toEqual(["学习与学", "术科技部"])
  })
})

describe("a union's chart", () => {
  const union = buildUnion({
    findings: [
      buildFinding("3.5", "violated", { subject: "权益服务部" }),
      buildFinding("3.6", "warning", { subject: "权益服务部" }),
      buildFinding("3.2", "met"),
      buildFinding("3.4", "warning"),
    ],
  })

  it("draws every department, counts without names, no box over another", () => {
    const svg = organisationSvg(unionTree(union), { names: false, findings: false })
    expect(selfContained(svg)).toBe(svg)
    expect(rects(svg)).toHaveLength(1 + 1 + 6)
    expect(svg).toContain("负责人2人")
    expect(svg).not.toContain(union.posts![0]!.name)
    const boxes = rects(svg)
    for (const [i, a] of boxes.entries())
      for (const b of boxes.slice(i + 1))
        expect(a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y).toBe(true)
  })

  it("names people when asked, and marks in words what is violated or warned of, nothing else", () => {
    const svg = organisationSvg(unionTree(union), { names: true, findings: true })
    for (const post of union.posts!) expect(svg).toContain(post.name)
    expect(svg).toContain("违反 3.5")
    expect(svg).toContain("提示 3.6")
    expect(svg).toContain("提示 3.4")
    expect(svg).not.toContain("3.2")
  })

  it("keeps every line inside its box", () => {
    for (const names of [true, false])
      for (const direction of ["down", "right"] as const)
        for (const node of [unionTree(union), ...(unionTree(union).children?.[0]?.children ?? [])]) {
          const box = boxOf(node, { names, findings: true }, direction)
          for (const line of box.lines) expect(textWidth(line.text, line.size)).toBeLessThanOrEqual(box.width)
        }
  })

  it("lets no name out of its quotes", () => {
    const evil = buildUnion({ name: `<script>alert("x")</script>&'`, departmentNames: ['"onload="x'] })
    const svg = organisationSvg(unionTree(evil), { names: true, findings: true })
    expect(svg).not.toContain("<script")
    expect(svg).toContain("&lt;script&gt;")
  })

  it("says so where there is no roster", () => {
    const svg = organisationSvg(unionTree(buildUnion({ posts: null })), { names: true, findings: false })
    expect(svg).toContain("尚无名册")
  })
})

it("draws a whole university: every union and department once", () => {
  const tree = universityTree("明湖大学", [buildUnion(), buildFaculty("文学院"), buildFaculty("法学院")])
  const svg = organisationSvg(tree, { names: false, findings: true })
  expect(rects(svg)).toHaveLength(1 + 3 + 3 + 6 + 3 + 3)
  expect(inWords(tree)).toContain("文学院学生会")
})
