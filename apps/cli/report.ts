import { chineseDay } from "@qiaoliang/basics"
import type { Verdict } from "@qiaoliang/clause"
import type { FileFinding, FilesJudged, UnionJudged } from "#modules/findings/judge-files.ts"

const words: Readonly<Record<Verdict, string>> = {
  violated: "【违反】",
  warning: "【提醒】",
  unknown: "【待查】",
  explained: "【有说明】",
  met: "【符合】",
}

const numerals = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一"]

/** The same judgement for people: by union and article, with reading, rows and cure. */
export function report(judged: FilesJudged): string {
  const lines: string[] = [`研判日期：${chineseDay(judged.asOf)}`]
  const several = new Set(judged.findings.flatMap((f) => f.rows.map((r) => r.file))).size > 1
  for (const union of judged.unions) lines.push("", ...unionLines(union, judged.findings, several))
  if (judged.refused.length > 0)
    lines.push(
      "",
      "不予登记的职务：",
      ...judged.refused.map(
        (p) => `  ${place(p, true)} ${p.name ?? ""}：${p.because}（第${p.clause}条）。改正：${p.cure}`,
      ),
    )
  if (judged.reported.length > 0)
    lines.push(
      "",
      "另请核对：",
      ...judged.reported.map((p) => `  ${place(p, true)} ${p.because}${p.cure ? `。改正：${p.cure}` : ""}`),
    )
  if (judged.noticed.length > 0)
    lines.push("", `另有${judged.noticed.length}处单元格的写法已按通常意思理解。`)
  lines.push("", total(judged))
  return `${lines.join("\n")}\n`
}

function unionLines(union: UnionJudged, findings: readonly FileFinding[], several: boolean): string[] {
  const own = findings.filter((f) => f.union === union.name)
  const shown = own.filter((f) => f.verdict !== "met" && !(f.verdict === "unknown" && f.rows.length === 0))
  const lines = [
    `◆ ${union.name}：工作人员${union.staff}人，主席团${union.presidium}人，工作部门${union.departments.length}个`,
  ]
  for (const [article, of] of Map.groupBy(shown, (f) => Number.parseInt(f.clause, 10))) {
    lines.push(`  第${numerals[article] ?? article}条`)
    for (const finding of of) lines.push(...findingLines(finding, several))
  }
  const met = new Set(own.filter((f) => f.verdict === "met").map((f) => f.clause))
  for (const f of own) if (f.verdict !== "met") met.delete(f.clause)
  if (met.size > 0) lines.push(`  符合：${[...met].join("、")}`)
  const silent = new Set(
    own.filter((f) => f.verdict === "unknown" && f.rows.length === 0).map((f) => f.clause),
  )
  if (silent.size > 0) lines.push(`  这些文件不能说明：${[...silent].join("、")}`)
  return lines
}

function findingLines(finding: FileFinding, several: boolean): string[] {
  const { clause, verdict, because, reading, cure, rows, at } = finding
  const lines = [
    `    ${words[verdict]}${clause} ${because}${at && rows.length === 0 ? `（${place(at, several)}）` : ""}`,
  ]
  if (reading) lines.push(`      读法：${reading}`)
  lines.push(...rowLines(rows, several))
  if (cure) lines.push(`      改正：${cure}`)
  return lines
}

/** Up to this many people are named one a line; more are summed up by their rows. */
const named = 12

function rowLines(rows: FileFinding["rows"], several: boolean): string[] {
  const alike = new Set(rows.map((r) => r.note)).size === 1
  if (rows.length <= named || !alike)
    return rows.map((row) => {
      const where = place(row, several)
      return `      · ${row.name}${where ? `（${where}）` : ""}${row.note ? `：${row.note}` : ""}`
    })
  const sheets = Map.groupBy(rows, ({ file, sheet }) => place({ file, sheet, row: null }, several))
  return Array.from(sheets, ([where, of]) => {
    const [first, last] = [of[0]!, of.at(-1)!]
    const range = [where, `第${first.row}—${last.row}行`].filter(Boolean).join(" ")
    return `      · ${first.name}至${last.name}共${of.length}人（${range}）${first.note ? `：${first.note}` : ""}`
  })
}

interface Somewhere {
  readonly file: string
  readonly sheet: string | null
  readonly row: number | null
}

const place = ({ file, sheet, row }: Somewhere, full: boolean): string =>
  [full ? file : "", full && sheet ? sheet : "", row === null ? "" : `第${row}行`].filter(Boolean).join(" ")

function total({ findings, refused, reported }: FilesJudged): string {
  const count = (verdict: Verdict) => findings.filter((f) => f.verdict === verdict).length
  return `合计：违反${count("violated")}项，提醒${count("warning")}项，不予登记的职务${refused.length}个，另请核对${reported.length}处。`
}
