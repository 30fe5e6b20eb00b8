import { newId } from "@qiaoliang/basics"
import type { FastifyInstance } from "fastify"
import { sendRefusal, whoAsks } from "#kit/server/http.ts"
import type { World } from "#kit/server/world.ts"
import { mayImport } from "./abilities.ts"
import { type ImportWork, newRun } from "./background.ts"
import { reachOf } from "./reach.ts"

/** `POST /api/imports/upload`: one or more workbooks, each becoming a run whose sheets are then recognised. */
export function uploadRoute(app: FastifyInstance, world: World, work: () => ImportWork): void {
  app.post("/api/imports/upload", async (request, reply) => {
    const asks = await whoAsks(world, request)
    if (!asks?.actor.account) return sendRefusal(reply, { code: "not-signed-in", because: "请先登录" })
    if (request.headers["x-qiaoliang"] !== "1")
      return sendRefusal(reply, { code: "not-allowed", because: "请求来源不明" })
    const permission = mayImport(asks.actor)
    if ("refusal" in permission) return sendRefusal(reply, permission.refusal)
    const ids: string[] = []
    for await (const part of request.files()) {
      const bytes = new Uint8Array(await part.toBuffer())
      const id = newId()
      const given = { fileName: part.filename, bytes, type: part.mimetype }
      const keep = () =>
        world.within(asks.university, asks.actor, async (ctx) => {
          await newRun(ctx, id, given, ctx.today, await reachOf(ctx))
          const summary = { file: part.filename, size: bytes.byteLength }
          await world.log(ctx, "imports.upload", permission.as, summary)
        })
      await work().propose(asks.university, asks.actor, id, given, keep)
      ids.push(id)
    }
    if (!ids.length)
      return sendRefusal(reply, {
        code: "invalid",
        because: "没有收到文件",
        cure: "请选择 .xlsx、.xls 或 .csv 文件",
      })
    return reply.send({ ids })
  })
}
