import { addDays } from "@qiaoliang/basics"
import type { Capacity } from "#kit/server/actor.ts"
import type { Ctx } from "#kit/server/world.ts"
import { deskOf } from "#modules/handling/index.ts"
import { unionsOf } from "#modules/unions/index.ts"
import { mayKeep } from "./abilities.ts"
import { phaseOf } from "./listening.ts"
import { heardAt, listeningsOf } from "./store.ts"

/** Days after it was held within which what was heard is sent on. */
const toSendOn = 3

const item = (
  as: Capacity | null,
  of: { id: string; title: string; detail: string; since: string; due?: string; href: string },
) => ({
  module: "listening",
  heading: of.title,
  capacity: as ? `${as.officeName} ${as.title}` : "",
  clause: "1.3",
  ...of,
  id: `listening/${of.id}`,
})

/** Minutes that are missing, and things heard that were not sent on. */
export async function inboxItems(ctx: Ctx) {
  const served = [...new Set(ctx.actor.capacities.filter((c) => c.office === "union").map((c) => c.officeId))]
  if (served.length === 0) return []
  const items = []
  for (const union of await unionsOf(ctx.tx, served)) {
    const may = mayKeep(ctx.actor, { union, department: await deskOf(ctx.tx, union.id) })
    if ("refusal" in may) continue
    const all = await listeningsOf(ctx.tx, [union.id])
    for (const l of all.filter((l) => phaseOf(l, ctx.today) === "over"))
      items.push(
        item(may.as, {
          id: `minutes/${l.id}`,
          title: "补记听取活动的记录",
          detail: l.title,
          since: l.onDay,
          due: addDays(l.onDay, 1),
          href: `/office/listening/${l.id}`,
        }),
      )
    const waiting = Map.groupBy(
      (
        await heardAt(
          ctx.tx,
          all.map((l) => l.id),
        )
      ).filter((h) => h.needId === null),
      (h) => h.listeningId,
    )
    for (const l of all) {
      const count = waiting.get(l.id)?.length ?? 0
      if (count === 0 || l.state === "cancelled") continue
      items.push(
        item(may.as, {
          id: `heard/${l.id}`,
          title: "把听到的意见转为诉求",
          detail: `${l.title}：${count}条`,
          since: l.untilDay,
          due: addDays(l.untilDay, toSendOn),
          href: `/office/listening/${l.id}?part=heard`,
        }),
      )
    }
  }
  return items
}
