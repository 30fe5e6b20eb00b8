import type { Module } from "#kit/server/module.ts"
import { agree } from "./actions/agree.ts"
import { closeFeed, openFeed } from "./actions/feeds.ts"
import { handOver, takeOver } from "./actions/handing.ts"
import { propose } from "./actions/propose.ts"
import { endStandInEarly, nameStandIn } from "./actions/stand-ins.ts"
import { changeChairs, followRoster } from "./follow.ts"
import type { Neighbours } from "./matters.ts"
import { list } from "./queries/list.ts"
import { one } from "./queries/one.ts"
import { routes } from "./routes.ts"

/** The rotation, told what the rooms above know of a union's open matters and its meetings. */
export const presidiumModule = (from: Neighbours): Module => ({
  name: "presidium",
  at: import.meta.url,
  clauses: ["2.2b", "2.2c"],
  served: [
    propose,
    agree,
    nameStandIn,
    endStandInEarly,
    handOver(from),
    takeOver,
    openFeed,
    closeFeed,
    one(from),
    list,
  ],
  on: { "records.changed": followRoster },
  appendOnly: ["rotation_consent"],
  jobs: [{ name: "change-chairs", title: "轮换执行主席", cron: "10 0 * * *", run: changeChairs }],
  routes: routes(from),
})
