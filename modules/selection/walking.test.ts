import { unwrap } from "@qiaoliang/basics"
import { beforeAll, beforeEach, describe, expect, it } from "vitest"
import type { Person, TestWorld } from "#kit/server/test-world.ts"
import { cancel, changeOwn, mine, withdraw } from "#modules/calls/contract.ts"
import { one as course, move } from "#modules/courses/contract.ts"
import { list as inbox } from "#modules/inbox/contract.ts"
import {
  addPost,
  addStudent,
  applyAs,
  applyFresh,
  furnish,
  openCall,
  opening,
  passAs,
  selectionWorld,
  setResults,
  statement,
  vouched,
} from "./build.ts"
import { one } from "./contract.ts"
import { candidatesOf } from "./index.ts"

let w: TestWorld
let school: string
let faculty: string
const people = new Map<string, Person>()
const as = (number: string) => people.get(number)!

beforeAll(async () => {
  w = await selectionWorld()
  ;({ school, faculty } = await furnish(w))
  await addStudent(w, { number: "S0", className: "中文2302班" })
  for (const n of ["B1", "F1", "F9", "P1", "A1", "L1", "C1", "S0"]) people.set(n, await w.as(n))
})
beforeEach(() => w.moveTo(opening))

let next = 100

/** A fresh student of the class, and his or her application. */
const applied = (
  unionId: string,
  kind: Parameters<typeof applyAs>[2],
  more: Parameters<typeof applyAs>[3] = {},
) => applyFresh(w, `S${next++}`, unionId, kind, more)

/** One pass as an office, on the version that stands. */
const pass = (
  person: Person,
  courseId: string,
  step: string,
  office: string,
  says?: Record<string, string>,
) => passAs(w, person, courseId, step, office, says)

const posts = (unionId: string) =>
  w.world.db.scoped(w.university.id, async (tx) => {
    const { rows } = await tx.client.query<{
      number: string
      kind: string
      title: string
      department: string
      basis: string
      origin: string
    }>(
      `select number, kind, title, department, basis, origin from post where university_id = $1 and union_id = $2
       and valid_to is null order by number`,
      [tx.university, unionId],
    )
    return rows
  })

describe("5.4 校级工作部门成员", () => {
  it("is walked by the offices it names and ends in a post with its source", async () => {
    const { number, student, id, courseId } = await applied(school, "school-member", { department: "学习部" })
    expect((await pass(w.stranger, courseId, "recommended", "faculty-league", vouched)).status).toBe(401)
    expect((await pass(as("F9"), courseId, "recommended", "faculty-league", vouched)).status).toBe(403)
    expect((await pass(as("P1"), courseId, "recommended", "faculty-league", vouched)).status).toBe(403)
    expect((await pass(student, courseId, "recommended", "faculty-league", vouched)).status).toBe(403)
    // A step cannot be skipped, nor passed without the organisation's own words (4.2).
    expect(await pass(as("L1"), courseId, "determined", "school-league")).toMatchObject({
      status: 422,
      error: { clause: "5.4", because: expect.stringContaining("学院（系）团组织推荐") },
    })
    expect(await pass(as("F1"), courseId, "recommended", "faculty-league")).toMatchObject({
      status: 400,
      error: { at: "vouch" },
    })
    const waiting = unwrap(await as("F1").get(inbox, {})).items.find(
      (i) => i.href === `/office/selection/${id}`,
    )
    expect(waiting).toMatchObject({ module: "selection", capacity: "文学院团组织 书记", clause: "5.4" })
    expect((await pass(as("F1"), courseId, "recommended", "faculty-league", vouched)).ok).toBe(true)
    expect((await pass(as("A1"), courseId, "determined", "student-affairs")).ok).toBe(true)
    expect((await pass(as("A1"), courseId, "determined", "school-league")).status).toBe(403)
    expect((await pass(as("L1"), courseId, "determined", "school-league")).ok).toBe(true)
    // The public notice stands five working days; then the post is there.
    expect((await pass(as("L1"), courseId, "published", "school-league")).status).toBe(422)
    expect(await posts(school)).toEqual([])
    w.moveTo("2025-11-25T02:00:00Z")
    expect((await pass(as("L1"), courseId, "published", "school-league")).ok).toBe(true)
    expect(await posts(school)).toEqual([
      {
        number,
        kind: "member",
        title: "工作人员",
        department: "学习部",
        origin: "faculty-union",
        basis: "校级工作部门成员遴选，2025年11月25日办结",
      },
    ])
    expect(unwrap(await student.get(mine, {})).items[0]).toMatchObject({ id, status: "determined", courseId })
  })

  it("shows the added step as added, the clause's own as they are", async () => {
    const { courseId } = await applied(school, "school-member", { department: "学习部" })
    const { steps } = unwrap(await as("L1").get(course, { id: courseId }))
    expect(steps.map((s) => `${s.label}${s.extra ? "（增加）" : ""}`)).toEqual([
      "学院（系）团组织推荐",
      "学生工作部门和团委审核后确定",
      "公示（通行做法）（增加）",
    ])
  })

  it("places people in departments that exist, as 负责人 or 工作人员 and nothing else (3.9)", async () => {
    const { courseId } = await applied(school, "school-member", { department: "学习部" })
    await pass(as("F1"), courseId, "recommended", "faculty-league", vouched)
    const determine = (office: string, says: Record<string, string>) =>
      pass(as(office === "school-league" ? "L1" : "A1"), courseId, "determined", office, says)
    expect(await determine("school-league", { department: "外联部" })).toMatchObject({
      status: 400,
      error: { at: "department" },
    })
    expect(await determine("school-league", { title: "秘书长" })).toMatchObject({
      status: 422,
      error: { clause: "3.9", at: "title" },
    })
    expect((await determine("school-league", { department: "权益部", title: "负责人" })).ok).toBe(true)
    expect(await determine("student-affairs", { department: "学习部" })).toMatchObject({ status: 409 })
    expect((await determine("student-affairs", {})).ok).toBe(true)
    w.moveTo("2025-11-25T02:00:00Z")
    expect((await pass(as("L1"), courseId, "published", "school-league")).ok).toBe(true)
    expect(await posts(school)).toContainEqual(
      expect.objectContaining({ department: "权益部", kind: "head", title: "负责人" }),
    )
  })

  it("refuses a head too many (3.5), and lets a general bound be passed (3.6)", async () => {
    for (const n of ["H1", "H2", "H3"])
      await addPost(w, { unionId: school, number: n, kind: "head", title: "负责人", department: "权益部" })
    for (let n = 0; n < 6; n++)
      await addPost(w, {
        unionId: school,
        number: `M${n}`,
        kind: "member",
        title: "干事",
        department: "学习部",
      })
    const head = await applied(school, "school-member", { department: "权益部" })
    await pass(as("F1"), head.courseId, "recommended", "faculty-league", vouched)
    expect(
      await pass(as("L1"), head.courseId, "determined", "school-league", { title: "负责人" }),
    ).toMatchObject({ status: 422, error: { clause: "3.5", because: expect.stringContaining("4") } })
    const member = await applied(school, "school-member", { department: "学习部" })
    await pass(as("F1"), member.courseId, "recommended", "faculty-league", vouched)
    expect((await pass(as("L1"), member.courseId, "determined", "school-league")).ok).toBe(true)
  })
})

describe("4.1 and 4.3", () => {
  it("are judged again at every step by the record of that day", async () => {
    const { number, courseId } = await applied(school, "school-member", { department: "学习部" })
    await setResults(w, number, 31, 0)
    expect(await pass(as("F1"), courseId, "recommended", "faculty-league", vouched)).toMatchObject({
      status: 422,
      error: { clause: "4.3", because: expect.stringContaining("31/100") },
    })
    await setResults(w, number, 30, 0)
    expect((await pass(as("F1"), courseId, "recommended", "faculty-league", vouched)).ok).toBe(true)
    await setResults(w, number, 30, 1)
    expect((await pass(as("L1"), courseId, "determined", "school-league")).status).toBe(422)
    // To say no needs no standing.
    const no = { kind: "refuse" as const, step: "determined", because: "有课业不及格" }
    expect((await as("L1").post(move, { id: courseId, move: no })).ok).toBe(true)
  })
})

describe("5.2 校级主席团候选人", () => {
  it("goes faculty League, faculty Party, jointly, Party committee, and ends in a candidate, not a post", async () => {
    const before = await posts(school)
    const { number, courseId } = await applied(school, "school-presidium", { source: "exemplar" })
    await pass(as("F1"), courseId, "recommended", "faculty-league", vouched)
    expect((await pass(as("P1"), courseId, "agreed", "faculty-party")).ok).toBe(true)
    expect((await pass(as("A1"), courseId, "reviewed", "student-affairs")).ok).toBe(true)
    // Sent back out of the joint step: what was signed there no longer stands.
    const back = { kind: "return" as const, step: "reviewed", to: "agreed", because: "请补充党组织意见" }
    expect((await as("L1").post(move, { id: courseId, move: back })).ok).toBe(true)
    expect((await pass(as("P1"), courseId, "agreed", "faculty-party")).ok).toBe(true)
    await pass(as("A1"), courseId, "reviewed", "student-affairs")
    await pass(as("L1"), courseId, "reviewed", "school-league")
    expect((await pass(as("L1"), courseId, "determined", "school-party")).status).toBe(403)
    expect((await pass(as("C1"), courseId, "determined", "school-party")).ok).toBe(true)
    w.moveTo("2025-11-25T02:00:00Z")
    const standing = (day: string) =>
      w.world.db.scoped(w.university.id, (tx) => candidatesOf(tx, school, day))
    expect(await standing("2025-11-25")).toEqual([])
    expect((await pass(as("L1"), courseId, "published", "school-league")).ok).toBe(true)
    expect(await posts(school)).toEqual(before)
    expect(await standing("2025-11-25")).toMatchObject([
      { number, courseId, source: "优秀学生典型", determinedOn: "2025-11-25" },
    ])
    expect(await standing("2025-11-24")).toEqual([])
    expect(await standing("2027-01-01")).toEqual([])
    const second = await w.addUniversity("别的大学")
    expect(await w.world.db.scoped(second.id, (tx) => candidatesOf(tx, school, "2025-11-25"))).toEqual([])
  })
})

describe("5.5 学院（系）学生会", () => {
  it("begins with the student's own class branch, and ends with the faculty's Party organisation", async () => {
    const { number, courseId } = await applied(faculty, "faculty-staff")
    expect((await pass(as("F1"), courseId, "recommended", "class-branch", vouched)).status).toBe(403)
    expect((await pass(as("B1"), courseId, "recommended", "class-branch", vouched)).ok).toBe(true)
    expect((await pass(as("F1"), courseId, "agreed", "faculty-league")).ok).toBe(true)
    // Nobody applied for a department here: whoever determines must say one.
    expect(await pass(as("P1"), courseId, "determined", "faculty-party")).toMatchObject({
      status: 400,
      error: { at: "department", clause: "3.9" },
    })
    expect((await pass(as("P1"), courseId, "determined", "faculty-party", { department: "学习部" })).ok).toBe(
      true,
    )
    w.moveTo("2025-11-25T02:00:00Z")
    expect((await pass(as("L1"), courseId, "published", "school-league")).status).toBe(403)
    expect((await pass(as("F1"), courseId, "published", "faculty-league")).ok).toBe(true)
    expect(await posts(faculty)).toMatchObject([{ number, department: "学习部", kind: "member" }])
  })

  it("lets nobody recommend himself, and no branch a student of another class", async () => {
    const callId = await openCall(w, faculty, [{ kind: "faculty-presidium" }])
    const own = await applyAs(as("B1"), callId, "faculty-presidium")
    const other = await applyAs(as("S0"), callId, "faculty-presidium")
    const courseOf = async (person: Person, id: string) => unwrap(await person.get(one, { id })).line.courseId
    expect(
      await pass(as("B1"), await courseOf(as("B1"), own), "recommended", "class-branch", vouched),
    ).toMatchObject({ status: 403, error: { because: "不能办理与自己有关的事项" } })
    expect(
      (await pass(as("B1"), await courseOf(as("S0"), other), "recommended", "class-branch", vouched)).status,
    ).toBe(403)
  })
})

describe("the application", () => {
  it("changed by the student goes back to the first step; withdrawn it ends", async () => {
    const { student, id, courseId } = await applied(school, "school-member", { department: "学习部" })
    await pass(as("F1"), courseId, "recommended", "faculty-league", vouched)
    const stage = async () => unwrap(await as("F1").get(course, { id: courseId })).steps.map((s) => s.stage)
    expect(await stage()).toEqual(["done", "here", "ahead"])
    const more = {
      source: "faculty-union" as const,
      sourceNote: "",
      statement: `${statement}补充。`,
      achievements: "",
    }
    expect((await student.post(changeOwn, { id, ...more })).ok).toBe(true)
    expect(await stage()).toEqual(["here", "ahead", "ahead"])
    expect((await student.post(withdraw, { id })).ok).toBe(true)
    expect(unwrap(await as("F1").get(course, { id: courseId })).status).toBe("withdrawn")
    expect(unwrap(await as("F1").get(one, { id })).line.outcome).toBe("withdrawn")
  })
  it("ends when the whole call is called off, and the record says by whom", async () => {
    const { student, id, callId, courseId } = await applied(school, "school-member", { department: "学习部" })
    await pass(as("F1"), courseId, "recommended", "faculty-league", vouched)
    expect((await as("F9").post(cancel, { id: callId, because: "换届推迟" })).status).toBe(403)
    expect((await as("L1").post(cancel, { id: callId, because: "换届推迟" })).ok).toBe(true)
    const seen = unwrap(await as("F1").get(course, { id: courseId }))
    expect(seen.status).toBe("withdrawn")
    expect(seen.moves.at(-1)?.because).toBe("选拔通知已取消（L1号办理）")
    expect(unwrap(await student.get(mine, {})).items.find((a) => a.id === id)?.status).toBe("withdrawn")
  })
  it("refused by an office says so to the student", async () => {
    const { student, courseId } = await applied(school, "school-member", { department: "学习部" })
    const no = { kind: "refuse" as const, step: "recommended", because: "名额已满" }
    expect((await as("F1").post(move, { id: courseId, move: no })).ok).toBe(true)
    expect(unwrap(await student.get(mine, {})).items[0]?.status).toBe("not-determined")
  })
})
