import type { By, Holding, Mover } from "@qiaoliang/procedure"
import type { Actor, Capacity } from "#kit/server/actor.ts"
import type { Course } from "./course.ts"

/** Posts that decide. Clerks prepare; a union's members and heads of departments do not act for the union. */
export const decides = (c: Pick<Capacity, "office" | "post">): boolean =>
  c.office === "union" ? c.post === "presidium" || c.post === "secretary" : c.post !== "clerk"

/** What a step may ask of a post besides its office: the kind of post, or that 10.3 designates it. */
const marksOf = (c: Capacity): readonly string[] => [c.post, ...(c.designated ? ["designated"] : [])]

/** What a person holds, as procedures know it. A place is the scope's id. */
export const holdingsOf = (actor: Actor): readonly Holding[] =>
  actor.capacities.filter(decides).map((c) => ({
    office: c.office,
    place: c.scope.id,
    marks: marksOf(c),
  }))

export const moverOf = (actor: Actor): Mover => ({ number: actor.number, holds: holdingsOf(actor) })

/** The post in which a person acts for an office at a place, as the record names it: one with the mark asked for. */
export const capacityFor = (actor: Actor, by: By, place: string | undefined): Capacity | undefined =>
  actor.capacities.find(
    (c) =>
      decides(c) &&
      c.office === by.office &&
      c.scope.id === place &&
      (by.only === undefined || marksOf(c).includes(by.only)),
  )

/** The post in which a person makes a move, where the step asks for one. */
export function actsIn(
  actor: Actor,
  course: Pick<Course, "procedure" | "places" | "state">,
  move: { readonly kind: string; readonly step?: string | undefined; readonly office?: string | undefined },
): Capacity | undefined {
  const { steps } = course.procedure
  const step = steps.find((s) => s.id === move.step) ?? steps[course.state.at]
  return (step?.by ?? [])
    .filter((b) => move.kind !== "pass" || move.office === undefined || b.office === move.office)
    .map((b) => capacityFor(actor, b, course.places[b.office]))
    .find((c) => c !== undefined)
}
