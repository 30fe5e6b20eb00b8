import { ok, refuse } from "@qiaoliang/basics"
import type { FastifyInstance } from "fastify"
import { toXlsx } from "#kit/paper/index.ts"
import { isSignedIn } from "#kit/server/actor.ts"
import { sendRefusal, whoAsks } from "#kit/server/http.ts"
import type { World } from "#kit/server/world.ts"
import { mayWork } from "./abilities.ts"
import { applicantsSeen } from "./applicants.ts"
import { applicantsInput } from "./contract.ts"
import { applicantsSheet } from "./sheet.ts"
import { callById } from "./store.ts"

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

/** The applicants as a workbook: the same rows the table shows this reader, all pages of it. */
export function routes(app: FastifyInstance, world: World): void {
  app.get<{ Params: { id: string } }>(
    "/api/calls/:id/applicants.xlsx",
    { schema: { hide: true } },
    async (request, reply) => {
      const asks = await whoAsks(world, request)
      if (!asks || !isSignedIn(asks.actor))
        return sendRefusal(reply, { code: "not-signed-in", because: "请先登录" })
      const wanted = applicantsInput.safeParse({ ...(request.query as object), id: request.params.id })
      if (!wanted.success) return sendRefusal(reply, { code: "invalid", because: "筛选条件有误" })
      const found = await world.within(asks.university, asks.actor, async (ctx) => {
        const call = await callById(ctx.tx, request.params.id, ctx.today)
        if (!call) return refuse("not-found", "没有这份选拔通知")
        const may = mayWork(ctx.actor, call)
        if ("refusal" in may) return { ok: false as const, error: may.refusal }
        const seen = await applicantsSeen(ctx, call, wanted.data)
        // Who took the list away, and how long it was, stands in the log.
        await world.log(ctx, "calls.export", may.as, { call: call.id, rows: seen.length })
        return ok({ title: call.title, sheet: applicantsSheet(seen) })
      })
      if (!found.ok) return sendRefusal(reply, found.error)
      const name = encodeURIComponent(`${found.value.title}　报名汇总.xlsx`)
      return reply
        .header("content-disposition", `attachment; filename*=UTF-8''${name}`)
        .header("cache-control", "no-store")
        .type(xlsx)
        .send(Buffer.from(await toXlsx([found.value.sheet])))
    },
  )
}
