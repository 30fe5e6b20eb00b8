import { type Day, isDay, ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import { cellProblem, narrowText, openWorkbook, type RawCell, type RawSheet, textOf } from "@qiaoliang/sheets"
import type { Question } from "./listening.ts"
import type { Given } from "./schema.ts"
import { longest, scale } from "./survey.ts"

/** A questionnaire's export is a few hundred kilobytes; read in process, it is held to what a server can spare. */
const limits = { maxBytes: 5 << 20, maxInflated: 60 << 20, maxRows: 20_000, maxColumns: 200 }

export type AskedKind = Question["kind"]

export interface Column {
  readonly index: number
  readonly header: string
  /** `serial` tells rows apart; `dropped`: who, when, whence. Neither is ever kept. */
  readonly role: "serial" | "dropped" | "question"
  readonly personal: boolean
  readonly kind: AskedKind | null
  readonly filled: number
  readonly distinct: number
  readonly samples: readonly string[]
}

export interface Export {
  readonly fileName: string
  readonly columns: readonly Column[]
  readonly rows: readonly { readonly row: number; readonly cells: readonly RawCell[] }[]
  /** The days of the first and the last answer; the hours are not read. */
  readonly from: Day | null
  readonly to: Day | null
}

export interface Problem {
  readonly row: number
  readonly column: string
  readonly because: string
}

const serial = /^(序号|答卷编号|答题序号)$/
const when = /^(提交答卷时间|提交时间|答题时间|开始答题时间)$/
const whence =
  /^(所用时间|填写用时|答题时长|来源|来源详情|来自ip|ip|ip地址|地理位置|所在省份|所在城市|总分|用户id|微信昵称|昵称|微信openid)$/
/** Questions that ask who somebody is. */
const who = /姓名|学号|工号|手机|电话|联系方式|微信|qq|身份证|邮箱|宿舍号|寝室号/i

/** What 问卷星 writes where nothing was answered. */
const unanswered = /^[(（]?(空|跳过)[)）]$/
/** Between options of one multiple choice; what was typed beside an option stands in 〖〗. */
const between = "┋"
const beside = /〖[^〗]*〗/g
const numbering = /^\s*(?:Q|第)?\d{1,3}\s*(?:[、.．:：]|题)\s*/

const said = (cell: RawCell | undefined): string => {
  const text = textOf(cell ?? null)
  return unanswered.test(text) ? "" : text
}
const picked = (text: string): string[] =>
  text
    .split(between)
    .map((p) => p.replaceAll(beside, "").trim())
    .filter(Boolean)

/** An export of 问卷星: recognised by its own columns, each question's kind guessed from what was answered. */
export function readExport(fileName: string, bytes: Uint8Array): Result<Export, Refusal> {
  const opened = openWorkbook(fileName, bytes, limits)
  if (!opened.ok) return opened
  for (const sheet of opened.value.sheets) {
    const at = headerOf(sheet)
    if (at !== undefined) return exportOf(fileName, sheet, at)
  }
  return refuse("unreadable", `“${fileName}”不是问卷星导出的答卷`, {
    cure: "在问卷星“统计＆分析→查看下载答卷”中下载按选项文本的 Excel 文件，不要删改前几列",
    at: fileName,
  })
}

const headerText = (cell: RawCell | undefined): string => textOf(cell ?? null).slice(0, 300)
const plain = (header: string): string => narrowText(header).replaceAll(/\s/g, "").toLowerCase()

function headerOf(sheet: RawSheet): number | undefined {
  const found = sheet.cells.slice(0, 6).findIndex((row) => {
    const headers = row.map((c) => plain(headerText(c)))
    return (
      headers.some((h) => serial.test(h)) && headers.filter((h) => when.test(h) || whence.test(h)).length >= 2
    )
  })
  return found === -1 ? undefined : found
}

function exportOf(fileName: string, sheet: RawSheet, at: number): Result<Export, Refusal> {
  const header = sheet.cells[at] ?? []
  const rows = sheet.cells
    .slice(at + 1)
    .map((cells, i) => ({ row: sheet.firstRow + at + 1 + i, cells }))
    .filter(({ cells }) => cells.some((c) => textOf(c) !== "" || cellProblem(c)))
  if (rows.length === 0) return refuse("invalid", `“${fileName}”里没有答卷`, { at: fileName })
  const days: Day[] = []
  const columns = header.flatMap((cell, index): Column[] => {
    const text = headerText(cell)
    if (text === "") return []
    const name = plain(text)
    const values = rows.map((r) => said(r.cells[index])).filter(Boolean)
    if (when.test(name)) days.push(...rows.flatMap((r) => dayOf(r.cells[index]) ?? []))
    const role = serial.test(name) ? "serial" : when.test(name) || whence.test(name) ? "dropped" : "question"
    const personal = who.test(name)
    // Of what is never kept, nothing is shown either.
    const shown = role === "question" && !personal
    return [
      {
        index,
        header: role === "question" ? text.replace(numbering, "").trim() || text : text,
        role,
        personal,
        kind: shown ? guess(values) : null,
        filled: values.length,
        distinct: new Set(values).size,
        samples: shown ? [...new Set(values)].slice(0, 3).map((v) => v.slice(0, 40)) : [],
      },
    ]
  })
  if (!columns.some((c) => c.role === "question"))
    return refuse("invalid", `“${fileName}”里没有题目`, { at: fileName })
  const ordered = days.toSorted()
  return ok({ fileName, columns, rows, from: ordered[0] ?? null, to: ordered.at(-1) ?? null })
}

function dayOf(cell: RawCell | undefined): Day | undefined {
  if (typeof cell === "object" && cell?.kind === "date")
    return `${cell.year}-${`${cell.month}`.padStart(2, "0")}-${`${cell.day}`.padStart(2, "0")}`
  const found = /(\d{4})[-/年.](\d{1,2})[-/月.](\d{1,2})/.exec(textOf(cell ?? null))
  if (!found) return undefined
  const day = `${found[1]}-${found[2]!.padStart(2, "0")}-${found[3]!.padStart(2, "0")}`
  return isDay(day) ? day : undefined
}

const isMark = (v: string): boolean => /^[1-5]$/.test(v)

/** By what stands there: ┋ joins choices, 1–5 is a scale, few short values that come again are options. */
function guess(values: readonly string[]): AskedKind {
  if (values.some((v) => v.includes(between))) return "multiple"
  if (values.length > 0 && values.every(isMark)) return "scale"
  const options = new Set(values.flatMap(picked))
  const short = [...options].every((v) => v.length <= 30)
  return short && options.size <= 20 && options.size * 2 <= Math.max(values.length, 4) ? "single" : "text"
}

const most = 60

type Chosen = readonly { readonly index: number; readonly kind: AskedKind | null }[]

interface Taken {
  readonly questions: readonly {
    readonly id: string
    readonly kind: AskedKind
    readonly title: string
    readonly options: readonly string[]
    readonly required: false
  }[]
  readonly answers: readonly Given[]
  readonly problems: readonly Problem[]
}

/** Questions and answers as a person says the columns are; every cell that does not fit is told with its row. */
export function takeOver(of: Export, chosen: Chosen): Taken {
  const wanted = of.columns.flatMap((c) => {
    const kind = chosen.find((x) => x.index === c.index)?.kind ?? null
    return c.role === "question" && kind ? [{ ...c, kind }] : []
  })
  const problems: Problem[] = repeated(of)
  for (const c of wanted)
    if (c.personal && c.kind === "text")
      problems.push({ row: 0, column: c.header, because: "问的是个人信息，不能作为文字题导入" })
  const questions = wanted.map((c, i) => {
    const options =
      c.kind === "single" || c.kind === "multiple"
        ? [...new Set(of.rows.flatMap((r) => choicesIn(said(r.cells[c.index]), c.kind)))]
        : []
    if (options.length > most)
      problems.push({ row: 0, column: c.header, because: `有${options.length}种不同的回答，不像选择题` })
    return {
      index: c.index,
      id: `q${i + 1}`,
      kind: c.kind,
      title: c.header.slice(0, 200),
      options: options.map((o) => o.slice(0, 100)),
      required: false as const,
    }
  })
  const answers = of.rows.map(({ row, cells }) => {
    const given: Record<string, Given[string]> = {}
    for (const q of questions) {
      const cell = cells[q.index]
      const fault = cellProblem(cell ?? null)
      const value = fault ? { because: fault } : answerIn(said(cell), q.kind, q.options)
      if (value === undefined) continue
      if (typeof value === "object" && "because" in value)
        problems.push({ row, column: q.title, because: value.because })
      else given[q.id] = value
    }
    return given
  })
  return {
    questions: questions.map(({ index: _, ...q }) => q),
    answers: answers.filter((a) => Object.keys(a).length > 0),
    problems,
  }
}

const choicesIn = (text: string, kind: AskedKind): string[] =>
  kind === "multiple" ? picked(text) : [text.replaceAll(beside, "").trim()].filter(Boolean)

type Value = number | string | readonly number[] | { readonly because: string } | undefined

function answerIn(text: string, kind: AskedKind, options: readonly string[]): Value {
  if (text === "") return undefined
  if (kind === "text") return text.length <= longest ? text : { because: `超过${longest}字` }
  if (kind === "scale")
    return isMark(text) && (scale as readonly number[]).includes(Number(text))
      ? Number(text)
      : { because: `“${text.slice(0, 20)}”不是1—5的分数` }
  const places = choicesIn(text, kind).map((o) => options.indexOf(o.slice(0, 100)))
  return kind === "multiple" ? [...new Set(places)] : places[0]
}

/** The same answer twice: a workbook pasted together of two downloads. */
function repeated(of: Export): Problem[] {
  const column = of.columns.find((c) => c.role === "serial")
  if (!column) return []
  const seen = new Map<string, number>()
  return of.rows.flatMap(({ row, cells }) => {
    const number = textOf(cells[column.index] ?? null)
    if (number === "") return [{ row, column: column.header, because: "没有序号" }]
    const before = seen.get(number)
    seen.set(number, before ?? row)
    return before === undefined
      ? []
      : [{ row, column: column.header, because: `序号${number.slice(0, 20)}与第${before}行重复` }]
  })
}
