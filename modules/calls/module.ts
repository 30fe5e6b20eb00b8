import type { Module } from "#kit/server/module.ts"
import type { Ctx } from "#kit/server/world.ts"
import { apply, change, withdraw } from "./actions/apply.ts"
import { cancel, close, correct, discard, draft, edit, publish } from "./actions/keep.ts"
import { setStatus } from "./applications.ts"
import { applicantOne, applicants, list, work } from "./queries/office.ts"
import { mine, one, publicList } from "./queries/public.ts"
import { routes } from "./routes.ts"
import { callsOf } from "./store.ts"
import type { Procedures } from "./where.ts"

const outcomes = ["determined", "not-determined", "withdrawn"] as const

/** The chain came to its end: the application says so. */
async function ended(ctx: Ctx, { application, outcome }: Record<string, unknown>): Promise<void> {
  const status = outcomes.find((o) => o === outcome)
  if (typeof application === "string" && status) await setStatus(ctx.tx, application, status)
}

/** A call announced before opens today: 4.4 is judged from today on. */
export async function openToday(ctx: Ctx): Promise<void> {
  const opening = (await callsOf(ctx.tx, ctx.today)).filter(
    (c) => c.status === "open" && c.opensOn === ctx.today,
  )
  if (opening.length) await ctx.emit("records.changed", { unions: opening.map((c) => c.unionId) })
}

/** Open calls and applications, told which procedures take applications on. */
export const callsModule = (procedures: Procedures): Module => ({
  name: "calls",
  at: import.meta.url,
  clauses: ["4.1", "4.3", "4.4", "5.3"],
  served: [
    publicList,
    one(procedures),
    mine(procedures),
    apply,
    change,
    withdraw,
    list,
    work,
    draft,
    edit,
    discard,
    publish,
    correct,
    close,
    cancel,
    applicants,
    applicantOne(procedures),
  ],
  routes,
  on: { "selection.ended": ended },
  appendOnly: ["call_version", "application_version"],
  jobs: [{ name: "open", title: "开放到日的招募公告", cron: "5 0 * * *", run: openToday }],
})
