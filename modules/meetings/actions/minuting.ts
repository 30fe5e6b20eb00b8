import { ok, refuse } from "@qiaoliang/basics"
import { hashOf } from "@qiaoliang/ledger"
import { action } from "#kit/server/verbs.ts"
import { mayConvene, mayPreside } from "../abilities.ts"
import * as contract from "../contract.ts"
import { changed, going, theMeeting } from "../load.ts"
import { isQuorate, present, sayQuorum } from "../meeting.ts"
import { record } from "../recording.ts"
import * as store from "../store.ts"

export const writeMinutes = action(contract.writeMinutes, {
  load: theMeeting,
  may: (actor, { union, convening, meeting }) => {
    const today = mayConvene(actor, union, convening)
    if ("as" in today) return today
    // Whoever presided writes what happened, also after the turn has passed on.
    const presided = meeting.presiding?.number === actor.number
    return presided ? { as: null } : mayPreside(actor, union, convening, meeting.convener)
  },
  run: async (ctx, { id, body }, { meeting }) => {
    if (meeting.state !== "closed") return refuse("conflict", "会议结束后才有纪要", { cure: "先结束会议" })
    if (meeting.confirmedIn)
      return refuse("conflict", "纪要已经确认，不能再改", {
        clause: "2.2a",
        cure: "在下一次会议上更正并写入新的纪要",
      })
    const [last] = await store.minutesOf(ctx.tx, id)
    if (last?.body === body) return ok({})
    await store.insertMinutes(ctx.tx, {
      meetingId: id,
      version: (last?.version ?? 0) + 1,
      body,
      byName: ctx.actor.name,
      at: ctx.now,
    })
    return ok({})
  },
})

/** The minutes of an earlier meeting are confirmed by the next one that can decide. */
export const confirmMinutes = action(contract.confirmMinutes, {
  load: async (ctx, input) => {
    const of = await theMeeting(ctx, input)
    if (!of.ok) return of
    const next = await store.meetingById(ctx.tx, input.at, true)
    return next && next.unionId === of.value.union.id
      ? ok({ ...of.value, next })
      : refuse("not-found", "没有这次会议", { at: "at" })
  },
  may: (actor, { union, convening, next }) => mayPreside(actor, union, convening, next.convener),
  run: async (ctx, { id, at }, { meeting, next }) => {
    const on = going(next)
    if (!on.ok) return on
    const [last] = await store.minutesOf(ctx.tx, id)
    if (meeting.state !== "closed" || !last || id === at)
      return refuse("conflict", "这次会议还没有纪要", { cure: "先结束会议" })
    if (meeting.confirmedIn) return refuse("conflict", "纪要已经确认")
    const { quorum } = await store.rulesOf(ctx.tx, meeting.unionId)
    const members = next.attendance ?? []
    if (!isQuorate(quorum, present(members).length, members.length))
      return refuse("conflict", `出席人数不足${sayQuorum[quorum]}，不能确认纪要`, {
        clause: "2.2a",
        cure: "先登记出席情况；人数不足的另行召集",
      })
    await store.changeMeeting(ctx.tx, id, { confirmedIn: at, confirmedOn: ctx.today })
    await record(ctx, id, {
      kind: "minutes-confirmed",
      at,
      version: last.version,
      body: last.body,
      document: hashOf(last.body),
    })
    await changed(ctx, meeting.unionId)
    return ok({})
  },
})
