import type { Finding } from "@qiaoliang/clause"
import type { UnionRow } from "#modules/unions/index.ts"
import { type ClauseId, clauseLabel } from "#policy/index.ts"

export const presentUnion = ({ id, name, level, kind }: UnionRow) => ({ id, name, level, kind })

export const presentBrief = (f: Finding, union: Pick<UnionRow, "id" | "name">) => ({
  unionId: union.id,
  unionName: union.name,
  clause: f.clause,
  label: clauseLabel(f.clause as ClauseId),
  subject: f.subject ?? null,
  verdict: f.verdict,
  value: f.value,
  limit: f.limit,
  reading: f.reading ?? null,
  because: f.because,
  cure: f.cure ?? null,
  people: f.rows.length,
  attested: f.attested !== undefined,
  local: f.local ?? false,
})

/** Whole, but for what the reader may not know of single people: numbers and reasons under article 4. */
export function presentFull(f: Finding, union: Pick<UnionRow, "id" | "name">, personal: boolean) {
  const hide = !personal && f.clause.startsWith("4.")
  return {
    ...presentBrief(f, union),
    rows: hide
      ? []
      : f.rows.map((r) =>
          personal ? r : { name: r.name, ...(r.file ? { file: r.file, sheet: r.sheet, row: r.row } : {}) },
        ),
    attestation: f.attested ?? null,
    explanation: f.explanation ? { reason: f.explanation.reason, approved: f.explanation.approved } : null,
  }
}
