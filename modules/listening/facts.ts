import { addDays, type Day, semesterBounds } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"
import { raisedBetween } from "#modules/needs/index.ts"
import { fields } from "#policy/practice/proposals.ts"
import type { Answered, QuestionId } from "#policy/vocabulary.ts"
import { type Listening, phaseOf } from "./listening.ts"
import { answerCounts, heardAt, listeningsOf } from "./store.ts"

/**
 * 1.3: what a union heard this semester in each of the four fields, from needs raised by students and from what was heard
 * at listenings held. Something in every field is a yes. A field in which nothing was heard is a no once the semester is
 * over; until then, and where nothing is recorded at all, there is no answer and an attestation may speak.
 */
export async function listeningOn(
  tx: Tx,
  unions: readonly string[],
  day: Day,
): Promise<Map<string, { answers: Partial<Record<QuestionId, Answered>> }>> {
  const { from, to } = semesterBounds(day)
  const held = (await listeningsOf(tx, unions)).filter(
    (l) => l.onDay >= from && l.onDay <= day && phaseOf(l, day) === "held",
  )
  const ids = held.map((l) => l.id)
  const heard = await heardAt(tx, ids)
  const filled = await answerCounts(tx, ids)
  const raised = await raisedBetween(tx, unions, from, day)
  return new Map(
    unions.flatMap((id) => {
      const own = held.filter((l) => l.unionId === id)
      const needs = raised.filter((r) => r.union === id)
      if (own.length === 0 && needs.length === 0) return []
      const said = heard.filter((h) => own.some((l) => l.id === h.listeningId))
      const sums = fields.map((field) => ({
        field,
        needs: needs.find((n) => n.field === field)?.count ?? 0,
        heard: said.filter((h) => h.field === field).length,
      }))
      const all = sums.every((s) => s.needs + s.heard > 0)
      if (!all && addDays(day, 1) <= to) return []
      const on = [...needs.map((n) => n.last), ...own.map((l) => l.untilDay)].toSorted().at(-1) ?? from
      const rows = all
        ? [
            ...sums.map((s) => ({
              id: s.field,
              name: s.field,
              note: `诉求${s.needs}件，座谈和问卷听取${s.heard}条`,
            })),
            ...heldRow(own, filled),
          ]
        : sums
            .filter((s) => s.needs + s.heard === 0)
            .map((s) => ({ id: s.field, name: s.field, note: "没有听取、收集" }))
      return [[id, { answers: { "needs-collected": { value: all, on, rows } } }] as const]
    }),
  )
}

function heldRow(own: readonly Listening[], filled: ReadonlyMap<string, number>) {
  if (own.length === 0) return []
  const surveys = own.filter((l) => l.kind === "survey")
  const answers = surveys.reduce((n, l) => n + (filled.get(l.id) ?? 0), 0)
  const parts = [
    own.length > surveys.length ? `座谈、面对面、走访${own.length - surveys.length}次` : "",
    surveys.length > 0 ? `问卷${surveys.length}次，收到${answers}份` : "",
  ]
  return [{ id: "listening", name: "听取活动", note: parts.filter(Boolean).join("；") }]
}
