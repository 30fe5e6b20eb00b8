import type { Module } from "#kit/server/module.ts"
import type { Ctx } from "#kit/server/world.ts"
import { check } from "./actions/check.ts"
import { tick, undo } from "./actions/keep.ts"
import { code } from "./queries/code.ts"
import { list } from "./queries/list.ts"
import { live } from "./queries/live.ts"
import { own } from "./queries/own.ts"
import { routes } from "./routes.ts"
import { recount } from "./store.ts"

/** Who is due has changed: the sums kept follow. */
async function counted(ctx: Ctx, { assembly }: Record<string, unknown>): Promise<void> {
  if (typeof assembly !== "string") return
  await recount(ctx.tx, assembly)
  await ctx.emit("roll.changed", { assembly })
}

export const rollModule: Module = {
  name: "roll",
  at: import.meta.url,
  clauses: ["6.1"],
  served: [check, tick, undo, own, live, code, list],
  appendOnly: ["assembly_attendance"],
  routes,
  on: { "delegates.changed": counted, "assembly.convened": counted, "assembly.opened": counted },
}
