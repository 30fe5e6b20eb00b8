import { chineseDay, type Day } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"
import type { Answered, QuestionId } from "#policy/vocabulary.ts"
import { kindNames } from "./assembly.ts"
import { wasHeld } from "./last-held.ts"
import { assembliesOf } from "./store.ts"

/** 6.1, 6.5: the day of the last assembly opened in this room, up to a day. None held is no answer. */
export async function assembliesOn(
  tx: Tx,
  unions: readonly string[],
  day: Day,
): Promise<Map<string, { answers: Partial<Record<QuestionId, Answered>> }>> {
  const held = (await assembliesOf(tx, unions)).filter((a) => wasHeld(a) && a.day <= day)
  const out = new Map<string, { answers: Partial<Record<QuestionId, Answered>> }>()
  // Newest first: the first of a union is its last.
  for (const a of held) {
    if (out.has(a.unionId)) continue
    const note = `${chineseDay(a.day)}，${a.place}，${kindNames[a.kind]}`
    const rows = [{ id: a.id, name: a.name, note }]
    out.set(a.unionId, { answers: { "congress-held": { value: a.day, on: a.day, rows } } })
  }
  return out
}
