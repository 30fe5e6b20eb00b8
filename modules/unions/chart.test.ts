import { describe, expect, it } from "vitest"
import { selfContained } from "#kit/paper/drawing.ts"
import { describe as inWords, type OrgNode, organisationSvg } from "./chart.ts"
import { boxOf } from "./chart-box.ts"
import { textWidth } from "./chart-text.ts"

const rects = (svg: string) =>
  [...svg.matchAll(/<g><rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"/g)].map((m) => {
    const [x, y, w, h] = m.slice(1).map(Number) as [number, number, number, number]
    return { x, y, w, h }
  })

const department = (name: string, findings: OrgNode["findings"] = []): OrgNode => ({
  id: `u/${name}`,
  kind: "department",
  name,
  groups: [
    { label: "负责人", names: ["赵子涵", "艾山江·吐尔逊"] },
    { label: "成员", names: ["钱㛃", "孙晓", "李一诺"] },
  ],
  findings,
})

const union: OrgNode = {
  id: "u",
  kind: "union",
  name: "明湖大学学生会",
  findings: [
    { clause: "3.2", verdict: "met" },
    { clause: "3.4", verdict: "warning" },
  ],
  children: [
    {
      id: "u/主席团",
      kind: "presidium",
      name: "主席团",
      groups: [{ label: "", names: ["周思源", "吴雨桐"] }],
      children: [
        department("综合事务部"),
        department("学习与学术科技部"),
        department("权益服务部", [
          { clause: "3.5", verdict: "violated" },
          { clause: "3.6", verdict: "warning" },
        ]),
      ],
    },
  ],
}
const people = ["赵子涵", "艾山江·吐尔逊", "钱㛃", "周思源"]

describe("a union's chart", () => {
  it("draws every department, counts without names, no box over another", () => {
    const svg = organisationSvg(union, { names: false, findings: false })
    expect(selfContained(svg)).toBe(svg)
    expect(rects(svg)).toHaveLength(1 + 1 + 3)
    expect(svg).toContain("负责人2人")
    for (const name of people) expect(svg).not.toContain(name)
    const boxes = rects(svg)
    for (const [i, a] of boxes.entries())
      for (const b of boxes.slice(i + 1))
        expect(a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y).toBe(true)
  })

  it("names people when asked, and marks in words what is violated or warned of, nothing else", () => {
    const svg = organisationSvg(union, { names: true, findings: true })
    for (const name of people) expect(svg).toContain(name)
    expect(svg).toContain("违反 3.5")
    expect(svg).toContain("提示 3.6")
    expect(svg).toContain("提示 3.4")
    expect(svg).not.toContain("3.2")
  })

  it("keeps every line inside its box", () => {
    for (const names of [true, false])
      for (const direction of ["down", "right"] as const)
        for (const node of [union, ...(union.children?.[0]?.children ?? [])]) {
          const box = boxOf(node, { names, findings: true }, direction)
          for (const line of box.lines) expect(textWidth(line.text, line.size)).toBeLessThanOrEqual(box.width)
        }
  })

  it("lets no name out of its quotes", () => {
    const evil = { ...union, name: `<script>alert("x")</script>&'`, children: [department('"onload="x')] }
    const svg = organisationSvg(evil, { names: true, findings: true })
    expect(svg).not.toContain("<script")
    expect(svg).toContain("&lt;script&gt;")
  })
})

it("draws a whole university: every union and department once", () => {
  const faculty: OrgNode = { id: "f", kind: "union", name: "文学院学生会", children: [department("学习部")] }
  const root: OrgNode = { id: "university", kind: "university", name: "明湖大学", children: [union, faculty] }
  const svg = organisationSvg(root, { names: false, findings: true })
  expect(rects(svg)).toHaveLength(1 + (1 + 1 + 3) + (1 + 1))
  expect(inWords(root)).toContain("文学院学生会")
})
