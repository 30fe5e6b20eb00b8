import { type Actor, allowed, concerns, mayAs, type Permission, type Under } from "#kit/server/actor.ts"

export const anyone = (): Permission => allowed()

/** The list of unions one is concerned with: whoever holds a post sees their part of it. */
export const anyOffice = (actor: Actor): Permission => mayAs(actor, "任职人员", () => true)

/** Rosters with names: the offices over the union, and its own people. */
export const mayReadRoster = (actor: Actor, union: Under): Permission =>
  mayAs(actor, "学校、本学院（系）的党团组织与职能部门和本会", (c) => concerns(c, union), "9.1")

/** 学号 of others: the offices of the selection chain. */
export const seesNumbers = (actor: Actor, union: Under): boolean =>
  actor.capacities.some((c) => c.scope.kind !== "union" && concerns(c, union))

/** Trying out changes and applying them: the League organisation that guides the union (10.3, 5.5). */
export const mayDraft = (actor: Actor, union: Under): Permission =>
  mayAs(
    actor,
    union.level === "school" ? "学校团委" : "学校团委或本学院（系）团组织",
    (c) => (c.office === "school-league" || c.office === "faculty-league") && concerns(c, union),
    "10.3",
  )
