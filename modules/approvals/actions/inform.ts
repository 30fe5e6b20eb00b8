import { ok, refuse } from "@qiaoliang/basics"
import { hashOf } from "@qiaoliang/ledger"
import { action } from "#kit/server/verbs.ts"
import { beginCourse, coursesByIds, moveCourse } from "#modules/courses/index.ts"
import { mayInform } from "../abilities.ts"
import { insertPartyReport, marksOf, partyReportsOf } from "../after-store.ts"
import { inform as contract } from "../contract.ts"
import { partyReports } from "../course-kinds.ts"
import { loadForChange } from "../loading.ts"

/** The office brings it, no person: nobody can withdraw what the League committee has reported. */
const office = { number: "", name: "学校团委" }

export const inform = action(contract, {
  load: loadForChange,
  may: mayInform,
  run: async (ctx, { id, text }, { request }) => {
    if (!(await marksOf(ctx.tx, [id])).at(-1)?.major)
      return refuse("conflict", "还没有认定为重大事项", { clause: "10.2", cure: "先认定，再汇报" })
    const before = await partyReportsOf(ctx.tx, [id])
    const running = await coursesByIds(
      ctx.tx,
      before.map((r) => r.id),
    )
    if (running.some((c) => c.state.status === "open"))
      return refuse("conflict", "上一次汇报党委还没有答复", { clause: "10.2" })
    const version = hashOf({ request: id, text })
    const course = await beginCourse(ctx, partyReports, {
      subject: id,
      title: request.title,
      version,
      places: {},
      about: [],
      unionId: request.unionId,
      applicant: office,
    })
    await insertPartyReport(ctx.tx, {
      id: course.id,
      requestId: id,
      text,
      onDay: ctx.today,
      byName: ctx.actor.name,
    })
    const done = await moveCourse(ctx, partyReports, course.id, {
      kind: "pass",
      step: "reported",
      office: "school-league",
      version,
    })
    if (!done.ok) return done
    ctx.note({ request: id, course: course.id })
    return ok({ courseId: course.id })
  },
})
