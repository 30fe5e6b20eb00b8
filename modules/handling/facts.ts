import { type Day, semesterBounds } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"
import { sayNth } from "#modules/needs/index.ts"
import type { Answered, QuestionId } from "#policy/vocabulary.ts"

interface Line {
  readonly id: string
  readonly unionId: string
  readonly nth: number
  readonly title: string
  readonly raisedOn: Day
  readonly late: boolean
}

/**
 * 1.4: whether every need of this semester was sorted, answered and solved in time. A union at whose desk none was raised
 * gives no answer: an attestation may still speak for it. Rows name needs by number and title, never people.
 */
export async function handlingOn(
  tx: Tx,
  unions: readonly string[],
  day: Day,
): Promise<Map<string, { answers: Partial<Record<QuestionId, Answered>> }>> {
  const { from } = semesterBounds(day)
  const { rows } = await tx.client.query<Line>(
    `select n.id, n.union_id as "unionId", n.nth, n.title, n.raised_on as "raisedOn",
            h.was_late or (h.state in ('sorting', 'sent', 'accepted', 'answered') and coalesce(h.due < $4, false)) as late
     from need n join handling h on h.university_id = n.university_id and h.need_id = n.id
     where n.university_id = $1 and n.union_id = any($2) and n.desk = 'union' and n.raised_on between $3 and $4
       and h.left_as is null and not h.imported
     order by n.nth`,
    [tx.university, unions, from, day],
  )
  const byUnion = Map.groupBy(rows, (r) => r.unionId)
  return new Map(
    [...byUnion].map(([id, all]) => {
      const late = all.filter((l) => l.late)
      const on = all.reduce((last, l) => (l.raisedOn > last ? l.raisedOn : last), from)
      const shown = (late.length > 0 ? late : all).slice(0, 50)
      const lines = shown.map((l) => ({
        id: l.id,
        name: `${sayNth(l.nth)} ${l.title}`,
        note: l.late ? "没有按期办理" : "按期办理",
      }))
      return [id, { answers: { "needs-answered": { value: late.length === 0, on, rows: lines } } }]
    }),
  )
}
