import { describe, expect, it } from "vitest"
import {
  headerKey,
  type Merge,
  type RawCell,
  type RawSheet,
  recognise,
  recogniseAs,
  type SheetSpec,
} from "./index.ts"

const spec: SheetSpec = {
  id: "roster",
  label: "名单",
  hints: ["工作人员"],
  columns: [
    { key: "name", label: "姓名", synonyms: [], required: true },
    { key: "no", label: "学号", synonyms: ["学生学号"], required: true },
    { key: "faculty", label: "院系", synonyms: ["学院"] },
    { key: "department", label: "部门", synonyms: [] },
    { key: "rank", label: "综合排名", synonyms: ["学年排名"] },
    { key: "fails", label: "有无挂科", synonyms: ["不及格"] },
  ],
}
const other: SheetSpec = {
  id: "societies",
  label: "社团",
  columns: [
    { key: "society", label: "社团名称", synonyms: [], required: true },
    { key: "no", label: "负责人学号", synonyms: [] },
  ],
}

const sheet = (cells: RawCell[][], merges: Merge[] = [], more: Partial<RawSheet> = {}): RawSheet => ({
  name: "甲",
  fileName: "a.xlsx",
  cells,
  firstRow: 1,
  merges,
  ...more,
})
const across = (row: number, from: number, to: number): Merge => ({ r1: row, c1: from, r2: row, c2: to })
const down = (column: number, from: number, to: number): Merge => ({
  r1: from,
  c1: column,
  r2: to,
  c2: column,
})
const read = (s: RawSheet) => recognise(s, [spec, other])!
const names = (s: RawSheet) => read(s).rows.map((row) => row.cells.name!.text)
const header = ["序号", "姓  名", "学号", "院（系）"]
const people: RawCell[][] = [
  [1, "张三", 2023001, "文学院"],
  [2, "李四", 2023002, "法学院"],
]

describe("headers", () => {
  it("are found below titles, in rows 1 to 6, in any order", () => {
    for (let above = 0; above < 6; above++) {
      const titles = Array.from({ length: above }, (_, i): RawCell[] => [`标题${i}`])
      const found = read(sheet([...titles, header, ...people], above > 0 ? [across(0, 0, 3)] : []))
      expect(found.headerRows).toEqual([above + 1])
      expect(found.titles.map((t) => t.row)).toEqual(titles.map((_, i) => i + 1))
      expect(found.rows.map((r) => r.row)).toEqual([above + 2, above + 3])
      expect(found.rows[0]!.cells.no).toEqual({ text: "2023001", raw: 2023001, ref: `C${above + 2}` })
    }
    expect(
      names(
        sheet([
          ["学院", "学生学号", "姓名"],
          ["文学院", "1", "张三"],
        ]),
      ),
    ).toEqual(["张三"])
  })
  it("say how surely each was matched", () => {
    const found = read(
      sheet([
        ["姓\n名", "学生学号", "学年排名（名次/人数）", "学院名称", "爱好"],
        ["张三", "1", "1/2", "文", "棋"],
      ]),
    )
    expect(found.columns.map(({ key, confidence }) => [key, confidence])).toEqual([
      ["name", "exact"],
      ["no", "synonym"],
      ["rank", "synonym"],
      ["faculty", "fuzzy"],
      [null, "none"],
    ])
    expect(found.columns[4]).toMatchObject({ header: "爱好", samples: ["棋"] })
  })
  it("of two levels join parent and child, merged or not", () => {
    const top = ["姓名", "学号", "学业情况", null, "部门"]
    const below = [null, null, "学年排名", "不及格", null]
    const row = ["张三", "1", "5/20", "无", "学习部"]
    const merges = [across(1, 2, 3), down(0, 1, 2), down(1, 1, 2), down(4, 1, 2)]
    for (const m of [merges, []]) {
      const found = read(sheet([["工作人员名单"], top, below, row], m))
      expect(found.headerRows).toEqual([2, 3])
      expect(found.columns.map((c) => c.header)).toEqual([
        "姓名",
        "学号",
        "学业情况·学年排名",
        "学业情况·不及格",
        "部门",
      ])
      expect(found.rows).toHaveLength(1)
      expect(found.rows[0]!.cells).toMatchObject({
        rank: { text: "5/20" },
        fails: { text: "无" },
        department: { text: "学习部" },
      })
    }
  })
  it("do not swallow the first person below", () => {
    expect(names(sheet([header, [1, "张三", null, null], [2, "李四", 5, "文学院"]]))).toEqual([
      "张三",
      "李四",
    ])
    expect(
      names(
        sheet([
          ["姓名", "学号", "院系"],
          ["张三", null, null],
          ["李四", "2", "文学院"],
        ]),
      ),
    ).toEqual(["张三", "李四"])
  })
  it("repeated on each printed page are no people", () => {
    const title = ["工作人员名单"]
    expect(names(sheet([title, header, people[0]!, title, header, people[1]!]))).toEqual(["张三", "李四"])
  })
  it("learned before are remembered, by their key", () => {
    const odd = sheet([
      ["谁", "学号"],
      ["张三", "1"],
      ["李四", "2"],
    ])
    expect(recognise(odd, [spec])?.rows).toBeUndefined()
    const found = recognise(odd, [spec], { [headerKey("谁")]: "name" })!
    expect(found.columns[0]).toMatchObject({ key: "name", confidence: "remembered" })
    expect(found.missing).toEqual([])
  })
  it("of another kind of table find that kind, or none", () => {
    expect(
      read(
        sheet([
          ["社团名称", "负责人学号"],
          ["英语角", "1"],
        ]),
      ).spec,
    ).toBe("societies")
    expect(
      recognise(
        sheet([
          ["日期", "天气"],
          ["周一", "晴"],
        ]),
        [spec, other],
      ),
    ).toBeUndefined()
    expect(recognise(sheet([]), [spec])).toBeUndefined()
  })
  it("weigh words of title and file name when two kinds fit alike", () => {
    const twin: SheetSpec = { ...spec, id: "graduate", hints: ["研究生会"] }
    const cells = [header, ...people]
    expect(recognise(sheet(cells, [], { fileName: "研究生会名单.xlsx" }), [spec, twin])!.spec).toBe(
      "graduate",
    )
    expect(recognise(sheet([["工作人员名单"], ...cells]), [spec, twin])!.spec).toBe("roster")
  })
})

describe("rows", () => {
  const table = (rows: RawCell[][], merges: Merge[] = []) => sheet([header, ...rows], merges)
  it("under a grouping row carry it, merged or alone", () => {
    const rows: RawCell[][] = [["主席团"], people[0]!, ["综合部（6人）"], people[1]!]
    for (const merges of [[], [across(1, 0, 3), across(3, 0, 3)]]) {
      const found = read(table(rows, merges))
      expect(found.rows.map((r) => r.group)).toEqual([
        { row: 2, text: "主席团" },
        { row: 4, text: "综合部（6人）" },
      ])
    }
  })
  it("with only a name are still people, not groups", () => {
    const found = recognise(
      sheet([["姓名", "学号", "院系"], ["学习部"], ["张三"], ["李四", "2", "文学院"]]),
      [spec],
    )!
    expect(found.rows.map((r) => r.cells.name!.text)).toEqual(["张三", "李四"])
    expect(found.rows[0]!.group?.text).toBe("学习部")
    expect(names(table([[null, "张三"], people[1]!]))).toEqual(["张三", "李四"])
  })
  it.each([
    "注：1.一年级新生不填排名",
    "填表人：      联系电话：      （盖章）",
    "以上共178人。各学院团委审核盖章后报校团委。",
    "制表：研究生会综合部",
    "合计：152名",
    "总计 40 人",
    "备注：略",
    "共40人",
    "外联部",
  ])("are not made of the closing line %s", (line) => {
    const found = read(table([...people, [line]]))
    expect(found.rows).toHaveLength(2)
    expect(found.notes.map((n) => n.row)).toEqual([4])
  })
  it("are not made of totals and signatures over several cells", () => {
    const found = read(
      table([...people, ["合计", null, 2], ["填表人：", null, "审核人："], [null, null, null, "2025年11月"]]),
    )
    expect(found.rows).toHaveLength(2)
    expect(found.notes.map((n) => n.row)).toEqual([4, 5, 6])
  })
  it("are made of people whose words only look like closing lines", () => {
    const rows: RawCell[][] = [
      [1, "注册", 2023001, "文学院"],
      ["1", "以上官", "2023002", "法学院"],
    ]
    expect(read(table(rows)).rows).toHaveLength(2)
  })
  it("skip blank rows and keep Excel's numbers", () => {
    expect(read(table([[], people[0]!, [null, "  "], [], people[1]!])).rows.map((r) => r.row)).toEqual([3, 6])
  })
  it("take merged values from above, blank cells only where asked", () => {
    const rows: RawCell[][] = [
      [1, "张三", 1, "文学院"],
      [2, "李四", 2],
      [3, "王五", 3],
    ]
    const found = read(table(rows, [down(3, 1, 2)]))
    expect(found.rows.map((r) => r.cells.faculty)).toEqual([
      { text: "文学院", raw: "文学院", ref: "D2" },
      { text: "文学院", raw: "文学院", ref: "D3", inherited: 2 },
      { text: "", raw: null, ref: "D4" },
    ])
    const filling = {
      ...spec,
      columns: spec.columns.map((c) => (c.key === "faculty" ? { ...c, fillDown: true } : c)),
    }
    const filled = recognise(table([...rows.slice(0, 2), ["法学院学生会"], rows[2]!]), [filling])!
    expect(filled.rows.map((r) => r.cells.faculty!.text)).toEqual(["文学院", "文学院", ""])
  })
  it("stop where another table begins", () => {
    const found = read(
      table([...people, [], ["姓名", "学号", "部门", "院系"], ["赵六", "9", "学习部", "理学院"]]),
    )
    expect(found.rows).toHaveLength(2)
    expect(found.notes.at(-1)!.row).toBe(5)
  })
  it("carry a formula without result and formula text as problems of their cells", () => {
    const found = read(table([[1, "=cmd|x", { kind: "formula", formula: "=A1" }, "文学院"]]))
    expect(found.rows[0]!.cells.name!.problem).toContain("公式")
    expect(found.rows[0]!.cells.no!.problem).toContain("公式")
    expect(found.rows[0]!.cells.faculty!.problem).toBeUndefined()
  })
})

describe("recogniseAs", () => {
  const odd = sheet([["表一"], ["甲", "乙", "学院"], ["张三", "1", "文学院"], ["李四", "2", "法学院"]])
  it("uses the columns a person chose", () => {
    const found = recogniseAs(odd, spec, { 0: "name", 1: "no" }, 2)
    expect(found.headerRows).toEqual([2])
    expect(found.rows.map((r) => [r.cells.name!.text, r.cells.no!.text])).toEqual([
      ["张三", "1"],
      ["李四", "2"],
    ])
    expect(found.missing).toEqual([])
  })
  it("moves a key and drops a column", () => {
    const plain = sheet([header, ...people])
    const found = recogniseAs(plain, spec, { 3: null, 0: "no" })
    expect(found.columns.map((c) => c.key)).toEqual(["no", "name", null, null])
    expect(found.rows[1]!.cells.no!.text).toBe("2")
    expect(recogniseAs(plain, spec, { 1: null }).missing).toEqual(["name"])
  })
  it("does not fail on a sheet it does not know", () => {
    expect(recogniseAs(sheet([["天气"], ["晴"]]), spec).missing).toEqual(["name", "no"])
    expect(recogniseAs(sheet([]), spec).rows).toEqual([])
  })
})
