import { ok } from "@qiaoliang/basics"
import { query } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { departmentsOn } from "#modules/unions/index.ts"
import { mayNameDesk, mayUse } from "../abilities.ts"
import * as contract from "../contract.ts"
import { type Desk, theDesk } from "../desks.ts"
import { membersOf } from "../members.ts"
import { templatesOf } from "../store-words.ts"

export const settings = query(contract.settings, {
  load: async (ctx, input) => ok(await theDesk(ctx, input)),
  may: mayUse,
  run: async (ctx, _, { desks, desk }) => {
    const here = desk!
    return ok({
      desks: desks.map(({ key, kind, name }) => ({ key, kind, name })),
      at: here.key,
      union: await unionOf(ctx, here),
      templates: (await templatesOf(ctx.tx, [here.key])).map(({ id, name, text, byName }) => ({
        id,
        name,
        text,
        byName,
      })),
      can: {
        name: here.union !== undefined && "as" in mayNameDesk(ctx.actor, { union: here.union }),
        template: here.kind !== "over",
      },
    })
  },
})

async function unionOf(ctx: Ctx, { union, department }: Desk) {
  if (!union) return null
  const people = await membersOf(ctx, { need: { desk: "union" }, union, department: department ?? null })
  return {
    id: union.id,
    name: union.name,
    department: department ?? null,
    departments: (await departmentsOn(ctx.tx, [union.id], ctx.today)).map((d) => d.name),
    people: people.map(({ name, title }) => ({ name, title })),
  }
}
