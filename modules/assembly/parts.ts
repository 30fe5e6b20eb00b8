import type { Ctx } from "#kit/server/world.ts"
import type { Assembly } from "./assembly.ts"
import type { AssemblyDocuments } from "./documents.ts"
import type { Readiness } from "./readiness.ts"

/** What the other rooms of a congress bring to its pages. */
export interface Parts {
  readonly readiness?: readonly Readiness[]
  readonly documents?: readonly AssemblyDocuments[]
  /** Who else reads the papers of the agenda once it is convened: its delegates. */
  readonly readers?: readonly ((ctx: Ctx, assembly: Assembly) => Promise<boolean>)[]
}
