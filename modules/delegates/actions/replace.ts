import { chineseDay, ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import type { OfAssembly } from "#modules/assembly/index.ts"
import { mayReview } from "../abilities.ts"
import * as contract from "../contract.ts"
import { changeNominees, type ListRow, listById, nomineesByIds, nomineesOf } from "../lists.ts"
import { theSeats } from "../load.ts"
import { enrolled } from "../register.ts"
import { type Seated, seat } from "../seating.ts"
import { delegatesOf, endSeats, type Seat, seatById } from "../store.ts"
import { told } from "./outside.ts"

interface ComesIn {
  readonly nominee?: string | undefined
  readonly number?: string | undefined
  readonly basis?: string | undefined
}

/** A seat ends with its reason and stays on record; whoever comes in takes its place and number. Nobody named: it stays free. */
export const replace = action(contract.replace, {
  load: theSeats,
  may: mayReview,
  run: async (ctx, input, of) => {
    const old = await seatById(ctx.tx, of.assembly.id, input.id)
    if (!old) return refuse("not-found", "这名代表已经不在名单中", { cure: "刷新后再办理" })
    if (old.number === ctx.actor.number)
      return refuse("not-allowed", "不能办理本人的更换", { clause: "6.2", cure: "由委员会其他委员办理" })
    const list = old.listId ? ((await listById(ctx.tx, old.listId, true)) ?? null) : null
    const next = await incoming(ctx, input, list, old)
    if (!next.ok) return next
    await endSeats(ctx.tx, [old.id], { on: ctx.today, because: input.because, change: ctx.change })
    await ctx.emit("delegates.changed", { assembly: of.assembly.id })
    if (old.nominee)
      await changeNominees(ctx.tx, [old.nominee], { state: "replaced", because: input.because })
    if (next.value) {
      const done = await take(ctx, of, next.value)
      if (!done.ok) return done
    }
    await told(ctx, of, "replaced", 1)
    return ok({})
  },
})

/** A seat somebody left, or was turned away from, is taken by the next. */
export const fill = action(contract.fill, {
  load: theSeats,
  may: mayReview,
  run: async (ctx, input, of) => {
    const list = await listById(ctx.tx, input.list, true)
    if (!list || list.assemblyId !== of.assembly.id) return refuse("not-found", "没有这份名单")
    const seated = (await delegatesOf(ctx.tx, of.assembly.id)).filter((d) => d.listId === list.id).length
    const waiting = (await nomineesOf(ctx.tx, [list.id])).filter((n) => n.state === "elected").length
    if (seated + waiting >= list.seats)
      return refuse("conflict", "这份名单没有空缺的名额", {
        cure: waiting > 0 ? "先完成待审查人选的审查" : "需要更换的，办理更换",
      })
    if (!input.nominee && !input.number) return refuse("invalid", "请选择由谁递补", { at: "nominee" })
    const next = await incoming(ctx, input, list, undefined)
    if (!next.ok) return next
    const done = await take(ctx, of, next.value!)
    if (!done.ok) return done
    await told(ctx, of, "filled", 1)
    return ok({})
  },
})

async function take(ctx: Ctx, of: OfAssembly, next: Seated): Promise<Result<readonly Seat[], Refusal>> {
  if (next.nominee)
    await changeNominees(ctx.tx, [next.nominee], {
      state: "accepted",
      decidedBy: ctx.actor.name,
      decidedOn: ctx.today,
    })
  return seat(ctx, of, [next])
}

/** Who comes in: the next in reserve on the list, or a student of the same faculty (or class) recommended anew. */
async function incoming(
  ctx: Ctx,
  said: ComesIn,
  list: ListRow | null,
  after: Seat | undefined,
): Promise<Result<Seated | null, Refusal>> {
  const source: Seat["source"] = list
    ? list.unit === "society"
      ? "organisation"
      : "class"
    : (after?.source ?? "class")
  const common = {
    voting: after?.voting ?? true,
    source,
    society: list?.society ?? after?.society ?? null,
    ...(list ? { listId: list.id } : {}),
    ...(after ? { after } : {}),
  }
  if (said.nominee) {
    const [n] = await nomineesByIds(ctx.tx, [said.nominee])
    if (!n || n.listId !== list?.id || n.state !== "reserve")
      return refuse("invalid", "这名同学不在本名单的候补人选中", { at: "nominee" })
    const ahead = (await nomineesOf(ctx.tx, [list.id])).find(
      (o) => o.state === "reserve" && (o.reserve ?? 0) < (n.reserve ?? 0) && sameShare(list, o, n),
    )
    if (ahead)
      return refuse("against-clause", `${ahead.name}得票多于${n.name}，应先递补`, {
        clause: "6.2",
        at: "nominee",
        cure: "按得票多少依次递补；其不能参加的，重新推荐",
      })
    if (n.number === ctx.actor.number)
      return refuse("not-allowed", "不能办理本人的递补", { clause: "6.2", cure: "由委员会其他委员办理" })
    return ok({
      ...common,
      number: n.number,
      nominee: n.id,
      basis: `候补第${n.reserve}名递补（${chineseDay(ctx.today)}）`,
    })
  }
  if (!said.number) return ok(null)
  if ((said.basis ?? "").length < 4)
    return refuse("invalid", "请写明由谁、何时重新推荐（至少4字）", { clause: "6.2", at: "basis" })
  if (said.number === ctx.actor.number)
    return refuse("not-allowed", "不能办理本人的递补", { clause: "6.2", cure: "由委员会其他委员办理" })
  const student = (await enrolled(ctx.tx, [said.number], ctx.today)).get(said.number)
  if (!student) return refuse("not-found", `学生名册中没有学号${said.number}`, { at: "number" })
  const faculty = list?.faculty ?? (source === "class" ? (after?.faculty ?? null) : null)
  const className = list?.className ?? null
  if (faculty !== null && student.faculty !== faculty)
    return refuse("against-clause", `${student.name}不是${faculty}的学生，不能占用该学院的名额`, {
      clause: "6.4",
      at: "number",
    })
  if (className !== null && student.className !== className)
    return refuse("against-clause", `${student.name}不是${className}的学生，不能占用该班级的名额`, {
      clause: "6.4",
      at: "number",
    })
  return ok({ ...common, number: student.number, basis: `重新推荐：${said.basis}` })
}

/** Of two in reserve, whether they stand for the same seats: of their year of entry where it has its own. */
const sameShare = (list: ListRow, a: { grade: number }, b: { grade: number }): boolean =>
  list.shares.every((s) => s.grade === null) || a.grade === b.grade
