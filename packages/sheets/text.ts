import type { RawCell } from "./raw.ts"

const untidy = /[\s\u00a0\u00ad\u200b\u200c\u200e\u200f\u2060\ufeff\uff01-\uff5e]/
const invisible = /[\u00ad\u200b\u200c\u200e\u200f\u2060\ufeff]/g
/** Full-width letters, digits and the signs that carry no Chinese punctuation: ＃％＆＊＋－．／＜＝＞＠＿｜～. */
const fullWidth = /[０-９Ａ-Ｚａ-ｚ＃％＆＊＋－．／＜＝＞＠＿｜]/g
const everyFullWidth = /[\uff01-\uff5e]/g

const narrow = (char: string) => String.fromCharCode(char.charCodeAt(0) - 0xfee0)

/**
 * Text as a reader means it: full-width letters and digits made narrow, padding and invisible
 * characters gone, inner gaps one space. Chinese punctuation （）：，； stays, and no ideograph is
 * touched: Unicode's own NFKC would replace rare ones that stand in people's names.
 */
export function normaliseText(text: string): string {
  if (!untidy.test(text)) return text
  return text.replace(invisible, "").replace(fullWidth, narrow).replace(/\s+/g, " ").trim()
}

/** Like `normaliseText`, with punctuation made narrow too: for parsers of single values. */
export function narrowText(text: string): string {
  const tidy = normaliseText(text)
  return untidy.test(tidy) ? tidy.replace(everyFullWidth, narrow) : tidy
}

/** What a cell says, as text. A formula without a result says nothing. */
export function textOf(raw: RawCell): string {
  if (typeof raw === "string") return normaliseText(raw)
  if (raw === null) return ""
  if (typeof raw === "number") return numberText(raw)
  if (typeof raw === "boolean") return raw ? "TRUE" : "FALSE"
  return raw.kind === "formula" ? "" : raw.shown
}

/** 15 digits, as the spreadsheet keeps them: 0.1 + 0.2 reads 0.3. */
function numberText(value: number): string {
  return Number.isSafeInteger(value) ? String(value) : String(Number(value.toPrecision(15)))
}

/** Why a cell cannot be taken at its word, or undefined. */
export function cellProblem(raw: RawCell): string | undefined {
  if (typeof raw === "string")
    return looksLikeFormula(raw) ? "以公式符号（= + - @）开头的文字，不予采用" : undefined
  if (raw === null || typeof raw !== "object") return undefined
  if (raw.kind === "formula") return "公式没有保存计算结果，请在 Excel 中打开并保存一次，或改填数值"
  if (raw.kind === "error") return `单元格是错误值 ${raw.shown}`
  return undefined
}

/** Text a spreadsheet would run as a formula if it were written out again; signed numbers, dashes and dates are not. */
function looksLikeFormula(text: string): boolean {
  if (!"=+-@＝＋－＠".includes(text.trimStart().charAt(0) || " ")) return false
  const tidy = narrowText(text)
  if (/^[=@]./.test(tidy)) return true
  return /^[+-]/.test(tidy) && !/^[+-][-\d\s.,%/:()—]*$/.test(tidy)
}

/**
 * A header reduced to what it asks for: no gaps, line breaks, punctuation or case, bracket marks
 * dropped but their words kept. `院（系）` and `院系` are the same header. Keys of `remembered`.
 */
export function headerKey(text: string): string {
  return narrowText(text)
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, "")
}

/** The header without what its brackets add: `综合排名（名次/总人数）` → `综合排名`. */
export function headerCore(text: string): string {
  return headerKey(narrowText(text).replace(/[([{【〔《][^)\]}】〕》]*[)\]}】〕》]/g, ""))
}
