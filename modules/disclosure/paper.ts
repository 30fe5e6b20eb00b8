import { chineseDay, schoolYearName } from "@qiaoliang/basics"
import { proportion } from "#kit/paper/drawing.ts"
import { type Block, choice, type Paper, type Row, type Run, type SignatureBox } from "#kit/paper/paper.ts"
import { annex, assessment, missing, text } from "./paper-form.ts"
import type { Disclosure, Section, SectionOf } from "./shape.ts"
import { wordsOf } from "./words-of.ts"

/** How a copy is printed. */
export interface Copy {
  /** Large grey characters over every page: 草稿. */
  readonly watermark?: string
  /** Boxes to sign and seal; none on the public page. */
  readonly signatures?: boolean
  /** What is on record already, printed in the boxes. */
  readonly preparedBy?: string
  readonly approved?: { readonly by: string; readonly capacity: string; readonly on: string }
}

/** The disclosure as an official document. */
export function paperOf(d: Disclosure, copy: Copy = {}): Paper {
  return {
    title: `${d.union.name}改革情况公开`,
    subtitle: `（${schoolYearName(d.schoolYear)}）`,
    blocks: [
      { kind: "text", runs: d.opening },
      ...d.sections.flatMap((s) => blocksOf(s, d)),
      ...(copy.signatures ? signatures(d, copy) : []),
      ...annex(d),
    ],
    footer: `${d.union.name}${d.masked ? "" : "　内部核查用件"}`,
    ...(copy.watermark ? { watermark: copy.watermark } : {}),
    about: {
      author: d.union.name,
      subject: "学生会（研究生会）改革情况公开",
      keywords: ["改革情况公开", schoolYearName(d.schoolYear)],
      date: d.asOf,
    },
  }
}

function blocksOf(s: Section, d: Disclosure): Block[] {
  const heading: Block = {
    kind: "heading",
    level: 1,
    text: s.heading,
    id: s.kind === "method" ? s.id : s.kind,
  }
  switch (s.kind) {
    case "assessment":
      return [heading, ...assessment(s)]
    case "charter":
      return [heading, ...charter(s)]
    case "chart":
      return [heading, ...chart(s)]
    case "staff":
      return [heading, ...staff(s, d)]
    case "congress":
      return [heading, ...congress(s)]
    case "method":
      return [heading, ...method(s)]
    case "responsible":
      return [heading, ...responsible(s)]
  }
}

function charter(s: SectionOf<"charter">): Block[] {
  if (s.missing !== null) return missing(s.missing)
  return [
    ...(s.adopted
      ? [{ kind: "text" as const, runs: `（${chineseDay(s.adopted)}通过）`, align: "center" as const }]
      : []),
    ...s.paragraphs.map((p): Block => {
      if (p.role === "chapter") return { kind: "text", runs: [{ text: p.text, bold: true }], align: "center" }
      const cut = p.role === "article" ? p.text.indexOf("条") + 1 : 0
      return text(cut ? [{ text: p.text.slice(0, cut), bold: true }, { text: p.text.slice(cut) }] : p.text)
    }),
  ]
}

function chart(s: SectionOf<"chart">): Block[] {
  if (s.missing !== null || !s.svg) return missing(s.missing ?? "")
  // Labels of 12 px at 0.27 mm a pixel print at about 9 points.
  const natural = Number(s.svg.match(/width="([\d.]+)"/)?.[1] ?? 0) * 0.27
  const tallest = 200
  return [
    {
      kind: "figure",
      svg: s.svg,
      widthMm: Math.min(natural, 156, tallest * proportion(s.svg)),
      caption: "",
      alt: s.alt,
    },
  ]
}

function staff(s: SectionOf<"staff">, d: Disclosure): Block[] {
  if (s.missing !== null) return missing(s.missing)
  const graduate = d.union.kind === "graduate"
  const numbers = !d.masked
  const columns = [
    { header: "序号", width: 5, align: "center" as const },
    { header: "姓名", width: 10, align: "center" as const },
    ...(numbers ? [{ header: "学号", width: 13, align: "center" as const }] : []),
    { header: "职务", width: 13, align: "center" as const },
    { header: "政治面貌", width: 14, align: "center" as const },
    { header: "院（系）", width: 18, align: "center" as const },
    { header: "年级", width: 10, align: "center" as const },
    { header: "最近1个学期/最近1学年/入学以来学业成绩综合排名", width: 18, align: "center" as const },
    { header: "是否存在课业不及格情况", width: 12, align: "center" as const },
  ]
  const rows = s.groups.flatMap((group): Row[] => [
    [
      {
        text: `${group.name}（${group.people.length}人）`,
        colspan: columns.length,
        shade: true,
        heading: true,
      },
    ],
    ...group.people.map(
      (p): Row => [
        p.number === null ? "兼" : String(p.number),
        p.name,
        ...(numbers ? [p.studentId ?? "—"] : []),
        p.title,
        p.political,
        p.faculty,
        p.grade,
        graduate && p.rank === "待核实" ? "—" : p.rank,
        p.fails,
      ],
    ),
  ])
  return [text(s.summary), { kind: "table", small: true, columns, rows }, { kind: "note", text: s.note }]
}

function congress(s: SectionOf<"congress">): Block[] {
  if (s.missing !== null) return missing(s.missing)
  return [
    ...s.lines.map((l) =>
      text([
        { text: `${l.label}：`, bold: true },
        { text: l.value, ...(l.href ? { href: l.href } : {}) },
      ]),
    ),
    ...(s.agenda.length
      ? [
          text([{ text: "大会议程：", bold: true }]),
          { kind: "list" as const, ordered: true, items: s.agenda },
        ]
      : []),
    ...paragraphs(s.text),
  ]
}

const paragraphs = (words: string): Block[] =>
  words
    .split("\n")
    .filter((line) => line.trim())
    .map((line) => text(line.trim()))

function method(s: SectionOf<"method">): Block[] {
  const blocks: Block[] = s.suggested
    ? [text([{ text: "（以下据《意见》原文拟稿，待本组织核定）", color: "grey" }]), ...paragraphs(s.text)]
    : paragraphs(s.text)
  if (s.rounds.length)
    blocks.push({
      kind: "table",
      caption: "述职评议开展情况",
      columns: [
        { header: "场次", width: 28 },
        { header: "日期", width: 20, align: "center" },
        { header: "应述职人数", width: 17, align: "center" },
        { header: "已述职人数", width: 17, align: "center" },
        { header: "备注", width: 18 },
      ],
      rows: s.rounds.map(
        (r): Row => [
          r.name,
          r.held,
          String(r.owed),
          String(r.reported),
          [r.panel === null ? "" : `评议人${r.panel}人`, r.note].filter(Boolean).join("；"),
        ],
      ),
    })
  return [...blocks, ...missing(s.missing)]
}

function responsible(s: SectionOf<"responsible">): Block[] {
  const full = (v: boolean | null): Run[] => choice(["是", "否"], v === null ? undefined : v ? "是" : "否")
  return [
    {
      kind: "table",
      columns: [
        { header: "类别", width: 40 },
        { header: "姓名", width: 10, align: "center" },
        { header: "是否为专职团干部", width: 22, align: "center" },
        { header: "备注", width: 22 },
      ],
      rows: s.rows.map((r): Row => [r.role, r.name, full(r.fullTime), r.remark]),
    },
    ...missing(s.missing),
  ]
}

function signatures(d: Disclosure, copy: Copy): Block[] {
  const w = wordsOf(d.union)
  const school = d.union.level === "school"
  const approver = school ? "校团委专职副书记审核意见" : "院（系）团组织负责人审核意见"
  const boxes: SignatureBox[] = [
    {
      label: `${w.union}组织填报`,
      lines: [copy.preparedBy ? `填报人：${copy.preparedBy}` : "填报人（签字）：", "秘书长（签字）："],
      seal: true,
      date: true,
    },
    {
      label: approver,
      ...(copy.approved
        ? {
            opinion: `经审核，同意公开。（${copy.approved.by}于${chineseDay(copy.approved.on)}在系统中审核）`,
          }
        : {}),
      lines: ["负责人（签字）："],
      seal: true,
      date: true,
    },
  ]
  return [{ kind: "signatures", boxes }]
}
