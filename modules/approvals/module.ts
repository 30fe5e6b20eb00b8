import { addDays } from "@qiaoliang/basics"
import type { Module } from "#kit/server/module.ts"
import type { Ctx } from "#kit/server/world.ts"
import { amend } from "./actions/amend.ts"
import { archive } from "./actions/archive.ts"
import { cancel } from "./actions/cancel.ts"
import { close } from "./actions/close.ts"
import { file } from "./actions/file.ts"
import { giveBack } from "./actions/give-back.ts"
import { inform } from "./actions/inform.ts"
import { mark } from "./actions/mark.ts"
import { setLead } from "./actions/set-lead.ts"
import { spend } from "./actions/spend.ts"
import { strike } from "./actions/strike.ts"
import { unionsDueOn } from "./found.ts"
import { calendar } from "./queries/calendar.ts"
import { form } from "./queries/form.ts"
import { list } from "./queries/list.ts"
import { one } from "./queries/one.ts"
import { queue } from "./queries/queue.ts"
import { routes } from "./routes.ts"

/** A request that was due yesterday and not approved is a finding from today. */
export async function judgeDue(ctx: Ctx): Promise<void> {
  const unions = [
    ...new Set([
      ...(await unionsDueOn(ctx.tx, ctx.today)),
      ...(await unionsDueOn(ctx.tx, addDays(ctx.today, -1))),
    ]),
  ]
  if (unions.length > 0) await ctx.emit("records.changed", { unions })
}

export const approvals: Module = {
  name: "approvals",
  at: import.meta.url,
  clauses: ["7.3", "7.4", "10.2", "10.4"],
  served: [
    list,
    one,
    calendar,
    queue,
    form,
    file,
    amend,
    spend,
    strike,
    giveBack,
    archive,
    close,
    cancel,
    mark,
    inform,
    setLead,
  ],
  routes,
  appendOnly: [
    "request_version",
    "request_approval",
    "request_spending",
    "request_return",
    "request_mark",
    "party_report",
  ],
  jobs: [{ name: "due", title: "核对申请的期限", cron: "20 6 * * *", run: judgeDue }],
}
