import { addDays, isDay, ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { mayAppoint } from "../abilities.ts"
import { appoint as contract } from "../contract.ts"
import { knowsFullTime, nounOf, postsOf, usualTitle } from "../office.ts"
import { during, lockOffices, officeAt, seat, studentName, unionExists } from "../store.ts"

export const appoint = action(contract, {
  load: async (ctx, input) => {
    await lockOffices(ctx.tx)
    const office = await officeAt(ctx.tx, ctx.university, input)
    return office
      ? ok({ office, post: input.post })
      : refuse("not-found", `学籍中没有“${input.scope ?? ""}”`, { at: "scope", cure: "核对学院或班级的名称" })
  },
  may: mayAppoint,
  run: async (ctx, input, { office, post }) => {
    const noun = nounOf(input.kind)
    if (!postsOf(input.kind).includes(post))
      return refuse("invalid", `${noun.name}没有这种职务`, { at: "post", clause: noun.clause })
    if (input.fullTime !== undefined && !knowsFullTime(input.kind))
      return refuse("invalid", `${noun.name}的职务不区分专职、兼职`, { at: "fullTime" })
    if (post === "deputy-secretary" && input.fullTime === false)
      return refuse("against-clause", "专职副书记由专职团干部担任", {
        at: "fullTime",
        clause: "10.3",
        cure: "兼职的，任命为副职",
      })
    if (!isDay(input.from) || (input.to && (!isDay(input.to) || input.to < input.from)))
      return refuse("invalid", "任职起止日期有误", { at: "from" })
    if (post === "secretary" && !input.union)
      return refuse("invalid", "秘书长须写明所任职的学生会", { at: "union" })
    if (input.union && (post !== "secretary" || !(await unionExists(ctx.tx, input.union))))
      return refuse("invalid", "没有这个学生会，或该职务不在学生会任职", { at: "union" })
    const known = await studentName(ctx.tx, input.number)
    if (known && known !== input.name)
      return refuse("invalid", `学籍中 ${input.number} 是${known}`, { at: "name", cure: "核对学号与姓名" })

    const permission = mayAppoint(ctx.actor, { office, post }, input)
    const basis = "as" in permission && permission.as ? "appointed" : "set-up"
    if (basis === "set-up" && !input.source)
      return refuse("invalid", "系统管理员设定职务须写明所依据的任命文件", { at: "source" })

    const validTo = input.to ? addDays(input.to, 1) : null
    const others = (office.id ? await during(ctx.tx, office.id, input.from, validTo) : []).filter(
      (h) => h.post === post && !h.standsInFor && (post !== "secretary" || h.unionId === input.union),
    )
    const same = others.find((h) => h.number === input.number)
    if (same) return refuse("conflict", `${same.name}在此期间已担任该职务`)
    const only = post === "head" || post === "secretary" ? others[0] : undefined
    if (only)
      return refuse("conflict", `${office.name}在此期间的${only.title}是${only.name}`, {
        cure: "先免去原任，或改任职日期",
      })

    const holder = await seat(ctx.tx, {
      office,
      number: input.number,
      name: input.name,
      post,
      title: input.title ?? usualTitle(input.kind, post),
      unionId: input.union ?? null,
      fullTime: input.fullTime ?? null,
      basis,
      source: input.source ?? null,
      validFrom: input.from,
      validTo,
      change: ctx.change,
    })
    ctx.note({ holder, kind: input.kind, post, basis, ...(input.source ? { source: input.source } : {}) })
    await ctx.emit("offices.changed", { kind: input.kind })
    return ok({ holder })
  },
})
