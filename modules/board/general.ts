import { needsPractice } from "#policy/practice/needs.ts"
import type { Field } from "#policy/practice/proposals.ts"
import type { Count } from "./entry.ts"
import { monthOf } from "./period.ts"

export type Reason = "faculties" | "classes" | "months"

/** What several needs have in common: their category, or that they were merged into one matter. */
export interface Shared {
  readonly key: string
  readonly kind: "category" | "merged"
  readonly name: string
  readonly field: Field
  readonly needs: number
  readonly voices: number
  readonly faculties: number
  readonly classes: number
  readonly recurs: number
  readonly months: readonly { readonly month: string; readonly needs: number }[]
  readonly general: boolean
  readonly reasons: readonly Reason[]
}

/** A need with the months in which it and what was merged into it were raised. */
export interface Lead {
  readonly count: Count
  readonly title: string
  readonly raised: readonly string[]
}

export interface Group {
  readonly key: string
  readonly kind: Shared["kind"]
  readonly name: string
  readonly field: Field
  readonly leads: readonly Lead[]
}

/** By category, and each need others were merged into by itself. */
export function groupsOf(leads: readonly Lead[]): readonly Group[] {
  const categories = [...Map.groupBy(leads, (l) => l.count.categoryId)].map(
    ([id, of]): Group => ({
      key: `category:${id}`,
      kind: "category",
      name: of[0]!.count.category,
      field: of[0]!.count.field,
      leads: of,
    }),
  )
  const merged = leads
    .filter((l) => l.raised.length > 1)
    .map(
      (l): Group => ({
        key: `merged:${l.count.needId}`,
        kind: "merged",
        name: l.title,
        field: l.count.field,
        leads: [l],
      }),
    )
  return [...categories, ...merged]
}

/** 普遍需求: from enough faculties or classes, and again and again. */
export function sharedOf(
  group: Group,
  spread: { readonly voices: number; readonly faculties: number; readonly classes: number },
): Shared {
  const raised = group.leads.flatMap((l) => l.raised.map(monthOf))
  const months = [...Map.groupBy(raised, (m) => m)]
    .map(([month, of]) => ({ month, needs: of.length }))
    .toSorted((a, b) => (a.month < b.month ? -1 : 1))
  const { general } = needsPractice
  const reasons: Reason[] = [
    ...(spread.faculties >= general.faculties ? ["faculties" as const] : []),
    ...(spread.classes >= general.classes ? ["classes" as const] : []),
    ...(months.length >= general.months ? ["months" as const] : []),
  ]
  const wide = reasons.includes("faculties") || reasons.includes("classes")
  const { key, kind, name, field } = group
  return {
    key,
    kind,
    name,
    field,
    needs: raised.length,
    ...spread,
    recurs: months.length,
    months,
    general: wide && reasons.includes("months"),
    reasons,
  }
}

/** The general ones first, then by voices. */
export const inOrder = (a: Shared, b: Shared): number =>
  Number(b.general) - Number(a.general) || b.voices - a.voices || a.name.localeCompare(b.name, "zh-Hans-CN")
