import { unwrap } from "@qiaoliang/basics"
import { describe, expect, it } from "vitest"
import { nobody } from "#kit/server/actor.ts"
import type { Ctx } from "#kit/server/world.ts"
import { charterModule } from "#modules/charter/index.ts"
import { congressModule } from "#modules/congress/index.ts"
import { one as course } from "#modules/courses/contract.ts"
import { tellLate } from "#modules/courses/index.ts"
import { evidence } from "#modules/evidence/index.ts"
import { findingsOne } from "#modules/findings/contract.ts"
import { findings } from "#modules/findings/index.ts"
import { list as inbox } from "#modules/inbox/contract.ts"
import { articles } from "#policy/index.ts"
import { activityOn, approvalsWorld, letters, monday, review, school } from "./build.ts"
import { cancel, file, inform, mark, one } from "./contract.ts"
import { judgeDue } from "./module.ts"

const late: unknown[] = []
const listener = {
  name: "listener",
  at: "file:///nowhere/module.ts",
  clauses: [],
  served: [],
  on: { "course.late": async (_: unknown, payload: Record<string, unknown>) => void late.push(payload) },
}
const w = await approvalsWorld([charterModule(articles), congressModule, evidence, findings, listener])
const head = await w.as("X2")
const chair = await w.as("X1")
const deputy = await w.as("L2")
const league = await w.as("L1")
const other = await w.as("L3")
const party = await w.as("P1")

const found = async (clause: string) =>
  unwrap(await league.get(findingsOne, { unionId: school, clause })).findings[0]
const fileActivity = async (day: string, title: string, more = {}) =>
  unwrap(await head.post(file, { ...activityOn(day, more), title })).id

describe("the findings", () => {
  it("are unknown without a record, then counted: in time, short, after", async () => {
    const judged = (ctx: Ctx) => ctx.emit("records.changed", { unions: [school] })
    await w.world.within(w.university, nobody, judged)
    expect((await found("7.4"))?.verdict).toBe("unknown")
    expect((await found("10.4"))?.verdict).toBe("unknown")
    const first = await fileActivity("2025-11-24", "迎新晚会", { major: true })
    unwrap(await review(deputy, first))
    expect(await found("7.4")).toMatchObject({ verdict: "met", value: "1/1" })
    expect(await found("10.4")).toMatchObject({ verdict: "met", value: "1/1" })
    const short = await fileActivity("2025-11-21", "辩论赛", { major: true })
    unwrap(await review(deputy, short))
    expect(await found("7.4")).toMatchObject({ verdict: "warning", value: "2/2" })
    expect((await found("10.4"))?.rows.map((r) => r.name)).toEqual(["举办活动：辩论赛"])
    const after = await fileActivity("2025-11-17", "快闪", { major: true })
    expect(await found("7.4")).toMatchObject({ verdict: "violated", value: "2/3" })
    expect(await found("10.4")).toMatchObject({ verdict: "violated", value: "2/3" })
    // Approved on the day itself it counts as reviewed; as reported beforehand it does not.
    unwrap(await review(deputy, after))
    expect((await found("10.4"))?.verdict).toBe("warning")
    expect((await found("7.4"))?.verdict).toBe("violated")
    unwrap(await head.post(cancel, { id: after, because: "没有举办" }))
    expect((await found("7.4"))?.verdict).toBe("warning")
  })

  it("come about by themselves when a day passes without approval; a review that is late is told", async () => {
    const id = await fileActivity("2025-11-20", "观影会")
    expect((await found("10.4"))?.verdict).toBe("warning")
    w.moveTo("2025-11-21T02:00:00Z")
    await w.world.within(w.university, nobody, async (ctx) => {
      await judgeDue(ctx)
      await tellLate(ctx)
    })
    expect((await found("10.4"))?.rows).toMatchObject([{ name: "举办活动：观影会" }])
    expect(late).toMatchObject([{ course: { id }, step: "reviewed", due: "2025-11-20", days: 1 }])
    // Approved afterwards: neither 10.4 nor 7.3 is mended by it.
    unwrap(await review(deputy, id))
    expect((await found("10.4"))?.verdict).toBe("violated")
    expect(await found("7.3")).toMatchObject({ verdict: "violated", rows: [{ note: "举办以后才补办审核" }] })
    w.moveTo(monday)
  })
})

describe("approvals.mark and approvals.inform", () => {
  it("are the university's League committee's for a faculty union too (10.2)", async () => {
    const asked = { ...activityOn("2025-12-10"), unionId: letters, title: "承办全市读书节" }
    const { id } = unwrap(await (await w.as("W2")).post(file, asked))
    const marked = { id, major: true, because: "市级活动" }
    expect(await (await w.as("F1")).post(mark, marked)).toMatchObject({
      status: 403,
      error: { clause: "10.2" },
    })
    unwrap(await deputy.post(mark, marked))
    const report = { id, text: "文学院学生会拟承办全市读书节，请党委指示。" }
    expect((await (await w.as("F1")).post(inform, report)).status).toBe(403)
    expect((await deputy.post(inform, report)).ok).toBe(true)
  })

  it("send a major matter on to the Party committee, with dates", async () => {
    const id = await fileActivity("2025-12-10", "承办全省大学生论坛")
    const found102 = () => found("10.2")
    const marked = { id, major: true, because: "省级活动，涉及校外单位" }
    const report = { id, text: "学生会拟承办全省大学生论坛，请党委指示。" }
    expect((await w.stranger.post(mark, marked)).status).toBe(401)
    for (const person of [chair, other, party]) expect((await person.post(mark, marked)).status).toBe(403)
    expect((await deputy.post(inform, report)).status).toBe(409)
    unwrap(await deputy.post(mark, marked))
    expect((await league.post(mark, marked)).status).toBe(409)
    expect((await found102())?.verdict).toBe("unknown")
    const waiting = unwrap(await league.get(inbox, {})).items.find((i) => i.id === `approvals/inform/${id}`)
    expect(waiting).toMatchObject({ due: "2025-11-24", clause: "10.2" })
    w.moveTo("2025-11-25T02:00:00Z")
    expect((await w.stranger.post(inform, report)).status).toBe(401)
    expect((await other.post(inform, report)).status).toBe(403)
    const { courseId } = unwrap(await league.post(inform, report))
    expect((await league.post(inform, report)).status).toBe(409)
    expect(await found102()).toMatchObject({ verdict: "warning", value: "1/1" })
    const told = unwrap(await party.get(course, { id: courseId }))
    expect(told).toMatchObject({ subject: id, href: `/office/requests/${id}` })
    expect(told.steps.map((s) => s.stage)).toEqual(["done", "here"])
    // Nobody withdraws what the League committee has reported; the students have no part in it.
    expect(told.offers.map((o) => o.kind)).not.toContain("withdraw")
    expect((await head.get(course, { id: courseId })).status).toBe(403)
    unwrap(await review(party, courseId))
    expect(unwrap(await party.get(one, { id })).reports).toMatchObject([{ courseId, on: "2025-11-25" }])
    expect((await deputy.post(mark, { id, major: false, because: "另有考虑" })).status).toBe(409)
  })
})
