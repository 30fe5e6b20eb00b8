import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { z } from "zod"
import { action } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { courseById } from "#modules/courses/index.ts"
import { departmentsOn, type UnionRow, unionsOf } from "#modules/unions/index.ts"
import { mayGuide, mayPrepare } from "../abilities.ts"
import { projectsDraft, projectsEdit, projectsGuide, projectsLink } from "../contract.ts"
import { reviewProcedure, toChange } from "../load.ts"
import { changeProject, classesOn, insertProject, leads, societiesOn } from "../store.ts"

type Plan = Omit<z.output<(typeof projectsEdit)["input"]>, "id">

/** The school's union of the same students, which guides what a faculty's union does for the whole school (2.4). */
export const guideOf = async (ctx: Ctx, union: UnionRow): Promise<UnionRow | undefined> =>
  union.level === "school"
    ? undefined
    : (await unionsOf(ctx.tx)).find((u) => u.level === "school" && u.kind === union.kind)

/** Whether a plan can stand, and what follows from it. `kept` is what it was already built on. */
async function settled(ctx: Ctx, union: UnionRow, plan: Plan, kept: readonly string[] = []) {
  if (plan.endsOn < plan.startsOn)
    return refuse("invalid", "结束日期早于开始日期", { at: "endsOn", cure: "更正日期" })
  if (plan.callUntil && plan.callUntil > plan.endsOn)
    return refuse("invalid", "报名截止日期晚于项目结束日期", { at: "callUntil", cure: "更正日期" })
  const classes = new Set([...(await classesOn(ctx.tx, ctx.today)), ...kept])
  const societies = new Set([...(await societiesOn(ctx.tx, ctx.today)).map((s) => s.name), ...kept])
  const unknown = plan.classes.find((c) => !classes.has(c)) ?? plan.societies.find((s) => !societies.has(s))
  if (unknown)
    return refuse("invalid", `名册中没有“${unknown.replace("/", "")}”`, {
      clause: "2.5",
      at: plan.classes.includes(unknown) ? "classes" : "societies",
      cure: "从名册中选择班级和社团",
    })
  if (union.level === "school" && plan.reach === "faculty")
    return refuse("invalid", "校级学生会的项目面向全校", { at: "reach" })
  const guide = plan.reach === "school" ? await guideOf(ctx, union) : undefined
  if (union.level === "faculty" && plan.reach === "school") {
    const departments = guide ? await departmentsOn(ctx.tx, [guide.id], ctx.today) : []
    if (!guide || !departments.some((d) => d.name === plan.guideDepartment))
      return refuse("against-clause", "院系学生会承办面向全校的项目，须写明由校级学生会哪个部门指导", {
        clause: "2.4",
        at: "guideDepartment",
        cure: "选择校级学生会的一个工作部门",
      })
  }
  return ok({
    ...plan,
    guideUnionId: guide?.id ?? null,
    guideDepartment: guide ? plan.guideDepartment : null,
  })
}

async function host(
  ctx: Ctx,
  { unionId }: { unionId: string },
): Promise<Result<{ union: UnionRow }, Refusal>> {
  const [union] = await unionsOf(ctx.tx, [unionId])
  return union ? ok({ union }) : refuse("not-found", "没有这个学生会")
}

export const draft = action(projectsDraft, {
  load: host,
  may: mayPrepare,
  run: async (ctx, { unionId, ...plan }, { union }) => {
    const can = await settled(ctx, union, plan)
    if (!can.ok) return can
    await insertProject(ctx.tx, {
      ...can.value,
      id: ctx.change,
      unionId,
      status: "draft",
      reached: [],
      madeByName: ctx.actor.name,
      madeAt: ctx.now,
    })
    ctx.note({ project: ctx.change, union: unionId })
    return ok({ id: ctx.change })
  },
})

export const edit = action(projectsEdit, {
  load: toChange,
  may: mayPrepare,
  run: async (ctx, { id, ...plan }, { project: p, union }) => {
    if (p.status === "closed") return refuse("conflict", "项目已结项，不能再改方案")
    const can = await settled(ctx, union, plan, [...p.classes, ...p.societies])
    if (!can.ok) return can
    if (p.status !== "draft" && (plan.reach !== p.reach || can.value.guideDepartment !== p.guideDepartment))
      return refuse("conflict", "项目启动后不能改变面向范围和指导部门", { clause: "2.4" })
    if (p.status !== "draft" && plan.classes.length + plan.societies.length === 0)
      return refuse("against-clause", "项目须登记所依托的班级和社团", { clause: "2.5", at: "classes" })
    const same = can.value.guideDepartment === p.guideDepartment
    await changeProject(ctx.tx, id, { ...can.value, guideAgreedBy: same ? p.guideAgreedBy : null })
    ctx.note({ project: id })
    await ctx.emit("records.changed", { unions: [p.unionId] })
    return ok({ id })
  },
})

export const link = action(projectsLink, {
  load: toChange,
  may: mayPrepare,
  run: async (ctx, { id, requestId }, { project: p }) => {
    if (p.status === "closed") return refuse("conflict", "项目已结项")
    const course = requestId ? await courseById(ctx.tx, requestId) : undefined
    if (requestId && (course?.procedure.id !== reviewProcedure || course.unionId !== p.unionId))
      return refuse("not-found", "没有这份活动申请", { at: "requestId", clause: "10.4" })
    await changeProject(ctx.tx, id, { requestId: course ? course.subject : null })
    ctx.note({ project: id })
    return ok({ id })
  },
})

/** 2.4: the guiding department says that it guides. */
export const guide = action(projectsGuide, {
  load: toChange,
  may: mayGuide,
  run: async (ctx, { id }, { project: p, guide: by }) => {
    if (p.status !== "draft" || p.guideAgreedBy) return refuse("conflict", "这个项目不需要再确认指导")
    const at = { union: by?.id ?? "", department: p.guideDepartment ?? "" }
    if (!(await leads(ctx.tx, ctx.actor.number, at, ctx.today)))
      return refuse("not-allowed", `此事由${p.guideDepartment}负责人或校级学生会主席团办理`, {
        clause: "2.4",
      })
    await changeProject(ctx.tx, id, { guideAgreedBy: ctx.actor.name })
    ctx.note({ project: id })
    return ok({ id })
  },
})
