import { unwrap } from "@qiaoliang/basics"
import { beforeAll, describe, expect, it } from "vitest"
import { nobody } from "#kit/server/actor.ts"
import type { Person, TestWorld } from "#kit/server/test-world.ts"
import { addStep, endStep } from "#modules/courses/contract.ts"
import { findingsOne } from "#modules/findings/contract.ts"
import { findings } from "#modules/findings/index.ts"
import { addUnion, hold } from "#modules/offices/build.ts"
import {
  addDepartment,
  addPost,
  addStudent,
  applyFresh,
  furnish,
  passAs,
  selectionWorld,
  vouched,
} from "./build.ts"
import { one, slate } from "./contract.ts"

let w: TestWorld
let school: string
const people = new Map<string, Person>()
const as = (number: string) => people.get(number)!

beforeAll(async () => {
  w = await selectionWorld([findings])
  ;({ school } = await furnish(w))
  await addStudent(w, { number: "S0", className: "中文2302班" })
  for (const n of ["B1", "F1", "F9", "A1", "L1", "S0"]) people.set(n, await w.as(n))
})

describe("the findings", () => {
  it("judge 5.4 and 4.2 by who walked the chain, and name who did not", async () => {
    const union = await addUnion(w, { name: "东校区学生会" })
    await addDepartment(w, union, "学习部")
    w.moveTo("2025-12-01T02:00:00Z")
    const { courseId } = await applyFresh(w, "S100", union, "school-member", { department: "学习部" })
    const found = async (clause: string) =>
      unwrap(await as("L1").get(findingsOne, { unionId: union, clause })).findings[0]
    await passAs(w, as("F1"), courseId, "recommended", "faculty-league", vouched)
    await passAs(w, as("A1"), courseId, "determined", "student-affairs")
    await passAs(w, as("L1"), courseId, "determined", "school-league")
    w.moveTo("2025-12-09T02:00:00Z")
    expect((await passAs(w, as("L1"), courseId, "published", "school-league")).ok).toBe(true)
    expect(await found("5.4")).toMatchObject({ verdict: "met", value: 1 })
    expect((await found("4.2"))?.verdict).toBe("met")
    // Nobody has been determined as a candidate: 5.2 is as before.
    expect((await found("5.2"))?.verdict).toBe("unknown")
    const again = () =>
      w.world.within(w.university, nobody, (ctx) => ctx.emit("records.changed", { unions: [union] }))
    const listed = { unionId: union, kind: "member" as const, title: "干事", department: "学习部" }
    await addPost(w, { ...listed, number: "I1", imported: true })
    await again()
    expect(await found("5.4")).toMatchObject({ verdict: "unknown", rows: [{ name: "I1号" }] })
    await addPost(w, { ...listed, number: "D1" })
    await again()
    expect(await found("5.4")).toMatchObject({ verdict: "violated", rows: [{ name: "D1号" }] })
  })
})

describe("selection.one", () => {
  it("is for the chain and the student, a clerk of the chain too, and nobody else", async () => {
    const { student, id } = await applyFresh(w, "S200", school, "school-member", { department: "学习部" })
    await hold(w, { kind: "faculty-league", number: "K1", faculty: "文学院", post: "clerk" })
    expect((await w.stranger.get(one, { id })).status).toBe(401)
    for (const n of ["F9", "B1", "S0"]) expect((await as(n).get(one, { id })).status).toBe(403)
    expect((await (await w.as("K1")).get(one, { id })).ok).toBe(true)
    expect(unwrap(await student.get(one, { id })).can).toEqual({ slate: false, effect: false })
    const seen = unwrap(await as("L1").get(one, { id }))
    expect(seen.line).toMatchObject({ mine: false, step: "学院（系）团组织推荐", source: "学院（系）学生会" })
    expect(seen.line.standing.map((s) => s.verdict)).toEqual(["met", "met"])
    const second = await w.addUniversity("第二大学")
    expect((await (await w.as("L1", second)).get(one, { id })).status).toBe(404)
  })
})

describe("教务处核实成绩", () => {
  it("is added behind the recommendation, takes its place in the chain, and removes nothing", async () => {
    await hold(w, { kind: "academic-affairs", number: "J1" })
    const office = await w.as("J1")
    const extra = {
      procedure: "selection.school-member",
      after: "recommended",
      office: "academic-affairs",
      label: "教务处核实成绩",
    }
    const { id: step } = unwrap(await as("L1").post(addStep, extra))
    const { id, callId, courseId } = await applyFresh(w, "S300", school, "school-member", {
      department: "学习部",
    })
    await passAs(w, as("F1"), courseId, "recommended", "faculty-league", vouched)
    expect((await passAs(w, as("L1"), courseId, "determined", "school-league")).status).toBe(422)
    expect(unwrap(await office.get(slate, { callId })).rows.map((r) => `${r.step} ${r.mine}`)).toEqual([
      "教务处核实成绩 true",
    ])
    expect((await passAs(w, office, courseId, step, "academic-affairs")).ok).toBe(true)
    expect(unwrap(await as("L1").get(one, { id })).line.stepId).toBe("determined")
    expect((await as("L1").post(endStep, { id: "determined" })).status).toBe(404)
  })
})
