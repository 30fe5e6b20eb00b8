import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import { type OfAssembly, theAssembly } from "#modules/assembly/index.ts"
import type { Election, ElectionState } from "./election.ts"
import { electionById } from "./store.ts"

export interface OfElection extends OfAssembly {
  readonly election: Election
}

const find =
  (hold: boolean) =>
  async (ctx: Ctx, { id }: { id: string }): Promise<Result<OfElection, Refusal>> => {
    const election = await electionById(ctx.tx, id, hold)
    if (!election) return refuse("not-found", "没有这次选举")
    const of = await theAssembly(ctx, { assembly: election.assemblyId })
    return of.ok ? ok({ ...of.value, election }) : of
  }

export const theElection = find(false)

/** As `theElection`, held until the transaction ends: changes of one election come one after another. */
export const theElectionHeld = find(true)

export const stateNames: Readonly<Record<ElectionState, string>> = {
  preparing: "正在筹备",
  open: "正在投票",
  closed: "已停止投票，等待计票",
  counted: "已计票",
  void: "无效，须重新投票",
  announced: "已向大会公告，等待批准",
  ratified: "已经同级党委批准",
  refused: "未获批准",
  cancelled: "已取消",
}

/** Only in this state; the refusal says where the election stands. */
export const only = (election: Election, ...wanted: readonly ElectionState[]): Result<void, Refusal> =>
  wanted.includes(election.state)
    ? ok(undefined)
    : refuse("conflict", `${election.title}：${stateNames[election.state]}，不能办理此事`)

export const changed = (ctx: Ctx, { election }: Pick<OfElection, "election">): Promise<void> =>
  ctx.emit("records.changed", { unions: [election.unionId] })

/** Tell the rooms below what happened to an election; `elections.changed` with it, for whoever only shows it. */
export async function tell(ctx: Ctx, what: string, election: Election): Promise<void> {
  const about = { election: election.id, assembly: election.assemblyId, union: election.unionId }
  await ctx.emit(`elections.${what}`, about)
  await ctx.emit("elections.changed", about)
}
