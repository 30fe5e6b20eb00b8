import { newId, ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { mergeNeeds, type Need, sayNth, unmergeNeed } from "#modules/needs/index.ts"
import { mayMerge } from "./abilities.ts"
import * as contract from "./contract.ts"
import { theSaying, toMerge, toPart, toUnmerge } from "./load.ts"
import { deleteSaying, insertApart } from "./store.ts"
import { tellMerged, tellUnmerged, withParts } from "./telling.ts"

const oneDesk = (needs: readonly Need[]): boolean =>
  needs.every((n) => n.desk === needs[0]!.desk && n.unionId === needs[0]!.unionId)

const elsewhere = () =>
  refuse("invalid", "不是同一个受理处的诉求，不能合并", {
    at: "needs",
    cure: "先更正类别，让它们到同一个受理处",
  })

export const merge = action(contract.merge, {
  load: toMerge,
  may: mayMerge,
  run: async (ctx, { needs: ids, because }, { needs }) => {
    const [into, ...others] = needs
    if (ids.includes(into!.id)) return refuse("invalid", "不能并入自己", { at: "needs" })
    if (!oneDesk(needs)) return elsewhere()
    const parts = await withParts(ctx, others)
    const merged = await mergeNeeds(ctx, into!, others, because)
    if (!merged.ok) return merged
    await tellMerged(ctx, into!, parts, because)
    ctx.note({ into: into!.id, needs: others.map((n) => n.id) })
    return ok({})
  },
})

export const unmerge = action(contract.unmerge, {
  load: toUnmerge,
  may: mayMerge,
  run: async (ctx, { because }, { needs }) => {
    const [part, from] = needs
    const undone = await unmergeNeed(ctx, part!, because)
    if (!undone.ok) return undone
    await tellUnmerged(ctx, part!, from!, because)
    ctx.note({ need: part!.id, from: from!.id })
    return ok({})
  },
})

export const apart = action(contract.apart, {
  load: toPart,
  may: mayMerge,
  run: async (ctx, { needs: these, from: those }, { needs }) => {
    if (!oneDesk(needs)) return elsewhere()
    const gone = needs.find((n) => n.state !== "open")
    if (gone) return refuse("conflict", `${sayNth(gone.nth)}已经合并或撤回`, { cure: "刷新页面看最新状态" })
    const pairs = these.flatMap((a) => those.filter((b) => b !== a).map((b) => [a, b] as const))
    if (pairs.length === 0) return refuse("invalid", "至少要有两件诉求", { at: "from" })
    const { number: by, name: byName } = ctx.actor
    await insertApart(ctx.tx, {
      id: newId(),
      pairs: unique(pairs),
      by,
      byName,
      onDay: ctx.today,
      at: ctx.now,
    })
    ctx.note({ needs: needs.map((n) => n.id) })
    return ok({})
  },
})

/** Each pair once, whichever way round. */
const unique = (pairs: readonly (readonly [string, string])[]) => [
  ...new Map(pairs.map((p) => [p.toSorted().join(" "), p])).values(),
]

export const again = action(contract.again, {
  load: theSaying,
  may: mayMerge,
  run: async (ctx, { id }) => {
    await deleteSaying(ctx.tx, id)
    ctx.note({ saying: id })
    return ok({})
  },
})
