import type { Ctx } from "#kit/server/world.ts"
import { unionsOf } from "#modules/unions/index.ts"
import { versionsOn } from "./store.ts"

/** 1.1: a union without a charter on file is told so, through those who can put it there. */
export async function inboxItems(ctx: Ctx) {
  const own = ctx.actor.capacities.filter(
    (c) => c.office === "union" && (c.post === "presidium" || c.post === "secretary"),
  )
  const unions = await unionsOf(
    ctx.tx,
    own.map((c) => c.officeId),
  )
  const ids = unions.map((u) => u.id)
  const versions = await versionsOn(ctx.tx, ids, ctx.today)
  return unions
    .filter((u) => !versions.has(u.id))
    .map((u) => {
      const as = own.find((c) => c.officeId === u.id)!
      return {
        id: `charter/${u.id}`,
        module: "charter",
        title: "登记章程",
        heading: "登记章程",
        detail: `${u.name}的章程还没有登记`,
        since: ctx.today,
        href: `/office/charter/${u.id}`,
        capacity: `${as.officeName} ${as.title}`,
        clause: "1.1",
      }
    })
}
