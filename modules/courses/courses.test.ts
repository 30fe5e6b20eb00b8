import { unwrap } from "@qiaoliang/basics"
import { by } from "@qiaoliang/procedure"
import { beforeEach, describe, expect, it } from "vitest"
import { type Capacity, nobody } from "#kit/server/actor.ts"
import { checkLedger, ledgerEntries } from "#kit/server/ledger.ts"
import { testWorld } from "#modules/accounts/build.ts"
import { list as inbox, count as inboxCount } from "#modules/inbox/contract.ts"
import { inboxModule } from "#modules/inbox/index.ts"
import { addFaculty, hold } from "#modules/offices/build.ts"
import { beginTest, loggedAs, testKind, testRoom } from "./build.ts"
import { addStep, batch, calendar, endStep, list, move, one, procedures, setDay } from "./contract.ts"
import { capacityFor, coursesModule, inboxItems, kindsOf, tellLate } from "./index.ts"

const seen: string[] = []
const kind = testKind(seen)
const w = await testWorld({
  modules: [coursesModule([kind]), testRoom(kind), inboxModule([inboxItems(kindsOf([kind]))])],
  at: "2025-11-17T02:00:00Z",
})
await addFaculty(w, "文学院")
await addFaculty(w, "理学院")
await hold(w, { kind: "faculty-league", number: "F1", faculty: "文学院" })
await hold(w, { kind: "faculty-league", number: "F9", faculty: "理学院" })
await hold(w, { kind: "faculty-league", number: "F3", faculty: "文学院", post: "clerk" })
await hold(w, { kind: "student-affairs", number: "A1" })
await hold(w, { kind: "school-league", number: "L1" })
await hold(w, { kind: "school-party", number: "P1" })
const student = await w.as("S1")
const league = await w.as("F1")
const other = await w.as("F9")
const clerk = await w.as("F3")
const affairs = await w.as("A1")
const committee = await w.as("L1")
const party = await w.as("P1")

const says = { conduct: "品行端正，乐于奉献" }
const fresh = async (title = "甲") =>
  unwrap(await student.post(beginTest, { title, about: ["S1"], faculty: "文学院" })).id
const pass = (id: string, step: string, office: string) => ({
  id,
  move: { kind: "pass" as const, step, office, version: "v1", says },
})
const waiting = async (person: typeof student) =>
  unwrap(await person.get(inbox, {})).items.map((i) => `${i.capacity}｜${i.title}｜${i.detail}`)

beforeEach(() => w.moveTo("2025-11-17T02:00:00Z"))

describe("courses.move", () => {
  it("refuses the stranger, another faculty, a clerk, and reading from outside the chain", async () => {
    const id = await fresh()
    const first = pass(id, "recommended", "faculty-league")
    expect((await w.stranger.post(move, first)).status).toBe(401)
    expect((await other.post(move, first)).status).toBe(403)
    expect((await clerk.post(move, first)).status).toBe(403)
    expect((await other.get(one, { id })).status).toBe(403)
    expect((await student.post(move, first)).status).toBe(403)
  })

  it("walks the chain through everybody's inbox; what follows is told in the same transaction", async () => {
    const id = await fresh("全程")
    expect(await waiting(league)).toContain("文学院团组织 书记｜全程｜试验程序：学院（系）团组织推荐")
    expect((await league.post(move, pass(id, "recommended", "faculty-league"))).ok).toBe(true)
    expect(await waiting(league)).not.toContain("文学院团组织 书记｜全程｜试验程序：学院（系）团组织推荐")
    expect((await affairs.post(move, pass(id, "reviewed", "student-affairs"))).ok).toBe(true)
    expect((await affairs.post(move, pass(id, "reviewed", "student-affairs"))).status).toBe(409)
    expect((await committee.post(move, pass(id, "reviewed", "school-league"))).ok).toBe(true)
    const early = await committee.post(move, pass(id, "published", "school-league"))
    expect(early).toMatchObject({ status: 422, error: { clause: "5.2" } })
    expect((await other.post(move, { id, move: { kind: "object", because: "与事实不符" } })).ok).toBe(true)
    w.moveTo("2025-11-21T02:00:00Z")
    expect((await committee.post(move, pass(id, "published", "school-league"))).status).toBe(422)
    expect((await waiting(committee)).join()).toContain("，1条异议待答复")
    const settle = { kind: "settle" as const, objection: 1, because: "经查不属实" }
    expect((await committee.post(move, { id, move: settle })).ok).toBe(true)
    expect((await waiting(committee)).join()).not.toContain("待答复")
    expect((await committee.post(move, pass(id, "published", "school-league"))).ok).toBe(true)
    expect((await party.post(move, pass(id, "determined", "school-party"))).ok).toBe(true)
    expect(seen).toContain("全程 pass passed")
    const told = unwrap(await party.get(one, { id }))
    expect(told.status).toBe("passed")
    expect(told.moves.map((m) => m.kind)).toEqual([
      "begin",
      "pass",
      "pass",
      "pass",
      "object",
      "settle",
      "pass",
      "pass",
    ])
    expect(told.moves[1]).toMatchObject({ capacity: "文学院团组织 书记", says: [{ label: "品行评价" }] })
    // Words nobody asked for are not kept.
    expect(told.moves[2]).toMatchObject({ capacity: "党委学生工作部 负责人", says: [] })
    expect(told.steps[1]?.offices).toEqual([
      { name: "党委学生工作部", signed: true, by: "A1号", on: "2025-11-17" },
      { name: "学校团委", signed: true, by: "L1号", on: "2025-11-17" },
    ])
    // The student reads the course, but not who objected.
    const own = unwrap(await student.get(one, { id }))
    expect(own.moves.find((m) => m.kind === "object")?.name).toBeNull()
    expect(told.moves.find((m) => m.kind === "object")?.name).toBe("F9号")
  })

  it("goes back out of a joint step, and the reason is on record", async () => {
    const id = await fresh("退回")
    await league.post(move, pass(id, "recommended", "faculty-league"))
    await affairs.post(move, pass(id, "reviewed", "student-affairs"))
    const back = { kind: "return" as const, step: "reviewed", to: "recommended", because: "材料不全" }
    expect((await committee.post(move, { id, move: back })).ok).toBe(true)
    const told = unwrap(await league.get(one, { id }))
    expect(told.steps.map((s) => s.stage)).toEqual(["here", "ahead", "ahead", "ahead"])
    expect(told.moves.at(-1)).toMatchObject({ because: "材料不全", to: "学院（系）团组织推荐" })
    expect(told.offers.map((o) => o.kind)).toEqual(["pass", "refuse", "amend"])
  })
})

describe("the capacity on record", () => {
  it("is the post the move was made in; an objection and a withdrawal of one's own need none", async () => {
    const id = await fresh("记名")
    unwrap(await league.post(move, pass(id, "recommended", "faculty-league")))
    expect(await loggedAs(w, "courses.move")).toBe("文学院团组织 书记")
    unwrap(await student.post(move, { id, move: { kind: "withdraw", because: "另有安排" } }))
    expect(await loggedAs(w, "courses.move")).toBeNull()
  })

  it("is the post that carries the mark the step asks for, where one person holds two of an office", () => {
    const scope = { kind: "university", id: "u1", name: "桥梁大学" } as const
    const post = (kind: string, more = {}): Capacity => ({
      office: "school-league",
      officeId: "o1",
      officeName: "学校团委",
      scope,
      post: kind,
      title: kind,
      ...more,
    })
    const capacities = [post("deputy"), post("deputy-secretary", { designated: true })]
    const actor = { account: "a1", number: "L1", name: "L1号", admin: false, capacities }
    const named = (only?: string) => capacityFor(actor, by("school-league", only)[0]!, "u1")?.post
    expect(named()).toBe("deputy")
    expect(named("designated")).toBe("deputy-secretary")
    expect(named("deputy-secretary")).toBe("deputy-secretary")
    expect(named("head")).toBeUndefined()
    expect(capacityFor(actor, by("school-league")[0]!, "u2")).toBeUndefined()
  })
})

describe("courses.batch", () => {
  it("decides many at once with exceptions, or nothing at all", async () => {
    const ids = [await fresh("批一"), await fresh("批二"), await fresh("批三")]
    const silent = await league.post(batch, { ids, decision: "pass" })
    expect(silent.status).toBe(400)
    expect(ids).toContain(silent.ok ? "" : silent.error.at)
    expect((await other.post(batch, { ids, decision: "pass", says })).status).toBe(403)
    const exceptions = [{ id: ids[1]!, decision: "refuse" as const, because: "不宜推荐" }]
    expect(unwrap(await league.post(batch, { ids, decision: "pass", says, exceptions }))).toEqual({
      passed: 2,
      returned: 0,
      refused: 1,
      skipped: 0,
    })
    // One that cannot be decided leaves the others as they were.
    expect(await loggedAs(w, "courses.batch")).toBe("文学院团组织 书记")
    const more = await fresh("批四")
    const mixed = await league.post(batch, { ids: [more, ids[1]!], decision: "pass", says })
    expect(mixed.status).toBe(409)
    expect(unwrap(await league.get(one, { id: more })).moves).toHaveLength(1)
  })
})

describe("courses.list", () => {
  it("has the person's own and those of the person's offices, and no others", async () => {
    await fresh("名单")
    const of = async (p: typeof student) => unwrap(await p.get(list, { text: "名单" })).total
    expect(await of(league)).toBe(1)
    expect(await of(student)).toBe(1)
    expect(await of(other)).toBe(0)
    expect((await w.stranger.get(list, {})).status).toBe(401)
    const seenBy = async (p: typeof student) => unwrap(await p.get(list, { text: "名单" })).items[0]
    expect(await seenBy(league)).toMatchObject({
      mine: true,
      may: ["pass", "refuse"],
      asks: [{ key: "conduct" }],
    })
    expect(await seenBy(student)).toMatchObject({ mine: false, may: [] })
    const waitFor = async (p: typeof student) =>
      unwrap(await p.get(list, { text: "名单", mine: "true" })).total
    expect(await waitFor(league)).toBe(1)
    expect(await waitFor(student)).toBe(0)
    const second = await w.addUniversity("别的大学")
    expect(unwrap(await (await w.as("S1", second)).get(list, {})).total).toBe(0)
  })
})

describe("inbox.count", () => {
  it("is the number of what waits, a joint step of two posts held by one person counted twice", async () => {
    await hold(w, { kind: "student-affairs", number: "B1" })
    await hold(w, { kind: "school-league", number: "B1" })
    const both = await w.as("B1")
    const counted = async () => unwrap(await both.get(inboxCount, {})).total
    const before = await counted()
    const id = await fresh("计数")
    expect(await counted()).toBe(before)
    await league.post(move, pass(id, "recommended", "faculty-league"))
    expect(await counted()).toBe(before + 2)
    const listed = unwrap(await both.get(inbox, {}))
    expect(listed.total).toBe(before + 2)
    expect(listed.items).toHaveLength(before + 2)
    // Signed for one office, the same person cannot sign for the other.
    expect((await both.post(move, pass(id, "reviewed", "school-league"))).ok).toBe(true)
    expect(await counted()).toBe(before + 1)
  })
})

describe("courses.add-step", () => {
  const extra = {
    procedure: "test.chain",
    after: "recommended",
    office: "academic-affairs",
    label: "教务处核实成绩",
    days: 2,
  }
  it("adds to what the clause asks for courses begun from then on, and can end only what was added", async () => {
    const before = await fresh("旧版")
    expect((await league.post(addStep, extra)).status).toBe(403)
    const { id } = unwrap(await committee.post(addStep, extra))
    expect((await committee.post(addStep, extra)).status).toBe(409)
    expect((await committee.post(addStep, { ...extra, office: "class-branch" })).status).toBe(400)
    const steps = async (course: string) =>
      unwrap(await league.get(one, { id: course })).steps.map((s) => s.label)
    expect(await steps(before)).not.toContain("教务处核实成绩")
    expect((await steps(await fresh("新版")))[1]).toBe("教务处核实成绩")
    const shown = unwrap(await committee.get(procedures, {})).items[0]
    expect(shown?.steps[1]).toMatchObject({ extra: true, extraId: id, days: 2 })
    expect((await committee.post(endStep, { id: "recommended" })).status).toBe(404)
    expect((await committee.post(endStep, { id })).ok).toBe(true)
    expect(await steps(await fresh("再旧"))).not.toContain("教务处核实成绩")
  })
})

describe("the calendar", () => {
  it("knows the national holidays and make-up days, and takes the university's corrections", async () => {
    const days = async () => unwrap(await committee.get(calendar, { year: 2025 })).days
    expect(await days()).toContainEqual(expect.objectContaining({ day: "2025-10-01", works: false }))
    expect(await days()).toContainEqual(expect.objectContaining({ day: "2025-10-11", works: true }))
    const feast = { day: "2025-11-18", works: false, note: "校运动会" }
    expect((await league.post(setDay, feast)).status).toBe(403)
    expect((await committee.post(setDay, feast)).ok).toBe(true)
    expect(await days()).toContainEqual({ ...feast, own: true, by: "L1号" })
    const due = async () => unwrap(await league.get(one, { id: await fresh() })).due
    expect(await due()).toBe("2025-11-21")
  })
})

describe("lateness", () => {
  it("is told once a step, when its deadline has passed", async () => {
    await fresh("迟")
    const tell = () => w.world.within(w.university, nobody, tellLate)
    w.moveTo("2025-11-20T02:00:00Z")
    expect(await tell()).toBe(0)
    w.moveTo("2025-12-20T02:00:00Z")
    expect(await tell()).toBeGreaterThan(0)
    expect(await tell()).toBe(0)
  })
})

describe("the ledger", () => {
  it("holds every move, refuses change, and shows the first link that was tampered with", async () => {
    await fresh("台账")
    const check = () => w.world.db.scoped(w.university.id, (tx) => checkLedger(ledgerEntries(tx)))
    expect(await check()).toMatchObject({ ok: true })
    const tamper =
      "update ledger_entry set body = jsonb_set(body, '{because}', '\"改\"') where university_id = $1 and seq = 3"
    await expect(
      w.world.db.scoped(w.university.id, (tx) => tx.client.query(tamper, [w.university.id])),
    ).rejects.toThrow("append-only")
    // Whoever owns the database can switch the guard off; the chain still tells.
    await w.world.db.scoped(w.university.id, async (tx) => {
      await tx.client.query("alter table ledger_entry disable trigger append_only")
      await tx.client.query(tamper, [w.university.id])
      await tx.client.query("alter table ledger_entry enable trigger append_only")
    })
    expect(await check()).toEqual({ ok: false, entries: 2, broken: { seq: 3, because: "hash" } })
  })
})
