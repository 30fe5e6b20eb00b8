import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { Ctx } from "#kit/server/world.ts"
import { unionsOf } from "#modules/unions/index.ts"
import { type Condition, judgeStudent } from "#policy/index.ts"
import { type Application, type Source, versionOf } from "./application.ts"
import { insertApplication, newApplicationId, postOnRecord } from "./applications.ts"
import { barOn, outside, type Standing, standingOn } from "./bar.ts"
import { type Call, labelOf } from "./call.ts"

export interface Form {
  readonly source: Source
  readonly sourceNote: string
  readonly statement: string
  readonly achievements: string
}

/** Only the days of the call decide whether it takes applications; no verb of anybody's does. */
export function takes(call: Call): Result<void, Refusal> {
  if (call.status === "open") return ok(undefined)
  if (call.status === "upcoming")
    return refuse("conflict", `${call.opensOn}开始报名`, { cure: "到开始日期再报名" })
  return call.status === "cancelled"
    ? refuse("conflict", "这次选拔已经取消", { cure: "请看有没有新的选拔通知" })
    : refuse("conflict", "报名已经截止", { cure: "请看有没有新的选拔通知" })
}

/** The person applying, as the register has them, and whether this union is theirs. */
export async function applicantFor(ctx: Ctx, call: Call): Promise<Result<Standing, Refusal>> {
  const standing = await standingOn(ctx.tx, ctx.actor.number, ctx.today)
  if (!standing)
    return refuse("not-allowed", `学籍名册中没有学号${ctx.actor.number}`, {
      clause: "4.4",
      cure: "学生会由在籍学生组成。如果你是在籍学生，请向教务处核对学籍登记",
    })
  const other = outside(call, standing.student, await unionsOf(ctx.tx))
  return other ? refuse("not-allowed", other, { cure: "请看面向你的选拔通知" }) : ok(standing)
}

const whereToAsk: Readonly<Record<string, string>> = {
  "4.1": "政治面貌登记有误的，请向学院（系）团组织申请更正",
  "4.3": "成绩登记有误的，请向教务处申请更正",
}

/** 4.1 and 4.3 by the record of today: what is violated refuses, what is not known goes on to the chain. */
export async function judged(
  ctx: Ctx,
  call: Call,
  standing: Standing,
): Promise<Result<readonly Condition[], Refusal>> {
  const conditions = judgeStudent(standing.student, await barOn(ctx.tx, call.unionId, ctx.today))
  const failed = conditions.filter((c) => c.verdict === "violated")
  const [first] = failed
  if (!first) return ok(conditions)
  return refuse("against-clause", failed.map(inWords).join("；"), {
    clause: first.clause,
    cure: failed.map((c) => whereToAsk[c.clause]).join("；"),
  })
}

const inWords = (c: Condition) =>
  c.clause === "4.1" ? `政治面貌为${c.because}，须为共产党员或共青团员` : c.because

export async function sourced(ctx: Ctx, form: Form): Promise<Result<string | null, Refusal>> {
  const { source, sourceNote } = form
  if ((source === "exemplar" || source === "other") && sourceNote.length < 2)
    return refuse("invalid", "请写明来源", {
      at: "sourceNote",
      clause: "5.3",
      cure: source === "exemplar" ? "写明在哪个领域、获得什么荣誉" : "写明目前的经历",
    })
  if (source === "exemplar" || source === "other") return ok(null)
  return ok(await postOnRecord(ctx.tx, ctx.actor.number, source === "school-union" ? "school" : "faculty"))
}

/** Apply as the person acting: judged, kept, told to the chain. */
export async function applyFor(
  ctx: Ctx,
  call: Call,
  postId: string,
  form: Form,
): Promise<Result<Application, Refusal>> {
  const open = takes(call)
  if (!open.ok) return open
  const post = call.posts.find((p) => p.id === postId)
  if (!post) return refuse("not-found", "通知中没有这个岗位", { at: "postId", cure: "请刷新页面后重新选择" })
  const standing = await applicantFor(ctx, call)
  if (!standing.ok) return standing
  const conditions = await judged(ctx, call, standing.value)
  if (!conditions.ok) return conditions
  const onRecord = await sourced(ctx, form)
  if (!onRecord.ok) return onRecord
  const { student, className } = standing.value
  const content = {
    id: newApplicationId(ctx.now),
    callId: call.id,
    postId,
    number: ctx.actor.number,
    name: student.name,
    faculty: student.faculty,
    className,
    grade: student.grade,
    level: student.level,
    postKind: post.kind,
    department: post.department,
    source: form.source,
    sourceNote: form.sourceNote,
    sourceOnRecord: onRecord.value,
    statement: form.statement,
    achievements: form.achievements,
    conditions: conditions.value,
  }
  const made: Application = {
    ...content,
    version: versionOf(content),
    status: "submitted",
    submittedOn: ctx.today,
    changedOn: ctx.today,
  }
  if (!(await insertApplication(ctx.tx, made, ctx.now)))
    return refuse("conflict", `你已经报名“${labelOf(post)}”`, { cure: "可以修改已交的报名，或先撤回" })
  ctx.note({ call: call.id, application: made.id })
  await ctx.emit("calls.applied", { application: made.id })
  return ok(made)
}
