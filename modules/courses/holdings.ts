import type { Holding, Mover } from "@qiaoliang/procedure"
import type { Actor, Capacity } from "#kit/server/actor.ts"

/** Posts that decide. Clerks prepare; a union's members and heads of departments do not act for the union. */
export const decides = (c: Pick<Capacity, "office" | "post">): boolean =>
  c.office === "union" ? c.post === "presidium" || c.post === "secretary" : c.post !== "clerk"

/** What a person holds, as procedures know it. A place is the scope's id. */
export const holdingsOf = (actor: Actor): readonly Holding[] =>
  actor.capacities.filter(decides).map((c) => ({
    office: c.office,
    place: c.scope.id,
    marks: [c.post, ...(c.designated ? ["designated"] : [])],
  }))

export const moverOf = (actor: Actor): Mover => ({ number: actor.number, holds: holdingsOf(actor) })

/** The post in which a person acts for an office at a place, as the record names it. */
export function capacityFor(actor: Actor, office: string, place: string | undefined): Capacity | undefined {
  return actor.capacities.find((c) => decides(c) && c.office === office && c.scope.id === place)
}
