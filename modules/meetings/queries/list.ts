import { ok } from "@qiaoliang/basics"
import { query } from "#kit/server/verbs.ts"
import { conveningOn } from "#modules/presidium/index.ts"
import { unionsOf } from "#modules/unions/index.ts"
import { mayConvene, mayRead, mayReadAny, maySettle } from "../abilities.ts"
import { list as contract } from "../contract.ts"
import * as store from "../store.ts"
import { nameOf } from "../view.ts"

export const list = query(contract, {
  may: mayReadAny,
  run: async (ctx, input) => {
    const unions = (await unionsOf(ctx.tx)).filter((u) => "as" in mayRead(ctx.actor, u))
    const union = unions.find((u) => u.id === input.union) ?? unions[0]
    const named = unions.map(({ id, name }) => ({ id, name }))
    if (!union)
      return ok({
        unions: named,
        union: null,
        reading: "",
        chair: null,
        standIn: null,
        matters: [],
        meetings: [],
        undone: [],
        can: {},
        whyNot: null,
      })
    const convening = (await conveningOn(ctx.tx, [union.id], ctx.today)).get(union.id)!
    const rows = await store.meetingsOf(ctx.tx, [union.id])
    const ids = rows.map((m) => m.id)
    const items = await store.itemsOf(ctx.tx, ids)
    const resolutions = await store.resolutionsOf(ctx.tx, ids)
    const convene = mayConvene(ctx.actor, union, convening)
    const undone = await store.undoneResolutions(ctx.tx, [union.id])
    return ok({
      unions: named,
      union: { id: union.id, name: union.name },
      reading: convening.reading,
      chair: convening.chair?.name ?? null,
      standIn: convening.standIn?.name ?? null,
      matters: [...(await store.rulesOf(ctx.tx, union.id)).matters],
      meetings: rows.map((m) => ({
        id: m.id,
        title: m.title,
        day: m.day,
        time: m.time,
        place: m.place,
        state: m.state,
        items: items.filter((i) => i.meetingId === m.id).length,
        resolutions: resolutions.filter((r) => r.meetingId === m.id && r.state === "passed").length,
        confirmed: m.confirmedIn !== null,
      })),
      undone: undone.map((r) => ({
        id: r.id,
        meeting: r.meetingId,
        name: nameOf(r) ?? "",
        words: r.words,
        owner: r.owner?.name ?? null,
        due: r.due,
        late: r.due !== null && r.due < ctx.today,
        inForce: r.inForceOn !== null,
      })),
      can: { "meetings.convene": "as" in convene, "meetings.settle": "as" in maySettle(ctx.actor, union) },
      whyNot: "refusal" in convene ? convene.refusal.because : null,
    })
  },
})
