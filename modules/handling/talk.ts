import type { Actor } from "#kit/server/actor.ts"
import { type Lies, ofOffice, sorts } from "./abilities.ts"
import type { OfNeed } from "./load.ts"

/** Whose notes and templates a person of a need's chain reads: the desk's, the office's it lies with. The first writes. */
export function ownersOf(actor: Actor, of: Lies & Pick<OfNeed, "union">): readonly string[] {
  const owners: string[] = []
  if ("as" in sorts(actor, of)) owners.push(of.need.desk === "league" ? "league" : `union:${of.union.id}`)
  if (of.row.office && of.row.office !== "union" && actor.capacities.some((c) => ofOffice(c, of)))
    owners.push(`office:${of.row.office}:${of.row.place}`)
  return owners
}

/** How a desk calls itself to students. */
export const talkName = ({ need, union }: Pick<OfNeed, "need" | "union">): string =>
  need.desk === "league" ? "学校团委" : union.name
