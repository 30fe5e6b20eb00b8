import { ok, type Refusal, type Result, refuse } from "@qiaoliang/basics"
import type { Move } from "@qiaoliang/procedure"
import type { Ctx } from "#kit/server/world.ts"
import { assemblyById } from "#modules/assembly/index.ts"
import type { Course, CourseKind } from "#modules/courses/index.ts"
import { countedOf, enoughFor, keepCount, tiesOf } from "./electing.ts"
import { changeNominees, isHeld, type ListRow, listById, nomineesOf, roundsOf, voidRounds } from "./lists.ts"
import {
  classElection,
  elected,
  facultyElection,
  facultySociety,
  published,
  recommended,
  schoolSociety,
} from "./procedure.ts"

const kindOf = (procedure: CourseKind["procedure"]): CourseKind => ({
  module: "delegates",
  procedure,
  href: (course) => `/office/delegates/list/${course.subject}`,
  guard,
  moved,
  publicNotice: true,
})

export const courseKinds: readonly CourseKind[] = [
  kindOf(facultyElection),
  kindOf(classElection),
  kindOf(schoolSociety),
  kindOf(facultySociety),
]

/** The procedure of a list: by whose seats it holds, and whose congress it is. */
export const kindFor = (unit: ListRow["unit"], level: "school" | "faculty"): CourseKind =>
  courseKinds[unit === "faculty" ? 0 : unit === "class" ? 1 : level === "school" ? 2 : 3]!

async function guard(ctx: Ctx, course: Course, move: Move): Promise<Result<void, Refusal>> {
  const list = await listById(ctx.tx, course.subject, true)
  if (!list) return refuse("not-found", "没有这份代表产生名单")
  const assembly = await assemblyById(ctx.tx, list.assemblyId)
  if (!assembly || assembly.state === "closed" || assembly.state === "cancelled")
    return refuse("conflict", "大会已经闭幕或取消，不再产生代表")
  if (move.kind !== "pass" && move.kind !== "return" && move.kind !== "refuse") return ok(undefined)
  if (await isHeld(ctx.tx, assembly.id))
    return refuse("conflict", "正在投票，不能变动代表", { cure: "投票结束后再办理" })
  const nominees = await nomineesOf(ctx.tx, [list.id])
  if (nominees.some((n) => n.number === ctx.actor.number))
    return refuse("not-allowed", "您是这份名单上的人选，不能办理", {
      clause: course.procedure.clause,
      cure: "由本组织其他负责人办理",
    })
  if (move.kind !== "pass" || list.unit === "society") return ok(undefined)
  if (move.step === recommended) return enoughFor(list, nominees)
  if (move.step !== elected) return ok(undefined)
  const rounds = await roundsOf(ctx.tx, list.id)
  if (rounds.length === 0)
    return refuse("against-clause", "还没有登记选举结果", {
      clause: "6.2",
      cure: "先登记到会人数和各候选人得票",
    })
  const [tie] = tiesOf(countedOf(list, nominees, rounds))
  return tie
    ? refuse("against-clause", `得票相同，还有${tie.seats}个名额没有选出`, {
        clause: "6.2",
        cure: "就得票相同的候选人再投一次票",
      })
    : ok(undefined)
}

async function moved(ctx: Ctx, course: Course, move: Move): Promise<void> {
  const list = (await listById(ctx.tx, course.subject))!
  const all = async () => (await nomineesOf(ctx.tx, [list.id])).map((n) => n.id)
  if (move.kind === "return" && list.unit !== "society" && !passed(course, elected)) {
    await voidRounds(ctx.tx, list.id)
    await changeNominees(ctx.tx, await all(), { state: "nominated", reserve: null })
  }
  if (move.kind === "pass" && move.step === elected) await keepCount(ctx, list)
  if (move.kind === "pass" && move.step === published && list.unit === "society")
    await changeNominees(ctx.tx, await all(), { state: "elected" })
  if (course.state.status === "refused" || course.state.status === "withdrawn")
    await changeNominees(ctx.tx, await all(), { state: "out", reserve: null })
}

const passed = (course: Course, step: string): boolean => course.state.signed.some((g) => g.step === step)
