import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { FastifyInstance } from "fastify"
import { type Paper, type Sheet, toDocx, toPdf, toXlsx } from "#kit/paper/index.ts"
import { asking, sendMade } from "#kit/server/files-out.ts"
import { sendRefusal } from "#kit/server/http.ts"
import type { Ctx, World } from "#kit/server/world.ts"
import { mayReadDesk } from "./abilities.ts"
import { publishedById } from "./briefing-store.ts"
import * as contract from "./contract.ts"
import { KeptAnswers } from "./kept.ts"
import { contentOf, desksFor, theBriefing } from "./load.ts"
import { briefingPaper } from "./paper.ts"
import { periodName } from "./period.ts"
import { figures } from "./queries/figures.ts"
import { choices, list } from "./queries/list.ts"
import { generalSheets } from "./sheet.ts"

/** The board's own answers, the briefings as documents, the general needs as a workbook. */
export function routes(app: FastifyInstance, world: World): void {
  const kept = new KeptAnswers(world)
  kept.serve(app, contract.list, list)
  kept.serve(app, contract.choices, choices)
  kept.serve(app, contract.figures, figures)

  app.get<{ Params: { file: string } }>(
    "/api/board/briefings/:file",
    { schema: { hide: true } },
    async (request, reply) => {
      const [, id, kind] = /^([0-9a-z]{26})\.(docx|pdf)$/i.exec(request.params.file) ?? []
      if (!id || (kind !== "docx" && kind !== "pdf"))
        return sendRefusal(reply, { code: "not-found", because: "没有这份文件" })
      const found = await asking(world, request, (ctx) => paperOf(ctx, id), "anyone")
      if (!found.ok) return sendRefusal(reply, found.error)
      const bytes = kind === "docx" ? await toDocx(found.value) : await toPdf(found.value)
      return sendMade(reply, found.value.title, kind, bytes)
    },
  )

  app.get<{ Querystring: { period?: string } }>(
    "/api/board/general.xlsx",
    { schema: { hide: true } },
    async (request, reply) => {
      const input = contract.general.input.safeParse(request.query)
      if (!input.success) return sendRefusal(reply, { code: "invalid", because: "填写有误：period" })
      const { period } = input.data
      const found = await asking(world, request, (ctx) => sheetsOf(ctx, period))
      if (!found.ok) return sendRefusal(reply, found.error)
      return sendMade(reply, `普遍需求（${periodName(period)}）`, "xlsx", await toXlsx(found.value))
    },
  )
}

/** A published one for everybody; one on its way for those who read the desk's. */
async function paperOf(ctx: Ctx, id: string): Promise<Result<Paper, Refusal>> {
  const row = await publishedById(ctx.tx, id)
  if (row) return ok(briefingPaper(row.content, { on: row.publishedOn, hash: row.hash }))
  const of = await theBriefing(ctx, { id })
  const may = mayReadDesk(ctx.actor, await desksFor(ctx))
  if (!of.ok || "refusal" in may) return refuse("not-found", "没有这期简报，或者还没有发布")
  return ok(briefingPaper(await contentOf(ctx, of.value.briefing, of.value.union.name), null))
}

async function sheetsOf(ctx: Ctx, period: string): Promise<Result<readonly Sheet[], Refusal>> {
  const { desks } = await desksFor(ctx)
  const may = mayReadDesk(ctx.actor, { desks })
  if ("refusal" in may) return { ok: false, error: may.refusal }
  return ok(await generalSheets(ctx, period, desks))
}
