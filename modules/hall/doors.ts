import type { Tx } from "#kit/server/db.ts"
import type { AgendaItem } from "#modules/assembly/index.ts"
import type { HallPanel } from "#modules/elections/index.ts"

export type { AgendaItem }

/** A secret vote held by another room, as the hall shows it: nothing in it that is not public. */
export type Panel = HallPanel

/** What the hall asks of its neighbours. */
export interface Doors {
  readonly agenda: (tx: Tx, assemblyId: string) => Promise<readonly AgendaItem[]>
  readonly panels: readonly ((tx: Tx, assemblyId: string) => Promise<readonly Panel[]>)[]
}

export const panelsOf = async (doors: Doors, tx: Tx, assemblyId: string): Promise<readonly Panel[]> => {
  const found: Panel[] = []
  for (const panels of doors.panels) found.push(...(await panels(tx, assemblyId)))
  return found
}
