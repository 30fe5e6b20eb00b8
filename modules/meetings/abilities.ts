import {
  type Actor,
  allowed,
  mayAs,
  ofUnion,
  onlyFor,
  type Permission,
  seesPresidium,
  seesSomePresidium,
  type Under,
} from "#kit/server/actor.ts"
import { type Convening, convenesAs } from "#modules/presidium/index.ts"
import type { Person } from "./meeting.ts"

/** Papers and votes: the presidium, its secretary-general, the League and Party organisations over it. */
export const mayRead = (actor: Actor, union: Under): Permission =>
  mayAs(actor, "本会主席团、秘书长或指导本会的党团组织与职能部门", (c) => seesPresidium(c, union), "2.2a")

export const mayReadAny = (actor: Actor): Permission =>
  mayAs(actor, "主席团成员、秘书长或党团组织与职能部门", seesSomePresidium, "2.2a")

const asMember = (actor: Actor, union: Under) => actor.capacities.find((c) => ofUnion(c, union, "presidium"))

/** 2.2c: this semester's executive chair or the recorded stand-in; nobody else. */
export function mayConvene(actor: Actor, union: Under, of: Convening): Permission {
  const as = asMember(actor, union)
  if (as && convenesAs(of, actor.number)) return allowed(as)
  const { chair, standIn } = of
  const who =
    of.rule === "member"
      ? "本会主席团成员"
      : chair
        ? `当值的执行主席${chair.name}${standIn ? `或代理人${standIn.name}` : "或登记的代理人"}`
        : standIn
          ? `登记的代理人${standIn.name}`
          : "当值的执行主席或登记的代理人"
  return {
    refusal: {
      code: "not-allowed",
      because: `主席团会议由${who}召集和主持`,
      clause: "2.2c",
      cure:
        of.rule !== "member" && !chair && !standIn
          ? "本学期没有当值的执行主席：先通过轮值计划，或登记代理人"
          : "执行主席不能履职时，登记代理人后由其召集",
    },
  }
}

/** Presiding: as convening; where every member may convene, whoever did. */
export function mayPreside(actor: Actor, union: Under, of: Convening, convener: Person): Permission {
  if (of.rule !== "member") return mayConvene(actor, union, of)
  const as = asMember(actor, union)
  return as && convener.number === actor.number ? allowed(as) : onlyFor(`召集会议的${convener.name}`, "2.2c")
}

/** A vote is a member's own; of a show of hands whoever presides keeps the record. */
export const mayVote = (actor: Actor, union: Under): Permission => {
  const as = asMember(actor, union)
  return as ? allowed(as) : onlyFor("出席会议的主席团成员", "2.2a")
}

/** 2.2a: what counts as important is for the presidium to settle; its secretary-general may put it on record. */
export const maySettle = (actor: Actor, union: Under): Permission =>
  mayAs(actor, "本会主席团成员或秘书长", (c) => ofUnion(c, union, "presidium", "secretary"), "2.2a")

/** Reporting what was done: its owner, or who presides. */
export function mayFinish(actor: Actor, union: Under, of: Convening, owner: Person | null): Permission {
  if (owner && owner.number === actor.number) return allowed()
  const as = mayConvene(actor, union, of)
  if ("as" in as) return as
  const who = of.rule === "member" ? "本会主席团成员" : "当值的执行主席或登记的代理人"
  return onlyFor(owner ? `负责落实的${owner.name}或${who}` : who, "2.2c")
}
