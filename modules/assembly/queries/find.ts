import { ok } from "@qiaoliang/basics"
import { query } from "#kit/server/verbs.ts"
import { mayStaff } from "../abilities.ts"
import { find as contract } from "../contract.ts"
import { theAssembly } from "../load.ts"
import { searchPeople } from "../people.ts"

export const find = query(contract, {
  load: theAssembly,
  may: mayStaff,
  run: async (ctx, { text }, { union }) => {
    const people = await searchPeople(ctx, union, text, ctx.today)
    return ok({ people: people.map(({ number, name, says }) => ({ number, name, says })) })
  },
})
