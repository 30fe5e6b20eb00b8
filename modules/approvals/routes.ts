import {
  type Refusal,
  type Result,
  refuse,
  semesterBounds,
  semesterName,
  semesterOf,
} from "@qiaoliang/basics"
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify"
import { type Paper, toXlsx } from "#kit/paper/index.ts"
import { allowed, isSignedIn, onlyFor } from "#kit/server/actor.ts"
import { documentRoutes } from "#kit/server/documents.ts"
import { sendRefusal, whoAsks } from "#kit/server/http.ts"
import type { Ctx, World } from "#kit/server/world.ts"
import { courseById, isInChain } from "#modules/courses/index.ts"
import { isReader } from "./abilities.ts"
import { spendingOf, spentIn } from "./after-store.ts"
import { requestsOfFile } from "./attached.ts"
import { allRequests } from "./found.ts"
import { kinds } from "./kinds.ts"
import { type Loaded, load } from "./loading.ts"
import { formPaper } from "./paper.ts"
import { formats, isFormat, paperOf, sheetOf } from "./print.ts"
import { namesOf, unionsInReach } from "./reading.ts"
import { versionsOf } from "./store.ts"

/** Attachments, the forms as documents, a semester's requests as a workbook. */
export function routes(app: FastifyInstance, world: World): void {
  documentRoutes(app, world, {
    at: "/api/approvals/document",
    maySend: async (ctx) =>
      (await unionsInReach(ctx)).file.length > 0
        ? allowed()
        : onlyFor("学生会主席团成员、部门负责人或秘书长", "10.4"),
    mayFetch: async (ctx, id) => {
      for (const request of await requestsOfFile(ctx.tx, id)) {
        const loaded = await load(ctx, request)
        if (loaded.ok && (await reads(ctx, loaded.value))) return true
      }
      return false
    },
  })

  /** `ID.docx`, `ID.pdf` as it stands; `activity.docx` blank. */
  app.get<{ Params: { file: string } }>(
    "/api/approvals/form/:file",
    { schema: { hide: true } },
    async (request, reply) => {
      const [id = "", ending = ""] = request.params.file.split(".")
      if (!isFormat(ending)) return sendRefusal(reply, none)
      const paper = await within(world, request, (ctx) => paperFor(ctx, id))
      if (!paper.ok) return sendRefusal(reply, paper.error)
      const { type, print } = formats[ending]
      return send(reply, type, `${paper.value.name}.${ending}`, await print(paper.value.paper))
    },
  )

  app.get<{ Querystring: { on?: string; unionId?: string } }>(
    "/api/approvals/requests.xlsx",
    { schema: { hide: true } },
    async (request, reply) => {
      const { on, unionId } = request.query
      const made = await within(world, request, (ctx) => workbook(ctx, on ?? ctx.today, unionId))
      if (!made.ok) return sendRefusal(reply, made.error)
      const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
      return send(reply, type, made.value.name, await toXlsx([made.value.sheet]))
    },
  )
}

const none = { code: "not-found", because: "没有这份文件" } as const

async function within<T>(
  world: World,
  request: FastifyRequest,
  work: (ctx: Ctx) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> {
  const asks = await whoAsks(world, request)
  if (!asks || !isSignedIn(asks.actor)) return refuse("not-signed-in", "请先登录")
  return world.within(asks.university, asks.actor, work)
}

async function paperFor(ctx: Ctx, id: string): Promise<Result<{ name: string; paper: Paper }, Refusal>> {
  const kind = kinds.find((k) => k.kind === id)
  if (kind) {
    const paper = formPaper(kind, ctx.university.name, null, true)
    return { ok: true, value: { name: `${kind.form}（空白）`, paper } }
  }
  const loaded = await load(ctx, id)
  if (!loaded.ok) return loaded
  if (!(await reads(ctx, loaded.value))) return { ok: false, error: none }
  const paper = await paperOf(ctx, loaded.value)
  return { ok: true, value: { name: `${loaded.value.request.title}　审批表`, paper } }
}

/** The readers of the union's requests, and whoever takes a step in this one. */
async function reads(ctx: Ctx, { request, union }: Loaded): Promise<boolean> {
  if (isReader(ctx.actor, union)) return true
  const course = await courseById(ctx.tx, request.id)
  return course !== undefined && isInChain(ctx.actor, course)
}

async function workbook(ctx: Ctx, on: string, unionId: string | undefined) {
  const { read } = await unionsInReach(ctx)
  if (read.length === 0)
    return refuse("not-allowed", "此事由学生会和学校、学院（系）的党团组织办理", { clause: "10.4" })
  const unions = read.filter((u) => !unionId || u.id === unionId)
  const rows = await allRequests(
    ctx.tx,
    { unions: unions.map((u) => u.id), ...semesterBounds(on) },
    ctx.today,
  )
  const ids = rows.map((r) => r.id)
  const spending = Map.groupBy(await spendingOf(ctx.tx, ids), (e) => e.requestId)
  const spent = new Map(ids.map((id) => [id, spentIn(spending.get(id) ?? [])]))
  const name = semesterName(semesterOf(on))
  const sheet = sheetOf(name, rows, namesOf(read), await versionsOf(ctx.tx, ids), spent)
  return { ok: true as const, value: { name: `${name}审核事项.xlsx`, sheet } }
}

function send(reply: FastifyReply, type: string, name: string, bytes: Uint8Array): FastifyReply {
  return reply
    .type(type)
    .header("cache-control", "no-store")
    .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .send(Buffer.from(bytes))
}
