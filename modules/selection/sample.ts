import { unwrap } from "@qiaoliang/basics"
import { stepAt } from "@qiaoliang/procedure"
import { nobody } from "#kit/server/actor.ts"
import type { Ctx } from "#kit/server/world.ts"
import { caseOf, courseById, moveCourse } from "#modules/courses/index.ts"
import { capacitiesOf } from "#modules/offices/index.ts"
import { kindFor } from "./kinds.ts"
import { vouch } from "./procedure.ts"
import { type Candidacy, everyCandidacy } from "./store.ts"

const words = [
  "该同学理想信念坚定，政治立场鲜明；品行端正，作风务实，担任班干部期间认真负责，热心为同学们服务。",
  "该同学积极践行社会主义核心价值观，为人诚恳，做事踏实，同学中评价好，有为大家服务的觉悟和能力。",
  "该同学热爱集体，乐于奉献，长期参加志愿服务，组织活动细致周到，善于倾听同学们的意见。",
]

/** Some of the sample's applicants taken on their way: one at its public notice, one half reviewed, one recommended. */
export async function loadSampleSelection(ctx: Ctx): Promise<void> {
  const own = (await everyCandidacy(ctx.tx)).filter((k) => k.faculty === "文学院")
  const members = own.filter((k) => k.postKind === "school-member")
  const presidium = own.filter((k) => k.postKind === "school-presidium")
  const fresh = await atFirst(ctx, own)
  if (!fresh || members.length === 0) return
  for (const [i, k] of members.entries())
    await pass(ctx, k, "T5001", "faculty-league", { [vouch.key]: words[i % words.length]! })
  const [first, second] = members
  if (first)
    for (const [number, office] of [
      ["T2001", "student-affairs"],
      ["T1001", "school-league"],
    ] as const)
      await pass(ctx, first, number, office)
  if (second) await pass(ctx, second, "T2001", "student-affairs")
  for (const k of presidium) {
    await pass(ctx, k, "T5001", "faculty-league", { [vouch.key]: words[0]! })
    await pass(ctx, k, "T5002", "faculty-party")
  }
}

async function atFirst(ctx: Ctx, of: readonly Candidacy[]): Promise<boolean> {
  for (const k of of) if ((await courseById(ctx.tx, k.courseId))?.state.at !== 0) return false
  return true
}

async function pass(
  ctx: Ctx,
  k: Candidacy,
  number: string,
  office: string,
  says?: Record<string, string>,
): Promise<void> {
  const course = (await courseById(ctx.tx, k.courseId))!
  const capacities = await capacitiesOf(ctx.tx, number, ctx.today)
  const name = await nameOf(ctx, number)
  const as: Ctx = { ...ctx, actor: { ...nobody, number, name, capacities } }
  unwrap(
    await moveCourse(as, kindFor(k.postKind), course.id, {
      kind: "pass",
      step: stepAt(caseOf(course), course.state)!.id,
      office,
      version: course.state.version,
      ...(says ? { says } : {}),
    }),
  )
}

async function nameOf(ctx: Ctx, number: string): Promise<string> {
  const { rows } = await ctx.tx.client.query<{ name: string }>(
    "select name from account where university_id = $1 and number = $2",
    [ctx.tx.university, number],
  )
  return rows[0]?.name ?? ""
}
