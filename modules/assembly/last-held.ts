import type { Day } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"
import { congressOn } from "#modules/congress/index.ts"
import { evidenceOn } from "#modules/evidence/index.ts"
import type { Assembly } from "./assembly.ts"
import { assembliesOf } from "./store.ts"

export interface Held {
  readonly day: Day
  readonly name: string
}

/** Opened on its day: from then on it is held. */
export const wasHeld = (a: Assembly): boolean => a.openedAt !== null && a.state !== "cancelled"

/** The last congress of each union up to a day: held here, on an imported list, or attested. */
export async function lastHeld(
  tx: Tx,
  unions: readonly string[],
  day: Day,
): Promise<ReadonlyMap<string, Held>> {
  const imported = await congressOn(tx, unions, day)
  const attested = await evidenceOn(tx, unions, day)
  const own = (await assembliesOf(tx, unions)).filter((a) => wasHeld(a) && a.day <= day)
  const out = new Map<string, Held>()
  for (const id of unions) {
    const list = imported.get(id)?.congress
    const said = attested.get(id)?.answers["congress-held"]?.value
    const known: Held[] = [
      ...own.filter((a) => a.unionId === id),
      ...(list ? [{ day: list.held, name: list.name }] : []),
      ...(typeof said === "string" && said <= day ? [{ day: said, name: "" }] : []),
    ].map((h) => ({ day: h.day, name: h.name }))
    const last = known.sort((a, b) => (a.day < b.day ? 1 : -1))[0]
    if (last) out.set(id, last)
  }
  return out
}
