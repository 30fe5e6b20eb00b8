import { ok } from "@qiaoliang/basics"
import { query } from "#kit/server/verbs.ts"
import { fields } from "#policy/practice/proposals.ts"
import { anyone } from "../abilities.ts"
import * as contract from "../contract.ts"
import { helpLinesOf } from "../keeping.ts"
import { presentCategory } from "../present.ts"
import { categoriesOf } from "../store.ts"

export const categories = query(contract.categories, {
  who: "anyone",
  perMinute: 6000,
  may: anyone,
  run: async (ctx) => ok({ fields: [...fields], items: (await categoriesOf(ctx.tx)).map(presentCategory) }),
})

export const help = query(contract.help, {
  who: "anyone",
  perMinute: 6000,
  may: anyone,
  run: async (ctx) => ok({ items: await helpLinesOf(ctx.tx) }),
})
