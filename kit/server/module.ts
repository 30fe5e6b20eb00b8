import type { FastifyInstance } from "fastify"
import type { Served } from "./verbs.ts"
import type { Ctx, World } from "./world.ts"

/** What happened, told to the modules above in the same transaction. */
export type NewsHandler = (ctx: Ctx, payload: Record<string, unknown>) => Promise<void>

/** Work by the clock, once for each university, in a transaction of its own. `cron` is China's time. */
export interface Job {
  readonly name: string
  readonly cron: string
  readonly run: (ctx: Ctx) => Promise<void>
}

/** A module's plate on the door: what is inside, with no side effects. */
export interface Module {
  readonly name: string
  /** `import.meta.url` of module.ts: migrations lie beside it. */
  readonly at: string
  /** Clauses of the Opinions this room serves. */
  readonly clauses: readonly string[]
  readonly served: readonly Served[]
  readonly on?: Readonly<Record<string, NewsHandler>>
  /** Tables whose rows may never change. */
  readonly appendOnly?: readonly string[]
  /** Pages, uploads and downloads that are not JSON. */
  readonly routes?: (app: FastifyInstance, world: World) => void
  readonly jobs?: readonly Job[]
  /** Work done once when the product starts. */
  readonly onStart?: (world: World) => Promise<void>
  readonly onStop?: (world: World) => Promise<void>
}
