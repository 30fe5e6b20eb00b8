import {
  type Actor,
  allowed,
  concerns,
  mayAs,
  ofUnion,
  type Permission,
  type Under,
} from "#kit/server/actor.ts"

/** A host union, and for a school-wide project of a faculty the union that guides it. */
export interface Hosted {
  readonly union: Under
  readonly guide: Under | null
}

export const anyone = (): Permission => allowed()

export const anyOffice = (actor: Actor): Permission => mayAs(actor, "任职人员", () => true, "2.5")

/** Plans, volunteers, shifts, attendance, money: those who lead the host's work. */
export const mayPrepare = (actor: Actor, { union }: Pick<Hosted, "union">): Permission =>
  mayAs(
    actor,
    "承办项目的学生会主席团、秘书长和部门负责人",
    (c) => ofUnion(c, union, "presidium", "secretary", "head"),
    "2.5",
  )

/** Opening and closing are decided by the presidium. */
export const mayDecide = (actor: Actor, { union }: Pick<Hosted, "union">): Permission =>
  mayAs(actor, "承办项目的学生会主席团", (c) => ofUnion(c, union, "presidium"), "2.2a")

/** 2.4: the guiding department's heads (checked in the action) or the presidium of the school's union. */
export const mayGuide = (actor: Actor, { guide }: Hosted): Permission =>
  mayAs(
    actor,
    "指导部门的负责人或校级学生会主席团",
    (c) => guide !== null && ofUnion(c, guide, "presidium", "head"),
    "2.4",
  )

/** Volunteers by name: the host's people, the offices over it, and the union that guides. */
export const mayRead = (actor: Actor, { union, guide }: Hosted): Permission =>
  mayAs(
    actor,
    "承办项目的学生会及其党团组织与职能部门",
    (c) => concerns(c, union) || (guide !== null && c.office === "union" && c.officeId === guide.id),
    "2.5",
  )

/** Everybody who has signed in may volunteer; what the register says of them decides. */
export const mayVolunteer = (): Permission => allowed()
