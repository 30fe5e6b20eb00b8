import {
  type Actor,
  allowed,
  type Capacity,
  isSignedIn,
  mayAs,
  ofUnion,
  onlyFor,
  type Permission,
  type Under,
} from "#kit/server/actor.ts"
import type { Application } from "./application.ts"
import type { Call } from "./call.ts"
import { chainOffices, inChainOf, readsWhole } from "./chain.ts"

export const anyone = (): Permission => allowed()

const makes = (c: Capacity, union: Under): boolean =>
  ofUnion(c, union, "presidium", "secretary") ||
  (c.post !== "clerk" &&
    (c.office === "school-league" ||
      (c.office === "faculty-league" && union.level === "faculty" && c.scope.name === union.faculty)))

/** A call is made by the union itself or the League organisation that guides it; nobody's call can keep an eligible student out. */
export const mayCall = (actor: Actor, union: Under): Permission =>
  mayAs(actor, "本会秘书长、主席团，或指导本会的团组织", (c) => makes(c, union), "4.4")

const underOf = (call: Call): Under => ({ id: call.unionId, level: call.level, faculty: call.faculty })

export const mayKeep = (actor: Actor, call: Call): Permission => mayCall(actor, underOf(call))

/** The office pages of a call: those who made it and those in the chain. */
export function mayWork(actor: Actor, call: Call): Permission {
  const keeps = mayKeep(actor, call)
  if ("as" in keeps) return keeps
  return call.status !== "draft" && inChainOf(actor, call)
    ? allowed()
    : onlyFor("本会、指导本会的团组织和遴选链条上的组织", "4.4")
}

/** The room in the office: whoever may make some call or has a part in some chain. */
export const mayEnter = (actor: Actor): Permission =>
  mayAs(actor, "本会、指导本会的团组织和遴选链条上的组织", (c) => {
    const union = c.office === "union" && (c.post === "secretary" || c.post === "presidium")
    return union || chainOffices.includes(c.office)
  })

/** One application: the chain reads it whole, the maker of the call without the record, everybody their own. */
export type Sight = "whole" | "plain" | "none"

export function sightOf(actor: Actor, call: Call, a: Application): Sight {
  if (actor.number !== "" && actor.number === a.number) return "whole"
  if (readsWhole(actor, a)) return "whole"
  return "as" in mayKeep(actor, call) ? "plain" : "none"
}

export const mayReadApplication = (actor: Actor, of: { call: Call; application: Application }): Permission =>
  sightOf(actor, of.call, of.application) === "none"
    ? onlyFor("遴选链条上的组织和报名人本人", "4.3")
    : allowed()

/** 4.4: whoever is signed in may apply; the clause decides, not a post. */
export const mayApply = (actor: Actor): Permission =>
  isSignedIn(actor) ? allowed() : onlyFor("登录的学生", "4.4")

export const mayChangeOwn = (actor: Actor, of: { application: Application }): Permission =>
  actor.number === of.application.number ? allowed() : onlyFor("报名人本人", "4.4")

export const isAllowed = (p: Permission): boolean => "as" in p
