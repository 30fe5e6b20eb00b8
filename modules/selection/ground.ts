import type { Ctx } from "#kit/server/world.ts"
import { charterOn } from "#modules/charter/index.ts"
import { evidenceOn } from "#modules/evidence/index.ts"
import { departmentsOn, rostersOn, type UnionRow, unionsOf } from "#modules/unions/index.ts"
import { type Bar, type Condition, judgeStudent } from "#policy/index.ts"
import type { Facts, Student } from "#policy/vocabulary.ts"

/** What bears on one person: the union with its own limits and readings. No roster is read. */
export async function barOf(ctx: Ctx, unionId: string): Promise<Facts | undefined> {
  const [union] = await unionsOf(ctx.tx, [unionId])
  if (!union) return undefined
  const charter = (await charterOn(ctx.tx, [unionId], ctx.today)).get(unionId)
  return { ...frame(ctx, union), limits: charter?.limits ?? {}, readings: charter?.readings ?? {} }
}

/** The facts a choice is judged by today: besides the bar, roster, departments and explanations on file. */
export async function factsOf(ctx: Ctx, unionId: string): Promise<Facts | undefined> {
  const bar = await barOf(ctx, unionId)
  if (!bar) return undefined
  const ids = [unionId]
  const evidence = (await evidenceOn(ctx.tx, ids, ctx.today)).get(unionId)
  const departments = await departmentsOn(ctx.tx, ids, ctx.today)
  return {
    ...bar,
    posts: (await rostersOn(ctx.tx, ids, ctx.today)).get(unionId) ?? null,
    departments: departments.map((d) => ({ name: d.name, ...(d.duties ? { duties: d.duties } : {}) })),
    explanations: evidence?.explanations ?? [],
  }
}

const frame = (ctx: Ctx, union: UnionRow): Facts => ({
  asOf: ctx.today,
  unit: { id: union.id, name: union.name },
  union: {
    id: union.id,
    name: union.name,
    level: union.level,
    kind: union.kind,
    ...(union.faculty ? { faculty: union.faculty } : {}),
  },
  university: { name: ctx.university.name, students: 0, campuses: [] },
  posts: null,
  departments: [],
  answers: {},
  explanations: [],
  limits: {},
  readings: {},
})

/** 4.1 and 4.3 for one person by the record of the day: the rules the register of findings applies. Pure. */
export const standingOf = (f: Bar, student: Student | null): readonly Condition[] =>
  student ? judgeStudent(student, f) : [unknown("4.1"), unknown("4.3")]

const unknown = (clause: Condition["clause"]): Condition => ({
  clause,
  verdict: "unknown",
  because: "学籍名册中没有此人",
  value: null,
  limit: "",
  reading: null,
})
