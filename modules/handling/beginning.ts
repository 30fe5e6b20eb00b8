import { addWorkingDays, type Day } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import { calendarOf } from "#modules/courses/index.ts"
import type { Need } from "#modules/needs/index.ts"
import { needsPractice } from "#policy/practice/needs.ts"
import type { HandlingRow } from "./handling.ts"
import { insertRows, rowOf } from "./store.ts"

/** The last day for the desk to sort what came on a day. */
export const sortedBy = async (ctx: Ctx, on: Day): Promise<Day> =>
  addWorkingDays(on, needsPractice.sort.days, await calendarOf(ctx.tx))

/** A need was raised: it lies at the desk. */
export async function beginAtDesk(ctx: Ctx, need: Need): Promise<void> {
  if (await rowOf(ctx.tx, need.id)) return
  await insertRows(ctx.tx, [begun(need, await sortedBy(ctx, ctx.today))])
  await ctx.emit("handling.changed", { needs: [need.id] })
}

/** A need that lies at its desk, and was given to nobody yet. */
export const begun = (need: Need, due: Day): HandlingRow => ({
  needId: need.id,
  unionId: need.unionId,
  desk: need.desk,
  state: "sorting",
  step: null,
  left: null,
  open: false,
  office: null,
  place: null,
  officeName: null,
  misrouted: false,
  assignee: null,
  assigneeName: null,
  sentOn: null,
  acceptedOn: null,
  answeredOn: null,
  solvedOn: null,
  closedOn: null,
  due,
  wasLate: false,
  outcome: null,
  answer: null,
  because: null,
  round: 1,
  course: null,
  imported: false,
  changedAt: need.raisedAt,
})
