import { newId, ok, refuse } from "@qiaoliang/basics"
import { nowAt } from "#kit/server/clock.ts"
import { action } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { unionsOf } from "#modules/unions/index.ts"
import { mayPass, mayRemind } from "../abilities.ts"
import * as contract from "../contract.ts"
import { thePublished } from "../load.ts"
import { classGroups } from "../reach-store.ts"
import { targetsOf } from "../sight.ts"
import { insertPassings, insertReminding, type Notice, passingsOf } from "../store.ts"
import { classesReached } from "../targets.ts"
import { toTell } from "../telling.ts"

/** 逐级传达: recorded once for each version, with its day. */
export const pass = action(contract.pass, {
  load: async (ctx, input) => {
    const found = await thePublished(ctx, input)
    if (!found.ok) return found
    const unions = (await unionsOf(ctx.tx)).filter((u) => u.faculty === input.faculty)
    const { faculty, classNames } = input
    return ok({ notice: found.value.notice, faculty, classNames, unions })
  },
  may: mayPass,
  run: async (ctx, input, of) => {
    const { notice, faculty, classNames } = of
    if (!notice.passDown) return refuse("conflict", "这件通知不要求逐级传达")
    const classes = classesReached(targetsOf(notice), await classGroups(ctx.tx, ctx.today, faculty)).get(
      faculty,
    )
    if (!classes) return refuse("not-found", "这件通知不发给这个学院（系）", { at: "faculty" })
    const strange = classNames.find((name) => !classes.includes(name))
    if (strange !== undefined) return refuse("not-found", `这件通知不发给${strange}`, { at: "classNames" })
    const own = notice.faculty === faculty
    if (classNames.length === 0 && own) return refuse("conflict", "本学院（系）发布的通知，直接由班级传达")
    if (input.onDay > ctx.today || input.onDay < notice.publishedOn!)
      return refuse("invalid", "传达日期须在发布之后、今天之前", { at: "onDay" })
    const known = (await passingsOf(ctx.tx, [notice.id])).filter((p) => p.faculty === faculty)
    if (classNames.length > 0 && !own && !known.some((p) => p.className === ""))
      return refuse("against-clause", "学院（系）还没有传达到班级", {
        clause: "1.2",
        cure: "先由学院（系）团组织登记向班级的传达，班级再登记向同学的传达",
      })
    const may = mayPass(ctx.actor, of)
    const held = "as" in may ? may.as : null
    const passed = await insertPassings(
      ctx.tx,
      (classNames.length === 0 ? [""] : [...new Set(classNames)]).map((className) => ({
        noticeId: notice.id,
        faculty,
        className,
        version: notice.live!,
        onDay: input.onDay,
        how: input.how,
        note: input.note,
        byName: ctx.actor.name,
        capacity: held ? `${held.officeName} ${held.title}` : "",
        at: ctx.now,
      })),
    )
    if (passed === 0) return refuse("conflict", "已经登记过传达")
    ctx.note({ notice: notice.id, faculty, passed })
    if (notice.kind === "voice") await judge(ctx, faculty, classes, notice)
    return ok({ passed })
  },
})

/** The faculty's unions are judged anew, and the university's once a faculty has told all of its classes. */
async function judge(ctx: Ctx, faculty: string, classes: readonly string[], notice: Notice): Promise<void> {
  const told = new Set(
    (await passingsOf(ctx.tx, [notice.id])).filter((p) => p.faculty === faculty).map((p) => p.className),
  )
  const whole = classes.every((c) => told.has(c))
  const unions = (await unionsOf(ctx.tx)).filter(
    (u) => u.faculty === faculty || (whole && u.level === "school"),
  )
  await ctx.emit("records.changed", { unions: unions.map((u) => u.id) })
}

/** Asked again: readers by rule, those who have to pass it on by name. Not more than once a day. */
export const remind = action(contract.remind, {
  load: thePublished,
  may: mayRemind,
  run: async (ctx, { id, whom, faculty, className }, { notice }) => {
    if (whom === "passing" && !notice.passDown) return refuse("conflict", "这件通知不要求逐级传达")
    const fresh = await insertReminding(ctx.tx, {
      noticeId: id,
      whom,
      faculty: faculty ?? "",
      className: className ?? "",
      onDay: ctx.today,
      byName: ctx.actor.name,
      at: nowAt(ctx),
    })
    if (!fresh) return refuse("conflict", "今天已经提醒过", { cure: "明天还没有完成的，可以再提醒" })
    ctx.note({ notice: id, whom })
    if (whom === "readers") return ok({ people: 0 })
    const to = await toTell(ctx, notice, { faculty, className })
    await ctx.emit("reminders.tell", {
      to,
      key: `notices/pass/${id}/${newId(ctx.now.getTime())}`,
      title: `请传达：${notice.title}`,
      detail: `${notice.sender}发布的通知还没有传达到班级，请传达后登记`,
      href: `/office/notices/${id}`,
      clause: "1.2",
    })
    return ok({ people: to.length })
  },
})
