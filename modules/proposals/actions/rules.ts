import { isDay, ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { theAssemblyHeld } from "#modules/assembly/index.ts"
import { maySettle } from "../abilities.ts"
import * as contract from "../contract.ts"
import { insertRules, rulesOf } from "../store.ts"

export const settle = action(contract.settle, {
  load: theAssemblyHeld,
  may: maySettle,
  run: async (ctx, { assembly: assemblyId, ...rules }, { assembly }) => {
    if (assembly.state === "closed" || assembly.state === "cancelled")
      return refuse("conflict", "大会已经结束，不能再改征集办法")
    if (!isDay(rules.opensOn) || !isDay(rules.closesOn) || rules.closesOn < rules.opensOn)
      return refuse("invalid", "截止日期不能早于开始日期", { at: "closesOn" })
    const names = rules.categories.map((c) => c.name)
    const twice = names.find((n, i) => names.indexOf(n) !== i)
    if (twice !== undefined) return refuse("invalid", `类别“${twice}”重复`, { at: "categories" })
    const version = ((await rulesOf(ctx.tx, assemblyId))?.version ?? 0) + 1
    const by = { number: ctx.actor.number, name: ctx.actor.name }
    await insertRules(ctx.tx, { assemblyId, version, ...rules, by, at: ctx.now })
    ctx.note({ assembly: assemblyId, version })
    return ok({ version })
  },
})
