import type { Day } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"
import type { Answered, Facts, QuestionId } from "#policy/vocabulary.ts"
import { attestationsOf, explanationsOf } from "./store.ts"

/** What is on file about each union on a day: explanations in force, answers that still speak. */
export async function evidenceOn(
  tx: Tx,
  unions: readonly string[],
  day: Day,
): Promise<Map<string, Pick<Facts, "explanations" | "answers">>> {
  const out = new Map<
    string,
    { explanations: Facts["explanations"][number][]; answers: Partial<Record<QuestionId, Answered>> }
  >()
  const of = (id: string) => {
    const known = out.get(id) ?? { explanations: [], answers: {} }
    out.set(id, known)
    return known
  }
  for (const { row, document } of await explanationsOf(tx, unions)) {
    if (row.fromDay > day || (row.until !== null && row.until < day) || row.refusedBecause !== null) continue
    of(row.unionId).explanations.push({
      id: row.id,
      clause: row.clause,
      ...(row.subject ? { subject: row.subject } : {}),
      reason: document?.name ? `${row.reason}（附 ${document.name}）` : row.reason,
      approved: row.approved,
    })
  }
  // Newest first: the first that speaks for the day wins.
  for (const { row, retraction, document } of await attestationsOf(tx, unions)) {
    if (retraction || row.onDay > day || (row.until !== null && row.until < day)) continue
    const answers = of(row.unionId).answers
    const id = row.question as QuestionId
    if (answers[id]) continue
    answers[id] = {
      value: row.value,
      on: row.onDay,
      attested: {
        id: row.id,
        by: `${row.byName}（${row.capacity}）`,
        on: row.onDay,
        source: row.source,
        ...(document?.id
          ? { document: { id: document.id, name: document.name!, sha256: document.sha256! } }
          : {}),
      },
    }
  }
  return out
}
