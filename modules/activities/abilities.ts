import {
  type Actor,
  allowed,
  concerns as isUnder,
  mayAs,
  ofUnion,
  type Permission,
  type Under,
} from "#kit/server/actor.ts"

/** The union that holds an activity. */
export interface Hosted {
  readonly union: Under
}

export const anyone = (): Permission => allowed()

export const anyOffice = (actor: Actor): Permission => mayAs(actor, "任职人员", () => true, "2.5")

/** The plan, the list, corrections: those who lead the host's work. */
export const mayPrepare = (actor: Actor, { union }: Hosted): Permission =>
  mayAs(
    actor,
    "举办活动的学生会主席团、秘书长和部门负责人",
    (c) => ofUnion(c, union, "presidium", "secretary", "head"),
    "2.5",
  )

/** Announcing and cancelling are decided by the presidium. */
export const mayDecide = (actor: Actor, { union }: Hosted): Permission =>
  mayAs(actor, "举办活动的学生会主席团", (c) => ofUnion(c, union, "presidium"), "2.2a")

/** At the door: whoever works for the host shows the code and ticks the list. */
export const mayKeep = (actor: Actor, { union }: Hosted): Permission =>
  mayAs(
    actor,
    "举办活动的学生会工作人员",
    (c) => ofUnion(c, union, "presidium", "secretary", "head", "member"),
    "2.5",
  )

/** Participants by name: the host's people and the offices over it. */
export const mayRead = (actor: Actor, { union }: Hosted): Permission =>
  mayAs(actor, "举办活动的学生会及其党团组织与职能部门", (c) => isUnder(c, union), "2.5")

/** Everybody who has signed in may take part; what the register says of them decides. */
export const mayTakePart = (): Permission => allowed()
