import { isDay, ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import { type Field, isAsked, type Line, type Plain, type PlainValue, type Values } from "./field.ts"
import type { KindDeclaration } from "./kinds.ts"
import { mostCents } from "./money.ts"

/** What was filled in, tidied; or the first thing wrong with it and where. Nothing the form does not ask is kept. */
export function checked(kind: KindDeclaration, given: Values): Result<Values, Refusal> {
  const out: Record<string, PlainValue | readonly Line[]> = {}
  for (const field of kind.fields) {
    if (!isAsked(field, out)) continue
    const value = oneField(field, given[field.key])
    if (!value.ok) return value
    if (value.value !== undefined) out[field.key] = value.value
  }
  const wrong = kind.wrong?.(out)
  return wrong ? refuse("invalid", wrong.because, { at: wrong.at }) : ok(out)
}

function oneField(
  field: Field,
  value: Values[string] | undefined,
): Result<PlainValue | readonly Line[] | undefined, Refusal> {
  if (field.type !== "lines")
    return plain(field, Array.isArray(value) ? undefined : (value as PlainValue | undefined), field.key)
  const given = Array.isArray(value) ? (value as readonly Line[]) : []
  if (given.length === 0)
    return field.optional ? ok([]) : refuse("invalid", `请填写“${field.label}”`, { at: field.key })
  if (given.length > field.most)
    return refuse("invalid", `“${field.label}”最多${field.most}行`, { at: field.key })
  const lines: Line[] = []
  for (const [i, line] of given.entries()) {
    const kept: Record<string, PlainValue> = {}
    for (const column of field.columns) {
      const cell = plain(column, line[column.key], field.key, `第${i + 1}行`)
      if (!cell.ok) return cell
      if (cell.value !== undefined) kept[column.key] = cell.value
    }
    lines.push(kept)
  }
  return ok(lines)
}

function plain(
  field: Plain,
  value: PlainValue | undefined,
  at: string,
  where = "",
): Result<PlainValue | undefined, Refusal> {
  const wrong = (because: string) => refuse("invalid", `${where}“${field.label}”${because}`, { at })
  if (value === undefined || value === "" || (typeof value === "string" && value.trim() === ""))
    return field.optional ? ok(undefined) : refuse("invalid", `请填写${where}“${field.label}”`, { at })
  switch (field.type) {
    case "text": {
      if (typeof value !== "string") return wrong("应为文字")
      const text = value.trim()
      if (text.length > field.max) return wrong(`过长（最多${field.max}字）`)
      return text.length < (field.min ?? 1) ? wrong(`过短（至少${field.min}字）`) : ok(text)
    }
    case "day":
      return typeof value === "string" && isDay(value) ? ok(value) : wrong("不是日期")
    case "moment":
      return typeof value === "string" && isMoment(value) ? ok(value) : wrong("不是日期和时间")
    case "count":
      if (!isWhole(value) || value < 1) return wrong("应为正整数")
      return value > field.max ? wrong(`过大（最多${field.max}${field.unit}）`) : ok(value)
    case "money":
      if (!isWhole(value) || value < 0) return wrong("不是金额")
      return value > mostCents ? wrong("金额过大") : ok(value)
    case "choice":
      return typeof value === "string" && field.options.includes(value)
        ? ok(value)
        : wrong("不在可选的范围内")
    case "yes-no":
      return typeof value === "boolean" ? ok(value) : wrong("请选“是”或“否”")
  }
}

const isWhole = (value: PlainValue): value is number =>
  typeof value === "number" && Number.isSafeInteger(value)

export const isMoment = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/.test(text) && isDay(text.slice(0, 10))
