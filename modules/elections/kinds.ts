import { type Day, isDay, ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { Move } from "@qiaoliang/procedure"
import type { Ctx } from "#kit/server/world.ts"
import type { Course, CourseKind } from "#modules/courses/index.ts"
import { presidiumAtMost } from "#policy/03-lean/rules.ts"
import { tell } from "./load.ts"
import { facultyResult, filed, filedOn, ratified, receipt, schoolResult } from "./procedure.ts"
import { record } from "./recording.ts"
import { electedIn, seat } from "./seating.ts"
import { changeElection, roundsOf } from "./store.ts"

/** The result of a vote on its way to the Party committee and to the federation. */
const kindOf = (procedure: CourseKind["procedure"]): CourseKind => ({
  module: "elections",
  procedure,
  href: (course) => `/office/elections/${course.subject}`,
  guard,
  moved,
})

export const courseKinds: readonly CourseKind[] = [kindOf(schoolResult), kindOf(facultyResult)]

export const kindFor = (level: "school" | "faculty"): CourseKind => courseKinds[level === "school" ? 0 : 1]!

const isRatified = (course: Course): boolean => course.state.signed.some((g) => g.step === ratified)

async function guard(ctx: Ctx, course: Course, move: Move): Promise<Result<void, Refusal>> {
  if (move.kind === "pass" && move.step === ratified) {
    const rounds = await roundsOf(ctx.tx, course.subject, true)
    if (!rounds.some((r) => r.state === "announced"))
      return refuse("against-clause", "选举结果还没有向大会公告", {
        clause: "6.6a",
        cure: "先由大会主席团公告",
      })
    const level = course.procedure.id === schoolResult.id ? "school" : "faculty"
    const elected = electedIn(rounds).length
    return rounds[0]!.office === "presidium" && elected > presidiumAtMost[level]
      ? refuse("against-clause", `主席团成员不超过${presidiumAtMost[level]}人，当选${elected}人`, {
          clause: level === "school" ? "3.3" : "3.8b",
        })
      : ok(undefined)
  }
  if (move.kind === "pass" && move.step === filed) {
    const on = move.says?.[filedOn]?.trim() ?? ""
    if (!isDay(on) || on > ctx.today)
      return refuse("invalid", "备案日期须写成2025-11-20的样子，不晚于今天", { at: filedOn })
    const since = course.state.signed.find((g) => g.step === ratified)?.on
    if (since && on < since) return refuse("invalid", "备案日期早于批准日期", { at: filedOn, clause: "6.6c" })
    return ok(undefined)
  }
  // What was ratified has taken effect: posts began (5.1). It is not undone by sending the course back.
  if (isRatified(course) && (move.kind === "return" || move.kind === "refuse" || move.kind === "withdraw"))
    return refuse("conflict", "选举结果已经批准、当选人已经任职，不能退回或撤回", {
      clause: "6.6b",
      cure: "备案有误的，与上级沟通后办理备案；任职变动另按程序办理",
    })
  return ok(undefined)
}

async function moved(ctx: Ctx, course: Course, move: Move): Promise<void> {
  const rounds = await roundsOf(ctx.tx, course.subject, true)
  const announced = rounds.filter((r) => r.state === "announced")
  const ids = announced.map((r) => r.id)
  const { unionId } = rounds[0]!
  if (move.kind === "pass" && move.step === ratified && announced.length > 0) {
    await changeElection(ctx.tx, ids, { state: "ratified", ratifiedOn: ctx.today })
    await seat(ctx, rounds, course)
    await record(ctx, course.subject, { kind: "ratified" })
    await tell(ctx, "ratified", rounds.at(-1)!)
  } else if (move.kind === "pass" && move.step === filed) {
    const on = (move.says?.[filedOn]?.trim() ?? ctx.today) as Day
    await changeElection(
      ctx.tx,
      rounds.filter((r) => r.state === "ratified").map((r) => r.id),
      { filedOn: on, receipt: move.says?.[receipt]?.trim() ?? null },
    )
    await record(ctx, course.subject, { kind: "filed", on })
  } else if (course.state.status === "refused" && announced.length > 0)
    await changeElection(ctx.tx, ids, { state: "refused", because: "because" in move ? move.because : null })
  await ctx.emit("records.changed", { unions: [unionId] })
}
