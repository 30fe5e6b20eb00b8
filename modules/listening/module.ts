import type { Module } from "#kit/server/module.ts"
import { hear, join, minute, part, raise, unhear } from "./actions/keeping.ts"
import { announce, cancel, change, make } from "./actions/planning.ts"
import { answer, ask, close, publish } from "./actions/survey.ts"
import { find, poster } from "./queries/finding.ts"
import { list } from "./queries/list.ts"
import { one } from "./queries/one.ts"
import { publicList, publicOne } from "./queries/public.ts"
import { routes } from "./routes.ts"

const office = [list, one, find, poster, make, change, announce, cancel]
const records = [minute, hear, unhear, raise, join, part]
const surveys = [ask, close, publish, answer]

export const listeningModule: Module = {
  name: "listening",
  at: import.meta.url,
  clauses: ["1.3"],
  served: [...office, ...records, ...surveys, publicList, publicOne],
  routes,
  appendOnly: ["listening_part", "listening_answer"],
}
