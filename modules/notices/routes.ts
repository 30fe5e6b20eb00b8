import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { FastifyInstance } from "fastify"
import { toDocx } from "#kit/paper/docx.ts"
import { documentRoutes } from "#kit/server/documents.ts"
import { asking, sendMade } from "#kit/server/files-out.ts"
import { sendRefusal } from "#kit/server/http.ts"
import type { Ctx, World } from "#kit/server/world.ts"
import { mayFollow, mayWrite } from "./abilities.ts"
import { addressed } from "./addressed.ts"
import { groupsFor } from "./groups.ts"
import { theNotice, theRead } from "./load.ts"
import { noticePaper, type Printed } from "./paper.ts"
import { targetsOf } from "./sight.ts"
import { noticesOfFile } from "./store.ts"

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
      if (!wanted) return sendRefusal(reply, none)
      const found = await asking(world, request, (ctx) => printed(ctx, wanted[1]!), "anyone")
      if (!found.ok) return sendRefusal(reply, found.error)
      return sendMade(reply, found.value.title, "docx", await toDocx(noticePaper(found.value)))
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
