import { ok } from "@qiaoliang/basics"
import { ifEnough } from "#kit/server/small-numbers.ts"
import { query } from "#kit/server/verbs.ts"
import { signedIn } from "../abilities.ts"
import * as contract from "../contract.ts"
import type { Doors } from "../doors.ts"
import { studentOf } from "../load.ts"
import { ownOf } from "../own.ts"
import { categoriesOf } from "../store.ts"

export const mine = (doors: Doors) =>
  query(contract.mine, {
    perMinute: 6000,
    may: signedIn,
    run: async (ctx) => {
      const own = await ownOf(ctx, doors)
      const answered = await doors.answered(
        ctx.tx,
        own.map((o) => o.need.id),
      )
      const names = new Map((await categoriesOf(ctx.tx)).map((c) => [c.id, c.name]))
      return ok({
        student: (await studentOf(ctx)) !== undefined,
        items: own.map(({ need: n, raised, lead, voices, shared, standing, unsealed }) => ({
          id: n.id,
          nth: n.nth,
          title: n.title,
          place: n.place,
          category: names.get(n.categoryId) ?? n.field,
          field: n.field,
          raisedOn: n.raisedOn,
          shown: n.shown,
          discreet: n.discreet,
          raised,
          state: n.state,
          mergedInto: lead ? { nth: lead.nth, title: lead.title } : null,
          voices: ifEnough(voices),
          standing: n.state === "withdrawn" ? null : (standing ?? null),
          unsealed,
          can: {
            withdraw: raised && n.state === "open" && !shared && !answered.has(n.id),
            leave: !raised && n.state !== "withdrawn",
          },
        })),
      })
    },
  })
