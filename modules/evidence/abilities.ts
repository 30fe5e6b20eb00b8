import {
  type Actor,
  allowed,
  concerns,
  mayAs,
  onlyFor,
  type Permission,
  type Under,
} from "#kit/server/actor.ts"
import { vouches } from "./vouch.ts"

/** Offices vouch; a union does not vouch for itself (docs/decisions/0009). */
export const mayAttest = (actor: Actor, union: Under): Permission =>
  mayAs(actor, "学校或本学院（系）的党团组织与职能部门", (c) => vouches(c) && concerns(c, union), "9.1")

export const mayExplain = (actor: Actor, union: Under): Permission =>
  mayAs(actor, "学校团委、本学院（系）团组织或本会主席团", (c) => {
    const office = c.office === "school-league" || c.office === "faculty-league" || c.post === "presidium"
    return office && concerns(c, union)
  })

/** What is on file, for those who add to it. */
export function mayOpen(actor: Actor, union: Under): Permission {
  const permission = mayExplain(actor, union)
  if (!("refusal" in permission)) return permission
  return mayAs(
    actor,
    "学校或本学院（系）的党团组织与职能部门，或本会主席团",
    (c) => vouches(c) && concerns(c, union),
    "9.1",
  )
}

/** 10.3: the designated deputy secretary decides; never on what he or she asked for. */
export function mayDecide(actor: Actor, askedBy: string): Permission {
  const as = actor.capacities.find((c) => c.office === "school-league" && (c.designated || c.post === "head"))
  if (!as) return onlyFor("指导学生会的校团委专职副书记或校团委书记", "10.3")
  if (askedBy === actor.account)
    return {
      refusal: { code: "not-allowed", because: "不能批准自己提出的例外", cure: "由校团委另一位负责人办理" },
    }
  return allowed(as)
}

/** What is on file about a union, and the documents behind it: those concerned with the union. */
export const mayReadEvidence = (actor: Actor, union: Under): Permission =>
  mayAs(actor, "学校、本学院（系）的党团组织与职能部门和本会", (c) => concerns(c, union))
