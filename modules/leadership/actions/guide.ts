import { isDay, newId, ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { unionsOf } from "#modules/unions/index.ts"
import { mayAnswerGuidance, mayGuide } from "../abilities.ts"
import { answerGuidance as answerContract, guide as guideContract } from "../contract.ts"
import { ownFile } from "../files.ts"
import { guidanceById, insertAnswer, insertGuidance } from "../guidance-store.ts"
import { recordsChanged } from "../load.ts"
import { recordedBy } from "../signing.ts"

export const guide = action(guideContract, {
  load: async (ctx, { union }) => {
    const all = await unionsOf(ctx.tx)
    const guided = all.find((u) => u.id === union)
    return guided ? ok({ guided, all }) : refuse("not-found", "没有这个学生会", { at: "union" })
  },
  may: (actor, { guided, all }) => mayGuide(actor, guided, all),
  run: async (ctx, input, { guided, all }) => {
    const { kind, on, topic, words, file } = input
    if (!isDay(on) || on > ctx.today) return refuse("invalid", "日期有误，或在今天之后", { at: "on" })
    if ((kind === "union") !== (guided.level === "faculty"))
      return refuse("invalid", "学院（系）学生会由校级学生会指导；校级学生会由学校团委和上级学联指导", {
        at: "kind",
        clause: guided.level === "faculty" ? "2.3" : "10.1",
      })
    if (!file && (kind === "federation" || kind === "filing"))
      return refuse("invalid", "请附上学联的文件或报送的材料", { at: "file", clause: "10.1" })
    const sent = file ? await ownFile(ctx, file) : ok(null)
    if (!sent.ok) return sent
    const id = newId(ctx.now.getTime())
    await insertGuidance(ctx.tx, {
      id,
      unionId: guided.id,
      kind,
      onDay: on,
      topic,
      words,
      fileId: sent.value?.id ?? null,
      ...recordedBy(ctx, mayGuide(ctx.actor, guided, all)),
    })
    ctx.note({ guidance: id, union: guided.id, kind })
    await recordsChanged(ctx, [guided.id])
    return ok({ id })
  },
})

export const answerGuidance = action(answerContract, {
  load: async (ctx, { id }) => {
    const found = await guidanceById(ctx.tx, id)
    const [union] = found ? await unionsOf(ctx.tx, [found.unionId]) : []
    return found && union ? ok({ found, union }) : refuse("not-found", "没有这次指导")
  },
  may: (actor, { union }) => mayAnswerGuidance(actor, union),
  run: async (ctx, { happened, note }, { found, union }) => {
    if (found.kind !== "union") return refuse("conflict", "这一条由学校团委登记，不需要确认")
    if (!happened && note.length < 2)
      return refuse("invalid", "不属实的，请写明情况（至少2字）", { at: "note" })
    const answered = await insertAnswer(ctx.tx, {
      guidanceId: found.id,
      happened,
      note,
      ...recordedBy(ctx, mayAnswerGuidance(ctx.actor, union)),
    })
    if (!answered) return refuse("conflict", "这次指导已经答复")
    ctx.note({ guidance: found.id, happened })
    await recordsChanged(ctx, [union.id])
    return ok({})
  },
})
