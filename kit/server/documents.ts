import { extname } from "node:path"
import type { FastifyInstance } from "fastify"
import { isSignedIn, type Permission } from "./actor.ts"
import { fetchFile, keepFile } from "./files.ts"
import { sendRefusal, whoAsks } from "./http.ts"
import type { Ctx, World } from "./world.ts"

/** What offices attach; the type is told by the ending, never by what the browser claims. */
export const paperTypes: Readonly<Record<string, string>> = {
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

interface Documents {
  /** `/api/charter/files`: POST sends one, GET with its id fetches it. */
  readonly at: string
  readonly types?: Readonly<Record<string, string>>
  /** What may be sent, in words: `PDF、Word 或文本文件`. */
  readonly kinds?: string
  /** Who may send a document before it is known what for. */
  readonly maySend: (ctx: Ctx) => Permission | Promise<Permission>
  /** Whether the person asking may have this document of the room. */
  readonly mayFetch: (ctx: Ctx, id: string) => Promise<boolean>
}

/** The attachments of a room: sent first, named by a verb afterwards, fetched by those who may. */
export function documentRoutes(app: FastifyInstance, world: World, of: Documents): void {
  const types = of.types ?? paperTypes
  app.post(of.at, { schema: { hide: true } }, async (request, reply) => {
    if (request.headers["x-qiaoliang"] !== "1")
      return sendRefusal(reply, { code: "not-allowed", because: "请求来源不明" })
    const asks = await whoAsks(world, request)
    if (!asks || !isSignedIn(asks.actor))
      return sendRefusal(reply, { code: "not-signed-in", because: "请先登录" })
    return world.within(asks.university, asks.actor, async (ctx) => {
      const permission = await of.maySend(ctx)
      if ("refusal" in permission) return sendRefusal(reply, permission.refusal)
      const sent = await request.file()
      const type = types[extname(sent?.filename ?? "").toLowerCase()]
      if (!sent || !type)
        return sendRefusal(reply, {
          code: "invalid",
          because: `文件须为${of.kinds ?? " PDF、Word、Excel、CSV 或图片"}`,
          at: "file",
        })
      const bytes = await sent.toBuffer()
      return keepFile(ctx.tx, { name: sent.filename, type, bytes, by: ctx.actor.account, at: ctx.now })
    })
  })

  app.get<{ Params: { id: string } }>(`${of.at}/:id`, { schema: { hide: true } }, async (request, reply) => {
    const asks = await whoAsks(world, request)
    const found =
      asks &&
      (await world.within(asks.university, asks.actor, async (ctx) =>
        (await of.mayFetch(ctx, request.params.id)) ? fetchFile(ctx.tx, request.params.id) : undefined,
      ))
    if (!found) return sendRefusal(reply, { code: "not-found", because: "没有这份文件" })
    return reply
      .type(found.type)
      .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(found.name)}`)
      .send(Buffer.from(found.bytes))
  })
}
