import { Readable } from "node:stream"
import { header } from "@qiaoliang/ballot"
import type { FastifyInstance } from "fastify"
import { sendRefusal, whoAsks } from "#kit/server/http.ts"
import type { World } from "#kit/server/world.ts"
import { type HeadRow, headOf, recordsBetween } from "./casting/chain.ts"
import { slot } from "./casting/slot.ts"
import { paperFile } from "./paper-files.ts"
import { electionById } from "./store.ts"

export function routes(app: FastifyInstance, world: World): void {
  slot(app, world)

  app.get<{ Params: { file: string } }>(
    "/api/elections/archive/:file",
    { schema: { hide: true } },
    async (request, reply) => {
      const id = /^([0-9a-z]{26})\.bel$/.exec(request.params.file)?.[1]
      const asks = id ? await whoAsks(world, request) : null
      const known =
        id && asks
          ? await world.db.scoped(asks.university.id, async (tx) => {
              const head = await headOf(tx, id)
              const election = head && (await electionById(tx, id))
              return head && election && { head, election }
            })
          : undefined
      if (!asks || !known) return sendRefusal(reply, { code: "not-found", because: "没有这份选举存档" })
      const { head, election } = known
      return reply
        .type("application/octet-stream")
        .header("content-disposition", `attachment; filename="${election.uuid}.bel"`)
        .header("cache-control", "no-cache")
        .send(Readable.from(pieces(world, asks.university.id, head)))
    },
  )

  app.get<{ Params: { id: string; file: string } }>(
    "/api/elections/papers/:id/:file",
    { schema: { hide: true } },
    async (request, reply) => {
      const asks = await whoAsks(world, request)
      const made = asks
        ? await world.within(asks.university, asks.actor, (ctx) =>
            paperFile(ctx, request.params.id, request.params.file),
          )
        : undefined
      if (!made) return sendRefusal(reply, { code: "not-found", because: "没有这份文件" })
      return reply
        .type(made.type)
        .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(made.name)}`)
        .send(Buffer.from(made.bytes))
    },
  )
}

/** Header and records up to the height of the head: rows never change, so pages are read one after another. */
async function* pieces(world: World, university: string, head: HeadRow) {
  yield header(head.timestamp)
  for (let after = -1; after < head.height; after += page)
    yield* await world.db.scoped(university, (tx) =>
      recordsBetween(tx, head.electionId, after, Math.min(after + page, head.height)),
    )
}

const page = 200
