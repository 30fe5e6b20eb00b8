import { ok, refuse } from "@qiaoliang/basics"
import type { FastifyInstance } from "fastify"
import { toXlsx } from "#kit/paper/sheet.ts"
import { isSignedIn } from "#kit/server/actor.ts"
import { fetchFile } from "#kit/server/files.ts"
import { sendRefusal, whoAsks } from "#kit/server/http.ts"
import type { World } from "#kit/server/world.ts"
import { photosOf } from "#modules/needs/index.ts"
import { mayRead, mayUse } from "./abilities.ts"
import * as contract from "./contract.ts"
import { theDesk } from "./desks.ts"
import { theNeed } from "./load.ts"
import { queueSheet } from "./sheet.ts"

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

/** `/api/handling/queue.xlsx`: the queue as the desk sees it. `/api/handling/photo/NEED/FILE`: for its handlers. */
export function routes(app: FastifyInstance, world: World): void {
  app.get("/api/handling/queue.xlsx", { schema: { hide: true } }, async (request, reply) => {
    const asks = await whoAsks(world, request)
    if (!asks || !isSignedIn(asks.actor))
      return sendRefusal(reply, { code: "not-signed-in", because: "请先登录" })
    const asked = contract.queue.input.safeParse(request.query)
    if (!asked.success) return sendRefusal(reply, { code: "invalid", because: "查询条件不对" })
    const found = await world.within(asks.university, asks.actor, async (ctx) => {
      const of = await theDesk(ctx, asked.data)
      const may = mayUse(ctx.actor, of)
      if ("refusal" in may) return { ok: false as const, error: may.refusal }
      return ok(await queueSheet(ctx, of.desk!, asked.data))
    })
    if (!found.ok) return sendRefusal(reply, found.error)
    return reply
      .type(xlsx)
      .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent("诉求清单.xlsx")}`)
      .send(Buffer.from(await toXlsx([found.value])))
  })

  app.get<{ Params: { need: string; file: string } }>(
    "/api/handling/photo/:need/:file",
    { schema: { hide: true } },
    async (request, reply) => {
      const asks = await whoAsks(world, request)
      if (!asks || !isSignedIn(asks.actor))
        return sendRefusal(reply, { code: "not-signed-in", because: "请先登录" })
      const { need, file } = request.params
      const found = await world.within(asks.university, asks.actor, async (ctx) => {
        const of = await theNeed(ctx, { id: need })
        if (!of.ok || "refusal" in mayRead(ctx.actor, of.value)) return refuse("not-found", "没有这张照片")
        const ids = [of.value.need, ...of.value.parts].map((n) => n.id)
        const known = [...(await photosOf(ctx.tx, ids)).values()].flat()
        const kept = known.includes(file) ? await fetchFile(ctx.tx, file) : undefined
        return kept ? ok(kept) : refuse("not-found", "没有这张照片")
      })
      if (!found.ok) return sendRefusal(reply, found.error)
      return reply
        .type(found.value.type)
        .header("cache-control", "private, max-age=3600")
        .send(Buffer.from(found.value.bytes))
    },
  )
}
