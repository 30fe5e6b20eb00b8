import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { FastifyInstance } from "fastify"
import { toDocx } from "#kit/paper/docx.ts"
import { documentRoutes } from "#kit/server/documents.ts"
import { sendRefusal, whoAsks } from "#kit/server/http.ts"
import type { Ctx, World } from "#kit/server/world.ts"
import { mayFollow, mayWrite } from "./abilities.ts"
import { addressed } from "./addressed.ts"
import { groupsFor } from "./groups.ts"
import { theNotice, theRead } from "./load.ts"
import { noticePaper, type Printed } from "./paper.ts"
import { targetsOf } from "./sight.ts"
import { noticesOfFile } from "./store.ts"

const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

/** Attachments, and the notice as a document: for those who may read it. */
export function routes(app: FastifyInstance, world: World): void {
  documentRoutes(app, world, {
    at: "/api/notices/files",
    maySend: (ctx) => mayWrite(ctx.actor, { sender: undefined }),
    mayFetch: async (ctx, file) => {
      for (const { id, live } of await noticesOfFile(ctx.tx, file))
        if ((live && (await reads(ctx, id))) || (await follows(ctx, id))) return true
      return false
    },
  })

  app.get<{ Params: { file: string } }>(
    "/api/notices/paper/:file",
    { schema: { hide: true } },
    async (request, reply) => {
      const wanted = /^([0-9a-z]{26})\.docx$/.exec(request.params.file)
      const asks = wanted && (await whoAsks(world, request))
      if (!wanted || !asks) return sendRefusal(reply, none)
      const found = await world.within(asks.university, asks.actor, (ctx) => printed(ctx, wanted[1]!))
      if (!found.ok) return sendRefusal(reply, found.error)
      const name = encodeURIComponent(`${found.value.title}.docx`)
      return reply
        .type(docx)
        .header("content-disposition", `attachment; filename*=UTF-8''${name}`)
        .send(Buffer.from(await toDocx(noticePaper(found.value))))
    },
  )
}

const none: Refusal = { code: "not-found", because: "没有这件通知" }

async function reads(ctx: Ctx, id: string): Promise<boolean> {
  const read = await theRead(ctx, { id })
  return read.ok && read.value.reaches && read.value.notice.withdrawnOn === null
}

async function follows(ctx: Ctx, id: string): Promise<boolean> {
  const seen = await theNotice(ctx, { id })
  return seen.ok && "as" in mayFollow(ctx.actor, seen.value)
}

async function printed(ctx: Ctx, id: string): Promise<Result<Printed, Refusal>> {
  if (!(await reads(ctx, id)) && !(await follows(ctx, id))) return { ok: false, error: none }
  const found = await theNotice(ctx, { id })
  if (!found.ok) return refuse("not-found", none.because)
  const { notice: n } = found.value
  const names = n.groups.length > 0 ? await groupsFor(ctx, n.faculty) : []
  return ok({
    title: n.title,
    text: n.text,
    files: n.files.map((f) => f.name),
    sender: n.sender,
    on: n.correctedOn ?? n.publishedOn ?? ctx.today,
    to: addressed(
      targetsOf(n),
      n.groups.flatMap((key) => names.find((g) => g.key === key)?.name ?? []),
    ),
  })
}
