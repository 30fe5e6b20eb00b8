import { extname } from "node:path"
import type { FastifyInstance } from "fastify"
import { isSignedIn } from "#kit/server/actor.ts"
import { fetchFile, keepFile } from "#kit/server/files.ts"
import { sendRefusal, whoAsks } from "#kit/server/http.ts"
import type { World } from "#kit/server/world.ts"
import { unionsOf } from "#modules/unions/index.ts"
import { mayAttest, mayExplain, mayReadEvidence } from "./abilities.ts"
import { unionsOfDocument } from "./store.ts"

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

/** Documents behind attestations and explanations: sent before they are recorded, fetched by those concerned. */
export function routes(app: FastifyInstance, world: World): void {
  app.post("/api/evidence/document", { schema: { hide: true } }, async (request, reply) => {
    if (request.headers["x-qiaoliang"] !== "1")
      return sendRefusal(reply, { code: "not-allowed", because: "请求来源不明" })
    const asks = await whoAsks(world, request)
    if (!asks || !isSignedIn(asks.actor))
      return sendRefusal(reply, { code: "not-signed-in", because: "请先登录" })
    return world.within(asks.university, asks.actor, async (ctx) => {
      const all = await unionsOf(ctx.tx)
      const may = (u: (typeof all)[number]) =>
        !("refusal" in mayAttest(ctx.actor, u)) || !("refusal" in mayExplain(ctx.actor, u))
      if (!all.some(may))
        return sendRefusal(reply, {
          code: "not-allowed",
          because: "此事由党团组织、职能部门或本会负责人办理",
        })
      const sent = await request.file()
      const type = types[extname(sent?.filename ?? "").toLowerCase()]
      if (!sent || !type)
        return sendRefusal(reply, {
          code: "invalid",
          because: "材料须为 PDF、Word、Excel、CSV 或图片",
          at: "file",
        })
      const bytes = await sent.toBuffer()
      return keepFile(ctx.tx, { name: sent.filename, type, bytes, by: ctx.actor.account, at: ctx.now })
    })
  })

  app.get<{ Params: { id: string } }>(
    "/api/evidence/document/:id",
    { schema: { hide: true } },
    async (request, reply) => {
      const asks = await whoAsks(world, request)
      const found =
        asks &&
        (await world.db.scoped(asks.university.id, async (tx) => {
          const unions = await unionsOf(tx, await unionsOfDocument(tx, request.params.id))
          const concerned = unions.some((u) => !("refusal" in mayReadEvidence(asks.actor, u)))
          return concerned ? fetchFile(tx, request.params.id) : undefined
        }))
      if (!found) return sendRefusal(reply, { code: "not-found", because: "没有这份材料" })
      return reply
        .type(found.type)
        .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(found.name)}`)
        .send(Buffer.from(found.bytes))
    },
  )
}
