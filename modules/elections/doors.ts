import type { Tx } from "#kit/server/db.ts"
import type { Ctx } from "#kit/server/world.ts"
import type { Assembly } from "#modules/assembly/index.ts"
import type { Line } from "./contract.ts"
import { lineOf } from "./present.ts"
import { panelFor } from "./queries/voting.ts"
import { electionById, electionsIn } from "./store.ts"

/** The rounds of an assembly's votes, as the hall lists them; cancelled ones are left out. */
export async function electionsOf(tx: Tx, assemblyId: string): Promise<Line[]> {
  return (await electionsIn(tx, [assemblyId])).filter((e) => e.state !== "cancelled").map(lineOf)
}

/** What the projector shows of a round; undefined where there is none. */
export async function panelOf(tx: Tx, electionId: string) {
  const election = await electionById(tx, electionId)
  return election && panelFor({ tx }, election)
}

/** What an assembly that is to elect needs from this room before it opens. */
export async function readiness(ctx: Ctx, { id }: Pick<Assembly, "id">) {
  const own = (await electionsIn(ctx.tx, [id])).filter((e) => e.state !== "cancelled")
  const href = `/office/elections/of/${id}`
  const named = own.filter((e) => e.candidates.length > 0)
  const staffed = own.filter((e) => (e.method === "paper" ? e.tellers : e.trustees).length >= 2)
  return [
    {
      key: "elections.candidates",
      title: "选举和候选人",
      ready: own.length > 0 && named.length === own.length,
      says: own.length === 0 ? "尚未安排选举" : `已安排${own.length}项选举，候选人已列出`,
      href,
    },
    {
      key: "elections.rules",
      title: "选举办法（草案）、监票人和计票人",
      ready: own.length > 0 && staffed.length === own.length,
      says:
        own.length === 0
          ? "尚未起草"
          : staffed.length === own.length
            ? "选举办法已按设定拟好，监票人、计票人已列出"
            : `${own.length - staffed.length}项选举还没有列出监票人或计票人`,
      href,
    },
  ]
}
