import type { Parsed } from "./identity.ts"
import type { DateCell, RawCell } from "./raw.ts"
import { cellProblem, narrowText, textOf } from "./text.ts"

/** The stretch of study a rank is about, when the cell says so. */
export type RankWindow = "semester" | "year" | "overall"

export type Rank =
  | { kind: "rank"; rank: number; of?: number; window?: RankWindow }
  /** An exact share: `4.17%` is 417 of 10000. */
  | { kind: "percent"; num: number; den: number; window?: RankWindow }
  /** Only a bound is given: `前30%` says no more than within 30 %. */
  | { kind: "band"; percent: number; window?: RankWindow }
  | { kind: "none"; why: "freshman" | "postgraduate" | "blank" | "dash" | "deferred" }

/** A rank in any of the ways people write it, a date a spreadsheet made of one included. */
export function parseRank(raw: RawCell): Parsed<Rank> {
  const spoiled = cellProblem(raw)
  if (spoiled) return { problem: spoiled }
  if (typeof raw === "object" && raw !== null && raw.kind === "date") return fromDate(raw)
  if (typeof raw === "number") return fromNumber(raw)
  const spaced = narrowText(textOf(raw))
  if (/\d \d/.test(spaced)) return { problem: `“${spaced}”看不出名次` }
  const text = spaced.replace(/\s/g, "")
  const why = noneOf(text)
  if (why) return { value: { kind: "none", why } }
  const { rest, window } = takeWindow(text)
  return withWindow(fromText(rest, text), window)
}

function noneOf(text: string): Extract<Rank, { kind: "none" }>["why"] | undefined {
  if (text === "") return "blank"
  if (/^[-–—―_/\\~～]+$|^(无|不填|免填|暂无|无排名|不排名)$/.test(text)) return "dash"
  if (/缓考|缓测/.test(text)) return "deferred"
  if (/^\(?(大一|一年级)?新生|^(大一|一年级)(学生)?(不填|免填|无)?$|^\(?本科新生/.test(text))
    return "freshman"
  if (/^\(?(硕士|博士)?研究生|^\(?(硕士|博士)生?(不填|免填|无|不排名)/.test(text)) return "postgraduate"
  return undefined
}

const windowWords: readonly [RegExp, RankWindow][] = [
  [/(最近)?(一|1)?个?(本|上)?学年/, "year"],
  [/(最近)?(一|1)?个?(本|上)?学期/, "semester"],
  [/入学以来|累计|全程|总评|总(?=[(:]|排|成绩|\d|$)/, "overall"],
]

/** Splits `7/51(学年)` or `学年:7/51` into the rank and what it is about. */
function takeWindow(text: string): { rest: string; window?: RankWindow } {
  for (const [pattern, window] of windowWords) {
    if (!pattern.test(text)) continue
    const rest = text
      .replace(pattern, "")
      .replace(/\(\)/g, "")
      .replace(/^[:：,，、]+|[:：,，、]+$/g, "")
    return { rest, window }
  }
  return { rest: text }
}

function withWindow(parsed: Parsed<Rank>, window: RankWindow | undefined): Parsed<Rank> {
  if (window === undefined || "problem" in parsed || parsed.value.kind === "none") return parsed
  return { value: { ...parsed.value, window } }
}

const filler = /(班级|专业|年级|学业|综合|成绩|测评|排名|排位|名次|位列|位于|并列|列)[:：]?/g

function fromText(rest: string, written: string): Parsed<Rank> {
  const text = rest.replace(filler, "").replace(/^\((.*)\)$/, "$1")
  const share = percentOf(text)
  if (share) return share
  const pair =
    /^第?(\d{1,5})名?(?:\/|／|\\|∕|⁄|:|of)(?:共|总)?(\d{1,5})人?名?$/i.exec(text) ??
    /^第?(\d{1,5})名?[(,，;]?(?:共|总|总人数|总数)?(?:计)?(\d{1,5})[人名]?\)?$/.exec(needsMark(text))
  if (pair) return placed(Number(pair[1]), Number(pair[2]), written)
  const turned = /^(?:共)?(\d{1,5})人?中?[,，]?第(\d{1,5})名?$/.exec(text)
  if (turned) return placed(Number(turned[2]), Number(turned[1]), written)
  const alone = /^第?(\d{1,5})(?:\.0+)?名?$/.exec(text)
  if (alone) return placed(Number(alone[1]), undefined, written)
  const date = /^(\d{1,2})月(\d{1,2})日?$/.exec(text)
  if (date) return placed(Number(date[1]), Number(date[2]), written)
  return fromEnglishDate(text, written)
}

/** `10(共60人)` and `10,60人` are two numbers only where something stands between them. */
const needsMark = (text: string) => (/\d名?[(,，;共总]+/.test(text) ? text : "")

function percentOf(text: string): Parsed<Rank> | undefined {
  const match = /^(前|≤|<=?|不超过|小于|top)?(\d{1,3})(?:\.(\d{1,6}))?%(以内|之内|内|以下|前)?$/i.exec(text)
  if (!match) return undefined
  const [, before, whole, part = "", after] = match
  const num = Number(whole! + part)
  const den = 100 * 10 ** part.length
  if (num > den || num === 0) return { problem: `“${text}”不在 0 到 100% 之间` }
  if (before || after) return { value: { kind: "band", percent: (num * 100) / den } }
  return { value: { kind: "percent", num, den } }
}

function placed(rank: number, of: number | undefined, written: string): Parsed<Rank> {
  if (rank < 1) return { problem: `“${written}”的名次小于 1` }
  if (of === undefined) return { value: { kind: "rank", rank } }
  if (rank > of) return { problem: `“${written}”的名次大于总人数` }
  return { value: { kind: "rank", rank, of } }
}

/** A share kept as a number (`4.17%` in a percent cell is 0.0417) or a rank alone. */
function fromNumber(raw: number): Parsed<Rank> {
  if (Number.isInteger(raw) && raw >= 1 && raw < 100_000) return { value: { kind: "rank", rank: raw } }
  if (raw > 0 && raw < 1) {
    const part = raw.toFixed(10).slice(2).replace(/0+$/, "")
    if (part !== "") return { value: { kind: "percent", num: Number(part), den: 10 ** part.length } }
  }
  return { problem: `“${raw}”看不出名次` }
}

/** Typed `9/12`, the cell became 12 September; typed `9/35`, September 1935. */
function fromDate({ year, month, day, parts, shown }: DateCell): Parsed<Rank> {
  if (parts === "time") return { problem: `“${shown}”被表格软件变成了时间，看不出名次` }
  const of = parts === "ym" && day === 1 ? year % 100 : day
  if (month > of) return { problem: `“${shown}”被表格软件变成了日期，看不出名次` }
  return { value: { kind: "rank", rank: month, of } }
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

/** `18-May` and `Jul-51`: the same, saved as CSV by an English Excel. */
function fromEnglishDate(text: string, written: string): Parsed<Rank> {
  const match = /^(?:(\d{1,2})-([a-z]{3})|([a-z]{3})-(\d{2}))$/i.exec(text)
  const month = months.indexOf((match?.[2] ?? match?.[3] ?? "").toLowerCase()) + 1
  if (!match || month === 0) return { problem: `“${written}”看不出名次` }
  return placed(month, Number(match[1] ?? match[4]), written)
}
