import type { Module } from "#kit/server/module.ts"
import { type Ctx, nobody, type World } from "#kit/server/world.ts"
import type { Need } from "#modules/needs/index.ts"
import { discard, draft, publish, submit, write } from "./actions/briefing.ts"
import { briefing, briefings, deskBriefing, deskBriefings } from "./queries/briefings.ts"
import { counted, general } from "./queries/general.ts"
import { rebuild, refresh } from "./refresh.ts"
import { routes } from "./routes.ts"
import { revisionOf } from "./store.ts"

const ids = (of: unknown): readonly string[] => of as readonly string[]

export const boardModule: Module = {
  name: "board",
  at: import.meta.url,
  clauses: ["1.3", "1.4", "10.4"],
  served: [
    draft,
    write,
    submit,
    discard,
    publish,
    briefings,
    briefing,
    deskBriefings,
    deskBriefing,
    general,
    counted,
  ],
  appendOnly: ["board_published"],
  on: {
    "needs.raised": (ctx, { need }) => refresh(ctx, [(need as Need).id]),
    "needs.changed": (ctx, { needs }) => refresh(ctx, ids(needs)),
    "needs.merged": (ctx, { into, needs }) => refresh(ctx, [into as string, ...ids(needs)]),
    "needs.unmerged": (ctx, { from, needs }) => refresh(ctx, [from as string, ...ids(needs)]),
    "handling.changed": (ctx, { needs }) => refresh(ctx, ids(needs)),
  },
  routes,
  onStart: buildMissing,
}

/** A university whose needs came before its board. */
async function buildMissing(world: World): Promise<void> {
  for (const of of await world.universities())
    await world.within(of, nobody, async (ctx: Ctx) => {
      if ((await revisionOf(ctx.tx)) === null) await rebuild(ctx)
    })
}
