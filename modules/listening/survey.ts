import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import { fewest } from "#kit/server/small-numbers.ts"
import type { Question } from "./listening.ts"
import type { Given } from "./schema.ts"

export const scale = [1, 2, 3, 4, 5] as const
export const longest = 500

type Asked = Pick<Question, "id" | "kind" | "title" | "options" | "required">

/** What somebody filled in, checked against the questions; nothing is kept that was not asked. */
export function filledIn(questions: readonly Asked[], given: Given): Result<Given, Refusal> {
  const kept: Record<string, Given[string]> = {}
  for (const q of questions) {
    const value = given[q.id]
    const wrong = (because: string) => refuse("invalid", `“${q.title}”${because}`, { at: q.id })
    if (value === undefined || isBlank(value)) {
      if (q.required) return wrong("还没有回答")
      continue
    }
    if (!fits(q, value)) return wrong("的回答与题目不符")
    kept[q.id] = typeof value === "string" ? value.trim() : value
  }
  return Object.keys(kept).length > 0 ? ok(kept) : refuse("invalid", "请至少回答一题")
}

const isBlank = (value: Given[string]): boolean =>
  typeof value === "string" ? value.trim() === "" : typeof value !== "number" && value.length === 0

function fits(q: Asked, value: Given[string]): boolean {
  const option = (n: number) => Number.isInteger(n) && n >= 0 && n < q.options.length
  if (q.kind === "text") return typeof value === "string" && value.trim().length <= longest
  if (q.kind === "scale") return typeof value === "number" && (scale as readonly number[]).includes(value)
  if (q.kind === "single") return typeof value === "number" && option(value)
  return typeof value === "object" && value.every(option) && new Set(value).size === value.length
}

export interface Bar {
  readonly label: string
  readonly count: number
}

export interface Tallied {
  readonly id: string
  readonly kind: Question["kind"]
  readonly title: string
  /** How many answered this question; null: fewer than are shown. */
  readonly n: number | null
  readonly bars: readonly Bar[]
  /** Of a scale, to one decimal. */
  readonly average: number | null
  /** In an order that says nothing of who wrote what else. */
  readonly texts: readonly string[]
}

/** Each question's answers, counted. A question answered by fewer than `fewest` shows nothing. */
export function tallied(questions: readonly Asked[], answers: readonly Given[]): Tallied[] {
  return questions.map((q) => {
    const given = answers.flatMap((a) => (a[q.id] === undefined ? [] : [a[q.id]!]))
    const head = { id: q.id, kind: q.kind, title: q.title }
    if (given.length < fewest) return { ...head, n: null, bars: [], average: null, texts: [] }
    const picks = given.flatMap((g) => (typeof g === "object" ? [...g] : typeof g === "number" ? [g] : []))
    const count = (value: number) => picks.filter((p) => p === value).length
    return {
      ...head,
      n: given.length,
      bars:
        q.kind === "scale"
          ? scale.map((s) => ({ label: `${s}`, count: count(s) }))
          : q.options.map((label, i) => ({ label, count: count(i) })),
      average:
        q.kind === "scale"
          ? Math.round((picks.reduce((sum, p) => sum + p, 0) / picks.length) * 10) / 10
          : null,
      texts: given.flatMap((g) => (typeof g === "string" ? [g] : [])).toSorted(),
    }
  })
}

export interface Share {
  readonly faculty: string
  readonly asked: number
  readonly answered: number
}

export interface Shares {
  readonly asked: number
  readonly answered: number
  readonly faculties: readonly Share[]
  /** Faculties of which fewer than `fewest` answered, together; null: none, or not shown either. */
  readonly rest: { readonly faculties: number; readonly asked: number; readonly answered: number } | null
}

/**
 * How many of those asked have answered, by faculty. Small ones are shown together, and with the next larger one where
 * together they are still few: what is left out cannot be found by subtraction.
 */
export function sharesFrom(
  asked: readonly { readonly faculty: string; readonly students: number }[],
  answered: readonly { readonly faculty: string; readonly answered: number }[],
): Shares {
  const sums = new Map<string, { asked: number; answered: number }>()
  const of = (faculty: string) => {
    const known = sums.get(faculty) ?? { asked: 0, answered: 0 }
    sums.set(faculty, known)
    return known
  }
  for (const a of asked) of(a.faculty).asked += a.students
  for (const a of answered) of(a.faculty).answered += a.answered
  const all = [...sums].map(([faculty, s]) => ({ faculty, ...s })).toSorted((a, b) => b.answered - a.answered)
  const shown = all.filter((f) => f.answered >= fewest)
  const few = all.filter((f) => f.answered < fewest)
  const sum = (of: readonly Share[], key: "asked" | "answered") => of.reduce((n, f) => n + f[key], 0)
  while (sum(few, "answered") > 0 && sum(few, "answered") < fewest && shown.length > 0) few.push(shown.pop()!)
  return {
    asked: sum(all, "asked"),
    answered: sum(all, "answered"),
    faculties: shown,
    rest:
      few.length === 0 || (sum(few, "answered") > 0 && sum(few, "answered") < fewest)
        ? null
        : { faculties: few.length, asked: sum(few, "asked"), answered: sum(few, "answered") },
  }
}
