import type { Tx } from "#kit/server/db.ts"
import type { AgendaItem } from "#modules/assembly/index.ts"

export type { AgendaItem }

/** A secret vote held by another room, as the hall shows it: nothing in it that is not public. */
export interface Panel {
  readonly id: string
  readonly title: string
  readonly state: "preparing" | "open" | "counting" | "done"
  /** How it stands, in sentences for the projector. */
  readonly lines: readonly string[]
  /** Of the public board, to be compared by delegates. */
  readonly code: string | null
  /** Where a delegate votes while it is open. */
  readonly vote: string | null
  /** What the chair can do about it, and where. */
  readonly actions: readonly { readonly title: string; readonly href: string }[]
}

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
