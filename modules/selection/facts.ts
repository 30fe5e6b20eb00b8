import { type Day, schoolYearOf } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"
import type { Row, SelectionFacts, SelectionRecord } from "#policy/vocabulary.ts"
import { asWritten, isPresidium } from "./procedure.ts"
import { isRepresentative, sourceName } from "./source.ts"
import { type Candidacy, passedBy, type RosterLine, rosterLines } from "./store.ts"

/**
 * How those on each roster came in (4.2, 5.2–5.5). A union for which no chain was ever walked has no entry: what
 * is not on record is left to attestations. A person, not a row, has walked the chain: a later change of place
 * within the union does not undo it.
 */
export async function selectionOn(
  tx: Tx,
  unions: readonly string[],
  day: Day,
): Promise<Map<string, { selection: SelectionFacts }>> {
  const passed = Map.groupBy(await passedBy(tx, unions, day), (k) => k.unionId)
  if (passed.size === 0) return new Map()
  const lines = Map.groupBy(await rosterLines(tx, [...passed.keys()], day), (l) => l.unionId)
  return new Map(
    [...passed].map(([id, of]) => [id, { selection: factsFrom(of, lines.get(id) ?? [], day) }] as const),
  )
}

/** Pure. */
export function factsFrom(
  passed: readonly Candidacy[],
  roster: readonly RosterLine[],
  day: Day,
): SelectionFacts {
  const year = schoolYearOf(day)
  const candidates = passed.filter((k) => isPresidium(k.postKind) && schoolYearOf(k.endedOn ?? day) === year)
  const told = (k: Candidacy): Row => ({ id: k.applicationId, name: k.name, note: sourceName(k.source) })
  const [presidium, members] = [true, false].map((which) =>
    beside(
      which ? candidates.map(walkedRow) : [],
      roster.filter((l) => (l.kind === "presidium") === which),
      passed.filter((k) => isPresidium(k.postKind) === which),
    ),
  ) as [SelectionRecord, SelectionRecord]
  return {
    presidium,
    members,
    candidates: candidates.map(told),
    outside: candidates.filter((k) => !isRepresentative(k.source)).map(told),
  }
}

const walkedRow = (k: Candidacy): Row => ({
  id: k.applicationId,
  name: k.name,
  note: `${asWritten[k.postKind].title}，${k.endedOn}办结`,
})

/** Those on the roster by how they came, with those whose chain ended elsewhere (candidates) already walked. */
function beside(
  walked: readonly Row[],
  lines: readonly RosterLine[],
  passed: readonly Candidacy[],
): SelectionRecord {
  const came = new Map(passed.map((k) => [k.number, k]))
  const of = (l: RosterLine) => (l.number === null ? undefined : came.get(l.number))
  const row = (l: RosterLine): Row => ({ id: l.id, name: l.name, studentId: l.number })
  const known = new Set(walked.map((r) => r.id))
  return {
    walked: [
      ...walked,
      ...lines.flatMap((l) => {
        const k = of(l)
        return k && !known.has(k.applicationId) ? [walkedRow(k)] : []
      }),
    ],
    without: lines.filter((l) => !of(l) && !l.imported).map(row),
    unproven: lines.filter((l) => !of(l) && l.imported).map(row),
  }
}
