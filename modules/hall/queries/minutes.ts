import { ok } from "@qiaoliang/basics"
import { query } from "#kit/server/verbs.ts"
import { mayConfirmMinutes, mayWatch, mayWriteMinutes } from "../abilities.ts"
import { minutesOf as contract } from "../contract.ts"
import type { Doors } from "../doors.ts"
import { draftOf } from "../drafting.ts"
import { theHall } from "../load.ts"
import * as store from "../store.ts"

export const minutes = (doors: Doors) =>
  query(contract, {
    load: theHall,
    may: mayWatch,
    run: async (ctx, { assembly: id }, of) => {
      const versions = await store.minutesOf(ctx.tx, id)
      const { state, confirmed } = of.standing
      const unsettled = state === "closed" && confirmed === null
      return ok({
        name: of.assembly.name,
        union: of.union.name,
        state,
        draft: await draftOf(ctx, doors, of),
        versions: versions.map((v) => ({
          version: v.version,
          body: v.body,
          by: v.byName,
          at: v.at.toISOString(),
        })),
        confirmed,
        can: {
          write: unsettled && "as" in mayWriteMinutes(ctx.actor, of),
          confirm: unsettled && versions.length > 0 && "as" in mayConfirmMinutes(ctx.actor, of),
        },
      })
    },
  })
