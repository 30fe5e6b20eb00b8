import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify"
import { toDocx, toXlsx } from "#kit/paper/index.ts"
import { isSignedIn } from "#kit/server/actor.ts"
import { sendRefusal, whoAsks } from "#kit/server/http.ts"
import type { Ctx, World } from "#kit/server/world.ts"
import { callOf } from "#modules/calls/index.ts"
import { mayEnter, maySeeSlate, seesCourse } from "./abilities.ts"
import { recommendationForm } from "./form.ts"
import { readList } from "./list.ts"
import { blank, formFacts, summaryRows } from "./papers.ts"
import { type PostKind, postKinds } from "./procedure.ts"
import { seen } from "./seen.ts"
import { candidaciesOfCall, candidacyOf } from "./store.ts"
import { summaryPaper, summarySheet } from "./summary.ts"

interface Made {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

/** 推荐表 and 汇总表 for those in the chain, and the reading of a list of recommendations. */
export function routes(app: FastifyInstance, world: World): void {
  const hide = { schema: { hide: true } }
  app.get<{ Querystring: { application?: string; call?: string; kind?: string } }>(
    "/api/selection/form.docx",
    hide,
    (request, reply) =>
      within(world, request, reply, ({ query }, ctx) =>
        query.application ? filled(ctx, query.application) : empty(ctx, query.call ?? "", query.kind ?? ""),
      ),
  )
  app.get<{ Params: { as: string }; Querystring: { call?: string } }>(
    "/api/selection/summary.:as",
    hide,
    (request, reply) =>
      within(world, request, reply, ({ params, query }, ctx) => summary(ctx, query.call ?? "", params.as)),
  )
  app.post("/api/selection/list", hide, async (request, reply) => {
    if (request.headers["x-qiaoliang"] !== "1")
      return sendRefusal(reply, { code: "not-allowed", because: "请求来源不明" })
    const asks = await whoAsks(world, request)
    if (!asks || !isSignedIn(asks.actor))
      return sendRefusal(reply, { code: "not-signed-in", because: "请先登录" })
    const permission = mayEnter(asks.actor)
    if ("refusal" in permission) return sendRefusal(reply, permission.refusal)
    const sent = await request.file()
    if (!sent) return sendRefusal(reply, { code: "invalid", because: "没有收到文件", at: "file" })
    const read = readList(sent.filename, new Uint8Array(await sent.toBuffer()))
    return read.ok ? reply.send({ rows: read.value }) : sendRefusal(reply, read.error)
  })
}

async function within<R extends FastifyRequest>(
  world: World,
  request: R,
  reply: FastifyReply,
  make: (request: R, ctx: Ctx) => Promise<Result<Made, Refusal>>,
): Promise<FastifyReply> {
  const asks = await whoAsks(world, request)
  if (!asks || !isSignedIn(asks.actor))
    return sendRefusal(reply, { code: "not-signed-in", because: "请先登录", cure: "登录后再试" })
  const made = await world.within(asks.university, asks.actor, (ctx) => make(request, ctx))
  if (!made.ok) return sendRefusal(reply, made.error)
  return reply
    .type(made.value.type)
    .header("cache-control", "no-store")
    .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(made.value.name)}`)
    .send(Buffer.from(made.value.bytes))
}

const none = refuse("not-found", "没有这份报名或选拔通知")

async function filled(ctx: Ctx, id: string): Promise<Result<Made, Refusal>> {
  const k = await candidacyOf(ctx.tx, id)
  const [one] = k ? await seen(ctx, [k]) : []
  const call = k && (await callOf(ctx.tx, k.callId, ctx.today))
  if (!one || !call) return none
  const permission = maySeeSlate(ctx.actor, [one.course])
  if ("refusal" in permission) return { ok: false, error: permission.refusal }
  const facts = await formFacts(ctx, call, one)
  if (!facts) return none
  await taken(ctx, "selection.form", { application: id })
  return ok({
    name: `推荐表　${one.k.name}.docx`,
    type: docx,
    bytes: await toDocx(recommendationForm(facts)),
  })
}

/** Nobody's data: whoever stands in some chain may have the empty form. */
async function empty(ctx: Ctx, callId: string, kind: string): Promise<Result<Made, Refusal>> {
  const permission = mayEnter(ctx.actor)
  if ("refusal" in permission) return { ok: false, error: permission.refusal }
  const call = await callOf(ctx.tx, callId, ctx.today)
  const wanted = postKinds.find((k): k is PostKind => k === kind)
  if (!call || !wanted) return none
  const bytes = await toDocx(recommendationForm(blank(ctx, call, wanted)))
  return ok({ name: "推荐表（空白）.docx", type: docx, bytes })
}

async function summary(ctx: Ctx, callId: string, as: string): Promise<Result<Made, Refusal>> {
  const call = await callOf(ctx.tx, callId, ctx.today)
  if (!call || (as !== "docx" && as !== "xlsx")) return none
  const all = await seen(ctx, await candidaciesOfCall(ctx.tx, callId))
  const permission = maySeeSlate(
    ctx.actor,
    all.map((s) => s.course),
  )
  if ("refusal" in permission) return { ok: false, error: permission.refusal }
  const own = all.filter((s) => seesCourse(ctx.actor, s.course))
  const facts = {
    union: call.unionName,
    call: call.title,
    office: officeOf(ctx, own[0]?.course.places ?? {}),
    rows: await summaryRows(ctx, call, own),
    printed: ctx.today,
  }
  await taken(ctx, "selection.summary", { call: callId, rows: facts.rows.length })
  const name = `推荐名单汇总表.${as}`
  return as === "docx"
    ? ok({ name, type: docx, bytes: await toDocx(summaryPaper(facts)) })
    : ok({ name, type: xlsx, bytes: await toXlsx([summarySheet(facts)]) })
}

const officeOf = (ctx: Ctx, places: Readonly<Record<string, string>>): string =>
  ctx.actor.capacities.find((c) => places[c.office] === c.scope.id)?.officeName ?? ""

/** Personal data leaves the house here: who took it is on record. */
const taken = (ctx: Ctx, verb: string, summary: Record<string, unknown>): Promise<void> =>
  ctx.world.log(ctx, verb, null, summary)
