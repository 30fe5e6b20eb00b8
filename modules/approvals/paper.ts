import { chineseDay } from "@qiaoliang/basics"
import { type Block, choice, type Paper, type Row, type SignatureBox, type Words } from "#kit/paper/paper.ts"
import { type Field, isAsked, type Lines, linesOf, type PlainValue, type Values } from "./field.ts"
import type { KindDeclaration } from "./kinds.ts"
import { yuan } from "./money.ts"
import { alone, heads, spelled } from "./spell.ts"

/** What a filled form knows beyond its fields. */
export interface Filled {
  readonly title: string
  readonly union: string
  readonly applicant: string
  readonly filedOn: string
  readonly lead: string
  readonly version: number
  readonly hash: string
  readonly fields: Values
  readonly files: readonly string[]
  readonly approved: {
    readonly by: string
    readonly on: string
    readonly conditions: string | null
  } | null
  readonly after: readonly Block[]
}

/** The form of a kind as a document: blank to be filled in by hand, or as it was handed in and decided. */
export function formPaper(
  kind: KindDeclaration,
  university: string,
  filled: Filled | null,
  throughFaculty: boolean,
): Paper {
  const values = filled?.fields ?? {}
  const blank = filled === null
  const lines = kind.fields.filter((f): f is Lines => f.type === "lines")
  const rows: Row[] = [
    row("事项名称", filled?.title ?? ""),
    row("申请组织", filled?.union ?? ""),
    ...kind.fields.flatMap((f) =>
      f.type === "lines" || (!blank && !isAsked(f, values))
        ? []
        : [row(f.label, cell(f, values[f.key], blank))],
    ),
    ...(kind.amount ? [row("金额合计", blank ? "　　　　元" : `${yuan(kind.amount(values))}元`)] : []),
    row(kind.files, filled ? filled.files.join("、") || "无" : ""),
  ]
  return {
    title: `${university}${kind.form}`,
    page: "form",
    meta: filled
      ? { 申请日期: chineseDay(filled.filedOn), 提前: filled.lead }
      : { 申请日期: "　　年　　月　　日" },
    blocks: [
      {
        kind: "table",
        columns: [
          { header: "项目", width: 26 },
          { header: "内容", width: 74 },
        ],
        rows,
      },
      ...lines.flatMap((f) => linesTable(f, values, blank)),
      { kind: "signatures", boxes: boxes(kind, filled, throughFaculty) },
      ...(filled?.after ?? []),
      ...(filled
        ? [{ kind: "note" as const, text: `第${filled.version}版，内容校验码（SHA-256）${filled.hash}` }]
        : []),
    ],
    footer: filled ? `${filled.union}　${kind.form}` : kind.form,
    about: {
      author: filled?.union ?? university,
      subject: kind.form,
      ...(filled ? { date: filled.filedOn } : {}),
    },
  }
}

const row = (label: string, value: Words): Row => [{ text: label, heading: true }, value]

/** Choices are printed as boxes to tick; everything else is words, or room for them. */
function cell(field: Exclude<Field, Lines>, value: Values[string] | undefined, blank: boolean): Words {
  const plain = value as PlainValue | undefined
  if (field.type === "yes-no")
    return choice(["是", "否"], plain === undefined ? undefined : plain ? "是" : "否")
  if (field.type === "choice") return choice(field.options, plain === undefined ? undefined : String(plain))
  if (!blank) return alone(field, plain)
  if (field.type === "moment") return "　　年　　月　　日　　时　　分"
  if (field.type === "day") return "　　年　　月　　日"
  return field.type === "text" && field.long ? "\n\n\n" : ""
}

function linesTable(field: Lines, values: Values, blank: boolean): Block[] {
  const lines = linesOf(values, field.key)
  if (!blank && lines.length === 0) return []
  const filled = lines.map((line): Row => field.columns.map((c) => spelled(c, line[c.key])))
  const empty = Array.from({ length: 4 }, (): Row => field.columns.map(() => ""))
  const columns = heads(field).map((header, i) => ({
    header,
    width: field.columns[i]!.type === "text" ? 30 : 18,
    ...(field.columns[i]!.type === "money" ? { align: "right" as const } : {}),
  }))
  return [{ kind: "table", caption: field.label, columns, rows: blank ? empty : filled }]
}

function boxes(kind: KindDeclaration, filled: Filled | null, throughFaculty: boolean): SignatureBox[] {
  const approved = filled?.approved ?? null
  const opinion = approved ? (approved.conditions ?? "同意") : undefined
  return [
    {
      label: kind.kind === "report" ? "报告组织" : "申请组织",
      ...(filled ? { opinion: `申请人：${filled.applicant}` } : {}),
      lines: ["负责人（签字）："],
      seal: true,
      date: true,
    },
    ...(throughFaculty
      ? [{ label: "学院（系）团组织意见", lines: ["负责人（签字）："], seal: true, date: true }]
      : []),
    {
      label: "校团委专职副书记审核意见",
      ...(opinion === undefined ? {} : { opinion: `${opinion}\n审核人：${approved?.by}` }),
      lines: ["签字："],
      seal: true,
      date: approved ? chineseDay(approved.on) : true,
    },
  ]
}
