import type { Ctx } from "#kit/server/world.ts"
import { sayNth } from "./need.ts"
import { needById } from "./store.ts"
import { unnoted } from "./unsealings.ts"

/** Opened in urgent danger by one office: the other is told, until it takes note. */
export async function inboxItems(ctx: Ctx) {
  const posts = ctx.actor.capacities.filter(
    (c) => (c.office === "student-affairs" || c.office === "school-league") && c.post !== "clerk",
  )
  if (posts.length === 0) return []
  const items = []
  for (const u of await unnoted(ctx.tx)) {
    const as = posts.find((c) => c.office !== u.byOffice)
    const need = as && (await needById(ctx.tx, u.needId))
    if (!as || !need) continue
    items.push({
      id: `needs/unsealed/${u.id}`,
      module: "needs",
      title: `知悉紧急开启匿名：${sayNth(need.nth)}`,
      heading: "知悉紧急开启匿名",
      detail: `${u.capacity}${u.byName}因紧急情况开启`,
      since: u.onDay,
      href: `/office/needs/unseal/${need.id}`,
      capacity: `${as.officeName} ${as.title}`,
      clause: "1.3",
    })
  }
  return items
}
