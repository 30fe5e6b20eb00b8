import { type Finding, type Verdict, verdicts } from "@qiaoliang/clause"
import { type ClauseId, clauseLabel, judgeUnion } from "#policy/index.ts"
import type { Facts } from "#policy/vocabulary.ts"

const sideOf = ({ verdict, value, because }: Finding) => ({ verdict, value, because })
const keyOf = (f: Finding) => `${f.clause}|${f.subject ?? ""}`
const content = (f: Finding) =>
  JSON.stringify([f.verdict, f.value, f.because, f.rows.map((r) => `${r.name}${r.studentId ?? ""}`)])

export const totalsOf = (findings: readonly Finding[]): Record<Verdict, number> => {
  const totals = Object.fromEntries(verdicts.map((v) => [v, 0])) as Record<Verdict, number>
  for (const f of findings) totals[f.verdict]++
  return totals
}

/** Findings of a union and of its copy side by side: only what changes, in the order of the clauses. Pure. */
export function compare(before: Facts, after: Facts) {
  const was = judgeUnion(before)
  const is = judgeUnion(after)
  const unchanged = new Set(was.map((f) => keyOf(f) + content(f)))
  const still = new Set(is.map((f) => keyOf(f) + content(f)))
  const gone = Map.groupBy(
    was.filter((f) => !still.has(keyOf(f) + content(f))),
    keyOf,
  )
  const come = Map.groupBy(
    is.filter((f) => !unchanged.has(keyOf(f) + content(f))),
    keyOf,
  )
  const keys = [...new Set([...was, ...is].map(keyOf))].filter((k) => gone.has(k) || come.has(k))
  const changes = keys.flatMap((key) => {
    const from = gone.get(key) ?? []
    const to = come.get(key) ?? []
    return Array.from({ length: Math.max(from.length, to.length) }, (_, i) => {
      const one = (to[i] ?? from[i])!
      return {
        clause: one.clause,
        label: clauseLabel(one.clause as ClauseId),
        subject: one.subject ?? null,
        limit: one.limit,
        before: from[i] ? sideOf(from[i]) : null,
        after: to[i] ? sideOf(to[i]) : null,
      }
    })
  })
  const order = new Map([...was, ...is].map((f, i) => [f.clause, i] as const).toReversed())
  changes.sort((a, b) => (order.get(a.clause as never) ?? 0) - (order.get(b.clause as never) ?? 0))
  return { before: totalsOf(was), after: totalsOf(is), changes }
}
