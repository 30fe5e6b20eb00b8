import { dayOf, schoolYearName } from "@qiaoliang/basics"
import type { Capacity } from "#kit/server/actor.ts"
import type { Ctx } from "#kit/server/world.ts"
import { isApprover, isSecretary } from "./abilities.ts"
import type { UnionLabel } from "./gather.ts"
import { live } from "./live.ts"
import { heads, movesOf } from "./store.ts"

/** What waits: to be approved by the one designated, to be published or put right by the secretary. */
export async function inboxItems(ctx: Ctx) {
  if (ctx.actor.capacities.length === 0) return []
  const unions = new Map((await live.unions(ctx)).map((u) => [u.id, u]))
  const items = []
  for (const head of await heads(ctx.tx)) {
    const union = unions.get(head.unionId)
    const waits = union && waiting[head.state]
    const as = waits && ctx.actor.capacities.find((c) => waits.for(c, union))
    if (!union || !waits || !as) continue
    const [last] = await movesOf(ctx.tx, head.id)
    if (head.state === "draft" && last?.move !== "return") continue
    if (head.state === "submitted" && last?.account === ctx.actor.account) continue
    items.push({
      id: `disclosure/${head.id}`,
      module: "disclosure",
      title: waits.title,
      heading: waits.title,
      detail: `${union.name}${schoolYearName(head.schoolYear)}改革情况公开${last?.reason && last.move === "return" ? `：${last.reason}` : ""}`,
      since: dayOf(last?.at ?? head.createdAt),
      href: `/office/disclosures/${head.id}`,
      capacity: `${as.officeName} ${as.title}`,
      ...(waits.clause ? { clause: waits.clause } : {}),
    })
  }
  return items
}

const waiting: Readonly<
  Record<string, { title: string; for: (c: Capacity, u: UnionLabel) => boolean; clause?: string } | undefined>
> = {
  submitted: { title: "审核改革情况公开", for: isApprover, clause: "10.3" },
  approved: { title: "发布改革情况公开", for: isSecretary },
  draft: { title: "改革情况公开被退回", for: isSecretary },
}
