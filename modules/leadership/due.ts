import { addMonths, type Day } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"
import { charterOn } from "#modules/charter/index.ts"
import { type UnionRow, unionsOf } from "#modules/unions/index.ts"
import { hearingMonths } from "#policy/09-leadership/rules.ts"
import type { Hearing, Host } from "./hearing.ts"
import { hearingsOf } from "./hearings-store.ts"

/** When a Party organisation must hear its unions again, by the reading of 定期 each union chose (9.3). */
export interface HostDue extends Host {
  readonly unions: readonly UnionRow[]
  /** The day the union heard longest ago was last heard; null: one of them never. */
  readonly last: Day | null
  readonly due: Day | null
  /** The next session planned. */
  readonly planned: Day | null
}

export async function hostsDue(tx: Tx, today: Day, known?: readonly Hearing[]): Promise<readonly HostDue[]> {
  const unions = await unionsOf(tx)
  const hearings = known ?? (await hearingsOf(tx))
  const charters = await charterOn(
    tx,
    unions.map((u) => u.id),
    today,
  )
  const hosts = Map.groupBy(unions, (u) => (u.level === "school" ? null : u.faculty))
  return [...hosts].map(([faculty, heard]) => {
    const lasts = heard.map((u) => {
      const last = hearings.find((h) => h.heldOn && h.heldOn <= today && h.unions.includes(u.id))?.heldOn
      const months = hearingMonths(charters.get(u.id)?.readings["9.3"])
      return last ? { last, due: addMonths(last, months) } : null
    })
    const complete = lasts.filter((l) => l !== null)
    const planned = hearings.filter(
      (h) => h.faculty === faculty && !h.heldOn && h.calledOffBecause === null && h.onDay >= today,
    )
    return {
      faculty,
      unions: heard,
      last: complete.length === lasts.length ? earliest(complete.map((l) => l.last)) : null,
      due: complete.length === lasts.length ? earliest(complete.map((l) => l.due)) : null,
      planned: earliest(planned.map((h) => h.onDay)),
    }
  })
}

const earliest = (days: readonly Day[]): Day | null => days.toSorted()[0] ?? null
