import type { Ctx } from "#kit/server/world.ts"
import { sortingDesks } from "./load.ts"
import { groupsAt } from "./queries.ts"

/** Groups proposed at one's desks, as far as they were compared: nobody waits for it here. */
export async function inboxItems(ctx: Ctx) {
  const items = []
  for (const desk of await sortingDesks(ctx)) {
    const { groups } = await groupsAt(ctx, desk, false)
    if (groups.length === 0) continue
    items.push({
      id: `merging/${desk.key}`,
      module: "merging",
      heading: "合并可能重复的诉求",
      title: "合并可能重复的诉求",
      detail: `${groups.length}组可能重复的诉求`,
      capacity: desk.name,
      since: ctx.today,
      clause: "1.4",
      href: `/office/desk/duplicates?at=${encodeURIComponent(desk.key)}`,
    })
  }
  return items
}
