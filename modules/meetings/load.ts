import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import { type Convening, conveningOn } from "#modules/presidium/index.ts"
import { type UnionRow, unionsOf } from "#modules/unions/index.ts"
import * as store from "./store.ts"

export interface OfUnion {
  readonly union: UnionRow
  readonly convening: Convening
}

/** A union with who convenes its presidium today; one change at a time. */
export async function theUnion(ctx: Ctx, input: { union: string }): Promise<Result<OfUnion, Refusal>> {
  const [union] = await unionsOf(ctx.tx, [input.union])
  if (!union) return refuse("not-found", "没有这个学生会", { at: "union" })
  return ok({ union, convening: (await conveningOn(ctx.tx, [union.id], ctx.today)).get(union.id)! })
}

export interface OfMeeting extends OfUnion {
  readonly meeting: store.MeetingRow
}

/** A meeting to change, held until the transaction ends: two people do not do one thing twice. */
export async function theMeeting(ctx: Ctx, { id }: { id: string }): Promise<Result<OfMeeting, Refusal>> {
  const meeting = await store.meetingById(ctx.tx, id, true)
  if (!meeting) return refuse("not-found", "没有这次会议")
  const of = await theUnion(ctx, { union: meeting.unionId })
  return of.ok ? ok({ ...of.value, meeting }) : of
}

export interface OfItem extends OfMeeting {
  readonly item: store.ItemRow
}

export async function theItem(ctx: Ctx, { id }: { id: string }): Promise<Result<OfItem, Refusal>> {
  const item = await store.itemById(ctx.tx, id)
  if (!item) return refuse("not-found", "没有这个议题")
  const of = await theMeeting(ctx, { id: item.meetingId })
  return of.ok ? ok({ ...of.value, item }) : of
}

export interface OfResolution extends OfMeeting {
  readonly resolution: store.ResolutionRow
}

export async function theResolution(
  ctx: Ctx,
  { id }: { id: string },
): Promise<Result<OfResolution, Refusal>> {
  const found = await store.resolutionById(ctx.tx, id)
  if (!found) return refuse("not-found", "没有这项决议")
  const of = await theMeeting(ctx, { id: found.meetingId })
  if (!of.ok) return of
  const resolution = await store.resolutionById(ctx.tx, id, true)
  return ok({ ...of.value, resolution: resolution! })
}

/** Only while it is going on. */
export const going = (meeting: store.MeetingRow): Result<void, Refusal> =>
  meeting.state === "open"
    ? ok(undefined)
    : refuse("conflict", meeting.state === "convened" ? "会议还没有开始" : "会议已经结束", {
        cure: meeting.state === "convened" ? "先宣布开会" : "在下一次会议上再议",
      })

export const changed = (ctx: Ctx, union: string): Promise<void> =>
  ctx.emit("records.changed", { unions: [union] })
