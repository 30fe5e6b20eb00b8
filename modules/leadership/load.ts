import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import { type UnionRow, unionsOf } from "#modules/unions/index.ts"
import type { JointDocument, Version } from "./document.ts"
import { documentById, versionsOf } from "./documents-store.ts"
import type { Decision, Hearing } from "./hearing.ts"
import { decisionById, hearingById } from "./hearings-store.ts"

export interface HearingWithUnions {
  readonly hearing: Hearing
  readonly unions: readonly UnionRow[]
}

export async function theHearing(
  ctx: Ctx,
  id: string,
  forChange = false,
): Promise<Result<HearingWithUnions, Refusal>> {
  const hearing = await hearingById(ctx.tx, id, forChange)
  return hearing
    ? ok({ hearing, unions: await unionsOf(ctx.tx, hearing.unions) })
    : refuse("not-found", "没有这次汇报会议")
}

export async function theDecision(
  ctx: Ctx,
  id: string,
): Promise<Result<{ decision: Decision; hearing: Hearing }, Refusal>> {
  const decision = await decisionById(ctx.tx, id)
  const hearing = decision && (await hearingById(ctx.tx, decision.hearingId))
  return decision && hearing ? ok({ decision, hearing }) : refuse("not-found", "没有这项决定")
}

/** A document locked, with its versions, newest first. */
export async function theDocument(
  ctx: Ctx,
  id: string,
): Promise<Result<{ document: JointDocument; versions: readonly Version[] }, Refusal>> {
  const document = await documentById(ctx.tx, id, true)
  return document
    ? ok({ document, versions: await versionsOf(ctx.tx, id) })
    : refuse("not-found", "没有这份文件")
}

/** Findings rest on what changed: of one union, or of all the school's. */
export async function recordsChanged(ctx: Ctx, unions: readonly string[] | null): Promise<void> {
  const all = unions ?? (await unionsOf(ctx.tx)).map((u) => u.id)
  await ctx.emit("records.changed", { unions: all })
}
