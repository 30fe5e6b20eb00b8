import { type Day, dayOf } from "@qiaoliang/basics"
import type { Tx } from "#kit/server/db.ts"
import { type Assembly, assembliesOf } from "#modules/assembly/index.ts"
import { groundOn, heldOn } from "#modules/congress/index.ts"
import { unionsOf } from "#modules/unions/index.ts"
import type { Answered, Facts, QuestionId, Row } from "#policy/vocabulary.ts"
import { delegatesOn, type Seat } from "./store.ts"

type Known = Pick<Facts, "congress"> & { answers: Partial<Record<QuestionId, Answered>> }

/**
 * The latest congress held here, for 6.1 to 6.5, where no list of a later one was imported. 6.2 is answered
 * where seats were filled through the chain; a list taken over from a file says nothing of it.
 */
export async function delegatesFactsOn(
  tx: Tx,
  unions: readonly string[],
  day: Day,
): Promise<Map<string, Partial<Known>>> {
  const latest = new Map<string, Assembly & { readonly held: Day }>()
  for (const a of await assembliesOf(tx, unions)) {
    if (!a.openedAt || a.state === "cancelled") continue
    const held = dayOf(a.openedAt)
    if (held <= day && held > (latest.get(a.unionId)?.held ?? "")) latest.set(a.unionId, { ...a, held })
  }
  const imported = await heldOn(tx, [...latest.keys()], day)
  for (const [union, a] of latest) if ((imported.get(union) ?? "") > a.held) latest.delete(union)
  if (latest.size === 0) return new Map()
  const seats = await delegatesOn(tx, new Map([...latest.values()].map((a) => [a.id, a.held])))
  const known = new Map<string, Partial<Known>>()
  for (const union of await unionsOf(tx, [...latest.keys()])) {
    const a = latest.get(union.id)!
    const voting = (seats.get(a.id) ?? []).filter((s) => s.voting)
    if (voting.length === 0) continue
    const answer = electedAnswer(a, voting)
    known.set(union.id, {
      congress: {
        name: a.name,
        held: a.held,
        ...(await groundOn(tx, day, union.kind, union.faculty)),
        delegates: voting.map((s) => ({
          row: rowOf(s),
          faculty: s.faculty,
          grade: s.grade,
          ...(s.society ? { society: s.society } : {}),
          cadre: s.cadre,
        })),
      },
      ...(answer ? { answers: { "delegates-elected": answer } } : {}),
    })
  }
  return known
}

const rowOf = (s: Seat): Row => ({ id: s.id, name: s.name, studentId: s.number, note: s.basis })

/** Seats of classes: each recommended, elected and published here, or who was not. */
function electedAnswer(a: Assembly & { readonly held: Day }, seats: readonly Seat[]): Answered | undefined {
  const ofClasses = seats.filter((s) => s.source === "class")
  const walked = ofClasses.filter((s) => s.nominee !== null)
  if (a.kind === "general" || walked.length === 0) return undefined
  const others = ofClasses.filter((s) => s.nominee === null)
  return others.length === 0
    ? {
        value: true,
        on: a.held,
        note: `${a.name}的${walked.length}名基层代表均经推荐、选举、公示`,
        rows: walked.map(rowOf),
      }
    : {
        value: false,
        on: a.held,
        note: `${a.name}有${others.length}名基层代表没有推荐、选举的记录`,
        rows: others.map(rowOf),
      }
}
