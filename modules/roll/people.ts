import type { Tx } from "#kit/server/db.ts"
import type { Assembly } from "#modules/assembly/index.ts"
import { type Delegate, delegatesOf } from "#modules/delegates/index.ts"
import { type Stay, stayOf } from "./standing.ts"
import { linesOf } from "./store.ts"

export interface Attendee extends Stay {
  readonly delegate: Delegate
  /** How the last line came about. */
  readonly by: "code" | "list" | null
}

/** Everybody who attends an assembly, delegation by delegation, with what the roll says. */
export async function attendeesOf(
  tx: Tx,
  { id, openedAt }: Pick<Assembly, "id" | "openedAt">,
): Promise<readonly Attendee[]> {
  const lines = Map.groupBy(await linesOf(tx, id), (l) => l.number)
  return (await delegatesOf(tx, id)).map((delegate) => {
    const own = lines.get(delegate.number) ?? []
    return { delegate, ...stayOf(own, openedAt), by: own.at(-1)?.by ?? null }
  })
}
