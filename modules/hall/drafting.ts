import type { Ctx } from "#kit/server/world.ts"
import { inDuty, type OfAssembly } from "#modules/assembly/index.ts"
import { type Doors, panelsOf } from "./doors.ts"
import { draftMinutes } from "./minutes.ts"
import * as store from "./store.ts"
import { votesOf } from "./votes-store.ts"

/** Who presided, as the record shows: the head of the presiding body, and who stood in. */
export async function chairsOf(ctx: Ctx, { assembly, team }: OfAssembly): Promise<readonly string[]> {
  const presiding = inDuty(team, "presiding")
  const acted = new Set(
    (await store.recordOf(ctx.tx, assembly.id))
      .filter((d) => d.deed.kind === "opened" || d.deed.kind === "item-started")
      .map((d) => d.byName),
  )
  const lead = presiding.filter((a) => a.lead).map((a) => a.name)
  return [...new Set([...lead, ...acted])]
}

/** The minutes as the record reads now. */
export async function draftOf(ctx: Ctx, doors: Doors, of: OfAssembly): Promise<string> {
  const { assembly } = of
  return draftMinutes({
    name: assembly.name,
    day: assembly.day,
    place: assembly.place,
    chairs: await chairsOf(ctx, of),
    record: await store.recordOf(ctx.tx, assembly.id),
    agenda: await doors.agenda(ctx.tx, assembly.id),
    votes: await votesOf(ctx.tx, assembly.id),
    panels: await panelsOf(doors, ctx.tx, assembly.id),
  })
}
