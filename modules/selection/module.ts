import type { Module } from "#kit/server/module.ts"
import { recommend } from "./actions/recommend.ts"
import { news } from "./begin.ts"
import { notices } from "./queries/notices.ts"
import { one } from "./queries/one.ts"
import { calls, effect, slate } from "./queries/slate.ts"
import { routes } from "./routes.ts"

export const selection: Module = {
  name: "selection",
  at: import.meta.url,
  clauses: ["4.2", "5.1", "5.2", "5.3", "5.4", "5.5", "5.6"],
  served: [calls, slate, effect, one, recommend, notices],
  on: news,
  routes,
}
