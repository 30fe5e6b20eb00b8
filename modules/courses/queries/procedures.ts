import { ok } from "@qiaoliang/basics"
import { withExtra } from "@qiaoliang/procedure"
import { allowed } from "#kit/server/actor.ts"
import { query } from "#kit/server/verbs.ts"
import { offices } from "#policy/offices.ts"
import { isAllowed, mayArrange } from "../abilities.ts"
import { procedures as contract } from "../contract.ts"
import { extrasOn } from "../extras.ts"
import type { Kinds } from "../kind.ts"
import { presentSteps } from "../present.ts"

export const procedures = (kinds: Kinds) =>
  query(contract, {
    may: () => allowed(),
    run: async (ctx) => {
      const extras = await extrasOn(ctx.tx, null, ctx.today)
      return ok({
        items: [...kinds.values()].map(({ procedure, module }) => {
          const own = extras.filter((e) => e.procedure === procedure.id)
          const today = own.reduce((p, e) => withExtra(p, e.after, e.step), procedure)
          return {
            id: today.id,
            title: today.title,
            clause: today.clause,
            module,
            steps: presentSteps(today).map((step, i) => {
              const days = today.steps[i]?.days
              const extra = own.find((e) => e.id === step.id)
              return {
                ...step,
                ...(days === undefined ? {} : { days }),
                ...(extra ? { extraId: extra.id } : {}),
              }
            }),
          }
        }),
        offices: offices.map((o) => ({ id: o.kind, name: o.name })),
        can: { arrange: isAllowed(mayArrange(ctx.actor)) },
      })
    },
  })
