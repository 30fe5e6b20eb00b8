import { addDays, isDay, newId, ok, refuse } from "@qiaoliang/basics"
import { appendToLedger } from "#kit/server/ledger.ts"
import { action } from "#kit/server/verbs.ts"
import { unionsOf } from "#modules/unions/index.ts"
import { mayNameStandIn } from "../abilities.ts"
import { conveningOn } from "../chair.ts"
import { endStandIn as endContract, nameStandIn as nameContract } from "../contract.ts"
import { theUnionHeld } from "../load.ts"
import { topic } from "../planning.ts"
import { endStandIn, insertStandIn, standInById, standInsOf } from "../store.ts"

export const nameStandIn = action(nameContract, {
  load: async (ctx, input) => {
    const union = await theUnionHeld(ctx, input)
    if (!union.ok) return union
    const convening = (await conveningOn(ctx.tx, [union.value.id], ctx.today)).get(union.value.id)!
    return ok({ union: union.value, convening })
  },
  may: (actor, { union, convening }) => mayNameStandIn(actor, union, convening.chair),
  run: async (ctx, { number, from, until, because }, { union, convening }) => {
    if (!isDay(from) || !isDay(until) || until < from)
      return refuse("invalid", "代理的起止日期有误", { at: "until", cure: "结束日期不能早于开始日期" })
    if (from < ctx.today)
      return refuse("invalid", "代理不能从过去的日期算起", {
        at: "from",
        clause: "2.2c",
        cure: "改为今天或以后",
      })
    if (convening.rule === "member")
      return refuse("conflict", "本会没有执行主席，不需要代理人", { clause: "2.2c", cure: convening.reading })
    const member = convening.members.find((m) => m.number === number)
    if (!member)
      return refuse("against-clause", "代理人须是主席团成员", {
        clause: "2.2c",
        cure: "请从主席团成员中选",
        at: "number",
      })
    if (convening.chair?.number === number)
      return refuse("conflict", `${member.name}本人就是当值的执行主席`, { at: "number", cure: "请另选一人" })
    const clash = (await standInsOf(ctx.tx, [union.id])).find((s) => s.fromDay <= until && s.untilDay >= from)
    if (clash)
      return refuse("conflict", `${clash.fromDay}至${clash.untilDay}已由${clash.name}代理`, {
        at: "from",
        cure: "先结束原来的代理，或错开日期",
      })
    const id = newId(ctx.now.getTime())
    const row = {
      id,
      unionId: union.id,
      ...member,
      forName: convening.chair?.name ?? "（空缺）",
      fromDay: from,
      untilDay: until,
      because,
      byName: ctx.actor.name,
    }
    await insertStandIn(ctx.tx, row)
    await appendToLedger(ctx.tx, [
      { topic, subject: union.id, at: ctx.now, body: { kind: "stand-in", ...row } },
    ])
    ctx.note({ union: union.id, standIn: id })
    await ctx.emit("records.changed", { unions: [union.id] })
    return ok({ id })
  },
})

export const endStandInEarly = action(endContract, {
  load: async (ctx, { id }) => {
    const row = await standInById(ctx.tx, id)
    const [union] = row ? await unionsOf(ctx.tx, [row.unionId]) : []
    if (!row || !union) return refuse("not-found", "没有这项代理")
    const convening = (await conveningOn(ctx.tx, [union.id], ctx.today)).get(union.id)!
    return ok({ row, union, convening })
  },
  may: (actor, { union, convening }) => mayNameStandIn(actor, union, convening.chair),
  run: async (ctx, { id }, { row, union }) => {
    if (row.untilDay < ctx.today) return refuse("conflict", "这项代理已经结束")
    await endStandIn(ctx.tx, id, addDays(ctx.today, -1))
    await appendToLedger(ctx.tx, [
      {
        topic,
        subject: union.id,
        at: ctx.now,
        body: { kind: "stand-in-ended", id, on: ctx.today, by: ctx.actor.number },
      },
    ])
    ctx.note({ union: union.id, standIn: id })
    await ctx.emit("records.changed", { unions: [union.id] })
    return ok({})
  },
})
