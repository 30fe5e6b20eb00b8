import {
  type Actor,
  allowed,
  type Capacity,
  concerns,
  inCapacity,
  mayAs,
  ofUnion,
  onlyFor,
  type Permission,
} from "#kit/server/actor.ts"
import type { OfAssembly } from "./load.ts"
import { clauseFor } from "./procedure.ts"
import { type Duty, dutyNames, servesAs } from "./team.ts"

/** The League organisation that guides the union: of the school, or of its faculty. */
const leagueOver = (c: Capacity, union: OfAssembly["union"]): boolean =>
  c.post !== "clerk" &&
  concerns(c, union) &&
  c.office === (union.level === "school" ? "school-league" : "faculty-league")

/** Preparing: the preparatory committee, the union's presidium or secretary-general, the League organisation over it. */
export function mayPrepare(actor: Actor, { union, team }: OfAssembly): Permission {
  if (servesAs(team, actor, ["preparatory"])) return allowed()
  const as = inCapacity(actor, (c) => ofUnion(c, union, "presidium", "secretary") || leagueOver(c, union))
  return as ? allowed(as) : onlyFor("筹备委员会、本会主席团、秘书长或同级团组织", "6.1")
}

/** The head in full: 大会主席团执行主席, but 总监票人, which says of itself of whom. */
const leadTitle = (duty: Duty): string => {
  const { body, lead } = dutyNames[duty]
  return lead.includes(body) ? lead : `${body}${lead}`
}

/** What only one of the assembly's own bodies does; `lead` where only its head. */
export function mayServe(
  actor: Actor,
  { team }: Pick<OfAssembly, "team">,
  wanted: readonly Duty[],
  lead = false,
): Permission {
  if (servesAs(team, actor, wanted, lead)) return allowed()
  return onlyFor(wanted.map((d) => (lead ? leadTitle(d) : dutyNames[d].body)).join("、"))
}

/** Papers of an assembly under preparation: who prepares, who serves in it, and the offices over the union. */
export function mayReadAssembly(actor: Actor, of: OfAssembly): Permission {
  if (of.team.some((a) => a.number === actor.number && actor.number !== "")) return allowed()
  const as = inCapacity(actor, (c) => c.office !== "class-branch" && concerns(c, of.union))
  return as ? allowed(as) : onlyFor("参与筹备的人员和指导本会的党团组织", "6.1")
}

/** 6.1, 6.5: the union asks for its congress, by its presidium or secretary-general. */
export const mayPropose = (actor: Actor, union: OfAssembly["union"]): Permission =>
  mayAs(
    actor,
    "本会主席团或秘书长",
    (c) => ofUnion(c, union, "presidium", "secretary"),
    clauseFor(union.level),
  )

/** Duties are given by whoever prepares; once it is open also by its presiding body, as the congress decided. */
export function mayStaff(actor: Actor, of: OfAssembly): Permission {
  const prepares = mayPrepare(actor, of)
  if ("as" in prepares || of.assembly.state !== "open") return prepares
  return mayServe(actor, of, ["presiding"])
}

const readsOf = (c: Capacity): boolean => c.office !== "class-branch"

/** Whose assemblies stand on a reader's list. */
export const mayReadOf = (actor: Actor, union: OfAssembly["union"]): Permission =>
  mayAs(actor, "本会和指导本会的党团组织", (c) => readsOf(c) && concerns(c, union), clauseFor(union.level))

export const mayList = (actor: Actor): Permission =>
  mayAs(actor, "学生会组织和党团组织与职能部门", readsOf, "6.1")
