import { type Actor, concerns, mayAs, type Permission, type Under } from "#kit/server/actor.ts"

/** Findings name people: they are for the offices over a union and for the union itself. */
export const mayReadFindings = (actor: Actor, union: Under): Permission =>
  mayAs(actor, "学校、本学院（系）的党团组织与职能部门和本会", (c) => concerns(c, union), "9.1")

/** Why a person failed a condition (political status, rank) is for the offices of the chain only (4.1, 4.3). */
export const seesPersonal = (actor: Actor, union: Under): boolean =>
  actor.capacities.some((c) => c.scope.kind !== "union" && concerns(c, union))

export const anyOffice = (actor: Actor): Permission => mayAs(actor, "任职人员", () => true)
