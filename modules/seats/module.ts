import type { Module } from "#kit/server/module.ts"
import { adopt } from "./actions/adopt.ts"
import { save } from "./actions/save.ts"
import { one } from "./queries/one.ts"
import { preview } from "./queries/preview.ts"
import { routes } from "./routes.ts"

export const seatsModule: Module = {
  name: "seats",
  at: import.meta.url,
  clauses: ["6.3", "6.4", "6.5"],
  served: [save, adopt, one, preview],
  appendOnly: ["seat_allocation", "seat_adoption"],
  routes,
}
