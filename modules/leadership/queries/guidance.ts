import { ok, schoolYearOf } from "@qiaoliang/basics"
import { allowed } from "#kit/server/actor.ts"
import { query } from "#kit/server/verbs.ts"
import { unionsOf } from "#modules/unions/index.ts"
import { isAllowed, mayAnswerGuidance, mayGuide, mayReadGuidance } from "../abilities.ts"
import { guidanceList as contract } from "../contract.ts"
import { guidanceOf } from "../guidance-store.ts"

/** Guidance of the unions the reader has to do with. */
export const guidance = query(contract, {
  may: () => allowed(),
  run: async (ctx, { union }) => {
    const all = await unionsOf(ctx.tx)
    const seen = all.filter((u) => isAllowed(mayReadGuidance(ctx.actor, u, all)))
    const given = await guidanceOf(
      ctx.tx,
      seen.map((u) => u.id),
    )
    const year = schoolYearOf(ctx.today)
    const byId = new Map(seen.map((u) => [u.id, u]))
    return ok({
      items: given
        .filter((g) => !union || g.unionId === union)
        .map((g) => ({
          id: g.id,
          union: { id: g.unionId, name: byId.get(g.unionId)?.name ?? "" },
          kind: g.kind,
          on: g.onDay,
          topic: g.topic,
          words: g.words,
          file: g.file,
          by: g.byName,
          capacity: g.capacity,
          answer: g.answer ? { happened: g.answer.happened, note: g.answer.note, by: g.answer.byName } : null,
          can: {
            answer:
              g.kind === "union" &&
              !g.answer &&
              isAllowed(mayAnswerGuidance(ctx.actor, byId.get(g.unionId)!)),
          },
        })),
      unions: seen.map((u) => ({
        id: u.id,
        name: u.name,
        level: u.level,
        thisYear: given.filter(
          (g) => g.unionId === u.id && schoolYearOf(g.onDay) === year && g.answer?.happened !== false,
        ).length,
      })),
      guides: seen
        .filter((u) => isAllowed(mayGuide(ctx.actor, u, all)))
        .map((u) => ({ id: u.id, name: u.name, level: u.level })),
    })
  },
})
