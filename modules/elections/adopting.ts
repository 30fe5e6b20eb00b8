import type { Ctx } from "#kit/server/world.ts"
import { changed, type OfElection, tell, theElectionHeld } from "./load.ts"
import { record } from "./recording.ts"
import { rulesText } from "./rules-text.ts"
import { changeElection, electionsIn } from "./store.ts"

/** The words of the 选举办法 as adopted: from now on they bind the vote. */
export async function adopt(ctx: Ctx, of: OfElection, basis: string, on: string): Promise<void> {
  const { election, assembly, union } = of
  const rules = rulesText(election, { union: union.name, assembly: assembly.name })
  await changeElection(ctx.tx, [election.id], { rules, rulesBasis: basis, rulesOn: on })
  await record(ctx, election.id, { kind: "rules", basis, rules })
  await tell(ctx, "rules-adopted", election)
  await changed(ctx, of)
}

/** The hall voted on the item of the election rules: those of every vote under preparation are adopted with it. */
export async function adoptAsDecided(ctx: Ctx, news: Record<string, unknown>): Promise<void> {
  const { assembly, kind, outcome } = news
  if (typeof assembly !== "string" || kind !== "rules" || outcome !== "adopted") return
  for (const { id, state, rulesOn } of await electionsIn(ctx.tx, [assembly])) {
    if (state !== "preparing" || rulesOn !== null) continue
    const of = await theElectionHeld(ctx, { id })
    if (of.ok) await adopt(ctx, of.value, "大会表决通过", ctx.today)
  }
}
