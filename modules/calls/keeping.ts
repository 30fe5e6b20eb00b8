import { newId, ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import { departmentsOn, type UnionRow } from "#modules/unions/index.ts"
import { mayKeep } from "./abilities.ts"
import { applicationsOf, setStatus } from "./applications.ts"
import { type Call, contentOf, correction, type Wanted } from "./call.ts"
import { addVersion, callById, changeCall, insertCall } from "./store.ts"

export const departmentNames = async (ctx: Ctx, unionId: string): Promise<string[]> =>
  (await departmentsOn(ctx.tx, [unionId], ctx.today)).map((d) => d.name)

/** Load a call for a verb, held until the transaction ends. */
export async function held(ctx: Ctx, { id }: { id: string }): Promise<Result<Call, Refusal>> {
  const call = await callById(ctx.tx, id, ctx.today, "update")
  return call ? ok(call) : refuse("not-found", "没有这份选拔通知")
}

export async function draftCall(ctx: Ctx, union: UnionRow, wanted: Wanted): Promise<Result<string, Refusal>> {
  const content = contentOf(
    { ...wanted, posts: wanted.posts.map(({ id: _, ...p }) => p) },
    union,
    await departmentNames(ctx, union.id),
  )
  if (!content.ok) return content
  const id = newId(ctx.now.getTime())
  await insertCall(ctx.tx, {
    id,
    unionId: union.id,
    state: "draft",
    content: content.value,
    byName: ctx.actor.name,
    at: ctx.now,
  })
  ctx.note({ call: id, union: union.id })
  return ok(id)
}

export async function editDraft(ctx: Ctx, call: Call, wanted: Wanted): Promise<Result<void, Refusal>> {
  if (call.status !== "draft")
    return refuse("conflict", "通知已经发布，改动须以更正方式公开", { cure: "用“更正”并写明原因" })
  const content = await contentFor(ctx, call, wanted)
  if (!content.ok) return content
  await changeCall(ctx.tx, call.id, { content: content.value })
  ctx.note({ call: call.id })
  return ok(undefined)
}

/** Ids of posts are the call's own: others sent along are given new ones. */
async function contentFor(ctx: Ctx, call: Call, wanted: Wanted) {
  const known = new Set(call.posts.map((p) => p.id))
  const posts = wanted.posts.map(({ id, ...p }) => (id && known.has(id) ? { ...p, id } : p))
  const union = { level: call.level, name: call.unionName }
  return contentOf({ ...wanted, posts }, union, await departmentNames(ctx, call.unionId))
}

const capacityOf = (ctx: Ctx, call: Call): string => {
  const may = mayKeep(ctx.actor, call)
  return "as" in may && may.as ? `${may.as.officeName} ${may.as.title}` : ""
}

const kept = (ctx: Ctx, call: Call, content: Call, because: string | null) => ({
  callId: call.id,
  content: {
    title: content.title,
    text: content.text,
    contact: content.contact,
    opensOn: content.opensOn,
    closesOn: content.closesOn,
    posts: content.posts,
  },
  because,
  byName: ctx.actor.name,
  capacity: capacityOf(ctx, call),
  on: ctx.today,
  at: ctx.now,
})

/** Everybody can read it from here on; a day gone by cannot be announced. */
export async function publishCall(ctx: Ctx, call: Call): Promise<Result<void, Refusal>> {
  if (call.status !== "draft") return refuse("conflict", "通知已经发布")
  if (call.opensOn < ctx.today)
    return refuse("invalid", "开始日期已经过去，不能补发", {
      clause: "4.4",
      at: "opensOn",
      cure: "把开始日期改为今天或以后",
    })
  await addVersion(ctx.tx, kept(ctx, call, call, null))
  await changeCall(ctx.tx, call.id, { state: "published", publishedOn: ctx.today })
  await told(ctx, call)
  return ok(undefined)
}

export async function correctCall(
  ctx: Ctx,
  call: Call,
  wanted: Wanted,
  because: string,
): Promise<Result<void, Refusal>> {
  if (call.status !== "upcoming" && call.status !== "open")
    return refuse("conflict", "只有尚未截止的通知可以更正", { cure: "草稿请直接修改；已截止的请另发通知" })
  const content = await contentFor(ctx, call, wanted)
  if (!content.ok) return content
  const applications = await applicationsOf(ctx.tx, call.id)
  const applied = new Set(applications.filter((a) => a.status !== "withdrawn").map((a) => a.postId))
  const right = correction(call, content.value, applied, call.status, ctx.today)
  if (!right.ok) return right
  await addVersion(ctx.tx, kept(ctx, call, { ...call, ...right.value }, because))
  await changeCall(ctx.tx, call.id, { content: right.value })
  await told(ctx, call)
  return ok(undefined)
}

export async function closeCall(ctx: Ctx, call: Call, because: string): Promise<Result<void, Refusal>> {
  if (call.status !== "open") return refuse("conflict", "只有正在报名的通知可以提前截止")
  await changeCall(ctx.tx, call.id, { closedOn: ctx.today, endedBecause: because })
  await told(ctx, call)
  return ok(undefined)
}

/** Called off for everybody alike; what was handed in is withdrawn, and those in the chain are told. */
export async function cancelCall(ctx: Ctx, call: Call, because: string): Promise<Result<void, Refusal>> {
  if (call.status === "draft" || call.status === "cancelled")
    return refuse("conflict", "只有已发布的通知可以取消")
  const applications = await applicationsOf(ctx.tx, call.id)
  if (applications.some((a) => a.status === "determined" || a.status === "not-determined"))
    return refuse("conflict", "已有人选确定结果，不能再取消", { cure: "未完成的人选按遴选程序办理" })
  await changeCall(ctx.tx, call.id, { state: "cancelled", endedBecause: because })
  for (const a of applications.filter((x) => x.status === "submitted")) {
    await setStatus(ctx.tx, a.id, "withdrawn")
    await ctx.emit("calls.withdrawn", { application: a.id })
  }
  await told(ctx, call)
  return ok(undefined)
}

/** 4.4 rests on what is published: judge the union again. */
async function told(ctx: Ctx, call: Call): Promise<void> {
  ctx.note({ call: call.id, union: call.unionId })
  await ctx.emit("records.changed", { unions: [call.unionId] })
}
