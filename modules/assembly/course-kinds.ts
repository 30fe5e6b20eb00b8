import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { Move } from "@qiaoliang/procedure"
import type { Actor } from "#kit/server/actor.ts"
import type { Ctx } from "#kit/server/world.ts"
import type { Course, CourseKind } from "#modules/courses/index.ts"
import type { Assembly } from "./assembly.ts"
import { assemblyProcedures } from "./procedure.ts"
import { type Readiness, readinessOf } from "./readiness.ts"
import { changed, record } from "./recording.ts"
import { assemblyById, changeAssembly } from "./store.ts"

/** The union's own people, and the university's offices beside the chain. */
export const mayFollow = (actor: Actor, course: Course): boolean =>
  actor.capacities.some(
    (c) =>
      (c.office === "union" && c.scope.id === course.unionId && c.post !== "member") ||
      c.scope.kind === "university",
  )

/** The steps of an assembly wait for what its rooms prepare. */
const guard =
  (readiness: readonly Readiness[]) =>
  async (ctx: Ctx, course: Course, move: Move): Promise<Result<void, Refusal>> => {
    const assembly = await assemblyById(ctx.tx, course.subject, true)
    const { clause } = course.procedure
    if (!assembly) return refuse("not-found", "没有这次大会")
    const ending = move.kind === "withdraw" || move.kind === "refuse"
    if (assembly.state === "open" || assembly.state === "closed")
      return refuse("conflict", "大会已经召开", { clause })
    if (assembly.state === "cancelled" && !ending)
      return refuse("conflict", "大会已经取消", { clause, cure: "可作出不同意的决定，了结这一事项" })
    if (move.kind !== "pass") return ok(undefined)
    if (move.step !== "committee" && move.step !== "ready" && move.step !== "convened") return ok(undefined)
    const all = await readinessOf(ctx, assembly, readiness)
    const wanted = move.step === "committee" ? all.filter((r) => r.key === "committee") : all
    const missing = wanted.filter((r) => !r.ready)
    if (missing.length === 0) return ok(undefined)
    return refuse(
      "against-clause",
      move.step === "committee"
        ? `筹备委员会还不能成立：${missing[0]!.says}`
        : `筹备工作还没有完成：${missing.map((r) => r.title).join("、")}`,
      { clause, cure: missing.map((r) => `${r.title}：${r.says}`).join("；") },
    )
  }

/** What follows: the last reply convenes; a changed request takes it back; a refused or withdrawn one ends it. */
async function moved(ctx: Ctx, course: Course, move: Move): Promise<void> {
  const assembly = await assemblyById(ctx.tx, course.subject, true)
  if (!assembly) return
  const { status } = course.state
  if (status === "passed") await convene(ctx, assembly)
  else if (status === "open" && assembly.state === "convened")
    await changeAssembly(ctx.tx, assembly.id, { state: "preparing" })
  else if ((status === "refused" || status === "withdrawn") && assembly.state !== "cancelled")
    await endIt(ctx, assembly, move)
}

async function convene(ctx: Ctx, { id, unionId }: Assembly): Promise<void> {
  await changeAssembly(ctx.tx, id, { state: "convened" })
  await record(ctx, id, { kind: "convened" })
  await ctx.emit("assembly.convened", { assembly: id })
  await changed(ctx, unionId)
}

/** Called off: by a refusal, by the proposer, by whoever prepares it. */
export async function callOff(ctx: Ctx, { id, unionId }: Assembly, because: string): Promise<void> {
  await changeAssembly(ctx.tx, id, { state: "cancelled", cancelledBecause: because })
  await record(ctx, id, { kind: "cancelled", because })
  await ctx.emit("assembly.cancelled", { assembly: id })
  await changed(ctx, unionId)
}

const endIt = (ctx: Ctx, assembly: Assembly, move: Move): Promise<void> => {
  const said = "because" in move ? move.because.trim() : ""
  return callOff(ctx, assembly, said || (move.kind === "refuse" ? "请示未获同意" : "请示已撤回"))
}

/** The two procedures, with what the rooms of a congress say is still missing. */
export const assemblyCourses = (readiness: readonly Readiness[]): readonly CourseKind[] =>
  assemblyProcedures.map((procedure) => ({
    module: "assembly",
    procedure,
    href: (course) => `/office/assemblies/${course.subject}`,
    mayRead: mayFollow,
    guard: guard(readiness),
    moved,
  }))

/** For beginning and changing a request, which wait for nothing. */
export const kindFor = (level: "school" | "faculty"): CourseKind =>
  assemblyCourses([]).find((k) => k.procedure.id === `assembly.${level}`)!
