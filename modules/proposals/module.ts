import type { Module } from "#kit/server/module.ts"
import { answer, rate } from "./actions/answering.ts"
import { decide, giveBack, merge, send, unmerge } from "./actions/review.ts"
import { settle } from "./actions/rules.ts"
import { discard, save, sign, submit, withdraw } from "./actions/writing.ts"
import { list } from "./queries/list.ts"
import { mine } from "./queries/mine.ts"
import { one } from "./queries/one.ts"
import { publicList } from "./queries/public-list.ts"
import { report } from "./queries/report.ts"
import { routes } from "./routes.ts"

export const proposalsModule: Module = {
  name: "proposals",
  at: import.meta.url,
  clauses: ["1.3", "1.4"],
  served: [
    settle,
    save,
    submit,
    discard,
    withdraw,
    sign,
    giveBack,
    merge,
    unmerge,
    decide,
    send,
    answer,
    rate,
    list,
    one,
    mine,
    publicList,
    report,
  ],
  appendOnly: ["proposal_rules", "proposal_version", "proposal_deed", "proposal_answer", "proposal_rating"],
  routes,
}
