import { isDay, newId, ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { unionsOf } from "#modules/unions/index.ts"
import { mayDraft, mayRepeal } from "../abilities.ts"
import { draft as draftContract, repeal as repealContract, revise as reviseContract } from "../contract.ts"
import type { Written } from "../document.ts"
import { isInForce } from "../document.ts"
import { forceOf, insertDocument } from "../documents-store.ts"
import { ownFile } from "../files.ts"
import { theDocument } from "../load.ts"
import { openRound, putForward } from "../rounds.ts"

interface Given {
  readonly title: string
  readonly words: string
  readonly file?: string | undefined
  readonly from: string
  readonly until?: string | undefined
  readonly public: boolean
}

/** What was sent, as it will be signed. `kept`: the file of the version before, where it stays. */
async function writtenOf(ctx: Ctx, given: Given, kept: Written["file"]): Promise<Result<Written, Refusal>> {
  const sent = given.file ? await ownFile(ctx, given.file) : ok(kept)
  if (!sent.ok) return sent
  const words = given.words.replaceAll("\r\n", "\n").trim()
  if (!words && !sent.value) return refuse("invalid", "请填写全文或附上文件", { at: "words" })
  if (!isDay(given.from)) return refuse("invalid", "施行日期有误", { at: "from" })
  if (given.until !== undefined && (!isDay(given.until) || given.until < given.from))
    return refuse("invalid", "截止日期有误，或早于施行日期", { at: "until" })
  return ok({
    title: given.title,
    words,
    file: sent.value,
    fromDay: given.from,
    untilDay: given.until ?? null,
    public: given.public,
    repeal: false,
  })
}

export const draft = action(draftContract, {
  may: mayDraft,
  run: async (ctx, { kind, unionId, ...given }) => {
    if (unionId && (await unionsOf(ctx.tx, [unionId])).length === 0)
      return refuse("not-found", "没有这个学生会", { at: "unionId" })
    const written = await writtenOf(ctx, given, null)
    if (!written.ok) return written
    const document = { id: newId(ctx.now.getTime()), kind, unionId }
    await insertDocument(ctx.tx, document, ctx.change)
    const no = await putForward(ctx, document, undefined, written.value)
    if (!no.ok) return no
    ctx.note({ document: document.id, kind, union: unionId })
    return ok({ id: document.id })
  },
})

export const revise = action(reviseContract, {
  load: (ctx, { document }) => theDocument(ctx, document),
  may: mayDraft,
  run: async (ctx, { document: _, keepFile, ...given }, { document, versions }) => {
    const written = await writtenOf(ctx, given, keepFile ? (versions[0]?.file ?? null) : null)
    if (!written.ok) return written
    const no = await putForward(ctx, document, versions[0], written.value)
    if (!no.ok) return no
    ctx.note({ document: document.id, no: no.value })
    return ok({ no: no.value })
  },
})

export const repeal = action(repealContract, {
  load: (ctx, { document }) => theDocument(ctx, document),
  may: mayRepeal,
  run: async (ctx, { because, from }, { document, versions }) => {
    const force = (await forceOf(ctx.tx, document.id)).find((f) => isInForce(f, ctx.today))
    const now = versions.find((v) => v.no === force?.no)
    if (!now) return refuse("conflict", "这份文件现在没有施行，不需要废止", { clause: "9.4" })
    if (await openRound(ctx, document.id))
      return refuse("conflict", "这份文件有一版正在研究", { clause: "9.4", cure: "先撤回或等待研究结束" })
    if (!isDay(from)) return refuse("invalid", "废止日期有误", { at: "from" })
    const no = await putForward(ctx, document, versions[0], {
      title: now.title,
      words: because,
      file: null,
      fromDay: from,
      untilDay: null,
      public: now.public,
      repeal: true,
    })
    if (!no.ok) return no
    ctx.note({ document: document.id, no: no.value, repeal: true })
    return ok({ no: no.value })
  },
})
