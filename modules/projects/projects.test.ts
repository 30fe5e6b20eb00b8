import { unwrap } from "@qiaoliang/basics"
import { describe, expect, it } from "vitest"
import { nobody } from "#kit/server/actor.ts"
import type { Person } from "#kit/server/test-world.ts"
import { testWorld } from "#modules/accounts/build.ts"
import { charterModule } from "#modules/charter/index.ts"
import { congressModule } from "#modules/congress/index.ts"
import { coursesModule } from "#modules/courses/index.ts"
import { evidence } from "#modules/evidence/index.ts"
import { findings, rejudge } from "#modules/findings/index.ts"
import { list as inbox } from "#modules/inbox/contract.ts"
import { inboxModule } from "#modules/inbox/index.ts"
import { hold } from "#modules/offices/build.ts"
import { people } from "#modules/people/index.ts"
import { unions } from "#modules/unions/index.ts"
import { articles } from "#policy/index.ts"
import { findingsOne } from "../findings/contract.ts"
import { unionsList } from "../unions/contract.ts"
import { addGround, addStudents, plan } from "./build.ts"
import * as office from "./contract.ts"
import { stillInPost } from "./facts.ts"
import { inboxItems } from "./inbox.ts"
import { projects } from "./module.ts"
import { mayMove } from "./project.ts"
import * as open from "./public-contract.ts"
import { projectById } from "./store.ts"

const w = await testWorld({
  modules: [
    people,
    unions,
    coursesModule([]),
    charterModule(articles),
    congressModule,
    evidence,
    projects,
    findings,
    inboxModule([inboxItems]),
  ],
})
const { school, faculty } = await addGround(w)
await hold(w, { kind: "school-league", number: "L1" })
await addStudents(w, ["S1", "S2", "S3", "S4", "S5", "S6", "P1", "M1"])
await addStudents(w, ["X1"], "数学学院")
const [chair, head, member, league, facultyChair, facultyHead] = (await Promise.all(
  ["P1", "H1", "M1", "L1", "FP", "FH"].map((n) => w.as(n)),
)) as [Person, Person, Person, Person, Person, Person]
const [s1, s2, s3, s4, x1] = (await Promise.all(["S1", "S2", "S3", "S4", "X1"].map((n) => w.as(n)))) as [
  Person,
  Person,
  Person,
  Person,
  Person,
]
const elsewhere = await w.addUniversity("彼岸大学")
const foreign = await w.as("S1", elsewhere)

const drafted = async (more: Partial<typeof plan> = {}, by = head) =>
  unwrap(await by.post(office.projectsDraft, { unionId: school, ...plan, ...more })).id
const recruiting = async (more: Partial<typeof plan> = {}) => {
  const id = await drafted(more)
  unwrap(await chair.post(office.projectsRecruit, { id }))
  return id
}
const look = async (id: string, by = head) => unwrap(await by.get(office.projectsOne, { id }))
const closing = { outcome: "held" as const, words: "顺利完成，同学反映良好。" }
const shiftOf = async (id: string, day = "2025-11-15") =>
  unwrap(
    await head.post(office.projectsAddShift, {
      id,
      title: "上午班",
      place: "图书馆一楼",
      startsAt: `${day}T09:00:00+08:00`,
      endsAt: `${day}T11:00:00+08:00`,
      wanted: 2,
    }),
  ).id

describe("projects.draft", () => {
  const input = { unionId: school, ...plan }

  it("refuses the stranger, a member, another union's head and the League", async () => {
    expect((await w.stranger.post(office.projectsDraft, input)).status).toBe(401)
    for (const other of [member, facultyHead, league, s1])
      expect((await other.post(office.projectsDraft, input)).status).toBe(403)
    expect((await head.post(office.projectsDraft, input)).ok).toBe(true)
  })

  it("takes classes and societies of the registers only (2.5)", async () => {
    const answer = await head.post(office.projectsDraft, { ...input, classes: ["文学院/没有这个班"] })
    expect(answer).toMatchObject({ status: 400, error: { clause: "2.5", at: "classes" } })
  })

  it("does not open without a class or society, and not by a head", async () => {
    const bare = await drafted({ classes: [], societies: [] })
    expect(await chair.post(office.projectsRecruit, { id: bare })).toMatchObject({
      status: 422,
      error: { clause: "2.5" },
    })
    const id = await drafted()
    expect((await head.post(office.projectsRecruit, { id })).status).toBe(403)
    expect((await look(id, chair)).can).toMatchObject({ prepare: true, recruit: true, run: false })
    expect((await chair.post(office.projectsRun, { id })).status).toBe(409)
    expect((await chair.post(office.projectsRecruit, { id })).ok).toBe(true)
  })

  it("opens an activity only when its review has passed (10.4)", async () => {
    const id = await drafted({ activity: true as never })
    expect(await chair.post(office.projectsRecruit, { id })).toMatchObject({
      status: 422,
      error: { clause: "10.4" },
    })
    const p = await w.world.db.scoped(w.university.id, (tx) => projectById(tx, id))
    for (const review of ["open", "refused", "withdrawn", null] as const)
      expect(mayMove(p!, "recruit", { review, reviewed: true }).ok).toBe(false)
    expect(mayMove(p!, "recruit", { review: "passed", reviewed: true }).ok).toBe(true)
  })

  it("shows a faculty union's people nothing of the school's volunteers", async () => {
    const id = await recruiting()
    expect((await facultyHead.get(office.projectsOne, { id })).status).toBe(403)
    expect((await s1.get(office.projectsOne, { id })).status).toBe(403)
    expect((await league.get(office.projectsOne, { id })).ok).toBe(true)
  })
})

describe("a faculty union's project for the whole school (2.4)", () => {
  const input = { unionId: faculty, ...plan }

  it("needs a guiding department of the school's union that says so itself", async () => {
    expect(await facultyHead.post(office.projectsDraft, input)).toMatchObject({
      status: 422,
      error: { clause: "2.4", at: "guideDepartment" },
    })
    const { id } = unwrap(
      await facultyHead.post(office.projectsDraft, { ...input, guideDepartment: "实践部" }),
    )
    expect(await facultyChair.post(office.projectsRecruit, { id })).toMatchObject({
      status: 422,
      error: { clause: "2.4" },
    })
    expect((await facultyChair.post(office.projectsGuide, { id })).status).toBe(403)
    const otherHead = await w.as("H2")
    expect((await otherHead.post(office.projectsGuide, { id })).status).toBe(403)
    const waiting = unwrap(await head.get(inbox, {})).items.map((i) => i.title)
    expect(waiting).toContain("确认指导：图书馆导读")
    expect((await head.post(office.projectsGuide, { id })).ok).toBe(true)
    expect((await facultyChair.post(office.projectsRecruit, { id })).ok).toBe(true)
  })

  it("is for its own students only without one", async () => {
    const own = { ...input, reach: "faculty" as const }
    const { id } = unwrap(await facultyHead.post(office.projectsDraft, own))
    unwrap(await facultyChair.post(office.projectsRecruit, { id }))
    expect((await x1.post(open.projectsSignUp, { id })).status).toBe(403)
    expect((await s1.post(open.projectsSignUp, { id })).ok).toBe(true)
  })
})

describe("projects.sign-up", () => {
  it("refuses the stranger and whoever is not in the register", async () => {
    const id = await recruiting()
    expect((await w.stranger.post(open.projectsSignUp, { id })).status).toBe(401)
    expect((await (await w.as("NOBODY")).post(open.projectsSignUp, { id })).status).toBe(403)
    const draft = await drafted()
    expect((await s1.post(open.projectsSignUp, { id: draft })).status).toBe(409)
    expect((await w.stranger.get(open.projectsCall, { id: draft })).status).toBe(404)
  })

  it("fills the places, then the waiting list with its reason; who waits longest moves up", async () => {
    const id = await recruiting()
    const states = []
    for (const s of [s1, s2, s3, s4]) states.push(unwrap(await s.post(open.projectsSignUp, { id })))
    expect(states.map((s) => s.state)).toEqual(["accepted", "accepted", "waiting", "waiting"])
    expect(states[2]?.because).toContain("名额已满")
    expect((await s1.post(open.projectsSignUp, { id })).status).toBe(409)
    const third = (await look(id)).volunteers.find((v) => v.name === "S3号")!
    const over = { id, volunteers: [third.id], decision: "accepted" as const }
    expect((await head.post(office.projectsDecide, over)).status).toBe(409)
    unwrap(await s1.post(open.projectsWithdraw, { id }))
    const now = (await look(id)).volunteers.map((v) => [v.name, v.state])
    expect(now).toEqual([
      ["S1号", "withdrawn"],
      ["S2号", "accepted"],
      ["S3号", "accepted"],
      ["S4号", "waiting"],
    ])
  })

  it("asks the organisers where they choose, and them for a reason", async () => {
    const id = await recruiting({ admits: "chosen" as never })
    expect(unwrap(await s1.post(open.projectsSignUp, { id, wish: "周末有空" })).state).toBe("applied")
    const [first] = (await look(id)).volunteers
    const of = { id, volunteers: [first!.id] }
    expect((await s2.post(office.projectsDecide, { ...of, decision: "accepted" })).status).toBe(403)
    expect((await head.post(office.projectsDecide, { ...of, decision: "declined" })).status).toBe(400)
    const waiting = unwrap(await head.get(inbox, {})).items.filter((i) => i.id === `projects/answer/${id}`)
    expect(waiting).toHaveLength(1)
    unwrap(await head.post(office.projectsDecide, { ...of, decision: "waiting", because: "先等等" }))
    expect(unwrap(await s1.get(open.projectsCall, { id })).mine).toMatchObject({ because: "先等等" })
    unwrap(await head.post(office.projectsDecide, { ...of, decision: "accepted" }))
    expect((await look(id)).volunteers[0]).toMatchObject({ state: "accepted", from: "2025-11-15" })
  })

  it("gives two places to two of three who ask at once", async () => {
    const id = await recruiting()
    const all = await Promise.all([s1, s2, s3].map((s) => s.post(open.projectsSignUp, { id })))
    expect(all.map((a) => (a.ok ? a.value.state : "")).sort()).toEqual(["accepted", "accepted", "waiting"])
  })
})

describe("projects.take-shift", () => {
  it("is for volunteers, while there is room, and not twice at one time", async () => {
    const id = await recruiting({ wanted: 3 })
    const shiftId = await shiftOf(id, "2025-11-16")
    const clash = await shiftOf(id, "2025-11-16")
    expect((await s1.post(open.projectsTakeShift, { shiftId, on: true })).status).toBe(403)
    for (const s of [s1, s2, s3]) unwrap(await s.post(open.projectsSignUp, { id }))
    for (const s of [s1, s2]) unwrap(await s.post(open.projectsTakeShift, { shiftId, on: true }))
    expect((await s3.post(open.projectsTakeShift, { shiftId, on: true })).status).toBe(409)
    expect((await s1.post(open.projectsTakeShift, { shiftId: clash, on: true })).status).toBe(409)
    const first = (await look(id)).volunteers[0]!.id
    const put = { shiftId: clash, volunteerId: first, on: true }
    expect((await s1.post(office.projectsRota, put)).status).toBe(403)
    expect((await head.post(office.projectsRota, put)).status).toBe(409)
    unwrap(await s1.post(open.projectsTakeShift, { shiftId, on: false }))
    expect((await s3.post(open.projectsTakeShift, { shiftId, on: true })).ok).toBe(true)
  })
})

const rejudged = () => w.world.within(w.university, nobody, (ctx) => rejudge(ctx, null))

describe("closing", () => {
  it("ends every volunteer post by itself, and changes no count of staff and no finding of article 3", async () => {
    const counted = async () => {
      const judged = async (clause: string) =>
        unwrap(await league.get(findingsOne, { unionId: school, clause })).findings.map((f) => [
          f.verdict,
          f.value,
          f.people,
        ])
      return {
        staff: unwrap(await league.get(unionsList, {})).items.map((u) => [u.name, u.staff]),
        lean: [await judged("3.2"), await judged("3.7"), await judged("3.9")],
      }
    }
    await rejudged()
    const before = await counted()
    expect(before.staff).toContainEqual(["桥梁大学学生会", 4])
    const id = await recruiting({ wanted: 4, endsOn: "2025-11-15" })
    for (const s of [s1, s2, s3]) unwrap(await s.post(open.projectsSignUp, { id }))
    await rejudged()
    expect(await counted()).toEqual(before)

    expect((await head.post(office.projectsClose, { id, ...closing })).status).toBe(403)
    w.moveTo("2025-11-20T02:00:00Z")
    const still = await w.world.db.scoped(w.university.id, (tx) => stillInPost(tx, "2025-11-20"))
    expect(still.find((p) => p.project === id)).toMatchObject({ volunteers: 3, endedOn: "2025-11-15" })
    const waits = unwrap(await chair.get(inbox, {})).items.find((i) => i.id === `projects/close/${id}`)
    expect(waits).toMatchObject({ clause: "3.10", detail: expect.stringContaining("3名志愿者仍在任") })
    expect(unwrap(await chair.post(office.projectsClose, { id, ...closing })).ended).toBe(3)
    const after = await look(id)
    expect(after.volunteers.map((v) => v.until)).toEqual(["2025-11-20", "2025-11-20", "2025-11-20"])
    expect(after.can).toMatchObject({ prepare: false, close: false })
    const gone = await w.world.db.scoped(w.university.id, (tx) => stillInPost(tx, "2025-11-20"))
    expect(gone.some((p) => p.project === id)).toBe(false)
    expect((await chair.post(office.projectsClose, { id, ...closing })).status).toBe(409)
    const { rows } = await w.world.db.scoped(w.university.id, (tx) =>
      tx.client.query("select from post where university_id = $1 and number in ('S1','S2','S3')", [
        tx.university,
      ]),
    )
    expect(rows).toHaveLength(0)
    w.moveTo("2025-11-15T02:00:00Z")
  })

  it("answers 2.5 from this semester's projects", async () => {
    const told = unwrap(await league.get(findingsOne, { unionId: school, clause: "2.5" }))
    expect(told.findings[0]).toMatchObject({ verdict: "met" })
    expect(JSON.stringify(told)).not.toContain("S1号")
  })
})

describe("money", () => {
  it("is counted in 分, never below nought, by the organisers", async () => {
    const id = await recruiting()
    const spend = (amount: number, by = head) =>
      by.post(office.projectsSpend, { id, what: "打印讲解卡", amount, on: "2025-11-14" })
    expect((await spend(100, s1)).status).toBe(403)
    expect((await spend(12345)).ok).toBe(true)
    expect((await spend(-20000)).status).toBe(400)
    expect((await spend(-345)).ok).toBe(true)
    expect((await look(id)).spent).toBe(12000)
  })
})

describe("tenancy", () => {
  it("shows a second university nothing", async () => {
    const id = await recruiting()
    expect(unwrap(await foreign.get(open.projectsCalls, {}))).toEqual({ items: [], done: [] })
    expect(unwrap(await foreign.get(open.projectsMine, {}))).toEqual({ minutes: 0, items: [] })
    expect((await foreign.get(open.projectsCall, { id })).status).toBe(404)
    expect((await foreign.post(open.projectsSignUp, { id })).status).toBe(404)
    expect((await foreign.get(office.projectsOne, { id })).status).toBe(404)
    expect((await foreign.get(office.projectsList, {})).status).toBe(403)
  })

  it("tells the public no names", async () => {
    const id = await recruiting()
    unwrap(await s1.post(open.projectsSignUp, { id }))
    const seen = await w.stranger.get(open.projectsCall, { id })
    expect(JSON.stringify(seen)).not.toMatch(/S1|号"/)
  })
})
