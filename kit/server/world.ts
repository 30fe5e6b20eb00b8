import { type Day, dayOf, newId, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import { asc, eq } from "drizzle-orm"
import type { FastifyRequest } from "fastify"
import { type Actor, type Capacity, isSignedIn, nobody } from "./actor.ts"
import { Db, RollBack, type Tx } from "./db.ts"
import type { Module } from "./module.ts"
import { logEntry } from "./schema.ts"
import { university } from "./tenancy.ts"
import type { Served } from "./verbs.ts"

const unnamedActor: Actor = { ...nobody, name: "（不记名）" }

/** An unnamed entry says the hour only: who was signed in is on record to the second. */
const unnamedIn = (ctx: Ctx): Ctx => {
  const now = new Date(Math.floor(ctx.now.getTime() / 3_600_000) * 3_600_000)
  return { ...ctx, actor: unnamedActor, now, change: newId(now.getTime()) }
}

export type University = typeof university.$inferSelect

/** Who a request comes from; null when it carries no living session. */
export type Identify = (
  world: World,
  request: FastifyRequest,
) => Promise<{ university: string; actor: Actor; session: string } | null>

/** One call of a verb or a question. */
export interface Ctx {
  readonly world: World
  readonly tx: Tx
  readonly actor: Actor
  readonly university: University
  readonly now: Date
  /** Today in China, or the sample university's fixed day. */
  readonly today: Day
  /** Id of this change: of its log entry, and on the temporal rows it opens or closes. */
  readonly change: string
  /** The session behind the call, empty without one. */
  readonly session: string
  /** Ids and counts for the log; never personal detail. */
  note(summary: Record<string, unknown>): void
  /** Whoever acts stays out of the log entry: a need raised anonymously, a "me too". */
  unnamed(): void
  /** Tell the modules above, in this transaction. */
  emit(topic: string, payload: Record<string, unknown>): Promise<void>
  /** Set by the router; for cookies only. */
  readonly reply?: {
    setCookie(name: string, value: string, options: object): unknown
    clearCookie(name: string, options: object): unknown
  }
}

interface Circumstances {
  readonly session?: string
  readonly reply?: Ctx["reply"]
  readonly summary?: Record<string, unknown>
  readonly onUnnamed?: () => void
  /** The id the change shall have, where it was promised before (an import's run). */
  readonly change?: string
}

export interface WorldOptions {
  readonly url: string
  readonly modules: readonly Module[]
  readonly identify: Identify
  readonly clock?: () => Date
  readonly dataDir?: string
}

/** The running product: its database, its modules, its clock. */
export class World {
  readonly db: Db
  readonly url: string
  readonly modules: readonly Module[]
  readonly identify: Identify
  readonly clock: () => Date
  readonly dataDir: string

  constructor(options: WorldOptions) {
    this.url = options.url
    this.db = new Db(options.url)
    this.modules = options.modules
    this.identify = options.identify
    this.clock = options.clock ?? (() => new Date())
    this.dataDir = options.dataDir ?? "data"
  }

  async universityById(id: string): Promise<University | undefined> {
    return this.db.transaction(async (sql) => {
      const rows = await sql.select().from(university).where(eq(university.id, id))
      return rows[0]
    })
  }

  /** The university shown to those who have not signed in: the first one set up. */
  async firstUniversity(): Promise<University | undefined> {
    return this.db.transaction(async (sql) => {
      const rows = await sql.select().from(university).orderBy(asc(university.createdAt)).limit(1)
      return rows[0]
    })
  }

  universities(): Promise<readonly University[]> {
    return this.db.transaction((sql) => sql.select().from(university).orderBy(asc(university.createdAt)))
  }

  today(of: University): Day {
    return of.referenceDay ?? dayOf(this.clock())
  }

  /** Run work as the product itself or as a person, with the same context a verb has. */
  async within<T>(
    of: University,
    actor: Actor,
    work: (ctx: Ctx) => Promise<T>,
    more: Circumstances = {},
  ): Promise<T> {
    return this.db.scoped(of.id, async (tx) => work(this.#context(of, actor, tx, more)))
  }

  #context(of: University, actor: Actor, tx: Tx, more: Circumstances): Ctx {
    const summary = more.summary ?? {}
    const ctx: Ctx = {
      world: this,
      tx,
      actor,
      university: of,
      now: this.clock(),
      today: this.today(of),
      change: more.change ?? newId(this.clock().getTime()),
      session: more.session ?? "",
      ...(more.reply ? { reply: more.reply } : {}),
      note: (more) => Object.assign(summary, more),
      unnamed: more.onUnnamed ?? (() => {}),
      emit: async (topic, payload) => {
        for (const module of this.modules) await module.on?.[topic]?.(ctx, payload)
      },
    }
    return ctx
  }

  /** Serve one call: everything a verb does happens in one transaction, or not at all. */
  async serve(
    served: Served,
    of: University,
    actor: Actor,
    input: unknown,
    more: { session?: string; reply?: Ctx["reply"] } = {},
  ): Promise<Result<unknown, Refusal>> {
    if (served.who === "signed-in" && !isSignedIn(actor))
      return refuse("not-signed-in", "请先登录", { cure: "登录后再试" })
    const summary: Record<string, unknown> = {}
    let unnamed = false
    try {
      return await this.within(
        of,
        actor,
        async (ctx) => {
          const loaded = served.load ? await served.load(ctx, input) : { ok: true as const, value: undefined }
          if (!loaded.ok) throw new RollBack(loaded)
          const permission = served.may(actor, loaded.value, input)
          if ("refusal" in permission) throw new RollBack({ ok: false, error: permission.refusal })
          const result = await served.run(ctx, input, loaded.value)
          if (!result.ok) throw new RollBack(result)
          if (served.contract.kind === "action")
            await this.log(
              unnamed ? unnamedIn(ctx) : ctx,
              served.contract.name,
              unnamed ? null : permission.as,
              summary,
            )
          return result
        },
        { ...more, summary, onUnnamed: () => (unnamed = true) },
      )
    } catch (error) {
      if (error instanceof RollBack) return error.value as Result<unknown, Refusal>
      throw error
    }
  }

  /** Write the log entry of a change. */
  async log(ctx: Ctx, verb: string, as: Capacity | null, summary: Record<string, unknown>): Promise<void> {
    await ctx.tx.sql.insert(logEntry).values({
      universityId: ctx.tx.university,
      id: ctx.change,
      at: ctx.now,
      account: ctx.actor.account || null,
      name: ctx.actor.name || "（未登录）",
      capacity: as ? `${as.officeName} ${as.title}` : null,
      verb,
      summary,
    })
  }

  close(): Promise<void> {
    return this.db.close()
  }
}

export { nobody }
