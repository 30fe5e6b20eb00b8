import type { Capacity, Permission } from "#kit/server/actor.ts"
import type { Ctx } from "#kit/server/world.ts"

const capacityOf = (as: Capacity | null): string => (as ? `${as.officeName} ${as.title}` : "")

/** Who records something, in which capacity, when: the same four columns everywhere in this room. */
export const recordedBy = (ctx: Ctx, permission: Permission) => ({
  byName: ctx.actor.name,
  capacity: "as" in permission ? capacityOf(permission.as) : "",
  at: ctx.now,
})
