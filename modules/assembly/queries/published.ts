import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import { allowed } from "#kit/server/actor.ts"
import { query } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { unionsOf } from "#modules/unions/index.ts"
import { agendaOf } from "../agenda-store.ts"
import { type Assembly, isPublic } from "../assembly.ts"
import * as contract from "../contract.ts"
import { type OfAssembly, theAssembly } from "../load.ts"
import { assembliesOf } from "../store.ts"

type Shown = Assembly & { readonly state: "convened" | "open" | "closed" }

const shown = (a: Assembly): a is Shown => isPublic(a.state)

/** A white-list: name, union, when and where, state. */
const line = ({ id, name, day, time, place, state }: Shown, union: string) => ({
  id,
  name,
  union,
  day,
  time,
  place,
  state,
})

export const published = query(contract.published, {
  who: "anyone",
  may: () => allowed(),
  run: async (ctx) => {
    const all = (await assembliesOf(ctx.tx)).filter(shown)
    const names = new Map(
      (await unionsOf(ctx.tx, [...new Set(all.map((a) => a.unionId))])).map((u) => [u.id, u.name]),
    )
    return ok({ items: all.map((a) => line(a, names.get(a.unionId) ?? "")) })
  },
})

async function load(
  ctx: Ctx,
  { id }: { id: string },
): Promise<Result<{ assembly: Shown; union: OfAssembly["union"] }, Refusal>> {
  const of = await theAssembly(ctx, { assembly: id })
  if (!of.ok || !shown(of.value.assembly)) return refuse("not-found", "没有这次大会")
  return ok({ assembly: of.value.assembly, union: of.value.union })
}

export const publishedOne = query(contract.publishedOne, {
  who: "anyone",
  load,
  may: () => allowed(),
  run: async (ctx, _, { assembly, union }) => {
    const agenda = await agendaOf(ctx.tx, assembly.id)
    return ok({
      ...line(assembly, union.name),
      theme: assembly.theme,
      agenda: agenda.map(({ id, title }) => ({ id, title })),
    })
  },
})
