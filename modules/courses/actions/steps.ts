import { newId, ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { offices } from "#policy/offices.ts"
import { mayArrange } from "../abilities.ts"
import { addStep as addContract, endStep as endContract } from "../contract.ts"
import { endExtra, extrasOn, insertExtra } from "../extras.ts"
import type { Kinds } from "../kind.ts"

/** A faculty's or a class's office has its place in a course only where the clause's own steps name it. */
export const addStep = (kinds: Kinds) =>
  action(addContract, {
    load: async (_, { procedure }) => {
      const kind = kinds.get(procedure)
      return kind ? ok(kind) : refuse("not-found", "没有这个程序")
    },
    may: mayArrange,
    run: async (ctx, input, { procedure }) => {
      const noun = offices.find((o) => o.kind === input.office)
      const named = procedure.steps.some((s) => s.by.some((b) => b.office === input.office))
      if (!noun || (noun.scope !== "university" && !named))
        return refuse("invalid", "这个组织不在本程序的范围内", { at: "office", cure: "选择校级部门" })
      if (input.after !== null && !procedure.steps.some((s) => s.id === input.after))
        return refuse("invalid", "没有这一步", { at: "after" })
      const same = (await extrasOn(ctx.tx, procedure.id, ctx.today)).some(
        (e) => e.office === input.office && e.after === input.after,
      )
      if (same) return refuse("conflict", "这里已经加过这个组织的步骤")
      const id = newId(ctx.now.getTime())
      await insertExtra(ctx.tx, {
        ...input,
        id,
        days: input.days ?? null,
        from: ctx.today,
        byName: ctx.actor.name,
      })
      ctx.note({ procedure: procedure.id, step: id })
      return ok({ id })
    },
  })

export const endStep = action(endContract, {
  load: async (ctx, { id }) => {
    const extra = (await extrasOn(ctx.tx, null, ctx.today)).find((e) => e.id === id)
    return extra ? ok(extra) : refuse("not-found", "没有这个增加的步骤", { cure: "条文规定的步骤不能取消" })
  },
  may: mayArrange,
  run: async (ctx, { id }) => {
    await endExtra(ctx.tx, id, ctx.today)
    ctx.note({ step: id })
    return ok({})
  },
})
