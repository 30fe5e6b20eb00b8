import { extname } from "node:path"
import { ok, refuse } from "@qiaoliang/basics"
import type { FastifyInstance } from "fastify"
import { isSignedIn } from "#kit/server/actor.ts"
import { sendRefusal, whoAsks } from "#kit/server/http.ts"
import type { World } from "#kit/server/world.ts"
import { mayPlan } from "./abilities.ts"
import { bring } from "./bringing.ts"
import { bringing } from "./contract.ts"
import { theUnion } from "./load.ts"
import { type Export, readExport } from "./workbook.ts"

const endings = [".xlsx", ".xls", ".csv"]

/**
 * `POST /api/listening/workbook`, a file and who it is for. Without a `plan` it is looked into and forgotten; with one it
 * is taken over. It is never kept: in it stand addresses and times.
 */
export function workbookRoute(app: FastifyInstance, world: World): void {
  app.post("/api/listening/workbook", { schema: { hide: true } }, async (request, reply) => {
    if (request.headers["x-qiaoliang"] !== "1")
      return sendRefusal(reply, { code: "not-allowed", because: "请求来源不明" })
    const asks = await whoAsks(world, request)
    if (!asks || !isSignedIn(asks.actor))
      return sendRefusal(reply, { code: "not-signed-in", because: "请先登录" })
    const sent = await request.file()
    if (!sent || !endings.includes(extname(sent.filename).toLowerCase()))
      return sendRefusal(reply, { code: "invalid", because: "请选择 .xlsx、.xls 或 .csv 文件", at: "file" })
    const field = (name: string): string => {
      const part = sent.fields[name]
      return part && "value" in part && typeof part.value === "string" ? part.value : ""
    }
    const unionId = field("unionId")
    const planned = field("plan")
    const bytes = new Uint8Array(await sent.toBuffer())
    const done = await world.within(asks.university, asks.actor, async (ctx) => {
      const of = await theUnion(ctx, { unionId })
      if (!of.ok) return of
      const may = mayPlan(ctx.actor, of.value)
      if ("refusal" in may) return { ok: false as const, error: may.refusal }
      const found = readExport(sent.filename, bytes)
      if (!found.ok) return found
      if (!planned) return ok(seenOf(found.value))
      const plan = bringing.safeParse({ ...asJson(planned), unionId })
      if (!plan.success)
        return refuse("invalid", "题型或日期填写有误", {
          at: plan.error.issues[0]?.path.map(String)[0] ?? "",
        })
      const brought = await bring(ctx, found.value, plan.data)
      if (brought.ok && "id" in brought.value)
        await world.log(ctx, "listening.bring", may.as, {
          listening: brought.value.id,
          answers: brought.value.answers,
        })
      return brought
    })
    return done.ok ? reply.send(done.value) : sendRefusal(reply, done.error)
  })
}

function asJson(text: string): object {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === "object" && value !== null ? value : {}
  } catch {
    return {}
  }
}

const seenOf = ({ fileName, rows, from, to, columns }: Export) => ({
  fileName,
  rows: rows.length,
  from,
  to,
  columns,
})
