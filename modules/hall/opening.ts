import type { Ctx } from "#kit/server/world.ts"
import { changeAssembly } from "#modules/assembly/index.ts"

/** The assembly is opened by its hall, and told to the rooms. */
export async function openAssembly(ctx: Ctx, id: string): Promise<void> {
  await changeAssembly(ctx.tx, id, { state: "open", day: ctx.today, openedAt: ctx.now })
  await ctx.emit("assembly.opened", { assembly: id })
}

export async function closeAssembly(ctx: Ctx, id: string): Promise<void> {
  await changeAssembly(ctx.tx, id, { state: "closed", closedAt: ctx.now })
  await ctx.emit("assembly.closed", { assembly: id })
}
