import { newId } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import { charterOn } from "#modules/charter/index.ts"
import { unionsOf } from "#modules/unions/index.ts"
import { putForward } from "./actions/propose.ts"
import { groundOf, isStale, suggestion } from "./planning.ts"
import type { Member, Turn } from "./rotation.ts"
import { seatTheChair } from "./seat.ts"
import { placeOf } from "./semesters.ts"
import { dropProposal, lockRotation, plansOn, proposalsOf } from "./store.ts"

const same = (a: readonly Member[], b: readonly Member[]) =>
  a.length === b.length && a.every((m) => b.some((n) => n.number === m.number))

/** The roster changed: where members left or joined, the turns that lie ahead are laid before them anew. */
export async function followRoster(ctx: Ctx, { unions }: Record<string, unknown>): Promise<void> {
  const ids = (await unionsOf(ctx.tx, unions === "all" ? undefined : (unions as string[]))).map((u) => u.id)
  const plans = await plansOn(ctx.tx, ids, ctx.today)
  const proposals = await proposalsOf(ctx.tx, [...plans.keys()])
  const charters = await charterOn(ctx.tx, [...plans.keys()], ctx.today)
  for (const [id, plan] of plans) {
    if (charters.get(id)?.charter?.rotation !== true) continue
    const ground = await groundOf(ctx, id)
    const latest = proposals.get(id) ?? plan
    if (ground.members.length === 0 || same(latest.members, ground.members)) continue
    const { left, joined } = difference(plan.members, ground.members)
    if (left.length + joined.length === 0) continue
    await lockRotation(ctx.tx, id)
    const because = [
      left.length ? `${left.join("、")}离任` : "",
      joined.length ? `${joined.join("、")}新任` : "",
    ]
    const rest = suggestion(ground, Math.max(ground.semesters, ahead(plan.turns, ground.from)))
    await putForward(ctx, id, ground, rest, `${because.filter(Boolean).join("，")}，重排其余学期`, "系统")
  }
}

const ahead = (turns: readonly Turn[], from: Parameters<typeof placeOf>[0]) =>
  turns.filter((t) => placeOf(t) >= placeOf(from)).length

function difference(before: readonly Member[], now: readonly Member[]) {
  const without = (a: readonly Member[], b: readonly Member[]) =>
    a.filter((m) => !b.some((n) => n.number === m.number)).map((m) => m.name)
  return { left: without(before, now), joined: without(now, before) }
}

/**
 * Each night: on a semester's first day the title of executive chair goes to whose turn it is, and proposals
 * that came too late for it are dropped.
 */
export async function changeChairs(ctx: Ctx): Promise<void> {
  const ids = (await unionsOf(ctx.tx)).map((u) => u.id)
  for (const [id, proposal] of await proposalsOf(ctx.tx, ids))
    if (isStale(await groundOf(ctx, id), proposal)) await dropProposal(ctx.tx, proposal.id)
  const changed: string[] = []
  for (const id of (await plansOn(ctx.tx, ids, ctx.today)).keys())
    if (await seatTheChair({ ...ctx, change: newId(ctx.now.getTime()) }, id)) changed.push(id)
  if (changed.length > 0) await ctx.emit("records.changed", { unions: changed })
}
