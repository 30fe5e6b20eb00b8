import type { Ctx } from "#kit/server/world.ts"
import { holdersAt, officeAt } from "#modules/offices/index.ts"
import type { UnionRow } from "#modules/unions/index.ts"
import { offices } from "#policy/offices.ts"

/** An office that can be given a proposal: somebody holds a post in it today. */
export interface Desk {
  readonly office: string
  readonly name: string
  readonly place: string
}

const answering = offices.filter((o) => o.scope === "university" || o.scope === "faculty")

/** The university's offices, and of a faculty's assembly its faculty's, where somebody holds a post that decides. */
export async function desksFor(ctx: Ctx, union: UnionRow): Promise<Desk[]> {
  const desks: Desk[] = []
  for (const noun of answering) {
    if (noun.scope === "faculty" && !union.faculty) continue
    const found = await officeAt(ctx.tx, ctx.university, {
      kind: noun.kind,
      scope: union.faculty ?? undefined,
    })
    if (!found) continue
    const held = await holdersAt(ctx.tx, noun.kind, found.scopeId, ctx.today)
    if (held.some((h) => h.post !== "clerk"))
      desks.push({ office: noun.kind, name: found.name, place: found.scopeId })
  }
  return desks
}
