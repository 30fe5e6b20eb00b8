import { newId, ok, refuse } from "@qiaoliang/basics"
import { hashOf } from "@qiaoliang/ledger"
import { appendToLedger } from "#kit/server/ledger.ts"
import { action } from "#kit/server/verbs.ts"
import { beginCourse, courseById, moveCourse } from "#modules/courses/index.ts"
import { mayEdit, mayPublish } from "../abilities.ts"
import { titleOf } from "../briefing.ts"
import { changeBriefing, deleteBriefing, insertBriefing, insertPublished } from "../briefing-store.ts"
import * as contract from "../contract.ts"
import { briefingKind } from "../course.ts"
import { contentOf, type OfBriefing, theBriefingHeld, theUnion } from "../load.ts"
import { monthOf } from "../period.ts"
import { changed } from "../store.ts"

/** A month's 简报 begins; its figures come from the records until it is handed in. */
export const draft = action(contract.draft, {
  load: theUnion,
  may: mayEdit,
  run: async (ctx, { month }, { union }) => {
    if (month > monthOf(ctx.today)) return refuse("invalid", "这个月还没有到", { at: "month" })
    const id = newId(ctx.now.getTime())
    const begun = await insertBriefing(ctx.tx, {
      id,
      unionId: union.id,
      month,
      words: "",
      state: "draft",
      content: null,
      hash: null,
      course: null,
      by: ctx.actor.number,
      byName: ctx.actor.name,
      changedAt: ctx.now,
    })
    if (!begun)
      return refuse("conflict", "这个月已经有一期简报", { at: "month", cure: "打开已有的一期继续编写" })
    ctx.note({ briefing: id, month })
    return ok({ id })
  },
})

const onlyDraft = ({ briefing }: OfBriefing) =>
  briefing.state === "draft"
    ? ok(undefined)
    : refuse("conflict", briefing.state === "published" ? "简报已经发布，不能改动" : "简报已经提交审核", {
        clause: "10.4",
        ...(briefing.state === "published" ? {} : { cure: "撤回或由审核人退回后再改" }),
      })

/** 按语 */
export const write = action(contract.write, {
  load: theBriefingHeld,
  may: mayEdit,
  run: async (ctx, { id, words }, of) => {
    const open = onlyDraft(of)
    if (!open.ok) return open
    await changeBriefing(ctx.tx, id, { words, changedAt: ctx.now })
    return ok({})
  },
})

/** To the review of 10.4: from here on its content is fixed. */
export const submit = action(contract.submit, {
  load: theBriefingHeld,
  may: mayEdit,
  run: async (ctx, { id }, of) => {
    const open = onlyDraft(of)
    if (!open.ok) return open
    const { briefing, union } = of
    if (briefing.month === monthOf(ctx.today))
      return refuse("conflict", "这个月还没有结束，数字还会变动", { cure: "下个月初再提交审核" })
    const content = await contentOf(ctx, briefing, union.name)
    const hash = hashOf(content)
    await changeBriefing(ctx.tx, id, { content, hash, state: "review", changedAt: ctx.now })
    ctx.note({ briefing: id, hash })
    if (!briefing.course) {
      const course = await beginCourse(ctx, briefingKind, {
        subject: id,
        title: titleOf(content),
        version: hash,
        places: {},
        about: [],
        unionId: union.id,
      })
      await changeBriefing(ctx.tx, id, { course: course.id })
      return ok({ course: course.id })
    }
    const course = await courseById(ctx.tx, briefing.course, true)
    const move =
      course?.state.version === hash
        ? ({ kind: "pass", step: "submitted", office: "applicant", version: hash } as const)
        : ({ kind: "amend", version: hash } as const)
    const moved = await moveCourse(ctx, briefingKind, briefing.course, move)
    return moved.ok ? ok({ course: briefing.course }) : moved
  },
})

export const discard = action(contract.discard, {
  load: theBriefingHeld,
  may: mayEdit,
  run: async (ctx, { id }, of) => {
    const open = onlyDraft(of)
    if (!open.ok) return open
    if (of.briefing.course) {
      const ended = await moveCourse(ctx, briefingKind, of.briefing.course, {
        kind: "withdraw",
        because: "删除草稿",
      })
      if (!ended.ok) return ended
    }
    await deleteBriefing(ctx.tx, id)
    return ok({})
  },
})

/** For everybody, for good: its SHA-256 goes into the ledger. */
export const publish = action(contract.publish, {
  load: theBriefingHeld,
  may: mayPublish,
  run: async (ctx, { id }, { briefing, union }) => {
    const { state, content, hash, month } = briefing
    if (state === "published") return refuse("conflict", "简报已经发布")
    if (state !== "reviewed" || !content || !hash)
      return refuse("against-clause", "发布重要信息须经校团委专职副书记审核", {
        clause: "10.4",
        cure: "先提交审核，通过后再发布",
      })
    if (hashOf(content) !== hash) throw new Error(`the content of briefing ${id} is not what was reviewed`)
    await changeBriefing(ctx.tx, id, { state: "published", changedAt: ctx.now })
    await insertPublished(ctx.tx, {
      id,
      unionId: union.id,
      month,
      content,
      hash,
      publishedOn: ctx.today,
      publishedBy: ctx.actor.name,
    })
    await appendToLedger(ctx.tx, [
      {
        topic: "briefing",
        subject: id,
        at: ctx.now,
        body: { kind: "published", month, hash, union: union.id, on: ctx.today },
      },
    ])
    await changed(ctx.tx, ctx.change)
    ctx.note({ briefing: id, month, hash })
    return ok({ hash })
  },
})
