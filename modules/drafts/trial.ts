import type { Day, Refusal } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import { gather } from "#modules/findings/index.ts"
import { studentsOn } from "#modules/people/index.ts"
import { openDepartments, openPosts } from "#modules/unions/index.ts"
import type { Facts } from "#policy/vocabulary.ts"
import { isNothing, type Net, netOf, obstaclesTo } from "./net.ts"
import { type Op, stillAt, type Tried, tryOps } from "./ops.ts"
import type { Draft } from "./store.ts"

/** A draft tried over the union as it stands today. */
export interface Trial {
  readonly before: Facts
  readonly tried: Tried
  readonly net: Net
  readonly obstacles: readonly Refusal[]
  /** The union is no longer as the draft found it. */
  readonly stale: boolean
}

export async function factsOf(ctx: Ctx, unionId: string): Promise<Facts> {
  const [facts] = await gather(ctx.tx, ctx.university, [unionId], ctx.today)
  if (!facts) throw new Error(`no union ${unionId}`)
  return facts
}

export async function tried(ctx: Ctx, before: Facts, ops: readonly Op[]): Promise<Tried> {
  const numbers = ops.flatMap((o) => (o.op === "add-post" ? [o.number] : []))
  return tryOps(before, ops, await studentsOn(ctx.tx, numbers, ctx.today))
}

export async function trialOf(ctx: Ctx, draft: Draft): Promise<Trial> {
  const before = await factsOf(ctx, draft.unionId)
  const outcome = await tried(ctx, before, draft.ops)
  const net = netOf(before, outcome.facts)
  const stale = draft.status === "open" && !stillAt(draft.base, before)
  const obstacles: Refusal[] = []
  if (stale)
    obstacles.push({
      code: "conflict",
      because: `起草（${draft.baseDay}）之后，本会的名单或部门已有变动`,
      cure: "以现在的名单重新起草，看清影响后再施行",
    })
  obstacles.push(...outcome.faults.map((f) => f.refusal), ...obstaclesTo(net, ctx.actor.number))
  if (isNothing(net) && !stale) obstacles.push({ code: "invalid", because: "方案还没有任何改动" })
  return { before, tried: outcome, net, obstacles, stale }
}

/** Nothing may be written before the day the rows it closes began. */
export async function earliestDay(ctx: Ctx, unionId: string): Promise<Day> {
  const rows = [...(await openPosts(ctx.tx, unionId)), ...(await openDepartments(ctx.tx, unionId))]
  return rows.map((r) => r.validFrom).reduce((a, b) => (a > b ? a : b), "0000-01-01")
}
