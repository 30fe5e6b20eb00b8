import { ok } from "@qiaoliang/basics"
import type { FastifyInstance } from "fastify"
import { toDocx } from "#kit/paper/docx.ts"
import { isSignedIn } from "#kit/server/actor.ts"
import { sendRefusal, whoAsks } from "#kit/server/http.ts"
import type { World } from "#kit/server/world.ts"
import { theAssembly } from "#modules/assembly/index.ts"
import { mayReadAll } from "./abilities.ts"
import { reportPaper } from "./paper.ts"
import { talliedOf } from "./queries/report.ts"
import { proposalsIn } from "./store.ts"

const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

/** `/api/proposals/report/ID.docx`: the report on proposals, for those who read them. */
export function routes(app: FastifyInstance, world: World): void {
  app.get<{ Params: { file: string } }>(
    "/api/proposals/report/:file",
    { schema: { hide: true } },
    async (request, reply) => {
      const wanted = /^([0-9a-z]{26})\.docx$/.exec(request.params.file)
      const asks = await whoAsks(world, request)
      if (!asks || !isSignedIn(asks.actor))
        return sendRefusal(reply, { code: "not-signed-in", because: "请先登录" })
      if (!wanted) return sendRefusal(reply, { code: "not-found", because: "没有这份文件" })
      const found = await world.within(asks.university, asks.actor, async (ctx) => {
        const of = await theAssembly(ctx, { assembly: wanted[1]! })
        if (!of.ok) return of
        const may = mayReadAll(ctx.actor, of.value)
        if ("refusal" in may) return { ok: false as const, error: may.refusal }
        const { assembly, union } = of.value
        return ok({
          assembly: assembly.name,
          union: union.name,
          day: ctx.today,
          tally: await talliedOf(ctx, assembly.id),
          filed: (await proposalsIn(ctx.tx, assembly.id)).filter((p) => p.state === "filed"),
        })
      })
      if (!found.ok) return sendRefusal(reply, found.error)
      const name = encodeURIComponent(`${found.value.assembly}提案工作报告.docx`)
      return reply
        .type(docx)
        .header("content-disposition", `attachment; filename*=UTF-8''${name}`)
        .send(Buffer.from(await toDocx(reportPaper(found.value))))
    },
  )
}
