import { ok } from "@qiaoliang/basics"
import { query } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { categoriesOf, shelfFor } from "#modules/needs/index.ts"
import { mayUse } from "../abilities.ts"
import * as contract from "../contract.ts"
import { type Desk, desksFor, theDesk } from "../desks.ts"
import { membersOf } from "../members.ts"
import { officesFor } from "../offices.ts"
import { presentCategory, presentLine } from "../present.ts"
import { countsOf, type QueueLine, queueOf, type Tab } from "../queue-store.ts"
import { viewsOf } from "../store-words.ts"

const sorts = (desk: Desk): boolean => desk.kind === "union" || desk.kind === "league"

const presentDesk = ({ key, kind, name }: Desk) => ({ key, kind, name })

export async function linesFor(ctx: Ctx, items: readonly QueueLine[], handsOn: boolean) {
  const categories = await categoriesOf(ctx.tx)
  const { raised } = await shelfFor(ctx, ctx.actor.number)
  return items.map((i) => presentLine(i, categories, ctx.today, handsOn && !raised.includes(i.id)))
}

/** Where a desk looks first: what waits to be sorted; of an office what is under way. */
export const firstTab = (desk: Desk): Tab =>
  sorts(desk) ? "sorting" : desk.kind === "office" ? "running" : "late"

export const queue = query(contract.queue, {
  load: async (ctx, input) => ok(await theDesk(ctx, input)),
  may: mayUse,
  run: async (ctx, { tab, mine, at: _, ...wanted }, { desks, desk }) => {
    const here = desk!
    const asked = { ...wanted, tab: tab ?? firstTab(here), ...(mine ? { assignee: ctx.actor.number } : {}) }
    const { items, total } = await queueOf(ctx.tx, [here], asked, ctx.today)
    return ok({
      desks: desks.map(presentDesk),
      at: here.key,
      today: ctx.today,
      counts: await countsOf(ctx.tx, [here], ctx.today),
      items: await linesFor(ctx, items, sorts(here)),
      total,
      categories: (await categoriesOf(ctx.tx)).map(presentCategory),
      offices: await officesFor(ctx),
      members: sorts(here) ? await peopleOf(ctx, here) : [],
      views: await viewsOf(ctx.tx, ctx.actor.number),
      can: {
        sort: sorts(here),
        keep: ctx.actor.capacities.some(
          (c) => c.officeId === here.union?.id && (c.post === "presidium" || c.post === "secretary"),
        ),
      },
    })
  },
})

export async function peopleOf(ctx: Ctx, { kind, union, department }: Desk) {
  const of = {
    need: { desk: kind === "league" ? ("league" as const) : ("union" as const) },
    union: union ?? { id: "", name: "" },
    department: department ?? null,
  }
  return (await membersOf(ctx, of)).map(({ number, name }) => ({ number, name }))
}

/** What lies with the offices of the person asking, of all of them together. */
export const office = query(contract.office, {
  load: async (ctx) =>
    ok({ ...(await theDesk(ctx, {})), offices: (await desksFor(ctx)).filter((d) => d.kind === "office") }),
  may: mayUse,
  run: async (ctx, { page, size }, { offices }) => {
    const { items, total } = await queueOf(
      ctx.tx,
      offices,
      { tab: "running", sort: "urgent", page, size },
      ctx.today,
    )
    return ok({ items: await linesFor(ctx, items, false), total })
  },
})
