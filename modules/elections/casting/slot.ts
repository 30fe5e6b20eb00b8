import type { FastifyInstance } from "fastify"
import { sendRefusal } from "#kit/server/http.ts"
import type { World } from "#kit/server/world.ts"
import { boxesOf, later } from "./box.ts"

/** A ballot of forty questions stays below this. */
const largestBallot = 1024 * 1024

/**
 * The ballot box's slot. Whoever calls is not asked who they are: no session is read, nothing is logged, and the
 * number of calls from one address is not limited, since a hall stands behind one; what is too much is turned
 * away by the length of the queue.
 */
export function slot(app: FastifyInstance, world: World): void {
  // The bytes of a ballot are what is hashed: they are taken as sent, not as parsed.
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser(["application/json", "text/plain"], { parseAs: "string" }, (_, body, done) =>
      done(null, body),
    )
    receive(scope, world)
  })
}

function receive(app: FastifyInstance, world: World): void {
  const boxes = boxesOf(world)
  boxes.fault = (err) => app.log.error({ err }, "the ballot box")
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
      const answer = await boxes.cast(request.params.id, ballot).catch((error: unknown) => {
        boxes.fault(error)
        return later("票箱暂时不能处理选票")
      })
      if (answer.ok) return reply.send(answer.value)
      if (answer.error.code === "too-many") reply.code(503).header("retry-after", "3")
      return answer.error.code === "too-many"
        ? reply.send({ error: answer.error })
        : sendRefusal(reply, answer.error)
    },
  )
}
