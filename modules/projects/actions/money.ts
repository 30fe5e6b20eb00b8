import { ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { facultiesOn } from "#modules/people/index.ts"
import { mayPrepare } from "../abilities.ts"
import { projectsReached, projectsSpend } from "../contract.ts"
import { toChange } from "../load.ts"
import { changeProject, expensesOf, insertExpense } from "../store.ts"

export const spend = action(projectsSpend, {
  load: toChange,
  may: mayPrepare,
  run: async (ctx, { id, what, amount, on }, { project: p }) => {
    if (p.status === "closed") return refuse("conflict", "项目已结项，决算已定")
    if (on > ctx.today) return refuse("invalid", "不能登记尚未发生的支出", { at: "on" })
    const before = (await expensesOf(ctx.tx, id)).reduce((n, e) => n + e.amount, 0)
    if (before + amount < 0) return refuse("invalid", "冲减后的支出不能少于零", { at: "amount" })
    await insertExpense(ctx.tx, {
      id: ctx.change,
      projectId: id,
      what,
      amount,
      onDay: on,
      byName: ctx.actor.name,
      at: ctx.now,
    })
    ctx.note({ project: id, amount })
    return ok({ id: ctx.change })
  },
})

/** How many students it reached, by faculty and grade, as counted on the spot (2.5, 7.3). */
export const reached = action(projectsReached, {
  load: toChange,
  may: mayPrepare,
  run: async (ctx, { id, groups }, { project: p }) => {
    if (p.status === "closed") return refuse("conflict", "项目已结项，总结已定")
    const known = new Set((await facultiesOn(ctx.tx, ctx.today)).map((f) => f.name))
    const strange = groups.find((g) => !known.has(g.faculty))
    if (strange) return refuse("invalid", `名册中没有${strange.faculty}`, { at: "groups" })
    const keys = groups.map((g) => `${g.faculty} ${g.grade}`)
    if (new Set(keys).size < keys.length) return refuse("invalid", "同一学院、年级写了两次", { at: "groups" })
    await changeProject(ctx.tx, id, { reached: groups.filter((g) => g.people > 0) })
    ctx.note({ project: id, groups: groups.length })
    return ok({ id })
  },
})
