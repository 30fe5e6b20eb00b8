import { Readable } from "node:stream"
import { header } from "@qiaoliang/ballot"
import type { FastifyInstance } from "fastify"
import { sendRefusal, whoAsks } from "#kit/server/http.ts"
import type { World } from "#kit/server/world.ts"
import { boxesOf, later } from "./casting/box.ts"
import { type HeadRow, headOf, recordsBetween } from "./casting/chain.ts"
import { paperFile } from "./paper-files.ts"
import { electionById } from "./store.ts"

/** A ballot of forty questions stays below this. */
const largestBallot = 1024 * 1024

export function routes(app: FastifyInstance, world: World): void {
  // The bytes of a ballot are what is hashed: they are taken as sent, not as parsed.
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser(["application/json", "text/plain"], { parseAs: "string" }, (_, body, done) =>
      done(null, body),
    )
    casting(scope, world)
  })

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

/**
 * The ballot box's slot. Whoever calls is not asked who they are: no session is read, nothing is logged, and the
 * number of calls from one address is not limited, since a hall stands behind one; what is too much is turned
 * away by the length of the queue.
 */
function casting(app: FastifyInstance, world: World): void {
  app.post<{ Params: { id: string }; Body: unknown }>(
    "/api/elections/ballots/:id",
    {
      schema: { hide: true },
      config: { rateLimit: false },
      bodyLimit: largestBallot,
      logLevel: "silent",
    },
    async (request, reply) => {
      const ballot = request.body
      if (typeof ballot !== "string" || ballot === "")
        return sendRefusal(reply, { code: "invalid", because: "没有收到选票" })
      const answer = await boxesOf(world)
        .cast(request.params.id, ballot)
        .catch(() => later("票箱暂时不能处理选票"))
      if (answer.ok) return reply.send(answer.value)
      if (answer.error.code === "too-many") reply.code(503).header("retry-after", "3")
      return answer.error.code === "too-many"
        ? reply.send({ error: answer.error })
        : sendRefusal(reply, answer.error)
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
