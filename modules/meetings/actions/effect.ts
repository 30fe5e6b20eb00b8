import { ok, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import { courseById } from "#modules/courses/index.ts"
import { mayConvene, mayFinish } from "../abilities.ts"
import * as contract from "../contract.ts"
import { changed, theResolution } from "../load.ts"
import { record } from "../recording.ts"
import { priorReport, reportOf } from "../reports.ts"
import { changeResolution } from "../store.ts"

/** 7.4: an important matter takes effect by its resolution and after its prior report, not before. */
export const putInForce = action(contract.putInForce, {
  load: theResolution,
  may: (actor, { union, convening }) => mayConvene(actor, union, convening),
  run: async (ctx, { id }, { meeting, resolution }) => {
    if (resolution.state !== "passed") return refuse("conflict", "没有通过的决议不能生效", { clause: "2.2a" })
    if (resolution.inForceOn) return refuse("conflict", "这项决议已经生效")
    const report = await reportOf(ctx.tx, resolution)
    if (report?.state.status !== "passed")
      return refuse(
        "against-clause",
        report ? "向学校团委的事先报告还没有办结" : "决定重要事项，须事先向学校团委报告",
        { clause: "7.4", cure: report ? "待校团委办结后再生效" : "先向校团委报告，办结后决议生效" },
      )
    await changeResolution(ctx.tx, id, { inForceOn: ctx.today, priorReport: report.id })
    await record(ctx, meeting.id, { kind: "in-force", resolution: id, report: report.id })
    await ctx.emit("meeting.resolved", { union: meeting.unionId, resolution: id, item: resolution.itemId })
    await changed(ctx, meeting.unionId)
    return ok({})
  },
})

export const linkReport = action(contract.linkReport, {
  load: theResolution,
  may: (actor, { union, convening }) => mayConvene(actor, union, convening),
  run: async (ctx, { id, course }, { meeting, resolution }) => {
    if (resolution.matter === null) return refuse("conflict", "一般事项不需要事先报告")
    if (resolution.inForceOn) return refuse("conflict", "这项决议已经生效")
    const found = await courseById(ctx.tx, course)
    if (!found || found.procedure.id !== priorReport || found.unionId !== meeting.unionId)
      return refuse("not-found", "没有本会的这份事先报告", { at: "course", clause: "7.4" })
    await changeResolution(ctx.tx, id, { priorReport: course })
    await record(ctx, meeting.id, { kind: "report-linked", resolution: id, report: course })
    return ok({})
  },
})

export const assign = action(contract.assign, {
  load: theResolution,
  may: (actor, { union, convening }) => mayConvene(actor, union, convening),
  run: async (ctx, { id, owner, due }, { meeting, resolution, convening }) => {
    if (resolution.state !== "passed" || resolution.doneOn)
      return refuse("conflict", resolution.doneOn ? "这项决议已经落实" : "没有通过的决议不用落实")
    const person = convening.members.find((m) => m.number === owner)
    if (!person) return refuse("invalid", "负责人须是主席团成员", { at: "owner", cure: "请从主席团成员中选" })
    if (due && due < ctx.today)
      return refuse("invalid", "完成期限不能早于今天", { at: "due", cure: "改为今天或以后的日期" })
    await changeResolution(ctx.tx, id, {
      owner: { number: person.number, name: person.name },
      due: due ?? null,
    })
    await record(ctx, meeting.id, { kind: "assigned", resolution: id, owner, due: due ?? null })
    return ok({})
  },
})

export const finish = action(contract.finish, {
  load: theResolution,
  may: (actor, { union, convening, resolution }) => mayFinish(actor, union, convening, resolution.owner),
  run: async (ctx, { id, note }, { meeting, resolution }) => {
    if (resolution.state !== "passed" || resolution.doneOn)
      return refuse("conflict", resolution.doneOn ? "这项决议已经落实" : "没有通过的决议不用落实")
    if (!resolution.inForceOn)
      return refuse("against-clause", "决议还没有生效，不能办理", {
        clause: "7.4",
        cure: "先向校团委报告，办结后决议生效",
      })
    await changeResolution(ctx.tx, id, { doneOn: ctx.today, doneNote: note })
    await record(ctx, meeting.id, { kind: "done", resolution: id, note })
    return ok({})
  },
})
