import { type Day, isDay } from "@qiaoliang/basics"
import { dateCell } from "./dates.ts"
import type { Parsed } from "./identity.ts"
import type { RawCell } from "./raw.ts"
import { cellProblem, narrowText, textOf } from "./text.ts"

export interface DayOptions {
  /** The year of a day written without one. */
  readonly year?: number
  /** Instead of `year`: the school year, September to August, by the year it begins in. */
  readonly schoolYear?: number
}

/** A day in any of the ways people write it; blank is null. A day without year needs one in `options`. */
export function parseDay(raw: RawCell, options: DayOptions = {}): Parsed<Day | null> {
  const spoiled = cellProblem(raw)
  if (spoiled) return { problem: spoiled }
  if (typeof raw === "number" && raw > 20_000 && raw < 80_000) {
    const date = dateCell(raw, "ymd")
    if (date) return built(date.year, date.month, date.day, date.shown)
  }
  if (typeof raw === "object" && raw?.kind === "date") {
    if (raw.parts === "time") return { problem: `“${raw.shown}”只有时间，没有日期` }
    if (raw.parts === "ym") return { problem: `“${raw.shown}”没有写到日` }
    return built(raw.year, raw.month, raw.day, raw.shown)
  }
  const text = narrowText(textOf(raw))
  if (text === "" || /^[-—/]+$/.test(text)) return { value: null }
  const bare = text
    .replace(/(?:(?<=\d[日号]?)[\sT]+|(?<=[日号]))(?:上午|下午|晚上?)?\s*\d{1,2}[:：点时].*$/, "")
    .replace(/[(]?(?:星期|周|礼拜)[一二三四五六日天][)]?$/, "")
    .replace(/\s/g, "")
  const full =
    /^(\d{4}|\d{2})(?:年|[-./、])(\d{1,2})(?:月|[-./、])(\d{1,2})[日号]?$/.exec(bare) ??
    /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(bare)
  if (full) return built(fullYear(full[1]!), Number(full[2]), Number(full[3]), text)
  const short = /^(\d{1,2})(?:月|[-./])(\d{1,2})[日号]?$/.exec(bare)
  if (!short) return { problem: `“${text}”看不出日期` }
  const month = Number(short[1])
  const year =
    options.year ?? (options.schoolYear === undefined ? undefined : options.schoolYear + (month >= 9 ? 0 : 1))
  if (year === undefined) return { problem: `“${text}”没有写年份` }
  return built(year, month, Number(short[2]), text)
}

const fullYear = (digits: string) => (digits.length === 2 ? 2000 + Number(digits) : Number(digits))

function built(year: number, month: number, day: number, written: string): Parsed<Day | null> {
  const text = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`
  return isDay(text) ? { value: text } : { problem: `“${written}”不是真实的日期` }
}
