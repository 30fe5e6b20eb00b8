import { type Actor, allowed, type Capacity, mayAs, onlyFor, type Permission } from "#kit/server/actor.ts"

/** Reminders and e-mail settings are each person's own: every query and verb goes by the actor's number. */
export const oneself = (): Permission => allowed()

/** Who answers for what a robot tells a group: an office's head, a union's secretary-general. */
export const keepsRobots = (c: Capacity): boolean =>
  c.office === "union" ? c.post === "secretary" : c.post === "head"

export const mayKeepRobot = (actor: Actor, { ownerId }: { readonly ownerId: string }): Permission =>
  mayAs(actor, "本组织负责人或本会秘书长", (c) => keepsRobots(c) && c.officeId === ownerId)

/** What could not be sent names no content: it is for whoever keeps the machine. */
export const mayKeepMachine = (actor: Actor): Permission => (actor.admin ? allowed() : onlyFor("系统管理员"))
