import { type Day, type Semester, semesterName, semesterOf } from "@qiaoliang/basics"
import type { z } from "zod"
import type { Actor, Under } from "#kit/server/actor.ts"
import { mayHandOver, mayTakeOver } from "./abilities.ts"
import type { one } from "./contract.ts"
import type { Change } from "./handover.ts"
import type { Matter } from "./matters.ts"
import type { Member, Turn } from "./rotation.ts"
import { beginsOn, endsOn, placeOf } from "./semesters.ts"
import type { ConsentRow, HandoverRow, PlanRow } from "./store.ts"

type View = z.output<typeof one.output>

/** Bare majority of so many. */
const needed = (members: number): number => Math.floor(members / 2) + 1

export function presentPlan(
  plan: PlanRow,
  consents: readonly ConsentRow[],
  members: readonly Member[],
  day: Day,
): NonNullable<View["plan"]> {
  return {
    id: plan.id,
    turns: plan.turns.map((t) => presentTurn(t, members, day)),
    because: plan.because,
    by: plan.byName,
    at: plan.at.toISOString(),
    adoptedOn: plan.adoptedOn,
    agreed: consents.filter((c) => c.planId === plan.id).map((c) => c.name),
    needed: needed(plan.members.length),
  }
}

function presentTurn(t: Turn, members: readonly Member[], day: Day) {
  const now = placeOf(semesterOf(day))
  return {
    schoolYear: t.schoolYear,
    half: t.half,
    semester: semesterName(t),
    from: beginsOn(t),
    to: endsOn(t),
    number: t.number,
    name: t.name,
    state:
      placeOf(t) < now ? ("past" as const) : placeOf(t) === now ? ("now" as const) : ("planned" as const),
    member: members.some((m) => m.number === t.number),
  }
}

export function presentHandover(
  change: Change,
  row: HandoverRow | undefined,
  at: {
    readonly open: readonly Matter[]
    readonly actor: Actor
    readonly union: Under
    readonly members: readonly Member[]
    readonly today: Day
  },
): View["handovers"][number] {
  const { schoolYear, half }: Semester = change.semester
  const done = row?.takenOn != null
  const gives = "as" in mayHandOver(at.actor, at.union, change, at.members)
  return {
    schoolYear,
    half,
    semester: semesterName(change.semester),
    outgoing: change.outgoing,
    incoming: change.incoming,
    due: change.due,
    late: done ? row.takenOn! > change.due : at.today > change.due,
    note: row?.note ?? null,
    matters: [...(row ? row.matters : at.open)],
    given: row ? { by: row.givenByName, on: row.givenOn } : null,
    taken: done ? { by: row.takenByName ?? "", on: row.takenOn! } : null,
    can: { give: gives && !done, take: row !== undefined && !done && "as" in mayTakeOver(at.actor, change) },
  }
}
