import { fewest, hideSmall, hideTotal } from "#kit/server/small-numbers.ts"
import { type Activity, freeOf, phaseOf, signingOf } from "./activity.ts"
import type { Reach, Share } from "./reach.ts"
import type { Counts, SignUp } from "./store-people.ts"
import type { Rating } from "./store-rating.ts"

export const may = (permission: object): boolean => !("refusal" in permission)

export const iso = (at: Date | null): string | null => at?.toISOString() ?? null

/** An activity in the office's list. */
export const presentLine = (
  a: Activity,
  of: { union: { id: string; name: string }; counts: Counts | undefined; there: number; now: Date },
) => ({
  id: a.id,
  title: a.title,
  union: { id: of.union.id, name: of.union.name },
  phase: phaseOf(a, of.now),
  signing: signingOf(a, of.now),
  place: a.place,
  startsAt: a.startsAt.toISOString(),
  endsAt: a.endsAt.toISOString(),
  places: a.places,
  accepted: of.counts?.accepted ?? 0,
  waiting: of.counts?.waiting ?? 0,
  there: of.there,
})

/** White-list: what everybody may read of an activity. Never who signed up or came, but oneself. */
export const presentShown = (
  a: Activity,
  of: {
    host: string
    counts: Counts | undefined
    mine: SignUp | undefined
    there: Date | undefined
    now: Date
  },
) => {
  const phase = phaseOf(a, of.now)
  const free = freeOf(a.places, of.counts?.accepted ?? 0)
  return {
    id: a.id,
    title: a.title,
    host: of.host,
    phase: phase === "draft" ? ("cancelled" as const) : phase,
    signing: signingOf(a, of.now),
    place: a.place,
    startsAt: a.startsAt.toISOString(),
    endsAt: a.endsAt.toISOString(),
    audience: { ...a.audience, faculties: [...a.audience.faculties], grades: [...a.audience.grades] },
    left: Number.isFinite(free) ? ((of.counts?.waiting ?? 0) > 0 ? 0 : free) : null,
    mine: of.mine || of.there ? { state: of.mine?.state ?? null, there: iso(of.there ?? null) } : null,
  }
}

/** Shares for everybody: no group of so few that one could tell who they are. */
function shares(of: readonly Share[]) {
  const hidden = hideSmall(of.map(({ name, people }) => ({ name, people })))
  return of.map(({ name, students }, i) => ({ name, students, people: hidden[i]!.people }))
}

export const presentReach = (r: Reach) => ({
  students: r.students,
  people: hideTotal(r.people),
  byFaculty: shares(r.byFaculty),
  byGrade: shares(r.byGrade),
})

/** Few ratings could be told apart: nothing is shown of fewer than five. */
export const presentRating = (r: Rating): { people: number; stars: number[] } | null =>
  r.people >= fewest ? { people: r.people, stars: [...r.stars] } : null
