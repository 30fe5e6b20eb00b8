import { type Finding, judge } from "@qiaoliang/clause"
import type { Ctx } from "#kit/server/world.ts"
import { charterOn } from "#modules/charter/index.ts"
import { evidenceOn } from "#modules/evidence/index.ts"
import { departmentsOn, rostersOn, type UnionRow, unionsOf } from "#modules/unions/index.ts"
import { ruleOf } from "#policy/index.ts"
import type { Facts, Student } from "#policy/vocabulary.ts"

/** The facts a choice is judged by today: roster, departments, the union's own limits, readings, explanations. */
export async function factsOf(ctx: Ctx, unionId: string): Promise<Facts | undefined> {
  const [union] = await unionsOf(ctx.tx, [unionId])
  if (!union) return undefined
  const ids = [unionId]
  const charter = (await charterOn(ctx.tx, ids, ctx.today)).get(unionId)
  const evidence = (await evidenceOn(ctx.tx, ids, ctx.today)).get(unionId)
  const departments = await departmentsOn(ctx.tx, ids, ctx.today)
  return {
    ...frame(ctx, union),
    posts: (await rostersOn(ctx.tx, ids, ctx.today)).get(unionId) ?? null,
    departments: departments.map((d) => ({ name: d.name, ...(d.duties ? { duties: d.duties } : {}) })),
    explanations: evidence?.explanations ?? [],
    limits: charter?.limits ?? {},
    readings: charter?.readings ?? {},
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

export interface Standing {
  readonly clause: "4.1" | "4.3"
  readonly verdict: Finding["verdict"]
  /** What the record says: 入学以来36/120（30%）；无不及格. */
  readonly because: string
  readonly limit: string
}

/** 4.1 and 4.3 for one person by the record of the day: the very rules the register of findings applies. Pure. */
export function standingOf(
  f: Facts,
  person: { number: string; name: string; student: Student | null },
): Standing[] {
  const alone: Facts = {
    ...f,
    posts: [
      {
        row: { name: person.name, studentId: person.number },
        name: person.name,
        kind: "member",
        title: "工作人员",
        student: person.student,
      },
    ],
  }
  return (["4.1", "4.3"] as const).flatMap((clause) => {
    const rule = ruleOf(clause)
    return (rule ? judge(rule, alone) : []).map((finding) => ({
      clause,
      verdict: finding.verdict,
      because: finding.rows[0]?.note ?? finding.because,
      limit: finding.limit,
    }))
  })
}
