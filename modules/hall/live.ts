import type { FastifyInstance } from "fastify"
import { sendRefusal } from "#kit/server/http.ts"
import type { World } from "#kit/server/world.ts"
import { assemblyById } from "#modules/assembly/index.ts"
import { unionsOf } from "#modules/unions/index.ts"
import type { Doors } from "./doors.ts"
import { shownOf } from "./present.ts"
import * as store from "./store.ts"

interface Kept {
  readonly revision: number
  /** The whole answer as it goes over the wire; empty where there is no such hall. */
  readonly body: string
  /** Before the opening the agenda may still be changed without a word to the hall. */
  readonly keep: boolean
}

/**
 * `hall.live`: what 3,000 phones behind one address ask every few seconds. Nobody is asked who they are, since the
 * answer is the same for all. Unchanged, it is one indexed read, shared by those who ask at the same moment, and a few
 * bytes; changed, the answer is put together once a revision and then handed out as it is.
 */
export function liveRoute(app: FastifyInstance, world: World, doors: Doors): void {
  const reads = new Map<string, Promise<number>>()
  const builds = new Map<string, Promise<Kept>>()
  const kept = new Map<string, Kept>()

  const revision = (university: string, assembly: string): Promise<number> =>
    once(reads, `${university}/${assembly}`, () =>
      world.db.scoped(university, (tx) => store.revisionOf(tx, assembly)),
    )

  const build = (university: string, assembly: string): Promise<Kept> =>
    once(builds, `${university}/${assembly}`, () =>
      world.db.scoped(university, async (tx) => {
        // The revision first: what is read after it can only be newer than the label says.
        const revision = await store.revisionOf(tx, assembly)
        const found = await assemblyById(tx, assembly)
        const [union] = found ? await unionsOf(tx, [found.unionId]) : []
        const shown = found && union ? await shownOf({ tx }, doors, { assembly: found, union }) : undefined
        return {
          revision,
          body: shown ? JSON.stringify({ revision, shown }) : "",
          keep: shown !== undefined && shown.state !== "waiting",
        }
      }),
    )

  app.get<{ Querystring: { assembly?: string; university?: string; since?: string } }>(
    "/api/hall/live",
    {
      schema: { hide: true },
      // 3,000 delegates, one question in two to three seconds each.
      config: { rateLimit: { max: 100_000, timeWindow: "1 minute" } },
    },
    async (request, reply) => {
      const { assembly = "", university: named, since } = request.query
      const university = named || (await world.firstUniversity())?.id || ""
      const id = `${university}/${assembly}`
      const now = await revision(university, assembly)
      reply.header("cache-control", "no-store").type("application/json")
      if (since === `${now}`) return reply.send(`{"revision":${now}}`)
      const before = kept.get(id)
      const answer = before && before.revision >= now ? before : await build(university, assembly)
      if (answer.body === "")
        return sendRefusal(reply, { code: "not-found", because: "没有这次大会，或者还没有公布" })
      if (answer.keep && answer !== before) keep(kept, id, answer)
      return reply.send(answer.body)
    },
  )
}

/** Those who ask while an answer is on its way share it. */
function once<T>(under: Map<string, Promise<T>>, key: string, work: () => Promise<T>): Promise<T> {
  const going = under.get(key)
  if (going) return going
  const begun = work().finally(() => under.delete(key))
  under.set(key, begun)
  return begun
}

/** Few halls sit at one time; the one longest unused goes. */
function keep(kept: Map<string, Kept>, id: string, answer: Kept): void {
  kept.delete(id)
  kept.set(id, answer)
  const oldest = kept.keys().next().value
  if (kept.size > 50 && oldest !== undefined) kept.delete(oldest)
}
