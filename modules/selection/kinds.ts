import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { Move } from "@qiaoliang/procedure"
import type { Ctx } from "#kit/server/world.ts"
import { applicationOf } from "#modules/calls/index.ts"
import type { Course, CourseKind } from "#modules/courses/index.ts"
import { registered } from "#modules/people/index.ts"
import { postKindOf } from "#modules/unions/pure.ts"
import { seesCourse } from "./abilities.ts"
import { chosenOf, determinedBeside } from "./chosen.ts"
import { conclude } from "./conclude.ts"
import { barOf, factsOf, standingOf } from "./ground.ts"
import { determined, isPresidium, type PostKind, postKinds, procedures, published } from "./procedure.ts"
import { type Candidacy, candidacyOf, changeCandidacy, lockUnion } from "./store.ts"
import { forbidden, withChosen } from "./what-if.ts"

/** What the room adds to a chain: who may read, what holds a step up, what follows. */
const kindOf = (kind: PostKind): CourseKind => ({
  module: "selection",
  procedure: procedures[kind],
  href: (course) => `/office/selection/${course.subject}`,
  mayRead: seesCourse,
  guard,
  moved,
  publicNotice: true,
})

export const courseKinds: readonly CourseKind[] = postKinds.map(kindOf)

export const kindFor = (kind: PostKind): CourseKind => courseKinds[postKinds.indexOf(kind)]!

/** What whoever determines says of the place, where it is not as applied for. */
function placeSaid(move: Move): { department?: string; title?: string } {
  if (move.kind !== "pass" || move.step !== determined) return {}
  const department = move.says?.department?.trim()
  const title = move.says?.title?.trim()
  return { ...(department ? { department } : {}), ...(title ? { title } : {}) }
}

/** The place the other office of a joint step gave, where this one says another. */
function disagrees(k: Candidacy, said: { department?: string; title?: string }): string | undefined {
  const same = (said.department ?? k.department) === k.department && (said.title ?? k.title) === k.title
  return same ? undefined : `${k.department ?? ""}${k.title ?? "工作人员"}`
}

async function guard(ctx: Ctx, course: Course, move: Move): Promise<Result<void, Refusal>> {
  if (move.kind !== "pass") return ok(undefined)
  const k = await candidacyOf(ctx.tx, course.subject)
  const bar = k && (await barOf(ctx, k.unionId))
  if (!k || !bar) return refuse("not-found", "没有这份报名")
  const student = (await registered(ctx.tx, [k.number], ctx.today)).get(k.number)?.student ?? null
  const failed = standingOf(bar, student).find((s) => s.verdict === "violated")
  if (failed)
    return refuse("against-clause", `${k.name}现在不符合遴选条件：${failed.because}`, {
      clause: failed.clause,
      cure: "核对记录；确不符合的，作出不同意的决定并告知本人",
    })
  if (isPresidium(k.postKind) || (move.step !== determined && move.step !== published)) return ok(undefined)
  const said = placeSaid(move)
  const other = course.state.signed.some((g) => g.step === determined) && disagrees(k, said)
  if (other)
    return refuse("conflict", `联合办理的另一方已把${k.name}安排为${other}，两方须一致`, {
      clause: course.procedure.clause,
      cure: "商定后按同样的安排办理，或退回",
    })
  return mayBePlaced(ctx, { ...k, ...said })
}

/** 3.9 knows members of departments only; 3.5 and its like bind whoever determines. */
async function mayBePlaced(ctx: Ctx, k: Candidacy): Promise<Result<void, Refusal>> {
  const { department, title } = k
  await lockUnion(ctx.tx, k.unionId)
  const facts = await factsOf(ctx, k.unionId)
  if (!facts) return refuse("not-found", "没有这个学生会")
  if (!department)
    return refuse("invalid", `${k.name}没有填报部门，须写明安排到哪个部门`, {
      clause: "3.9",
      at: "department",
    })
  if (!facts.departments.some((d) => d.name === department))
    return refuse("invalid", `没有“${department}”这个工作部门`, {
      at: "department",
      cure: `现有部门：${facts.departments.map((d) => d.name).join("、") || "无"}`,
    })
  const meant = title === null ? "member" : postKindOf(title, department)
  if (meant !== "head" && meant !== "member")
    return refuse("against-clause", `工作部门成员只有负责人和工作人员，不设“${title}”`, {
      clause: "3.9",
      at: "title",
    })
  const beside = await chosenOf(ctx, await determinedBeside(ctx.tx, k))
  const wrong = forbidden(withChosen(facts, beside), await chosenOf(ctx, [k]))
  return wrong
    ? refuse("against-clause", `${k.name}到任后：${wrong.because}`, {
        clause: wrong.clause,
        cure: "调整到其他部门或职务，或先办理离任",
      })
    : ok(undefined)
}

async function moved(ctx: Ctx, course: Course, move: Move): Promise<void> {
  const said = placeSaid(move)
  const stands = course.state.signed.some((g) => g.step === determined)
  if (move.kind === "return" && !stands) await asAppliedFor(ctx, course)
  else if (said.department || said.title) await changeCandidacy(ctx.tx, course.subject, said)
  if (course.state.status !== "open") await conclude(ctx, course)
}

/** Sent back before it was determined: what was said of the place no longer stands. */
async function asAppliedFor(ctx: Ctx, course: Course): Promise<void> {
  const application = await applicationOf(ctx.tx, course.subject)
  if (application)
    await changeCandidacy(ctx.tx, course.subject, { department: application.department, title: null })
}
