import type { Module } from "#kit/server/module.ts"
import { pass, remind } from "./actions/passing.ts"
import { confirm, open } from "./actions/reading.ts"
import { correct, discard, save, submit, withdraw } from "./actions/writing.ts"
import { publishDue } from "./publishing.ts"
import { form } from "./queries/form.ts"
import { list } from "./queries/list.ts"
import { one } from "./queries/one.ts"
import { publicList, publicOne } from "./queries/public.ts"
import { reach, unconfirmed } from "./queries/reach.ts"
import { routes } from "./routes.ts"
import { tellLate } from "./telling.ts"

export const notices: Module = {
  name: "notices",
  at: import.meta.url,
  clauses: ["1.2", "10.4"],
  served: [
    save,
    submit,
    discard,
    correct,
    withdraw,
    pass,
    remind,
    open,
    confirm,
    list,
    one,
    reach,
    unconfirmed,
    form,
    publicList,
    publicOne,
  ],
  appendOnly: ["notice_version", "notice_publication", "notice_passing", "notice_reminding"],
  routes,
  jobs: [
    { name: "publish", title: "发布到时的通知", cron: "* * * * *", run: publishDue },
    { name: "late", title: "提醒逾期没有传达的通知", cron: "10 7 * * *", run: tellLate },
  ],
}
