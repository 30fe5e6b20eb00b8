import { dayOf } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import { visible } from "./present.ts"
import { publishedHeads } from "./store.ts"

/** What the public site lists today, newest first: the source `disclosures` of the site module. */
export async function publicDisclosures(ctx: Ctx) {
  const heads = await publishedHeads(ctx.tx)
  return heads
    .filter((h) => visible(h, ctx.today))
    .map((h) => ({
      id: h.id,
      title: h.content.title,
      schoolYear: `${h.schoolYear}—${h.schoolYear + 1}`,
      union: h.content.union.name,
      publishedOn: dayOf(h.publishedAt ?? h.createdAt),
      href: `/disclosures/${h.id}`,
    }))
}
