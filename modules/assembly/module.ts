import type { Module } from "#kit/server/module.ts"
import { cancel, change } from "./actions/change.ts"
import { propose } from "./actions/propose.ts"
import { setAgenda } from "./actions/set-agenda.ts"
import { appoint, dismiss } from "./actions/staff.ts"
import type { Parts } from "./parts.ts"
import { find } from "./queries/find.ts"
import { head } from "./queries/head.ts"
import { list } from "./queries/list.ts"
import { one } from "./queries/one.ts"
import { published, publishedOne } from "./queries/published.ts"
import { start } from "./queries/start.ts"
import { routes } from "./routes.ts"

/** The room, with what the other rooms of a congress bring to its pages. */
export const assemblyRoom = (parts: Parts): Module => ({
  name: "assembly",
  at: import.meta.url,
  clauses: ["6.1", "6.5"],
  served: [
    propose,
    change,
    cancel,
    appoint,
    dismiss,
    setAgenda,
    head,
    list,
    start,
    one(parts),
    find,
    published,
    publishedOne,
  ],
  routes: routes(parts),
})

/** The room by itself. */
export const assemblyModule: Module = assemblyRoom({})
