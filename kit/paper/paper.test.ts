import { expect, test } from "vitest"
import { arrange } from "./arrange.ts"
import { proportion, selfContained } from "./drawing.ts"
import { choice, type Paper, type Row } from "./paper.ts"
import { chart, hostile, hostilePaper, sample } from "./sample.ts"
import { toText } from "./text.ts"

const paper = (rows: Row[]): Paper => ({
  title: "表",
  blocks: [
    {
      kind: "table",
      columns: [
        { header: "甲", width: 1 },
        { header: "乙", width: 3 },
      ],
      rows,
    },
  ],
})

test("plain text has everything, row by row", () => {
  const text = toText(sample())
  expect(text.startsWith("桥梁大学学生会改革情况公开\n（2025—2026学年）\n")).toBe(true)
  expect(text).toContain(
    "\n3 | 工作人员不超过40人，学生人数较多、分校区较多的高校不超过60人。 | □是　☑否 | 实有45人\n",
  )
  expect(text).toContain("\n校团委意见\n负责人（签字）：\n（盖章）\n　　年　　月　　日\n")
})

test("a choice ticks one option, or none", () => {
  expect(choice(["是", "否"], "是")).toEqual([
    { text: "是　", mark: "checked" },
    { text: "否", mark: "unchecked" },
  ])
  expect(choice(["是", "否"], undefined).every(({ mark }) => mark === "unchecked")).toBe(true)
})

test("hostile words stay words, but for what no page can show", () => {
  const text = toText(hostilePaper())
  for (const words of hostile) expect(text).toContain(words)
  expect(text).toContain("反转")
  for (const unseen of ["\u202e", "\u0000"]) expect(text).not.toContain(unseen)
})

test("a link goes to the web or to mail, or is no link", () => {
  const links = (href: string) => {
    const [block] = arrange({ title: "", blocks: [{ kind: "text", runs: [{ text: "链", href }] }] }).blocks
    return block?.kind === "text" ? block.runs[0]?.href : undefined
  }
  expect(links("https://a.cn/b?c=1")).toBe("https://a.cn/b?c=1")
  expect(links("mailto:a@b.cn")).toBe("mailto:a@b.cn")
  for (const bad of ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//x", "https://a b"])
    expect(links(bad)).toBeUndefined()
})

test("a table whose rows do not fill its columns is refused", () => {
  expect(() => arrange(paper([["一", "二"]]))).not.toThrow()
  expect(() => arrange(paper([["一"]]))).toThrow(/too few/)
  expect(() => arrange(paper([["一", "二", "三"]]))).toThrow(/more cells/)
  expect(() => arrange(paper([["一", { text: "二", rowspan: 2 }]]))).toThrow(/beyond the last row/)
  expect(() => arrange(paper([["一", { text: "二", rowspan: 2 }], ["三"]]))).not.toThrow()
  expect(() =>
    arrange(
      paper([
        ["一", { text: "二", rowspan: 2 }],
        ["三", "四"],
      ]),
    ),
  ).toThrow(/more cells/)
})

test("only a row taller than half a page may break", () => {
  const [block] = arrange(
    paper([
      ["一", "短"],
      ["二", "长".repeat(2000)],
    ]),
  ).blocks
  expect(block?.kind === "table" && block.body.map((row) => row.breaks)).toEqual([false, true])
})

test("a drawing that runs, loads or reads something is refused", () => {
  expect(selfContained(chart())).toContain("<svg")
  expect(proportion(chart())).toBeCloseTo(676 / 300)
  const around = (inside: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">${inside}</svg>`
  expect(() => selfContained(around('<use href="#a"/><path fill="url(#b)"/>'))).not.toThrow()
  for (const bad of [
    "<script>1</script>",
    '<image href="file:///etc/passwd"/>',
    '<image xlink:href = "http://x/y.png"/>',
    '<rect onload="x()"/>',
    "<foreignObject></foreignObject>",
    '<rect fill="url(http://x)"/>',
    "<style>@import 'x'</style>",
  ])
    expect(() => selfContained(around(bad)), bad).toThrow()
  expect(() => selfContained('<!DOCTYPE svg [<!ENTITY a "b">]><svg/>')).toThrow()
  expect(() => selfContained("<html></html>")).toThrow()
})
