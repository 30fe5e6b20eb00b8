import { isDay, newId, ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import { action } from "#kit/server/verbs.ts"
import type { Ctx } from "#kit/server/world.ts"
import { beginCourse } from "#modules/courses/index.ts"
import { officeAt } from "#modules/offices/index.ts"
import type { UnionRow } from "#modules/unions/index.ts"
import { smallFaculty } from "#policy/practice/congress-rules.ts"
import { mayPropose } from "../abilities.ts"
import { replaceAgenda } from "../agenda-store.ts"
import { agendaWanted } from "../agenda-wanted.ts"
import { type Assembly, isUnderWay, kindNames, versionOf } from "../assembly.ts"
import * as contract from "../contract.ts"
import { kindFor } from "../course-kinds.ts"
import { kindsFor, studentsFor } from "../electorate.ts"
import { theUnion } from "../load.ts"
import { clauseFor } from "../procedure.ts"
import { changed, record } from "../recording.ts"
import * as store from "../store.ts"

export const propose = action(contract.propose, {
  load: theUnion,
  may: (actor, { union }) => mayPropose(actor, union),
  run: async (ctx, { union: _, agenda, ...wanted }, { union }) => {
    const clause = clauseFor(union.level)
    if (!isDay(wanted.day) || wanted.day <= ctx.today)
      return refuse("invalid", "召开日期须在今天以后", { at: "day", clause })
    const students = await studentsFor(ctx.tx, union, ctx.today)
    if (!kindsFor(union, students).includes(wanted.kind))
      return refuse("against-clause", `${kindNames.general}只在学生少于${smallFaculty}人的学院（系）召开`, {
        clause,
        at: "kind",
        cure: `${union.name}联系学生${students}人，按《高校学生代表大会工作规则》第三条召开学生代表大会`,
      })
    await store.lockUnion(ctx.tx, union.id)
    const before = await store.assembliesOf(ctx.tx, [union.id])
    const going = before.find((a) => isUnderWay(a.state))
    if (going) return refuse("conflict", `“${going.name}”还没有结束`, { clause, cure: "先办完或取消这一次" })
    if (before.some((a) => a.name === wanted.name))
      return refuse("conflict", "已有同名的大会", { at: "name", cure: "写明届次" })
    const items = await agendaWanted(ctx, [], agenda)
    if (!items.ok) return items
    const assembly: Assembly = {
      id: newId(ctx.now.getTime()),
      unionId: union.id,
      ...wanted,
      state: "preparing",
      proposedOn: ctx.today,
      openedAt: null,
      closedAt: null,
      cancelledBecause: null,
    }
    await store.insertAssembly(ctx.tx, assembly)
    await replaceAgenda(ctx.tx, assembly.id, items.value)
    const course = await begin(ctx, union, assembly)
    if (!course.ok) return course
    const { name, day, kind } = assembly
    await record(ctx, assembly.id, { kind: "proposed", union: union.id, form: kind, name, day })
    ctx.note({ union: union.id, assembly: assembly.id })
    await changed(ctx, union.id)
    return ok({ id: assembly.id, course: course.value })
  },
})

async function begin(ctx: Ctx, union: UnionRow, assembly: Assembly): Promise<Result<string, Refusal>> {
  const places = await placesOf(ctx, union)
  if (!places.ok) return places
  const course = await beginCourse(ctx, kindFor(union.level), {
    subject: assembly.id,
    title: `${union.name}：召开${kindNames[assembly.kind]}的请示`,
    version: versionOf(assembly),
    places: places.value,
    about: [],
    unionId: union.id,
  })
  return ok(course.id)
}

async function placesOf(ctx: Ctx, union: UnionRow): Promise<Result<Record<string, string>, Refusal>> {
  if (union.level === "school") return ok({})
  const scope = union.faculty ?? undefined
  const office = await officeAt(ctx.tx, ctx.university, { kind: "faculty-league", scope })
  return office
    ? ok({ "faculty-league": office.scopeId, "faculty-party": office.scopeId })
    : refuse("conflict", "本会所属的学院（系）不在名册中", {
        clause: "6.5",
        cure: "请先由学校导入含本学院（系）的学生名册",
      })
}
