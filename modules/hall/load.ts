import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import { type OfAssembly, theAssembly, theAssemblyHeld } from "#modules/assembly/index.ts"
import { type OwnSeat, withOwnSeat } from "#modules/delegates/index.ts"
import { type Standing, standingOf } from "./standing.ts"
import * as store from "./store.ts"
import * as votes from "./votes-store.ts"

/** An assembly with how its sitting stands. */
export interface OfHall extends OfAssembly {
  readonly standing: Standing
}

const withStanding = async (ctx: Ctx, of: Result<OfAssembly, Refusal>): Promise<Result<OfHall, Refusal>> =>
  of.ok ? ok({ ...of.value, standing: standingOf(await store.recordOf(ctx.tx, of.value.assembly.id)) }) : of

export const theHall = async (ctx: Ctx, input: { assembly: string }): Promise<Result<OfHall, Refusal>> =>
  withStanding(ctx, await theAssembly(ctx, input))

/** Held until the transaction ends: what happens in a hall happens one after another. */
export const theHallHeld = async (ctx: Ctx, input: { assembly: string }): Promise<Result<OfHall, Refusal>> =>
  withStanding(ctx, await theAssemblyHeld(ctx, input))

export const asDelegate = async (
  ctx: Ctx,
  input: { assembly: string },
): Promise<Result<OfHall & OwnSeat, Refusal>> => withOwnSeat(ctx, await theHallHeld(ctx, input))

export interface OfSpeaker extends OfHall {
  readonly speaker: store.SpeakerRow
}

export async function theSpeaker(ctx: Ctx, { id }: { id: string }): Promise<Result<OfSpeaker, Refusal>> {
  const found = await store.speakerById(ctx.tx, id)
  if (!found) return refuse("not-found", "发言名单上没有这个人")
  const of = await theHallHeld(ctx, { assembly: found.assemblyId })
  if (!of.ok) return of
  // Read again now that the hall is held: somebody may have been quicker.
  return ok({ ...of.value, speaker: (await store.speakerById(ctx.tx, id)) ?? found })
}

export interface OfVote extends OfHall {
  readonly vote: votes.VoteRow
}

export async function theVote(ctx: Ctx, { id }: { id: string }): Promise<Result<OfVote, Refusal>> {
  const found = await votes.voteById(ctx.tx, id)
  if (!found) return refuse("not-found", "没有这项表决")
  const of = await theHallHeld(ctx, { assembly: found.assemblyId })
  if (!of.ok) return of
  return ok({ ...of.value, vote: (await votes.voteById(ctx.tx, id, "update")) ?? found })
}

/** Only while the assembly sits. */
export function sitting({ standing }: OfHall): Result<void, Refusal> {
  if (standing.state === "sitting") return ok(undefined)
  if (standing.state === "waiting") return refuse("conflict", "大会还没有开幕", { cure: "先宣布开幕" })
  return standing.state === "adjourned"
    ? refuse("conflict", "大会正在休会", { cure: "先宣布复会" })
    : refuse("conflict", "大会已经闭幕")
}
