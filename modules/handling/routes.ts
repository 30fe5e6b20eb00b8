import { ok } from "@qiaoliang/basics"
import type { FastifyInstance } from "fastify"
import { toXlsx } from "#kit/paper/sheet.ts"
import { asking, sendMade } from "#kit/server/files-out.ts"
import { sendRefusal } from "#kit/server/http.ts"
import type { World } from "#kit/server/world.ts"
import { mayUse } from "./abilities.ts"
import * as contract from "./contract.ts"
import { theDesk } from "./desks.ts"
import { queueSheet } from "./sheet.ts"

/** `/api/handling/queue.xlsx`: the queue as the desk sees it. */
export function routes(app: FastifyInstance, world: World): void {
  app.get("/api/handling/queue.xlsx", { schema: { hide: true } }, async (request, reply) => {
    const asked = contract.queue.input.safeParse(request.query)
    if (!asked.success) return sendRefusal(reply, { code: "invalid", because: "查询条件不对" })
    const found = await asking(world, request, async (ctx) => {
      const of = await theDesk(ctx, asked.data)
      const may = mayUse(ctx.actor, of)
      if ("refusal" in may) return { ok: false as const, error: may.refusal }
      return ok(await queueSheet(ctx, of.desk!, asked.data))
    })
    if (!found.ok) return sendRefusal(reply, found.error)
    return sendMade(reply, "诉求清单", "xlsx", await toXlsx([found.value]))
  })
}
