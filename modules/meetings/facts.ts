import { chineseDay, type Day, semesterOf } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"
import { charterOn } from "#modules/charter/index.ts"
import type { Answered, QuestionId, Row } from "#policy/vocabulary.ts"
import * as store from "./store.ts"
import { nameOf } from "./view.ts"

const as = { chair: "执行主席", "stand-in": "代理人", member: "主席团成员" } as const

/**
 * 2.2a and 2.2c from the records of the semester a day lies in: who convened each meeting held, and which
 * resolutions decided important matters. Nothing recorded is no answer.
 */
export async function meetingsOn(
  tx: Tx,
  unions: readonly string[],
  day: Day,
): Promise<Map<string, { answers: Partial<Record<QuestionId, Answered>> }>> {
  const now = semesterOf(day)
  const held = (await store.meetingsOf(tx, unions)).filter(
    (m) =>
      m.schoolYear === now.schoolYear &&
      m.half === now.half &&
      m.day <= day &&
      (m.state === "open" || m.state === "closed"),
  )
  if (held.length === 0) return new Map()
  const charters = await charterOn(tx, unions, day)
  const resolutions = await store.resolutionsOf(
    tx,
    held.map((m) => m.id),
  )
  return new Map(
    unions.map((id) => {
      const own = held.filter((m) => m.unionId === id)
      const rotates = charters.get(id)?.charter?.rotation === true
      const ids = new Set(own.map((m) => m.id))
      const important = resolutions.filter(
        (r) => ids.has(r.meetingId) && r.matter && (r.decidedOn ?? "9") <= day,
      )
      return [
        id,
        { answers: { ...convened(own, rotates), ...decided(important.filter((r) => r.state === "passed")) } },
      ]
    }),
  )
}

/** 2.2c. A meeting any member might convene says nothing of a chair, unless the union rotates by now. */
function convened(own: readonly store.MeetingRow[], rotates: boolean): Partial<Record<QuestionId, Answered>> {
  const spoken = own.filter((m) => m.convenedAs !== "member" || rotates)
  if (spoken.length === 0) return {}
  const rows = spoken.map(
    (m): Row => ({
      id: m.id,
      name: m.title,
      note: `${chineseDay(m.day)}，${m.convener.name}（${as[m.convenedAs]}）召集`,
    }),
  )
  const value = spoken.every((m) => m.convenedAs !== "member")
  return { "chair-convenes": { value, on: latest(spoken.map((m) => m.day)), rows } }
}

/** 2.2a: important matters this semester were decided by the presidium's vote. */
function decided(passed: readonly store.ResolutionRow[]): Partial<Record<QuestionId, Answered>> {
  if (passed.length === 0) return {}
  const rows = passed.map((r): Row => ({ id: r.id, name: nameOf(r) ?? "决议", note: r.matter ?? "" }))
  return {
    "presidium-decides-together": { value: true, on: latest(passed.map((r) => r.decidedOn!)), rows },
  }
}

const latest = (days: readonly Day[]): Day => days.reduce((a, b) => (b > a ? b : a))
