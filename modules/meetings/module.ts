import type { Module } from "#kit/server/module.ts"
import { addItem, cancel, convene, dropItem } from "./actions/convening.ts"
import { assign, finish, linkReport, putInForce } from "./actions/effect.ts"
import { confirmMinutes, writeMinutes } from "./actions/minuting.ts"
import { settle } from "./actions/settling.ts"
import { callRoll, close, noteItem, open } from "./actions/sitting.ts"
import { count, putToVote, vote } from "./actions/voting.ts"
import { list } from "./queries/list.ts"
import { one } from "./queries/one.ts"
import { rules } from "./queries/rules.ts"
import { routes } from "./routes.ts"

export const meetingsModule: Module = {
  name: "meetings",
  at: import.meta.url,
  clauses: ["2.2a", "2.2c", "7.4"],
  served: [
    settle,
    convene,
    addItem,
    dropItem,
    cancel,
    open,
    callRoll,
    noteItem,
    putToVote,
    vote,
    count,
    close,
    writeMinutes,
    confirmMinutes,
    putInForce,
    linkReport,
    assign,
    finish,
    one,
    list,
    rules,
  ],
  appendOnly: ["meeting_rules", "resolution_vote", "minutes_version"],
  routes,
}
