import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import { type Limit, type Reading, spell, stricter } from "@qiaoliang/clause"

/** What a clause's rule says that a union may tighten or choose. */
export interface RuleFace {
  readonly clause: string
  readonly quote: string
  readonly limit?: Limit
  readonly readings?: Readonly<Record<string, Reading>>
}

export type RuleBook = ReadonlyMap<string, RuleFace>

interface Entry {
  readonly clause: string
  readonly spec?: Omit<RuleFace, "clause">
}

/** The rules of the articles by clause. */
export const ruleBook = (articles: readonly { readonly entries: readonly Entry[] }[]): RuleBook =>
  new Map(
    articles.flatMap((a) =>
      a.entries.flatMap((e) => (e.spec ? [[e.clause, { clause: e.clause, ...e.spec }] as const] : [])),
    ),
  )

/** A union's own limit: at least as strict as the clause's on every side, or refused by 11.2. */
export function localLimit(book: RuleBook, clause: string, wanted: Limit): Result<Limit, Refusal> {
  const rule = book.get(clause)
  if (!rule?.limit) return refuse("invalid", `第 ${clause} 条没有可以收紧的限额`, { at: "clause" })
  const fit = stricter(rule.limit, wanted)
  if (!fit.ok) return { ok: false, error: { ...fit.error, at: "limit" } }
  if (spell(fit.value) === spell(rule.limit))
    return refuse("invalid", `与《意见》的 ${spell(rule.limit)} 相同，不必另定`, { at: "limit" })
  return fit
}

/** A reading the clause's rule knows, by its key. */
export function chosenReading(book: RuleBook, clause: string, key: string): Result<string, Refusal> {
  const readings = book.get(clause)?.readings
  if (!readings) return refuse("invalid", `第 ${clause} 条只有一种读法`, { at: "clause" })
  return Object.hasOwn(readings, key)
    ? ok(key)
    : refuse("invalid", "没有这种读法", { at: "reading", cure: `可选：${Object.keys(readings).join("、")}` })
}

export interface Settled {
  readonly kind: "limit" | "reading" | "rotation"
  readonly clause: string
  readonly value: unknown
}

/** A setting in a few signs or words. */
export function says(book: RuleBook, s: Settled): string {
  if (s.kind === "limit") return spell(s.value as Limit)
  if (s.kind === "rotation") return s.value ? "已实行执行主席轮值" : "不实行执行主席轮值"
  return book.get(s.clause)?.readings?.[s.value as string]?.label ?? String(s.value)
}
