import type { Module } from "#kit/server/module.ts"
import { appoint } from "./actions/appoint.ts"
import { designate } from "./actions/designate.ts"
import { end } from "./actions/end.ts"
import { standIn } from "./actions/stand-in.ts"
import { history } from "./queries/history.ts"
import { list } from "./queries/list.ts"
import { setUps } from "./queries/set-ups.ts"

export const offices: Module = {
  name: "offices",
  at: import.meta.url,
  clauses: ["9.1", "9.2", "9.5", "10.1", "10.3"],
  served: [appoint, end, designate, standIn, list, history, setUps],
}
