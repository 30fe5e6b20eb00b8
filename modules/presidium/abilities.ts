import {
  type Actor,
  allowed,
  type Capacity,
  concerns,
  mayAs,
  ofUnion,
  onlyFor,
  type Permission,
  seesPresidium,
  seesSomePresidium,
  type Under,
} from "#kit/server/actor.ts"
import type { Change } from "./handover.ts"
import type { Member } from "./rotation.ts"

const guides = (c: Capacity, union: Under) =>
  (c.office === "school-league" || c.office === "faculty-league") && c.post !== "clerk" && concerns(c, union)

/** The union's presidium, its secretary-general, and the offices over it. */
export const mayRead = (actor: Actor, union: Under): Permission =>
  mayAs(
    actor,
    "本会主席团、秘书长或学校、本学院（系）的党团组织与职能部门",
    (c) => seesPresidium(c, union),
    "2.2b",
  )

export const mayReadAny = (actor: Actor): Permission =>
  mayAs(actor, "主席团成员、秘书长或党团组织与职能部门", seesSomePresidium, "2.2b")

/** 2.2: the plan is the presidium's own; its secretary-general may prepare it. */
export const mayPropose = (actor: Actor, union: Under): Permission =>
  mayAs(actor, "本会主席团成员或秘书长", (c) => ofUnion(c, union, "presidium", "secretary"), "2.2b")

export const mayAgree = (actor: Actor, union: Under): Permission =>
  mayAs(actor, "本会主席团成员", (c) => ofUnion(c, union, "presidium"), "2.2b")

/** The chair names the stand-in; where the chair cannot, the secretary-general or the League committee does. */
export function mayNameStandIn(actor: Actor, union: Under, chair: Member | null): Permission {
  const as = actor.capacities.find(
    (c) =>
      (ofUnion(c, union, "presidium") && chair?.number === actor.number) ||
      ofUnion(c, union, "secretary") ||
      guides(c, union),
  )
  return as ? allowed(as) : onlyFor("当值的执行主席、秘书长或指导本会的团组织", "2.2c")
}

/** The outgoing chair; after he or she left the presidium, any member but the incoming one. */
export function mayHandOver(
  actor: Actor,
  union: Under,
  change: Change,
  members: readonly Member[],
): Permission {
  if (actor.number === change.outgoing.number) return allowed()
  const left = !members.some((m) => m.number === change.outgoing.number)
  const as = actor.capacities.find((c) => ofUnion(c, union, "presidium"))
  if (left && as && actor.number !== change.incoming.number) return allowed(as)
  return onlyFor(`卸任的执行主席${change.outgoing.name}`, "2.2b")
}

export const mayTakeOver = (actor: Actor, change: Change): Permission =>
  actor.number === change.incoming.number
    ? allowed()
    : onlyFor(`接任的执行主席${change.incoming.name}`, "2.2b")
