import { chineseDay } from "@qiaoliang/basics"
import { type Field, isAsked, type Line, type Plain, type PlainValue, type Values } from "./field.ts"
import type { KindDeclaration } from "./kinds.ts"
import { yuan } from "./money.ts"

/** One field as people read it: a text, or a table. */
export interface Told {
  readonly key: string
  readonly label: string
  readonly text: string
  readonly table?: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }
}

/** What was filled in, in the order of the form. */
export const told = (kind: KindDeclaration, values: Values): Told[] =>
  kind.fields.flatMap((field) => {
    const value = values[field.key]
    if (!isAsked(field, values) || value === undefined) return []
    if (field.type !== "lines")
      return [{ key: field.key, label: field.label, text: alone(field, value as PlainValue) }]
    const lines = value as readonly Line[]
    if (lines.length === 0) return []
    const rows = lines.map((line) => field.columns.map((c) => spelled(c, line[c.key])))
    const text = rows.map((row) => row.filter(Boolean).join(" ")).join("；")
    return [{ key: field.key, label: field.label, text, table: { head: heads(field), rows } }]
  })

/** Outside a table an amount says what it is counted in. */
export const alone = (field: Plain, value: PlainValue | undefined): string =>
  field.type === "money" && value !== undefined ? `${spelled(field, value)}元` : spelled(field, value)

export const heads = (field: Extract<Field, { type: "lines" }>): string[] =>
  field.columns.map((c) => (c.type === "money" ? `${c.label}（元）` : c.label))

export function spelled(field: Plain, value: PlainValue | undefined): string {
  if (value === undefined) return ""
  switch (field.type) {
    case "day":
      return chineseDay(String(value))
    case "moment":
      return `${chineseDay(String(value).slice(0, 10))} ${String(value).slice(11)}`
    case "count":
      return `${value}${field.unit}`
    case "money":
      return yuan(Number(value))
    case "yes-no":
      return value ? "是" : "否"
    default:
      return String(value)
  }
}

export interface Difference {
  readonly label: string
  readonly before: string
  readonly after: string
}

/** What a new version changed, field by field. */
export function differences(kind: KindDeclaration, before: Values, after: Values): Difference[] {
  const was = new Map(told(kind, before).map((t) => [t.key, t.text]))
  const is = new Map(told(kind, after).map((t) => [t.key, t.text]))
  return kind.fields.flatMap(({ key, label }) => {
    const [a, b] = [was.get(key) ?? "", is.get(key) ?? ""]
    return a === b ? [] : [{ label, before: a, after: b }]
  })
}

/** One line for lists: the sum or the place, and what it is about. */
export function gist(kind: KindDeclaration, values: Values): string {
  const keys = {
    activity: "venue",
    information: "channel",
    external: "counterpart",
    funds: "use",
    report: "matter",
  }
  const amount = kind.amount?.(values) ?? 0
  const about = String(values[keys[kind.kind]] ?? "")
  const short = about.length > 60 ? `${about.slice(0, 60)}…` : about
  return [amount > 0 ? `${yuan(amount)}元` : "", short].filter(Boolean).join("，")
}
