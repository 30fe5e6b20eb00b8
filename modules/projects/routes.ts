import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify"
import { type Paper, toDocx, toPdf } from "#kit/paper/index.ts"
import { sendRefusal, whoAsks } from "#kit/server/http.ts"
import type { Ctx, World } from "#kit/server/world.ts"
import { mayRead } from "./abilities.ts"
import { loadProject } from "./load.ts"
import { certificatePaper, summaryPaper } from "./paper.ts"
import { certified, presentCertified } from "./queries/certificate.ts"
import { summaryOf } from "./queries/office.ts"
import { expensesOf } from "./store.ts"
import { workOf } from "./work.ts"

const printers = {
  docx: { print: toDocx, type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
  pdf: { print: toPdf, type: "application/pdf" },
} as const

type Found = Result<{ paper: Paper; name: string }, Refusal>

/** A project's summary for those who may read it, a certificate for whom it is about. */
export function routes(app: FastifyInstance, world: World): void {
  app.get<{ Params: { file: string } }>(
    "/api/projects/summaries/:file",
    { schema: { hide: true } },
    (request, reply) => printed(world, request, reply, (ctx, id) => summary(ctx, id)),
  )
  app.get<{ Params: { file: string } }>(
    "/api/projects/certificates/:file",
    { schema: { hide: true } },
    (request, reply) =>
      printed(world, request, reply, (ctx, number) =>
        own(ctx, number, `${request.protocol}://${request.host}/certificates`),
      ),
  )
}

async function printed(
  world: World,
  request: FastifyRequest<{ Params: { file: string } }>,
  reply: FastifyReply,
  find: (ctx: Ctx, id: string) => Promise<Found>,
) {
  const [id = "", ending = ""] = request.params.file.split(".")
  const printer = ending === "docx" || ending === "pdf" ? printers[ending] : undefined
  if (!printer) return sendRefusal(reply, { code: "not-found", because: "没有这种文件" })
  const asks = await whoAsks(world, request)
  if (!asks) return sendRefusal(reply, { code: "not-found", because: "尚未设立学校" })
  const found = await world.within(asks.university, asks.actor, (ctx) => find(ctx, id))
  if (!found.ok) return sendRefusal(reply, found.error)
  const name = encodeURIComponent(`${found.value.name}.${ending}`)
  return reply
    .type(printer.type)
    .header("cache-control", "no-store")
    .header("content-disposition", `attachment; filename*=UTF-8''${name}`)
    .send(Buffer.from(await printer.print(found.value.paper)))
}

async function summary(ctx: Ctx, id: string): Promise<Found> {
  const loaded = await loadProject(ctx, id)
  if (!loaded.ok) return loaded
  const permission = mayRead(ctx.actor, loaded.value)
  if ("refusal" in permission) return { ok: false, error: permission.refusal }
  const { project: p, union } = loaded.value
  const told = await summaryOf(ctx, loaded.value, await workOf(ctx, id))
  const expenses = await expensesOf(ctx.tx, id)
  const paper = summaryPaper(p, told, { host: union.name, expenses, draft: p.status !== "closed" })
  return ok({ paper, name: paper.title })
}

/** The volunteer's own, or for the organisers to hand out. */
async function own(ctx: Ctx, number: string, check: string): Promise<Found> {
  const found = await certified(ctx, number)
  if (!found.ok) return found
  const { volunteer, replaced } = found.value
  if (volunteer.number !== ctx.actor.number && "refusal" in mayRead(ctx.actor, found.value))
    return refuse("not-allowed", "志愿服务证明由本人或承办组织打印")
  if (replaced) return refuse("conflict", "这份证明已由新的证明代替", { cure: "打印新的证明" })
  const told = presentCertified(found.value, ctx.university.name)
  return ok({ paper: certificatePaper(told, check), name: `志愿服务证明 ${told.name} ${told.number}` })
}
