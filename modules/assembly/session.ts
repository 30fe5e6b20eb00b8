import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import type { Assembly, AssemblyState } from "./assembly.ts"
import { changed, record } from "./recording.ts"
import { assemblyById, changeAssembly } from "./store.ts"

/** Says why an assembly cannot be opened in its state. */
const notYet: Readonly<Record<AssemblyState, string>> = {
  preparing: "大会还没有批准召开",
  convened: "",
  open: "大会已经开幕",
  closed: "大会已经闭幕",
  cancelled: "大会已经取消",
}

async function held(ctx: Ctx, id: string): Promise<Result<Assembly, Refusal>> {
  const assembly = await assemblyById(ctx.tx, id, true)
  return assembly ? ok(assembly) : refuse("not-found", "没有这次大会", { at: "assembly" })
}

/** Opens a convened assembly: its day is today, whatever was planned. Quorum is the caller's to ask for. */
export async function openAssembly(ctx: Ctx, id: string): Promise<Result<Assembly, Refusal>> {
  const found = await held(ctx, id)
  if (!found.ok) return found
  const { state, unionId } = found.value
  if (state !== "convened")
    return refuse("conflict", notYet[state], state === "preparing" ? { cure: "先按程序报批" } : {})
  const now = { state: "open", openedAt: ctx.now, day: ctx.today } as const
  await changeAssembly(ctx.tx, id, now)
  await record(ctx, id, { kind: "opened" })
  await ctx.emit("assembly.opened", { assembly: id })
  await changed(ctx, unionId)
  return ok({ ...found.value, ...now })
}

/** Closes an open assembly. What must be done before is the caller's to ask for. */
export async function closeAssembly(ctx: Ctx, id: string): Promise<Result<Assembly, Refusal>> {
  const found = await held(ctx, id)
  if (!found.ok) return found
  if (found.value.state !== "open")
    return refuse("conflict", found.value.state === "closed" ? notYet.closed : "大会没有开幕")
  const now = { state: "closed", closedAt: ctx.now } as const
  await changeAssembly(ctx.tx, id, now)
  await record(ctx, id, { kind: "closed" })
  await ctx.emit("assembly.closed", { assembly: id })
  await changed(ctx, found.value.unionId)
  return ok({ ...found.value, ...now })
}
