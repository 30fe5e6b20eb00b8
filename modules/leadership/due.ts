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
  /** The last session in which any of them was heard. */
  readonly last: Day | null
  /** Those that were never heard: there is no day to count from. */
  readonly never: readonly UnionRow[]
  /** By when the first of those heard must be heard again. */
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
    const lasts = heard.map((union) => {
      const last = hearings.find((h) => h.heldOn && h.heldOn <= today && h.unions.includes(union.id))?.heldOn
      const months = hearingMonths(charters.get(union.id)?.readings["9.3"])
      return { union, last, due: last ? addMonths(last, months) : undefined }
    })
    const planned = hearings.filter(
      (h) => h.faculty === faculty && !h.heldOn && h.calledOffBecause === null && h.onDay >= today,
    )
    return {
      faculty,
      unions: heard,
      last: inOrder(lasts.map((l) => l.last)).at(-1) ?? null,
      never: lasts.filter((l) => !l.last).map((l) => l.union),
      due: inOrder(lasts.map((l) => l.due))[0] ?? null,
      planned: inOrder(planned.map((h) => h.onDay))[0] ?? null,
    }
  })
}

/** The days there are, in order. */
const inOrder = (days: readonly (Day | null | undefined)[]): Day[] =>
  days.filter((d) => d !== null && d !== undefined).toSorted()
