import { addWorkingDays, ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { calendarOf } from "#modules/courses/index.ts"
import { sayNth } from "#modules/needs/index.ts"
import { needsPractice } from "#policy/practice/needs.ts"
import { mayRate, mayReopen } from "../abilities.ts"
import * as contract from "../contract.ts"
import type { HandlingRow } from "../handling.ts"
import { held } from "../load.ts"
import { told, trace, unseen } from "../recording.ts"
import { beginAgain } from "../sending.ts"
import * as store from "../store.ts"
import { tellReopened } from "../telling.ts"
import { theVoiced } from "../voiced.ts"

/** Answered for good, and the days to say something are not over. */
export const rateable = (row: HandlingRow, today: string): boolean =>
  row.left === null && row.state === "done" && row.closedOn === null && (row.due === null || today <= row.due)

const notNow = (row: HandlingRow) =>
  row.state === "done"
    ? refuse("conflict", "评价期限已过，诉求已经办结", { cure: "问题还在的，可以重新提出" })
    : refuse("conflict", "还没有办结，办结后再评价")

export const rate = action(contract.rate, {
  load: theVoiced,
  may: mayRate,
  run: async (ctx, { solved, stars, words }, of) => {
    ctx.unnamed()
    const { row } = await held(ctx, of.row)
    if (!rateable(row, ctx.today)) return notNow(row)
    const { needId, round } = row
    const said = { needId, round, tag: of.tag!, solved, stars, words, onDay: ctx.today }
    if (!(await store.insertRating(ctx.tx, said))) return refuse("conflict", "您已经评价过这次办理")
    await told(unseen(ctx), [needId], [row.unionId])
    return ok({})
  },
})

/** 没有解决: those who raised it send it back, a few times. */
export const reopen = action(contract.reopen, {
  load: theVoiced,
  may: mayReopen,
  run: async (ctx, { because }, of) => {
    ctx.unnamed()
    const { row } = await held(ctx, of.row)
    if (!rateable(row, ctx.today)) return notNow(row)
    if (row.round > needsPractice.reopenings)
      return refuse("conflict", `已经重新办理过${needsPractice.reopenings}次`, {
        clause: "1.4",
        cure: "可以向学生工作部反映，或在代表大会上提出提案",
      })
    const mine = (await store.allRatingsOf(ctx.tx, row.needId)).find(
      (r) => r.round === row.round && r.tag === of.tag,
    )
    if (mine?.solved)
      return refuse("conflict", "您评价为已经解决，不能再退回", { cure: "问题又出现的，可以重新提出" })
    const due = addWorkingDays(ctx.today, needsPractice.sort.days, await calendarOf(ctx.tx))
    const quiet = unseen(ctx)
    await trace(quiet, row.needId, "reopened", because)
    await beginAgain(ctx, { ...of, row }, due)
    await tellReopened(quiet, row, of.need.desk === "union" ? sayNth(of.need.nth) : "诉求", of.need.desk)
    await told(quiet, [row.needId], [row.unionId])
    return ok({})
  },
})
