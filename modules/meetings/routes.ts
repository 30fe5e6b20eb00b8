import type { FastifyInstance } from "fastify"
import { toDocx } from "#kit/paper/docx.ts"
import { toPdf } from "#kit/paper/pdf.ts"
import { mayAs } from "#kit/server/actor.ts"
import { documentRoutes } from "#kit/server/documents.ts"
import { sendRefusal, whoAsks } from "#kit/server/http.ts"
import type { Ctx, World } from "#kit/server/world.ts"
import { unionsOf } from "#modules/unions/index.ts"
import { mayRead } from "./abilities.ts"
import { type MinutesPaper, paperOf } from "./paper.ts"
import * as store from "./store.ts"
import { nameOf, wholeOf } from "./view.ts"

const types = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
} as const

/** Papers for agenda items, in and out; minutes as files. */
export function routes(app: FastifyInstance, world: World): void {
  documentRoutes(app, world, {
    at: "/api/meetings/papers",
    maySend: async (ctx) =>
      mayAs(ctx.actor, "主席团成员", (c) => c.office === "union" && c.post === "presidium", "2.2a"),
    mayFetch: async (ctx, id) => {
      const union = await store.unionOfPaper(ctx.tx, id)
      return union !== undefined && (await reads(ctx, union)) !== undefined
    },
  })

  app.get<{ Params: { file: string } }>(
    "/api/meetings/minutes/:file",
    { schema: { hide: true } },
    async (request, reply) => {
      const wanted = /^([0-9a-z]{26})\.(docx|pdf)$/.exec(request.params.file)
      const asks = wanted ? await whoAsks(world, request) : null
      const paper =
        asks && wanted
          ? await world.within(asks.university, asks.actor, (ctx) => minutesOf(ctx, wanted[1]!))
          : undefined
      if (!paper || !wanted) return sendRefusal(reply, { code: "not-found", because: "没有这份纪要" })
      const kind = wanted[2] === "pdf" ? "pdf" : "docx"
      const bytes = kind === "pdf" ? await toPdf(paperOf(paper)) : await toDocx(paperOf(paper))
      const name = encodeURIComponent(`${paper.union}${paper.title}纪要.${kind}`)
      return reply
        .type(types[kind])
        .header("content-disposition", `attachment; filename*=UTF-8''${name}`)
        .send(Buffer.from(bytes))
    },
  )
}

async function reads(ctx: Ctx, unionId: string): Promise<string | undefined> {
  const [union] = await unionsOf(ctx.tx, [unionId])
  return union && "as" in mayRead(ctx.actor, union) ? union.name : undefined
}

async function minutesOf(ctx: Ctx, id: string): Promise<MinutesPaper | undefined> {
  const meeting = await store.meetingById(ctx.tx, id)
  const union = meeting ? await reads(ctx, meeting.unionId) : undefined
  const [last] = meeting ? await store.minutesOf(ctx.tx, id) : []
  if (!meeting || !union || !last) return undefined
  const { resolutions, votes } = await wholeOf(ctx.tx, id)
  const by = meeting.confirmedIn ? await store.meetingById(ctx.tx, meeting.confirmedIn) : undefined
  return {
    union,
    title: meeting.title,
    day: meeting.day,
    body: last.body,
    presiding: meeting.presiding?.name ?? meeting.convener.name,
    confirmed: by && meeting.confirmedOn ? { in: by.title, on: meeting.confirmedOn } : null,
    resolutions: resolutions.map((r) => ({
      name: nameOf(r),
      words: r.words,
      passed: r.state === "passed",
      votes: r.voters.map((v) => ({
        name: v.name,
        choice: votes.find((cast) => cast.resolutionId === r.id && cast.number === v.number)?.choice ?? null,
      })),
    })),
  }
}
