import { newId, ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import { appendToLedger } from "#kit/server/ledger.ts"
import { action } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { unionsOf } from "#modules/unions/index.ts"
import { mayKeep, mayWithdraw, mayWrite } from "../abilities.ts"
import { attachedOf } from "../attached.ts"
import { checked, ready } from "../check.ts"
import * as contract from "../contract.ts"
import { theNoticeHeld } from "../load.ts"
import { type Content, isPublished, versionOf } from "../notice.ts"
import { handIn } from "../reviewing.ts"
import { changeNotice, columnsOf, dropNotice, insertNotice, type Notice, versionsOf } from "../store.ts"

const saving = async (
  ctx: Ctx,
  { id }: { id?: string | undefined },
): Promise<Result<{ notice?: Notice }, Refusal>> => (id === undefined ? ok({}) : theNoticeHeld(ctx, { id }))

export const save = action(contract.save, {
  load: saving,
  may: (actor, { notice }, { from }) =>
    notice ? mayKeep(actor, { notice }) : mayWrite(actor, { sender: from }),
  run: async (ctx, { id: _, from, ...written }, { notice }) => {
    if (notice && (notice.live !== null || notice.withdrawnOn))
      return refuse("conflict", "通知已经发布，不能直接改动", {
        clause: "10.4",
        cure: "写一份更正，经审核后发布",
      })
    const sender = notice ?? (await senderOf(ctx, from))
    const known = notice?.written.files ?? []
    const content = await checked(ctx, written, { faculty: sender.faculty, known })
    if (!content.ok) return content
    if (notice) {
      await changeNotice(ctx.tx, notice.id, {
        ...columnsOf(content.value),
        written: content.value,
        changedAt: ctx.now,
        // What was approved for later is not what was written now.
        ...(notice.stage === "scheduled" && versionOf(content.value) !== versionOf(notice.written)
          ? { stage: "draft" }
          : {}),
      })
      return ok({ id: notice.id })
    }
    const id = newId(ctx.now.getTime())
    await insertNotice(ctx.tx, {
      id,
      ...sender,
      author: ctx.actor.number,
      authorName: ctx.actor.name,
      stage: "draft",
      ...columnsOf(content.value),
      written: content.value,
      version: 0,
      live: null,
      publishedAt: null,
      publishedOn: null,
      correctedOn: null,
      refused: null,
      course: null,
      withdrawnOn: null,
      withdrawnBecause: null,
      changedAt: ctx.now,
    })
    ctx.note({ notice: id })
    return ok({ id })
  },
})

/** In whose name: one of the posts held, as `may` has found. */
async function senderOf(ctx: Ctx, from: { office: string; place: string }) {
  const held = ctx.actor.capacities.find((c) => c.office === from.office && c.scope.id === from.place)!
  const [union] = held.office === "union" ? await unionsOf(ctx.tx, [held.scope.id]) : []
  return {
    ...from,
    sender: held.officeName,
    unionId: union?.id ?? null,
    faculty: union ? union.faculty : held.scope.kind === "faculty" ? held.scope.name : null,
  }
}

export const submit = action(contract.submit, {
  load: theNoticeHeld,
  may: mayKeep,
  run: async (ctx, _, { notice }) => {
    if (notice.live !== null) return refuse("conflict", "通知已经发布", { cure: "写一份更正，经审核后发布" })
    const last = (await versionsOf(ctx.tx, notice.id)).at(-1)
    if (
      notice.stage === "scheduled" ||
      (notice.stage === "reviewing" && last?.hash === versionOf(notice.written))
    )
      return refuse("conflict", "已经提交审核，没有新的改动")
    const fit = ready(notice.written, ctx)
    if (!fit.ok) return fit
    const done = await handIn(ctx, notice, notice.written, null)
    ctx.note({ notice: notice.id })
    return done.ok ? ok({}) : done
  },
})

export const discard = action(contract.discard, {
  load: theNoticeHeld,
  may: mayKeep,
  run: async (ctx, { id }, { notice }) => {
    if (notice.stage !== "draft" || notice.version > 0)
      return refuse("conflict", "只能删除没有提交过的草稿", { clause: "10.4" })
    await dropNotice(ctx.tx, id)
    ctx.note({ notice: id })
    return ok({})
  },
})

export const correct = action(contract.correct, {
  load: theNoticeHeld,
  may: mayKeep,
  run: async (ctx, { because, files, ...words }, { notice }) => {
    const live = await liveOf(ctx, notice)
    if (!live.ok) return live
    const kept = await attachedOf(ctx.tx, files, ctx.actor.account, [
      ...live.value.files,
      ...notice.written.files,
    ])
    if (!kept.ok) return kept
    const { title, text, dueOn } = words
    const next: Content = { ...live.value, title, text, dueOn, files: kept.value }
    if (versionOf(next) === versionOf(live.value))
      return refuse("invalid", "没有改动，不需要更正", { at: "text" })
    if ((next.passDown || next.confirm) && (!dueOn || dueOn < (notice.publishedOn ?? ctx.today)))
      return refuse("invalid", "请写明传达、确认的截止日期", { clause: "1.2", at: "dueOn" })
    const done = await handIn(ctx, notice, next, because)
    ctx.note({ notice: notice.id })
    return done.ok ? ok({}) : done
  },
})

async function liveOf(ctx: Ctx, notice: Notice): Promise<Result<Content, Refusal>> {
  if (!isPublished(notice)) return refuse("conflict", "没有发布的通知不需要更正")
  const live = (await versionsOf(ctx.tx, notice.id)).find((v) => v.number === notice.live)
  return live ? ok(live.content) : refuse("not-found", "没有这件通知")
}

/** Taken back in sight of everybody: it stays in the list with the reason, its text does not. */
export const withdraw = action(contract.withdraw, {
  load: theNoticeHeld,
  may: mayWithdraw,
  run: async (ctx, { id, because }, { notice }) => {
    if (!isPublished(notice)) return refuse("conflict", "没有发布，或者已经撤回")
    await changeNotice(ctx.tx, id, {
      withdrawnOn: ctx.today,
      withdrawnBecause: because,
      changedAt: ctx.now,
    })
    await appendToLedger(ctx.tx, [
      {
        topic: "notice",
        subject: id,
        at: ctx.now,
        body: { kind: "withdrawn", version: notice.live, because, on: ctx.today },
      },
    ])
    ctx.note({ notice: id })
    return ok({})
  },
})
