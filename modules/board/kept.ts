import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify"
import type { z } from "zod"
import { type Contract, path } from "#kit/contract.ts"
import { noUniversity, sendRefusal, whoAsks } from "#kit/server/http.ts"
import { type Ctx, nobody, type University, type World } from "#kit/server/world.ts"
import { revisionOf } from "./store.ts"

interface Kept {
  /** Revision and day it was made for. */
  readonly mark: string
  readonly body: string
}

type Answering<C extends Contract> = (ctx: Ctx, input: z.output<C["input"]>) => Promise<z.input<C["output"]>>

/** Answers kept at one time. */
const most = 500
/** New answers an address may cause in a minute; handing out kept ones costs nothing and a campus has one address. */
const newPerMinute = 6000

/**
 * Questions whose answer is the same for everybody. An answer is put together once a revision of the board and a day, then
 * handed out as it is; whether it is still good is one indexed read, shared by those who ask at the same moment.
 */
export class KeptAnswers {
  readonly #reads = new Map<string, Promise<number | null>>()
  readonly #builds = new Map<string, Promise<Kept>>()
  readonly #kept = new Map<string, Kept>()
  readonly #world: World
  #first: University | undefined

  constructor(world: World) {
    this.#world = world
  }

  serve<C extends Contract & { readonly kind: "query" }>(
    app: FastifyInstance,
    contract: C,
    answer: Answering<C>,
  ): void {
    const allowed = app.createRateLimit({ max: newPerMinute, timeWindow: "1 minute" })
    app.get(
      path(contract),
      { schema: { hide: true }, config: { rateLimit: false } },
      async (request, reply) => {
        const of = await this.#universityOf(request)
        if (!of) return sendRefusal(reply, noUniversity)
        const mark = await this.#markOf(of)
        const key = `${of.id} ${request.url}`
        reply.header("cache-control", "no-cache")
        if (request.headers["if-none-match"] === tagOf(mark)) return reply.code(304).send()
        const before = this.#kept.get(key)
        if (before?.mark === mark) return send(reply, before)
        const limit = await allowed(request)
        if (!limit.isAllowed && limit.isExceeded)
          return sendRefusal(reply, { code: "too-many", because: "操作过于频繁", cure: "请稍等一分钟再试" })
        const input = read(contract, request.query)
        if (!input.ok) return sendRefusal(reply, input.error)
        return send(reply, await this.#build(of, key, mark, (ctx) => answer(ctx, input.value), contract))
      },
    )
  }

  /** The reader's own university; without a session the first, which never changes. */
  async #universityOf(request: FastifyRequest): Promise<University | undefined> {
    if (request.headers.cookie) return (await whoAsks(this.#world, request))?.university
    this.#first ??= await this.#world.firstUniversity()
    return this.#first
  }

  async #markOf(of: University): Promise<string> {
    const revision = await once(this.#reads, of.id, () =>
      this.#world.db.scoped(of.id, (tx) => revisionOf(tx)),
    )
    return `${revision ?? 0}.${this.#world.today(of)}`
  }

  #build(
    of: University,
    key: string,
    seen: string,
    answer: (ctx: Ctx) => Promise<unknown>,
    contract: Contract,
  ): Promise<Kept> {
    // Never one that was begun before what the asker has seen.
    return once(this.#builds, `${seen} ${key}`, () =>
      this.#world.within(of, nobody, async (ctx) => {
        // The revision first: what is read after it can only be newer than the mark says.
        const mark = `${(await revisionOf(ctx.tx)) ?? 0}.${ctx.today}`
        const made = { mark, body: JSON.stringify(contract.output.parse(await answer(ctx))) }
        this.#keep(key, made)
        return made
      }),
    )
  }

  #keep(key: string, made: Kept): void {
    this.#kept.delete(key)
    this.#kept.set(key, made)
    const oldest = this.#kept.keys().next().value
    if (this.#kept.size > most && oldest !== undefined) this.#kept.delete(oldest)
  }
}

const tagOf = (mark: string): string => `"${mark}"`

const send = (reply: FastifyReply, { mark, body }: Kept): FastifyReply =>
  reply.header("etag", tagOf(mark)).type("application/json; charset=utf-8").send(body)

function read<C extends Contract>(contract: C, query: unknown): Result<z.output<C["input"]>, Refusal> {
  const input = contract.input.safeParse(query)
  if (input.success) return ok(input.data as z.output<C["input"]>)
  const at = input.error.issues[0]?.path.join(".")
  return refuse("invalid", at ? `填写有误：${at}` : "填写有误", {
    ...(at ? { at } : {}),
    cure: "请更正后再提交",
  })
}

/** Those who ask while an answer is on its way share it. */
function once<T>(under: Map<string, Promise<T>>, key: string, work: () => Promise<T>): Promise<T> {
  const going = under.get(key)
  if (going) return going
  const begun = work().finally(() => under.delete(key))
  under.set(key, begun)
  return begun
}
