import { chineseDay, type Day } from "@qiaoliang/basics"
import type { Sheet } from "#kit/paper/index.ts"
import type { Block, Column, Paper, Row } from "#kit/paper/paper.ts"
import type { Result } from "./shape.ts"
import { methodNames, unitWords } from "./terms.ts"

export interface Printed {
  readonly assembly: string
  readonly union: string
  readonly version: number
  readonly countedOn: Day
  readonly result: Result
  /** Null while it is a draft. */
  readonly adopted: { readonly basis: string; readonly on: Day } | null
}

/** 代表名额分配表: the table, the societies, how it was computed, room for the committee's seal. */
export function paperOf(of: Printed): Paper {
  const { result: r, adopted } = of
  return {
    title: `${of.assembly}代表名额分配表`,
    meta: {
      所联系学生: `${r.students}人（学籍名册${chineseDay(of.countedOn)}）`,
      代表名额: `${r.total}名${r.exOfficio ? `，当然代表${r.exOfficio}人` : ""}${r.observers ? `，列席代表${r.observers}人` : ""}`,
      分配方法: methodNames[r.method],
    },
    orientation: r.grades.length > 5 || r.asks.length > 2 ? "landscape" : "portrait",
    page: "form",
    blocks: [
      tableOf(of),
      ...(r.societies.some((s) => s.seats > 0) ? [societiesOf(r)] : []),
      { kind: "heading", level: 2, text: "说明" },
      { kind: "list", ordered: true, items: notesOf(of) },
      {
        kind: "signatures",
        boxes: [
          {
            label: "筹备委员会意见",
            ...(adopted ? { opinion: `${adopted.basis}采用。` } : {}),
            lines: ["负责人（签字）："],
            seal: true,
            date: adopted ? chineseDay(adopted.on) : true,
          },
        ],
      },
    ],
    footer: of.union,
    ...(adopted ? {} : { watermark: "草案" }),
    about: { author: of.union, subject: "代表名额分配表", date: adopted?.on ?? of.countedOn },
  }
}

function tableOf({ result: r }: Printed): Block {
  const asked = r.asks.map((a) => new Map(a.groups.map((g) => [g.name, g.people])))
  const rows = r.groups.map(
    (g, i): Row => [
      g.name,
      ...r.cells[i]!.map((c) => (c === null ? "—" : `${c.seats}`)),
      { text: [{ text: `${g.seats}`, bold: true }] },
      `${g.candidates}`,
      ...asked.map((of) => `${of.get(g.name) ?? 0}`),
    ],
  )
  const sums = r.asks.map((_, at) => r.groups.reduce((n, g) => n + (asked[at]!.get(g.name) ?? 0), 0))
  return {
    kind: "table",
    small: true,
    columns: [
      { header: unitWords[r.unit].one, width: 34 },
      ...r.grades.map((g) => ({ header: g.name, width: 14, align: "center" as const })),
      { header: "名额", width: 12, align: "center" },
      { header: "候选人", width: 13, align: "center" },
      ...askedColumns(r),
    ],
    rows: [
      ...rows,
      [
        { text: "合计", heading: true, shade: true },
        ...r.grades.map((g) => ({ text: `${g.seats}`, shade: true })),
        { text: [{ text: `${r.tableTotal}`, bold: true }], shade: true },
        { text: `${r.groups.reduce((n, g) => n + g.candidates, 0)}`, shade: true },
        ...sums.map((n) => ({ text: `${n}`, shade: true })),
      ],
    ],
  }
}

const societiesOf = (r: Result): Block => ({
  kind: "table",
  small: true,
  caption: "学生社团名额",
  columns: [
    { header: "社团", width: 40 },
    { header: "主要学生社团", width: 20, align: "center" },
    { header: "成员", width: 15, align: "center" },
    { header: "名额", width: 12, align: "center" },
    { header: "候选人", width: 13, align: "center" },
    ...askedColumns(r),
  ],
  rows: r.societies
    .filter((s) => s.seats > 0)
    .map((s) => [
      s.name,
      s.main ? "是" : "",
      `${s.members}`,
      `${s.seats}`,
      `${s.candidates}`,
      ...r.asks.map((a) => `${a.groups.find((g) => g.name === s.name)?.people ?? 0}`),
    ]),
})

const askedColumns = (r: Result): Column[] =>
  r.asks.map((a) => ({
    header: a.name.replace(/代表$/, ""),
    group: "其中至少",
    width: 15,
    align: "center",
  }))

function notesOf({ result: r }: Printed): string[] {
  return [
    `各${unitWords[r.unit].one}产生代表时，候选人比应选名额至少多20%，不足1名的按1名计。`,
    ...r.asks.map((a) => `${a.name}共不少于${a.need}名（全部${a.of}名代表中），按名额分到各组，由各组落实。`),
    ...r.checks
      .filter((c) =>
        ["least", "every-faculty", "every-grade", "every-society", "quota-of-societies"].includes(c.id),
      )
      .map((c) => `${c.says}。`),
  ]
}

/** The same as a workbook: the table, every step of the arithmetic, the societies, what was checked. */
export function sheetsOf({ result: r }: Printed): Sheet[] {
  const one = unitWords[r.unit].one
  const asked = r.asks.map((a) => new Map(a.groups.map((g) => [g.name, g.people])))
  return [
    {
      name: "名额分配表",
      columns: [
        { header: one },
        ...r.grades.map((g) => ({ header: g.name })),
        { header: "名额" },
        { header: "候选人" },
        ...r.asks.map((a) => ({ header: a.name })),
      ],
      rows: [
        ...r.groups.map((g, i) => [
          g.name,
          ...r.cells[i]!.map((c) => c?.seats ?? null),
          g.seats,
          g.candidates,
          ...asked.map((of) => of.get(g.name) ?? 0),
        ]),
        [
          "合计",
          ...r.grades.map((g) => g.seats),
          r.tableTotal,
          r.groups.reduce((n, g) => n + g.candidates, 0),
          ...asked.map((of) => r.groups.reduce((n, g) => n + (of.get(g.name) ?? 0), 0)),
        ],
      ],
    },
    {
      name: "计算过程",
      columns: [
        { header: one },
        { header: "年级" },
        { header: "学生" },
        { header: "名额" },
        { header: "计算", width: 60 },
      ],
      rows: [
        ...r.groups.map((g) => [g.name, "合计", g.students, g.seats, g.steps.join("；")]),
        ...r.grades.map((g) => ["合计", g.name, g.students, g.seats, g.steps.join("；")]),
        ...r.groups.flatMap((g, i) =>
          r.grades.flatMap((grade, j) => {
            const c = r.cells[i]![j]
            return c ? [[g.name, grade.name, c.students, c.seats, c.steps.join("；")]] : []
          }),
        ),
      ],
    },
    {
      name: "社团",
      columns: [
        { header: "社团" },
        { header: "主要学生社团" },
        { header: "成员" },
        { header: "名额" },
        { header: "候选人" },
      ],
      rows: r.societies.map((s) => [s.name, s.main, s.members, s.seats, s.candidates]),
    },
    {
      name: "核对",
      columns: [
        { header: "要求", width: 50 },
        { header: "依据", width: 30 },
        { header: "结果" },
        { header: "符合" },
      ],
      rows: r.checks.map((c) => [c.says, c.clause ? `第${c.clause}条` : c.source, c.value, c.ok]),
    },
  ]
}
