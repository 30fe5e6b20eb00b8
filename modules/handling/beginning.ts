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
  if (!(await rowOf(ctx.tx, need.id))) await beginAllAtDesk(ctx, [need])
}

const atOnce = 500

/** Many were raised at once, of the hand-kept register. */
export async function beginAllAtDesk(ctx: Ctx, needs: readonly Need[]): Promise<void> {
  const due = await sortedBy(ctx, ctx.today)
  for (let i = 0; i < needs.length; i += atOnce) {
    const some = needs.slice(i, i + atOnce)
    await insertRows(
      ctx.tx,
      some.map((need) => begun(need, due)),
    )
    await ctx.emit("handling.changed", { needs: some.map((n) => n.id) })
  }
}

const begun = (need: Need, due: Day): HandlingRow => ({
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
