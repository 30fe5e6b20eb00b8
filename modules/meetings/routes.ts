import { extname } from "node:path"
import type { FastifyInstance, FastifyReply } from "fastify"
import { toDocx } from "#kit/paper/docx.ts"
import { toPdf } from "#kit/paper/pdf.ts"
import { isSignedIn } from "#kit/server/actor.ts"
import { fetchFile, keepFile } from "#kit/server/files.ts"
import { sendRefusal, whoAsks } from "#kit/server/http.ts"
import type { Ctx, World } from "#kit/server/world.ts"
import { unionsOf } from "#modules/unions/index.ts"
import { mayRead } from "./abilities.ts"
import { type MinutesPaper, paperOf } from "./paper.ts"
import * as store from "./store.ts"
import { nameOf, wholeOf } from "./view.ts"

const types: Readonly<Record<string, string>> = {
  ".pdf": "application/pdf",
  ".doc": "application/msword",
  ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ".xls": "application/vnd.ms-excel",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ".csv": "text/csv",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".png": "image/png",
}

/** Papers for agenda items, in and out; minutes as files. */
export function routes(app: FastifyInstance, world: World): void {
  app.post("/api/meetings/papers", { schema: { hide: true } }, async (request, reply) => {
    if (request.headers["x-qiaoliang"] !== "1")
      return sendRefusal(reply, { code: "not-allowed", because: "请求来源不明" })
    const asks = await whoAsks(world, request)
    if (!asks || !isSignedIn(asks.actor))
      return sendRefusal(reply, { code: "not-signed-in", because: "请先登录" })
    if (!asks.actor.capacities.some((c) => c.office === "union" && c.post === "presidium"))
      return sendRefusal(reply, { code: "not-allowed", because: "会议材料由主席团成员提交", clause: "2.2a" })
    const sent = await request.file()
    const type = types[extname(sent?.filename ?? "").toLowerCase()]
    if (!sent || !type)
      return sendRefusal(reply, {
        code: "invalid",
        because: "材料须为 PDF、Word、Excel、CSV 或图片",
        at: "file",
      })
    const bytes = await sent.toBuffer()
    return world.within(asks.university, asks.actor, (ctx) =>
      keepFile(ctx.tx, { name: sent.filename, type, bytes, by: ctx.actor.account, at: ctx.now }),
    )
  })

  app.get<{ Params: { id: string } }>(
    "/api/meetings/papers/:id",
    { schema: { hide: true } },
    async (request, reply) => {
      const asks = await whoAsks(world, request)
      const found =
        asks &&
        (await world.within(asks.university, asks.actor, async (ctx) => {
          const id = await store.unionOfPaper(ctx.tx, request.params.id)
          return id && (await reads(ctx, id)) ? fetchFile(ctx.tx, request.params.id) : undefined
        }))
      if (!found) return sendRefusal(reply, { code: "not-found", because: "没有这份材料" })
      return download(reply, found.type, found.name, found.bytes)
    },
  )

  app.get<{ Params: { file: string } }>(
    "/api/meetings/minutes/:file",
    { schema: { hide: true } },
    async (request, reply) => {
      const wanted = /^([0-9a-z]{26})\.(docx|pdf)$/.exec(request.params.file)
      const asks = wanted ? await whoAsks(world, request) : null
      const paper =
        asks && wanted
          ? await world.within(asks.university, asks.actor, (ctx) => minutesOf(ctx, wanted[1]!))
          : undefined
      if (!paper || !wanted) return sendRefusal(reply, { code: "not-found", because: "没有这份纪要" })
      const kind = wanted[2] === "pdf" ? ".pdf" : ".docx"
      const bytes = kind === ".pdf" ? await toPdf(paperOf(paper)) : await toDocx(paperOf(paper))
      return download(reply, types[kind]!, `${paper.union}${paper.title}纪要${kind}`, bytes)
    },
  )
}

const download = (reply: FastifyReply, type: string, name: string, bytes: Uint8Array) =>
  reply
    .type(type)
    .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .send(Buffer.from(bytes))

async function reads(ctx: Ctx, unionId: string): Promise<string | undefined> {
  const [union] = await unionsOf(ctx.tx, [unionId])
  return union && "as" in mayRead(ctx.actor, union) ? union.name : undefined
}

async function minutesOf(ctx: Ctx, id: string): Promise<MinutesPaper | undefined> {
  const meeting = await store.meetingById(ctx.tx, id)
  const union = meeting ? await reads(ctx, meeting.unionId) : undefined
  const [last] = meeting ? await store.minutesOf(ctx.tx, id) : []
  if (!meeting || !union || !last) return undefined
  const { resolutions, votes } = await wholeOf(ctx.tx, id)
  const by = meeting.confirmedIn ? await store.meetingById(ctx.tx, meeting.confirmedIn) : undefined
  return {
    union,
    title: meeting.title,
    day: meeting.day,
    body: last.body,
    presiding: meeting.presiding?.name ?? meeting.convener.name,
    confirmed: by && meeting.confirmedOn ? { in: by.title, on: meeting.confirmedOn } : null,
    resolutions: resolutions.map((r) => ({
      name: nameOf(r),
      words: r.words,
      passed: r.state === "passed",
      votes: r.voters.map((v) => ({
        name: v.name,
        choice: votes.find((cast) => cast.resolutionId === r.id && cast.number === v.number)?.choice ?? null,
      })),
    })),
  }
}
