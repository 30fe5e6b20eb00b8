import type { Actor } from "#kit/server/actor.ts"
import { isQuestion, questionOf } from "#policy/index.ts"
import { mayDecide } from "./abilities.ts"
import type { attestationsOf, explanationsOf } from "./store.ts"

type AttestationFound = Awaited<ReturnType<typeof attestationsOf>>[number]
type ExplanationFound = Awaited<ReturnType<typeof explanationsOf>>[number]

const document = (d: AttestationFound["document"]) => (d?.id && d.name ? { id: d.id, name: d.name } : null)

export function presentAttestation({ row, retraction, document: d }: AttestationFound) {
  const asked = isQuestion(row.question) ? questionOf(row.question) : undefined
  return {
    id: row.id,
    unionId: row.unionId,
    question: row.question,
    prompt: asked?.prompt ?? row.question,
    clauses: [...(asked?.clauses ?? [])],
    value: row.value,
    on: row.onDay,
    until: row.until,
    source: row.source,
    document: document(d),
    by: row.byName,
    capacity: row.capacity,
    at: row.at.toISOString(),
    retracted: retraction
      ? { because: retraction.because, by: retraction.byName, at: retraction.at.toISOString() }
      : null,
  }
}

export const presentExplanation = ({ row, document: d }: ExplanationFound, actor: Actor) => ({
  id: row.id,
  unionId: row.unionId,
  clause: row.clause,
  subject: row.subject,
  reason: row.reason,
  document: document(d),
  from: row.fromDay,
  until: row.until,
  approved: row.approved,
  by: row.byName,
  at: row.at.toISOString(),
  decided: row.decidedAt
    ? { by: row.decidedByName ?? "", at: row.decidedAt.toISOString(), refusedBecause: row.refusedBecause }
    : null,
  can: { decide: row.decidedAt === null && !("refusal" in mayDecide(actor, row.by)) },
})
