import { ok, refuse } from "@qiaoliang/basics"
import { allowed } from "#kit/server/actor.ts"
import { query } from "#kit/server/verbs.ts"
import * as contract from "../contract.ts"
import { visible } from "../present.ts"
import * as store from "../store.ts"

/** What everybody may read: the published versions whose day to come down has not come. */
export const publicList = query(contract.publicList, {
  who: "anyone",
  may: () => allowed(),
  run: async (ctx) => {
    const heads = await store.publishedHeads(ctx.tx)
    return ok({
      items: heads
        .filter((h) => visible(h, ctx.today))
        .map((h) => ({
          id: h.id,
          title: h.content.title,
          union: h.content.union.name,
          level: h.content.union.level,
          kind: h.content.union.kind,
          schoolYear: h.schoolYear,
          publishedAt: h.publishedAt?.toISOString() ?? "",
        })),
    })
  },
})

export const publicOne = query(contract.publicOne, {
  who: "anyone",
  may: () => allowed(),
  run: async (ctx, { id }) => {
    const head = await store.headById(ctx.tx, id)
    if (!head || !visible(head, ctx.today) || head.publishedVersion === null)
      return refuse("not-found", "没有这份公开材料，或已撤下")
    const version = await store.versionOf(ctx.tx, id, head.publishedVersion)
    if (!version) return refuse("not-found", "没有这份公开材料，或已撤下")
    return ok({
      id,
      publishedAt: head.publishedAt?.toISOString() ?? "",
      sha256: version.sha256,
      noindex: head.noindex,
      content: version.content,
    })
  },
})
