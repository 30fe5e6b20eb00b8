import { newId, ok, refuse } from "@qiaoliang/basics"
import { isSignedIn, onlyFor } from "#kit/server/actor.ts"
import { action } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { departmentsOn, unionsOf } from "#modules/unions/index.ts"
import { anyone, mayNameDesk, mayUse } from "../abilities.ts"
import * as contract from "../contract.ts"
import { theDesk } from "../desks.ts"
import { nameDesk as named } from "../store.ts"
import * as store from "../store-words.ts"

const own = async (ctx: Ctx, { at }: { at: string }) => ok(await theDesk(ctx, { at }))

export const saveTemplate = action(contract.saveTemplate, {
  load: own,
  may: mayUse,
  run: async (ctx, { at, id, name, text }) => {
    const known = id ? (await store.templatesOf(ctx.tx, [at])).some((t) => t.id === id) : true
    if (!known) return refuse("not-found", "没有这个模板")
    const kept = id ?? newId(ctx.now.getTime())
    const { number: by, name: byName } = ctx.actor
    if (!(await store.saveTemplate(ctx.tx, { id: kept, owner: at, name, text, by, byName, at: ctx.now })))
      return refuse("conflict", "已经有同名的模板", { at: "name" })
    ctx.note({ template: kept })
    return ok({ id: kept })
  },
})

export const dropTemplate = action(contract.dropTemplate, {
  load: own,
  may: mayUse,
  run: async (ctx, { at, id }) => {
    ctx.note({ template: id })
    await store.dropTemplate(ctx.tx, at, id)
    return ok({})
  },
})

export const saveView = action(contract.saveView, {
  load: async (ctx) => ok(await theDesk(ctx, {})),
  may: mayUse,
  run: async (ctx, { name, query }) => {
    if ((await store.viewsOf(ctx.tx, ctx.actor.number)).length >= 20)
      return refuse("conflict", "最多保存20个视图", { cure: "先删去不用的" })
    await store.saveView(ctx.tx, ctx.actor.number, name, query)
    return ok({})
  },
})

export const dropView = action(contract.dropView, {
  may: (actor) => (isSignedIn(actor) ? anyone() : onlyFor("本人")),
  run: async (ctx, { name }) => {
    await store.dropView(ctx.tx, ctx.actor.number, name)
    return ok({})
  },
})

export const nameDesk = action(contract.nameDesk, {
  load: async (ctx, { union: id }) => {
    const [union] = await unionsOf(ctx.tx, [id])
    return union ? ok({ union }) : refuse("not-found", "没有这个学生会")
  },
  may: mayNameDesk,
  run: async (ctx, { department }, { union }) => {
    const departments = await departmentsOn(ctx.tx, [union.id], ctx.today)
    if (!departments.some((d) => d.name === department))
      return refuse("invalid", "本会没有这个部门", { at: "department" })
    ctx.note({ union: union.id, department })
    await named(ctx.tx, union.id, department)
    return ok({})
  },
})
