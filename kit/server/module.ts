import type { FastifyInstance } from "fastify"
import type { Served } from "./verbs.ts"
import type { Ctx, University, World } from "./world.ts"

/** What happened, told to the modules above in the same transaction. */
export type NewsHandler = (ctx: Ctx, payload: Record<string, unknown>) => Promise<void>

interface ByTheClock {
  readonly name: string
  /** In words, for whoever keeps the machine. */
  readonly title?: string
  /** China's time. */
  readonly cron: string
}

/** Work by the clock, once for each university, in a transaction of its own. */
export interface Job extends ByTheClock {
  readonly run: (ctx: Ctx) => Promise<void>
}

/** Work by the clock that waits for somebody outside: it opens its own short transactions. */
export interface Errand extends ByTheClock {
  readonly go: (world: World, of: University) => Promise<void>
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
  readonly jobs?: readonly (Job | Errand)[]
  /** Work done once when the product starts. */
  readonly onStart?: (world: World) => Promise<void>
  readonly onStop?: (world: World) => Promise<void>
}
