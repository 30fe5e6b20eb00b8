import type { Day } from "@qiaoliang/basics"
import type { Limit } from "@qiaoliang/clause"
import type { Tx } from "#kit/server/db.ts"
import type { CharterFacts } from "#policy/vocabulary.ts"
import { settingsOn, versionsOn } from "./store.ts"

/** What the articles ask of a union's charter and of what it settled for itself. */
export interface CharterPart {
  readonly charter?: CharterFacts
  readonly limits: Readonly<Record<string, Limit>>
  readonly readings: Readonly<Record<string, string>>
}

/** By union, as it stood on a day: two statements however many unions. */
export async function charterOn(
  tx: Tx,
  unions: readonly string[],
  day: Day,
): Promise<Map<string, CharterPart>> {
  const versions = await versionsOn(tx, unions, day)
  const settings = await settingsOn(tx, unions, day)
  return new Map(
    unions.map((id) => {
      const own = settings.filter((s) => s.unionId === id)
      const pick = <T>(kind: string) =>
        Object.fromEntries(own.filter((s) => s.kind === kind).map((s) => [s.clause, s.value as T]))
      const version = versions.get(id)
      const rotation = own.find((s) => s.kind === "rotation")
      const charter = charterFacts(version, rotation)
      return [
        id,
        { ...(charter ? { charter } : {}), limits: pick<Limit>("limit"), readings: pick<string>("reading") },
      ]
    }),
  )
}

/** Which of these unions have adopted the rotation (2.2b) by a day. */
export async function rotatingOn(tx: Tx, unions: readonly string[], day: Day): Promise<ReadonlySet<string>> {
  const parts = await charterOn(tx, unions, day)
  return new Set(unions.filter((id) => parts.get(id)?.charter?.rotation === true))
}

/** Rotation is a matter of the charter (2.2): without one there is nothing to say. */
function charterFacts(
  version: { adoptedOn: Day; public: boolean; document: { id: string; name: string } | null } | undefined,
  rotation: { value: unknown; validFrom: Day } | undefined,
): CharterFacts | undefined {
  const turn = rotation ? { rotation: rotation.value === true } : {}
  if (!version) return undefined
  return {
    adopted: version.adoptedOn,
    public: version.public,
    ...turn,
    ...(version.document ? { document: version.document } : {}),
  }
}

/** The charter itself, for the disclosure that prints it. */
export async function charterText(
  tx: Tx,
  union: string,
  day: Day,
): Promise<
  { name: string; adopted: Day; text: string; document?: { id: string; name: string } } | undefined
> {
  const version = (await versionsOn(tx, [union], day)).get(union)
  return (
    version && {
      name: version.name,
      adopted: version.adoptedOn,
      text: version.words ?? "",
      ...(version.document ? { document: version.document } : {}),
    }
  )
}
