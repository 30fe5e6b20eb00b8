import type { DateCell, DateParts } from "./raw.ts"

const known = new Map<string, DateParts | null>()

/** Which parts of a date a number format shows, or null when it is no date format. */
export function datePartsOf(format: string): DateParts | null {
  let parts = known.get(format)
  if (parts === undefined) {
    parts = readFormat(format)
    if (known.size < 10_000) known.set(format, parts)
  }
  return parts
}

function readFormat(format: string): DateParts | null {
  const first = format.split(";")[0]!
  const code = first
    .replace(/\[(?:h+|m+|s+)\]/gi, "h")
    .replace(/\[[^\]]*\]/g, "")
    .replace(/"[^"]*"|\\.|_.|\*./g, "")
    .replace(/General|G\/通用格式/gi, "")
    .replace(/AM\/PM|A\/P|上午\/下午/gi, "h")
    .toLowerCase()
  if (/[0#?]/.test(code.replace(/s\.0+/g, "s"))) return null
  const year = /y|e/.test(code)
  const day = /d|a/.test(code)
  const time = /[hs]/.test(code)
  if (year) return day ? "ymd" : /m/.test(code) ? "ym" : "ymd"
  if (day) return "md"
  if (time) return "time"
  return /m/.test(code) ? "md" : null
}

/**
 * The date behind a serial number (days since 1899-12-30, Excel's 1900 system; 60 is its 29 February
 * that never was). Null below 0 and above 9999-12-31.
 */
export function dateCell(serial: number, parts: DateParts): DateCell | null {
  if (!(serial >= 0 && serial < 2_958_466)) return null
  const totalMinutes = Math.round(serial * 1440)
  const days = Math.floor(totalMinutes / 1440)
  const minutes = totalMinutes - days * 1440
  const date = new Date(Date.UTC(1899, 11, days < 60 ? 31 : 30) + days * 86_400_000)
  const year = date.getUTCFullYear()
  const month = date.getUTCMonth() + 1
  const day = date.getUTCDate()
  return { kind: "date", year, month, day, minutes, parts, shown: show(year, month, day, minutes, parts) }
}

const two = (n: number) => String(n).padStart(2, "0")

function show(year: number, month: number, day: number, minutes: number, parts: DateParts): string {
  const clock = `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
  if (parts === "time") return clock
  if (parts === "md") return `${month}月${day}日`
  if (parts === "ym") return `${year}年${month}月`
  return `${year}-${two(month)}-${two(day)}${minutes > 0 ? ` ${clock}` : ""}`
}

/**
 * Formats Chinese Excel writes by number alone (ECMA-376 18.8.30, zh-CN), which a reader of another
 * language does not know. 58 is what `5/18` becomes when typed into it.
 */
export const chineseFormats: Readonly<Record<number, string>> = {
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: "m-d-yy",
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: 'h"时"mm"分"',
  35: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: 'h"时"mm"分"',
  56: 'h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
}
