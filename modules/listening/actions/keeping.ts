import { newId, ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { categoriesOf, needById, raiseNeed } from "#modules/needs/index.ts"
import { facultiesOn } from "#modules/people/index.ts"
import { mayKeep } from "../abilities.ts"
import * as contract from "../contract.ts"
import { type Heard, type Listening, labelOf, phaseOf } from "../listening.ts"
import { theHeard, theListeningHeld } from "../load.ts"
import { changeHeard, changeListening, dropHeard, heardAt, heardById, insertHeard } from "../store.ts"
import { tellRecords } from "../telling.ts"

export const minute = action(contract.minute, {
  load: theListeningHeld,
  may: mayKeep,
  run: async (ctx, { id, attendance, minutes }, { listening }) => {
    if (listening.kind === "survey") return refuse("conflict", "问卷没有现场记录")
    if (listening.state !== "announced" && listening.state !== "held")
      return refuse("conflict", "只有公布过的活动可以记录", { cure: "先公布活动" })
    if (listening.onDay > ctx.today) return refuse("conflict", "活动还没有举行")
    await changeListening(ctx.tx, id, {
      state: "held",
      attendance,
      minutes,
      minutedOn: ctx.today,
      minutedBy: ctx.actor.name,
      changedAt: ctx.now,
    })
    await tellRecords(ctx, listening)
    ctx.note({ listening: id, attendance })
    return ok({})
  },
})

const mayHear = (l: Listening, today: string): boolean =>
  l.kind === "survey"
    ? phaseOf(l, today) === "held"
    : (l.state === "announced" || l.state === "held") && l.onDay <= today

export const hear = action(contract.hear, {
  load: theListeningHeld,
  may: mayKeep,
  run: async (ctx, { id, heard: changed, categoryId, ...said }, { listening }) => {
    if (!mayHear(listening, ctx.today))
      return refuse(
        "conflict",
        listening.kind === "survey" ? "问卷结束后才能整理" : "活动举行后才能登记听到的内容",
      )
    const category = (await categoriesOf(ctx.tx)).find((c) => c.id === categoryId)
    if (!category) return refuse("invalid", "没有这个类别", { at: "categoryId" })
    if (category.desk === "league")
      return refuse("invalid", "反映学生会工作人员作风的，不在这里登记", {
        at: "categoryId",
        clause: "7.2",
        cure: "请反映人提交诉求，由学校团委受理",
      })
    if (said.faculty && !(await facultiesOn(ctx.tx, ctx.today)).some((f) => f.name === said.faculty))
      return refuse("invalid", "没有这个学院", { at: "faculty" })
    const before = changed ? await heardById(ctx.tx, changed) : undefined
    if (changed && before?.listeningId !== id) return refuse("not-found", "没有这条记录")
    if (before?.needId)
      return refuse("conflict", "已经转为诉求，不能再改", { cure: "在诉求中补充，或先取消关联" })
    const words = { categoryId, field: category.field, ...said }
    const heard = before?.id ?? newId(ctx.now.getTime())
    if (before) await changeHeard(ctx.tx, before.id, words)
    else await insertHeard(ctx.tx, { id: heard, listeningId: id, needId: null, joined: false, ...words })
    await tellRecords(ctx, listening)
    ctx.note({ listening: id, heard })
    return ok({ heard })
  },
})

export const unhear = action(contract.unhear, {
  load: theHeard,
  may: mayKeep,
  run: async (ctx, { heard: id }, { heard, listening }) => {
    if (heard.needId) return refuse("conflict", "已经转为诉求或已关联，不能删除")
    await dropHeard(ctx.tx, id)
    await tellRecords(ctx, listening)
    ctx.note({ listening: listening.id, heard: id })
    return ok({})
  },
})

/** The words of a need heard: what was said, and what a department answered on the spot. */
const textOf = (h: Heard): string =>
  h.said ? `${h.words}\n\n现场答复${h.saidBy ? `（${h.saidBy}）` : ""}：${h.said}` : h.words

export const raise = action(contract.raise, {
  load: theListeningHeld,
  may: mayKeep,
  run: async (ctx, { id, items }, { listening }) => {
    const all = new Map((await heardAt(ctx.tx, [id])).map((h) => [h.id, h]))
    const source = { topic: "listening", id, label: labelOf(listening) }
    for (const { heard: wanted, title } of items) {
      const heard = all.get(wanted)
      if (!heard) return refuse("not-found", "没有这条记录")
      if (heard.needId) return refuse("conflict", `“${heard.words.slice(0, 20)}”已经转为诉求`)
      all.set(wanted, { ...heard, needId: "going" })
      const need = await raiseNeed(
        ctx,
        {
          desk: "union",
          unionId: listening.unionId,
          title,
          text: textOf(heard),
          categoryId: heard.categoryId,
          field: heard.field,
          place: "",
          shown: "desk",
          discreet: false,
          photos: [],
          source,
        },
        { number: "", name: "", faculty: heard.faculty, className: "" },
      )
      await changeHeard(ctx.tx, heard.id, { needId: need.id, joined: false })
    }
    ctx.note({ listening: id, raised: items.length })
    return ok({ raised: items.length })
  },
})

export const join = action(contract.join, {
  load: theHeard,
  may: mayKeep,
  run: async (ctx, { heard: id, needId }, { heard, listening }) => {
    if (heard.needId) return refuse("conflict", "已经转为诉求或已关联")
    const need = await needById(ctx.tx, needId)
    if (!need || need.unionId !== listening.unionId || need.desk !== "union" || need.state !== "open")
      return refuse("invalid", "没有这件可以关联的诉求", { at: "needId" })
    await changeHeard(ctx.tx, id, { needId, joined: true })
    ctx.note({ listening: listening.id, heard: id, need: needId })
    return ok({})
  },
})

/** A link set by mistake is taken back; a need that was raised stays. */
export const part = action(contract.part, {
  load: theHeard,
  may: mayKeep,
  run: async (ctx, { heard: id }, { heard, listening }) => {
    if (!heard.joined) return refuse("conflict", "没有与已有诉求关联")
    await changeHeard(ctx.tx, id, { needId: null, joined: false })
    ctx.note({ listening: listening.id, heard: id })
    return ok({})
  },
})
