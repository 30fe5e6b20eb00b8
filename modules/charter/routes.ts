import { extname } from "node:path"
import type { FastifyInstance } from "fastify"
import { isSignedIn } from "#kit/server/actor.ts"
import { fetchFile, keepFile } from "#kit/server/files.ts"
import { sendRefusal, whoAsks } from "#kit/server/http.ts"
import type { World } from "#kit/server/world.ts"
import { mayRead, maySendFile } from "./abilities.ts"
import { versionOfFile } from "./store.ts"

const types: Readonly<Record<string, string>> = {
  ".pdf": "application/pdf",
  ".doc": "application/msword",
  ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ".txt": "text/plain; charset=utf-8",
}

/** A charter's document: sent before it is adopted, fetched by those who may read it. */
export function routes(app: FastifyInstance, world: World): void {
  app.post("/api/charter/files", async (request, reply) => {
    if (request.headers["x-qiaoliang"] !== "1")
      return sendRefusal(reply, { code: "not-allowed", because: "请求来源不明" })
    const asks = await whoAsks(world, request)
    if (!asks || !isSignedIn(asks.actor))
      return sendRefusal(reply, { code: "not-signed-in", because: "请先登录" })
    const permission = maySendFile(asks.actor)
    if ("refusal" in permission) return sendRefusal(reply, permission.refusal)
    const sent = await request.file()
    const type = types[extname(sent?.filename ?? "").toLowerCase()]
    if (!sent || !type)
      return sendRefusal(reply, { code: "invalid", because: "章程文件须为 PDF、Word 或文本文件", at: "file" })
    const bytes = await sent.toBuffer()
    return world.within(asks.university, asks.actor, (ctx) =>
      keepFile(ctx.tx, { name: sent.filename, type, bytes, by: ctx.actor.account, at: ctx.now }),
    )
  })

  app.get<{ Params: { id: string } }>("/api/charter/files/:id", async (request, reply) => {
    const asks = await whoAsks(world, request)
    const none = () => sendRefusal(reply, { code: "not-found", because: "没有这个文件" })
    if (!asks) return none()
    const found = await world.db.scoped(asks.university.id, async (tx) => {
      const version = await versionOfFile(tx, request.params.id)
      return version && mayRead(asks.actor, version) ? fetchFile(tx, request.params.id) : undefined
    })
    if (!found) return none()
    return reply
      .type(found.type)
      .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(found.name)}`)
      .send(Buffer.from(found.bytes))
  })
}
