import type { Actor, Capacity } from "#kit/server/actor.ts"
import type { Notice } from "./store.ts"
import { facultyOfClass, type Targets } from "./targets.ts"

/** A union of the register, as far as this room looks. */
export interface OfUnion {
  readonly id: string
  readonly level: "school" | "faculty"
  readonly faculty: string | null
}

/** Offices of the university that pass notices on or answer for them. */
const wide: readonly string[] = ["school-league", "school-party", "student-affairs", "publicity"]

/** Posts of a union that write its notices and follow them. */
export const leadsUnion = (c: Capacity): boolean =>
  c.office === "union" && (c.post === "presidium" || c.post === "head" || c.post === "secretary")

/** How far somebody sees by today's posts: the whole university, faculties by name, classes by `学院/班级`. */
export interface Extent {
  readonly wide: boolean
  readonly faculties: readonly string[]
  readonly classes: readonly string[]
}

/** Whose counts somebody follows. `unions` are those he or she holds a post in. */
export function sightOf(actor: Actor, unions: readonly OfUnion[]): Extent {
  const led = actor.capacities.filter(leadsUnion).flatMap((c) => unions.filter((u) => u.id === c.scope.id))
  return {
    wide: actor.capacities.some((c) => wide.includes(c.office)) || led.some((u) => u.level === "school"),
    faculties: [
      ...actor.capacities.filter((c) => c.scope.kind === "faculty").map((c) => c.scope.name),
      ...led.flatMap((u) => (u.level === "faculty" && u.faculty ? [u.faculty] : [])),
    ],
    classes: actor.capacities.filter((c) => c.office === "class-branch").map((c) => c.scope.id),
  }
}

/** Who is told the names of those who have not confirmed: whoever has to tell them, never fellow students of a union. */
export function namingOf(actor: Actor): Extent {
  const of = (office: string) => actor.capacities.filter((c) => c.office === office)
  return {
    wide: of("school-league").length + of("student-affairs").length > 0,
    faculties: of("faculty-league").map((c) => c.scope.name),
    classes: of("class-branch").map((c) => c.scope.id),
  }
}

/** A part of those it goes to: without a class the whole faculty, without a faculty all of them. */
export interface Within {
  readonly faculty?: string | undefined
  readonly className?: string | undefined
}

/** Whether a part lies within an extent. */
export const within = (e: Extent, place: Within): boolean =>
  e.wide ||
  (place.faculty !== undefined &&
    (e.faculties.includes(place.faculty) ||
      (place.className !== undefined && e.classes.includes(`${place.faculty}/${place.className}`))))

/** Whether a notice goes anywhere within an extent: as `noticesSeen` of finding.ts asks it. */
export function reachesExtent(t: Targets, e: Extent): boolean {
  if (e.wide) return true
  if (t.everybody) return e.faculties.length + e.classes.length > 0
  const own = e.classes.map(facultyOfClass)
  return (
    t.faculties.some((f) => e.faculties.includes(f) || own.includes(f)) ||
    t.classes.some((c) => e.classes.includes(c) || e.faculties.includes(facultyOfClass(c)))
  )
}

export const targetsOf = (n: Notice): Targets => ({
  everybody: n.everybody,
  faculties: n.faculties,
  classes: n.classes,
  grades: n.grades,
  groups: n.groups,
  level: n.level,
})
