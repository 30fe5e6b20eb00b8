import { type Block, choice, type Row, type Run } from "#kit/paper/paper.ts"
import type { AssessedRow, Disclosure, Form, SectionOf } from "./shape.ts"

export const text = (runs: string | Run[]): Block => ({ kind: "text", runs })

/** Says in grey what is not there. */
export const missing = (what: string | null): Block[] =>
  what === null ? [] : [text([{ text: `（暂缺：${what}）`, color: "grey" }])]

/** Section 一: the union's own form, then the faculties' in sum. */
export function assessment(s: SectionOf<"assessment">): Block[] {
  const blocks: Block[] = [{ kind: "heading", level: 2, text: s.own.heading }, ...formBlocks(s.own, s)]
  if (!s.faculties) return blocks
  blocks.push({ kind: "heading", level: 2, text: s.faculties.heading })
  if (s.faculties.total === 0) return [...blocks, ...missing("系统中没有院级组织的记录")]
  const core = s.faculties.tally
  blocks.push(
    text(`共${s.faculties.total}个院级组织，各项指标自评结果汇总如下，各组织自评表见附件。`),
    {
      kind: "table",
      columns: [
        { header: "指标", width: 62 },
        { header: "是", width: 10, align: "center" },
        { header: "否", width: 10, align: "center" },
        { header: "待证明", width: 13, align: "center" },
      ],
      rows: core.map((t) => [numbered(t), String(t.yes), String(t.no), String(t.open)]),
    },
    { kind: "heading", level: 3, text: "各院级组织自评结果" },
    matrix(s.faculties.forms),
    { kind: "note", text: "✓为是，×为否，空格为待证明；列为指标序号。" },
  )
  return blocks
}

const marks = { core: "★", observed: "▲" } as const
const numbered = (row: { mark: AssessedRow["mark"]; number: string; text: string }): string =>
  `${row.mark ? marks[row.mark] : ""}${row.number}.${row.text}`

/** ☑是 □否; both boxes stay empty while it is open. */
const conclusionRuns = (row: AssessedRow, { yes, no }: Look["answers"]): Run[] =>
  choice([yes, no], row.conclusion === "yes" ? yes : row.conclusion === "no" ? no : undefined)

type Look = Pick<SectionOf<"assessment">, "legend" | "columns" | "answers">

function formBlocks(form: Form, as: Look, small = false): Block[] {
  const called = form.kind === "graduate" ? "研究生会" : "学生会"
  const about: Block[] = small
    ? []
    : [
        text(`组织名称：${form.union}`),
        text([{ text: "组织类别：" }, ...choice(["学生会", "研究生会"], called)]),
        ...(form.below === null ? [] : [text(`二级${called}组织数量：${form.below || "____"}个`)]),
      ]
  return [
    ...about,
    ...(as.legend.length ? [{ kind: "note" as const, text: `（${as.legend.join("；")}。）` }] : []),
    {
      kind: "table",
      ...(small ? { small } : {}),
      columns: [
        { header: as.columns[0] ?? "", width: 56 },
        { header: as.columns[1] ?? "", width: 17, align: "center" },
        { header: as.columns[2] ?? "", width: 27 },
      ],
      rows: [
        ...form.rows.map((row): Row => [numbered(row), conclusionRuns(row, as.answers), row.remark]),
        [
          { text: "问题不足（选填）", heading: true },
          { text: form.shortcomings, colspan: 2 },
        ],
      ],
    },
  ]
}

function matrix(forms: readonly Form[]): Block {
  const sign = { yes: "✓", no: "×", open: "" } as const
  const rows = forms[0]?.rows ?? []
  return {
    kind: "table",
    small: true,
    columns: [
      { header: "组织", width: 34 },
      ...rows.map((r) => ({ header: r.number, width: 66 / rows.length, align: "center" as const })),
    ],
    rows: forms.map((f): Row => [f.union, ...f.rows.map((r) => sign[r.conclusion])]),
  }
}

/** The faculties' own tables, after the body as official documents attach them. */
export function annex(d: Disclosure): Block[] {
  const section = d.sections.find((s) => s.kind === "assessment")
  if (!section?.faculties?.forms.length) return []
  return [
    { kind: "break" },
    {
      kind: "heading",
      level: 1,
      text: `附件　${section.faculties.heading.replace("（二）", "各")}`,
      id: "annex",
    },
    ...section.faculties.forms.flatMap((form, i): Block[] => [
      { kind: "heading", level: 2, text: `${i + 1}.${form.union}` },
      ...formBlocks(form, { ...section, legend: [] }, true),
    ]),
  ]
}
