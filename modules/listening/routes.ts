import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify"
import { toDocx, toPdf, toXlsx } from "#kit/paper/index.ts"
import { asking, type Ending, sendMade } from "#kit/server/files-out.ts"
import { sendRefusal } from "#kit/server/http.ts"
import type { Ctx, World } from "#kit/server/world.ts"
import { categoriesOf } from "#modules/needs/index.ts"
import { mayKeep, mayRead } from "./abilities.ts"
import { participation } from "./asked.ts"
import { followed } from "./follow.ts"
import { labelOf, phaseOf } from "./listening.ts"
import { theListening } from "./load.ts"
import { minutesPaper } from "./paper.ts"
import { sheetsOf } from "./sheets.ts"
import { answersOf, heardAt, questionsOf } from "./store.ts"
import { tallied } from "./survey.ts"
import { workbookRoute } from "./upload.ts"

type Printed = Result<{ bytes: () => Promise<Uint8Array>; name: string; as: Ending }, Refusal>

/** The minutes as DOCX or PDF for readers, a questionnaire's results as XLSX for those who keep the records. */
export function routes(app: FastifyInstance, world: World): void {
  app.get<{ Params: { file: string } }>(
    "/api/listening/minutes/:file",
    { schema: { hide: true } },
    (request, reply) => printed(world, request, reply, minutes),
  )
  app.get<{ Params: { file: string } }>(
    "/api/listening/results/:file",
    { schema: { hide: true } },
    (request, reply) => printed(world, request, reply, results),
  )
  workbookRoute(app, world)
}

async function printed(
  world: World,
  request: FastifyRequest<{ Params: { file: string } }>,
  reply: FastifyReply,
  print: (ctx: Ctx, id: string, ending: string) => Promise<Printed>,
) {
  const [id = "", ending = ""] = request.params.file.split(".")
  const found = await asking(world, request, (ctx) => print(ctx, id, ending))
  if (!found.ok) return sendRefusal(reply, found.error)
  return sendMade(reply, found.value.name, found.value.as, await found.value.bytes())
}

const noFile = () => refuse("not-found", "没有这份文件")

async function minutes(ctx: Ctx, id: string, ending: string): Promise<Printed> {
  if (ending !== "docx" && ending !== "pdf") return noFile()
  const of = await theListening(ctx, { id })
  if (!of.ok) return of
  const may = mayRead(ctx.actor, of.value)
  if ("refusal" in may) return { ok: false, error: may.refusal }
  const { listening, union } = of.value
  if (listening.minutes === null) return refuse("conflict", "还没有记录", { cure: "先登记记录，再打印" })
  const paper = minutesPaper({
    listening,
    union: union.name,
    heard: await followed(ctx, await heardAt(ctx.tx, [id])),
    categories: new Map((await categoriesOf(ctx.tx)).map((c) => [c.id, c.name])),
  })
  return ok({
    bytes: () => (ending === "docx" ? toDocx(paper) : toPdf(paper)),
    name: paper.title,
    as: ending,
  })
}

async function results(ctx: Ctx, id: string, ending: string): Promise<Printed> {
  if (ending !== "xlsx") return noFile()
  const of = await theListening(ctx, { id })
  if (!of.ok) return of
  const may = mayKeep(ctx.actor, of.value)
  if ("refusal" in may) return { ok: false, error: may.refusal }
  const { listening } = of.value
  if (listening.kind !== "survey" || phaseOf(listening, ctx.today) !== "held")
    return refuse("conflict", "问卷结束后才有结果")
  const sheets = sheetsOf(
    tallied(await questionsOf(ctx.tx, id), await answersOf(ctx.tx, id)),
    await participation(ctx.tx, of.value, ctx.today),
  )
  return ok({ bytes: () => toXlsx(sheets), name: `${labelOf(listening)}结果`, as: "xlsx" })
}
