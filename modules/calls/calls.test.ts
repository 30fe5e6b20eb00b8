import { unwrap } from "@qiaoliang/basics"
import { describe, expect, it } from "vitest"
import { nobody } from "#kit/server/world.ts"
import { testWorld } from "#modules/accounts/build.ts"
import { charterModule } from "#modules/charter/index.ts"
import { congressModule } from "#modules/congress/index.ts"
import { coursesModule } from "#modules/courses/index.ts"
import { evidence } from "#modules/evidence/index.ts"
import { findingsOne } from "#modules/findings/contract.ts"
import { findings } from "#modules/findings/index.ts"
import { addFaculty, addUnion, hold } from "#modules/offices/build.ts"
import { articles } from "#policy/index.ts"
import { addStudent, form, openCallBy, plainCall } from "./build.ts"
import * as c from "./contract.ts"
import { callsModule, openToday } from "./module.ts"

const w = await testWorld({
  modules: [
    coursesModule([]),
    charterModule(articles),
    congressModule,
    callsModule(() => []),
    evidence,
    findings,
  ],
})
for (const f of ["文学院", "数学学院"]) await addFaculty(w, f)
const school = await addUnion(w, { name: "校学生会" })
const faculty = await addUnion(w, { name: "文学院学生会", level: "faculty", faculty: "文学院" })
await hold(w, { kind: "school-league", number: "L1" })
await hold(w, { kind: "school-league", number: "L2", post: "secretary", union: school })
await hold(w, { kind: "faculty-league", number: "F1", faculty: "文学院" })
await hold(w, { kind: "faculty-league", number: "F2", faculty: "数学学院" })
await addStudent(w, { number: "S36", rank: "36/120" })
const league = await w.as("L1")
const secretary = await w.as("L2")
const chinese = await w.as("F1")
const student = await w.as("S36")
const wanted = { unionId: school, ...plainCall(["school-member"]) }

const code = (answer: { ok: boolean; error?: unknown }) => (answer.error as { code: string }).code

describe("calls.draft and calls.publish", () => {
  it("refuse the stranger, a student and another faculty's League committee", async () => {
    expect((await w.stranger.post(c.draft, wanted)).status).toBe(401)
    expect((await student.post(c.draft, wanted)).status).toBe(403)
    const theirs = { unionId: faculty, ...plainCall(["faculty-staff"]) }
    expect((await (await w.as("F2")).post(c.draft, theirs)).status).toBe(403)
    expect((await chinese.post(c.draft, theirs)).status).toBe(200)
  })

  it("refuse posts the union does not have, days the wrong way round, a member without a department", async () => {
    const posts = [{ kind: "faculty-staff" as const, department: null, number: 2 }]
    const other = await league.post(c.draft, { ...wanted, posts })
    expect(other).toMatchObject({ status: 422, error: { clause: "5.4" } })
    expect((await league.post(c.draft, { ...wanted, closesOn: "2025-11-14" })).status).toBe(400)
    const bare = [{ kind: "school-member" as const, department: null, number: 2 }]
    expect((await league.post(c.draft, { ...wanted, posts: bare })).status).toBe(400)
  })

  it("keep a draft from everybody else; published, everybody reads it without signing in", async () => {
    const { id } = unwrap(await secretary.post(c.draft, wanted))
    expect((await w.stranger.get(c.one, { id })).status).toBe(404)
    expect((await student.post(c.apply, { callId: id, postId: "x", ...form })).status).toBe(404)
    expect((await chinese.get(c.work, { id })).status).toBe(403)
    expect((await student.post(c.publish, { id })).status).toBe(403)
    expect((await secretary.post(c.publish, { id })).ok).toBe(true)
    const read = unwrap(await w.stranger.get(c.one, { id }))
    expect(read).toMatchObject({ status: "open", unionName: "校学生会", me: null })
    expect(read.conditions.map((x) => x.clause)).toEqual(["4.1", "4.3"])
    expect(unwrap(await w.stranger.get(c.publicList, {})).items.map((x) => x.id)).toContain(id)
    expect((await secretary.post(c.edit, { id, ...wanted })).status).toBe(409)
    expect((await secretary.post(c.discard, { id })).status).toBe(409)
  })

  it("cannot announce a day gone by", async () => {
    const { id } = unwrap(await league.post(c.draft, { ...wanted, opensOn: "2025-11-01" }))
    expect(await league.post(c.publish, { id })).toMatchObject({ status: 400, error: { clause: "4.4" } })
    expect((await league.post(c.edit, { id, ...wanted })).ok).toBe(true)
    expect((await league.post(c.publish, { id })).ok).toBe(true)
  })

  it("lets a draft be thrown away", async () => {
    const { id } = unwrap(await league.post(c.draft, wanted))
    expect((await chinese.post(c.discard, { id })).status).toBe(403)
    expect((await league.post(c.discard, { id })).ok).toBe(true)
    expect((await league.get(c.work, { id })).status).toBe(404)
  })
})

describe("calls.correct, calls.close and calls.cancel", () => {
  it("show everybody what changed and why", async () => {
    const id = await openCallBy(secretary, school, ["school-member"])
    const { posts } = unwrap(await secretary.get(c.work, { id }))
    const better = { ...plainCall([]), posts: [...posts], closesOn: "2025-12-05" }
    expect((await student.post(c.correct, { id, because: "延长报名", ...better })).status).toBe(403)
    expect((await secretary.post(c.correct, { id, because: "延长报名", ...better })).ok).toBe(true)
    const read = unwrap(await w.stranger.get(c.one, { id }))
    expect(read.closesOn).toBe("2025-12-05")
    expect(read.corrections).toEqual([
      {
        on: "2025-11-15",
        because: "延长报名",
        changes: [{ field: "closesOn", before: "2025年11月30日", after: "2025年12月5日" }],
      },
    ])
  })

  it("keep the post somebody applied for, and the day it opened", async () => {
    const id = await openCallBy(secretary, school, ["school-member", "school-presidium"])
    const { posts } = unwrap(await secretary.get(c.work, { id }))
    unwrap(await student.post(c.apply, { callId: id, postId: posts[0]!.id, ...form }))
    const text = { id, because: "岗位调整", ...plainCall([]) }
    const without = { ...text, posts: [posts[1]!] }
    expect(await secretary.post(c.correct, without)).toMatchObject({ status: 409, error: { clause: "4.4" } })
    const later = { ...text, posts: [...posts], opensOn: "2025-11-20" }
    expect((await secretary.post(c.correct, later)).status).toBe(409)
    const gone = { ...text, posts: [...posts], closesOn: "2025-11-14" }
    expect((await secretary.post(c.correct, { ...gone, opensOn: "2025-11-13" })).ok).toBe(false)
    expect((await secretary.post(c.correct, { ...text, posts: [posts[0]!] })).ok).toBe(true)
  })

  it("close early for everybody, with a reason everybody reads", async () => {
    const id = await openCallBy(secretary, school, ["school-member"])
    expect((await secretary.post(c.close, { id, because: "" })).status).toBe(400)
    expect((await secretary.post(c.close, { id, because: "因考试周提前截止" })).ok).toBe(true)
    const read = unwrap(await w.stranger.get(c.one, { id }))
    expect(read).toMatchObject({ status: "closed", endedBecause: "因考试周提前截止" })
    const late = await student.post(c.apply, { callId: id, postId: read.posts[0]!.id, ...form })
    expect(late).toMatchObject({ status: 409, error: { because: "报名已经截止" } })
    expect((await secretary.post(c.close, { id, because: "再截止一次" })).status).toBe(409)
  })

  it("call off: what was handed in is withdrawn, the page stays", async () => {
    const id = await openCallBy(secretary, school, ["school-member"])
    const { posts } = unwrap(await w.stranger.get(c.one, { id }))
    unwrap(await student.post(c.apply, { callId: id, postId: posts[0]!.id, ...form }))
    expect((await chinese.post(c.cancel, { id, because: "不办了" })).status).toBe(403)
    expect((await secretary.post(c.cancel, { id, because: "换届推迟" })).ok).toBe(true)
    expect(unwrap(await w.stranger.get(c.one, { id })).status).toBe("cancelled")
    const own = unwrap(await student.get(c.mine, {})).items.find((a) => a.callId === id)
    expect(own?.status).toBe("withdrawn")
    expect((await secretary.post(c.cancel, { id, because: "再取消" })).status).toBe(409)
  })
})

describe("4.4 from records", () => {
  const finding = async () => {
    const read = await chinese.get(findingsOne, { unionId: faculty, clause: "4.4" })
    return unwrap(read).findings[0]
  }
  it("is unknown without a call, met from the day one opens, unknown again when it is called off", async () => {
    await w.world.within(w.university, nobody, (ctx) => ctx.emit("records.changed", { unions: [faculty] }))
    expect((await finding())?.verdict).toBe("unknown")
    const days = { opensOn: "2025-11-16", closesOn: "2025-11-30" }
    const id = await openCallBy(chinese, faculty, ["faculty-staff"], days)
    expect((await finding())?.verdict).toBe("unknown")
    w.moveTo("2025-11-16T02:00:00Z")
    await w.world.within(w.university, nobody, openToday)
    expect(await finding()).toMatchObject({ verdict: "met", rows: [{ name: "工作人员选拔通知" }] })
    expect((await chinese.post(c.cancel, { id, because: "换届推迟" })).ok).toBe(true)
    expect((await finding())?.verdict).toBe("unknown")
    w.moveTo("2025-11-15T02:00:00Z")
  })
})

describe("another university", () => {
  it("sees nothing of these calls", async () => {
    const id = await openCallBy(secretary, school, ["school-member"])
    const there = await w.addUniversity("彼岸大学")
    await hold(w, { kind: "school-league", number: "L1" }, there)
    const stranger = await w.as("L1", there)
    expect(unwrap(await stranger.get(c.publicList, {})).items).toEqual([])
    expect(unwrap(await stranger.get(c.list, {}))).toEqual({ items: [], unions: [] })
    for (const of of [c.one, c.work, c.applicants]) expect((await stranger.get(of, { id })).status).toBe(404)
    expect((await stranger.post(c.close, { id, because: "不归我管" })).status).toBe(404)
    expect((await stranger.send({ method: "GET", url: `/api/calls/${id}/applicants.xlsx` })).statusCode).toBe(
      404,
    )
  })
})

it("refuses whoever has no post the office's list", async () => {
  expect(code(await student.get(c.list, {}))).toBe("not-allowed")
  expect(unwrap(await secretary.get(c.list, {})).unions.map((u) => u.name)).toEqual(["校学生会"])
})
