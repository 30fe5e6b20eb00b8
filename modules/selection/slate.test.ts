import { unwrap } from "@qiaoliang/basics"
import { beforeAll, beforeEach, describe, expect, it } from "vitest"
import type { Person, TestWorld } from "#kit/server/test-world.ts"
import { loggedAs } from "#modules/courses/build.ts"
import { batch, move } from "#modules/courses/contract.ts"
import { hold } from "#modules/offices/build.ts"
import { addPost, addStudent, applyAs, furnish, openCall, opening, selectionWorld } from "./build.ts"
import { calls, effect, notices, recommend, slate } from "./contract.ts"

let w: TestWorld
let school: string
let faculty: string
let callId: string
const people = new Map<string, Person>()
const as = (number: string) => people.get(number)!
const ids = new Map<string, string>()

beforeAll(async () => {
  w = await selectionWorld()
  ;({ school, faculty } = await furnish(w))
  await addStudent(w, { number: "S1", name: "张一" })
  await addStudent(w, { number: "S2", name: "李二", sex: "男" })
  await addStudent(w, { number: "S3", name: "王三", faculty: "理学院", className: "数学2301班" })
  await addStudent(w, { number: "S4", name: "赵四" })
  await addStudent(w, { number: "S9", name: "没报名" })
  for (const n of ["B1", "F1", "F9", "P1", "A1", "L1", "C1", "S1", "S2", "S3", "S4"])
    people.set(n, await w.as(n))
  callId = await openCall(w, school, [{ kind: "school-member", department: "学习部" }])
  const more = { department: "学习部" } as const
  ids.set("S1", await applyAs(as("S1"), callId, "school-member", { ...more, source: "faculty-union" }))
  ids.set("S2", await applyAs(as("S2"), callId, "school-member", { ...more, source: "other" }))
  ids.set("S3", await applyAs(as("S3"), callId, "school-member", { ...more, source: "other" }))
  // Six members already; one of the two departments has nobody.
  for (let n = 0; n < 6; n++)
    await addPost(w, {
      unionId: school,
      number: `M${n}`,
      kind: "member",
      title: "干事",
      department: "学习部",
      imported: true,
    })
})
beforeEach(() => w.moveTo(opening))

const words = "理想信念坚定，品行端正，作风务实，全心全意为同学们服务。"
const rowsFor = async (person: Person) => unwrap(await person.get(slate, { callId })).rows.map((r) => r.name)

describe("selection.slate", () => {
  it("refuses the stranger and whoever has no part, and shows each office what lies at its place", async () => {
    expect((await w.stranger.get(slate, { callId })).status).toBe(401)
    expect((await as("S1").get(slate, { callId })).status).toBe(403)
    expect((await as("B1").get(slate, { callId })).status).toBe(403)
    expect((await as("C1").get(slate, { callId })).status).toBe(403)
    expect(await rowsFor(as("F1"))).toEqual(["张一", "李二"])
    expect(await rowsFor(as("F9"))).toEqual(["王三"])
    expect(await rowsFor(as("L1"))).toEqual(["张一", "李二", "王三"])
    const second = await w.addUniversity("别的大学")
    expect((await (await w.as("L1", second)).get(slate, { callId })).status).toBe(404)
    expect((await (await w.as("L1", second)).get(calls, {})).status).toBe(403)
  })

  it("says before it is made what each choice would do, to offices over the whole union only", async () => {
    const seen = unwrap(await as("L1").get(slate, { callId }))
    expect(seen.can).toEqual({ recommend: false, effect: true })
    expect(seen.rows[0]?.worse.map((c) => `${c.clause}${c.subject} ${c.after?.verdict}`)).toEqual([
      "3.6学习部 warning",
    ])
    expect(seen.findings?.find((f) => f.clause === "3.2")).toMatchObject({ verdict: "met" })
    const part = unwrap(await as("F1").get(slate, { callId }))
    expect(part.can).toEqual({ recommend: true, effect: false })
    expect(part.findings).toBeNull()
    expect(part.rows[0]?.worse).toEqual([])
  })

  it("lists calls by what waits in them", async () => {
    expect(unwrap(await as("F1").get(calls, {})).items).toMatchObject([
      { id: callId, people: 2, open: 2, waiting: 2 },
    ])
    expect(unwrap(await as("L1").get(calls, {})).items).toMatchObject([{ people: 3, waiting: 0 }])
    expect(unwrap(await as("C1").get(calls, {})).items).toEqual([])
  })

  it("has a door for those in some chain only: no stranger, no student, no post of a union", async () => {
    expect((await w.stranger.get(calls, {})).status).toBe(401)
    expect((await as("S4").get(calls, {})).status).toBe(403)
    const member = await w.as("M0")
    expect(await member.get(calls, {})).toMatchObject({ status: 403, error: { clause: "5.2" } })
  })
})

describe("selection.effect", () => {
  it("judges the union with the people chosen", async () => {
    const chosen = [ids.get("S1"), ids.get("S2")].join(",")
    expect((await as("F1").get(effect, { callId, chosen })).status).toBe(403)
    const seen = unwrap(await as("L1").get(effect, { callId, chosen }))
    expect(seen.share).toEqual({ from: 1, of: 8 })
    expect(seen.forbidden).toBeNull()
    expect(seen.changes.find((c) => c.clause === "3.6")).toMatchObject({
      subject: "学习部",
      before: { verdict: "met" },
      after: { verdict: "warning" },
    })
    expect(unwrap(await as("L1").get(effect, { callId, chosen: "" })).changes).toEqual([])
  })
})

describe("selection.recommend", () => {
  const row = (line: number, number: string, text = words) => ({ line, number, text })

  it("refuses the stranger and offices without a part", async () => {
    const rows = [row(2, "S1")]
    expect((await w.stranger.post(recommend, { callId, rows })).status).toBe(401)
    expect((await as("C1").post(recommend, { callId, rows })).status).toBe(403)
    // A clerk sees what lies at the place, and recommends nobody.
    await hold(w, { kind: "faculty-league", number: "F3", faculty: "文学院", post: "clerk" })
    const clerk = await w.as("F3")
    expect(await rowsFor(clerk)).toEqual(["张一", "李二"])
    expect(await clerk.post(recommend, { callId, rows })).toMatchObject({
      status: 403,
      error: { clause: "5.2" },
    })
  })

  it("does nothing and names the lines when one of them cannot be done", async () => {
    const rows = [row(2, "S1"), row(3, "S9"), row(4, "S3"), row(5, "S2", "很好"), row(6, "S1")]
    const told = unwrap(await as("F1").post(recommend, { callId, rows }))
    expect(told.passed).toBe(0)
    expect(told.problems.map((p) => `${p.line} ${p.clause} ${p.because}`)).toEqual([
      "3 4.4 该同学没有报名",
      "4 5.5 该同学的报名由其所在组织推荐",
      "5 5.4 请填写对其理想信念、品行、作风和服务意识的评价（至少20字）",
      "6 null 名单中已有这位同学",
    ])
    expect(unwrap(await as("F1").get(slate, { callId })).rows.every((r) => r.stepId === "recommended")).toBe(
      true,
    )
    // An office that sees them but does not recommend.
    const others = unwrap(await as("L1").post(recommend, { callId, rows: [row(2, "S1")] }))
    expect(others.problems[0]?.because).toContain("须由条文指明的组织办理")
  })

  it("passes every line of a good list, each with its own words", async () => {
    const wrongName = [{ ...row(2, "S1"), name: "张三" }]
    expect(unwrap(await as("F1").post(recommend, { callId, rows: wrongName })).problems).toHaveLength(1)
    const rows = [{ ...row(2, "S1"), name: "张 一" }, row(3, "S2")]
    expect(unwrap(await as("F1").post(recommend, { callId, rows }))).toEqual({ passed: 2, problems: [] })
    expect(await loggedAs(w, "selection.recommend")).toBe("文学院团组织 书记")
    const seen = unwrap(await as("F1").get(slate, { callId })).rows
    expect(seen.map((r) => r.stepId)).toEqual(["determined", "determined"])
    expect(unwrap(await as("F1").post(recommend, { callId, rows })).problems[0]?.because).toContain(
      "已经推荐过",
    )
  })
})

describe("a decision over many", () => {
  it("is taken at once with its exceptions, and leads to the public notice", async () => {
    const seen = unwrap(await as("A1").get(slate, { callId })).rows.filter((r) => r.mine)
    expect(seen.map((r) => r.name)).toEqual(["张一", "李二"])
    const decide = (p: Person) =>
      p.post(batch, {
        ids: seen.map((r) => r.courseId),
        decision: "pass",
        exceptions: [{ id: seen[1]!.courseId, decision: "skip" }],
      })
    expect(unwrap(await decide(as("A1")))).toMatchObject({ passed: 1, skipped: 1 })
    expect(unwrap(await decide(as("L1")))).toMatchObject({ passed: 1, skipped: 1 })
    expect(unwrap(await as("L1").get(slate, { callId })).rows.map((r) => r.stepId)).toEqual([
      "published",
      "determined",
      "recommended",
    ])
  })
})

describe("selection.notices", () => {
  it("publishes a white-list to everybody while it stands, and is gone afterwards", async () => {
    const [notice] = unwrap(await w.stranger.get(notices, {})).items
    expect(notice).toMatchObject({ union: "桥梁大学学生会", clauses: ["5.4"], office: "学校团委" })
    expect(notice?.people).toEqual([
      {
        course: expect.any(String),
        name: "张一",
        faculty: "文学院",
        grade: 2023,
        number: expect.stringMatching(/^S\*+$/),
        post: "学习部工作人员",
        political: "共青团员",
        rank: "前30%以内",
        since: "2025-11-17",
        until: "2025-11-24",
        can: { object: false },
      },
    ])
    expect(JSON.stringify(notice)).not.toContain("10/100")
    w.moveTo("2025-11-25T02:00:00Z")
    expect(unwrap(await w.stranger.get(notices, {})).items).toEqual([])
    w.moveTo("2025-11-24T15:00:00Z")
    expect(unwrap(await w.stranger.get(notices, {})).items).toHaveLength(1)
  })

  it("takes objections of whoever is signed in, who stay unnamed to the student", async () => {
    const [notice] = unwrap(await as("S3").get(notices, {})).items
    expect(notice?.people[0]?.can.object).toBe(true)
    expect(unwrap(await as("S1").get(notices, {})).items[0]?.people[0]?.can.object).toBe(false)
    const id = notice!.people[0]!.course
    const objection = { id, move: { kind: "object" as const, because: "所写获奖与事实不符" } }
    expect((await w.stranger.post(move, objection)).status).toBe(401)
    expect((await as("S3").post(move, objection)).ok).toBe(true)
    w.moveTo("2025-11-25T02:00:00Z")
    const pass = async () => {
      const row = unwrap(await as("L1").get(slate, { callId })).rows[0]!
      return as("L1").post(batch, { ids: [row.courseId], decision: "pass" })
    }
    expect(await pass()).toMatchObject({ status: 422, error: { because: expect.stringContaining("异议") } })
    const settle = { kind: "settle" as const, objection: 1, because: "经核实，获奖属实" }
    expect((await as("L1").post(move, { id, move: settle })).ok).toBe(true)
    expect((await pass()).ok).toBe(true)
  })

  it("tells nothing of another university", async () => {
    const second = await w.addUniversity("第二大学")
    expect(unwrap(await (await w.as("S1", second)).get(notices, {})).items).toEqual([])
    expect(faculty).not.toBe(school)
  })
})
