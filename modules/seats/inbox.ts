import { dayOf } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import { assemblyById, servingOf } from "#modules/assembly/index.ts"
import { adoptionOf, versionsOf } from "./store.ts"

/** What waits for the preparatory committee: seats to be shared out, or a version to be adopted. */
export async function inboxItems(ctx: Ctx) {
  const duties = (await servingOf(ctx.tx, ctx.actor.number)).filter((a) => a.duty === "preparatory")
  const items = []
  for (const { assemblyId, from } of duties) {
    const assembly = await assemblyById(ctx.tx, assemblyId)
    if (assembly?.kind !== "congress" || (assembly.state !== "preparing" && assembly.state !== "convened"))
      continue
    if (await adoptionOf(ctx.tx, assemblyId)) continue
    const [last] = await versionsOf(ctx.tx, assemblyId)
    items.push({
      id: `seats/${assemblyId}`,
      module: "seats",
      title: last ? `采用名额分配（第${last.version}版，${last.total}名）` : "分配代表名额",
      heading: last ? "采用名额分配" : "分配代表名额",
      detail: assembly.name,
      since: last ? dayOf(last.at) : from,
      href: `/office/seats/${assemblyId}`,
      clause: "6.4",
      capacity: "筹备委员会",
    })
  }
  return items
}
