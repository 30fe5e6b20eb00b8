import { addWorkingDays, ok } from "@qiaoliang/basics"
import { allowed } from "#kit/server/actor.ts"
import { query } from "#kit/server/verbs.ts"
import { calendarOf } from "#modules/courses/index.ts"
import { isAllowed, mayArrange } from "../abilities.ts"
import { form as contract } from "../contract.ts"
import { kinds } from "../kinds.ts"
import { unionsInReach } from "../reading.ts"
import { leadsOf } from "../store.ts"

export const form = query(contract, {
  may: () => allowed(),
  run: async (ctx) => {
    const leads = await leadsOf(ctx.tx)
    const works = await calendarOf(ctx.tx)
    return ok({
      unions: (await unionsInReach(ctx)).file.map(({ id, name }) => ({ id, name })),
      leads: kinds.map(({ kind }) => {
        const { days, source, own } = leads[kind]
        return { kind, days, source, own, earliest: addWorkingDays(ctx.today, days, works) }
      }),
      can: { arrange: isAllowed(mayArrange(ctx.actor)) },
    })
  },
})
