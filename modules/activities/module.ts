import { semesterBounds } from "@qiaoliang/basics"
import type { Module } from "#kit/server/module.ts"
import type { Ctx } from "#kit/server/world.ts"
import { unionsOf } from "#modules/unions/index.ts"
import { here, mark, unmark } from "./actions/attendance.ts"
import { confirmImport, undoImport } from "./actions/importing.ts"
import { cancel, open } from "./actions/life.ts"
import { draft, edit } from "./actions/plan.ts"
import { rate } from "./actions/rating.ts"
import { signOff, signUp } from "./actions/signing.ts"
import { code, ground, imports, list, one, people } from "./queries/office.ts"
import { shownList, shownOne } from "./queries/public.ts"
import { reached } from "./queries/reached.ts"
import { routes } from "./routes.ts"
import { activitiesBetween } from "./store.ts"

const office = [list, one, people, imports, reached, ground, draft, edit, open, cancel]
const door = [code, mark, unmark, confirmImport, undoImport]
const students = [shownList, shownOne, signUp, signOff, here, rate]

/** A thousand scans do not judge a thousand times: whom activities reached is judged anew in the morning. */
async function judgeReach(ctx: Ctx): Promise<void> {
  const all = (await unionsOf(ctx.tx)).map((u) => u.id)
  const held = await activitiesBetween(ctx.tx, all, semesterBounds(ctx.today).from, ctx.today)
  const unions = [...new Set(held.map((a) => a.unionId))]
  if (unions.length > 0) await ctx.emit("records.changed", { unions })
}

export const activities: Module = {
  name: "activities",
  at: import.meta.url,
  clauses: ["2.5", "7.3", "10.4"],
  served: [...office, ...door, ...students],
  routes,
  appendOnly: ["activity_attendance", "activity_remark", "activity_rated"],
  jobs: [{ name: "reach", title: "核对活动的覆盖面", cron: "10 6 * * *", run: judgeReach }],
}
