import { openSolver } from "@qiaoliang/apportion"
import { unwrap } from "@qiaoliang/basics"
import ExcelJS from "exceljs"
import { describe, expect, it } from "vitest"
import { recordsOf } from "#kit/server/ledger.ts"
import { testWorld } from "#modules/accounts/build.ts"
import { openActor } from "#modules/accounts/index.ts"
import { assemblyModule, changeAssembly } from "#modules/assembly/index.ts"
import { hold } from "#modules/offices/build.ts"
import { addAssembly, addSchool, addStudents } from "./build.ts"
import * as contract from "./contract.ts"
import { inboxItems, seatsModule, seatsOf } from "./index.ts"
import { allocate, asJson, readTerms } from "./pure.ts"

const w = await testWorld({ modules: [assemblyModule, seatsModule] })
const unions = await addSchool(w)
await hold(w, { kind: "school-league", number: "L1" })
const congress = await addAssembly(w, { union: unions.school, name: "第十次学生代表大会", member: "C1" })
const committee = await w.as("C1")
const league = await w.as("L1")
const student = await w.as("1001")

const knobs = { method: "largest-remainder" as const, total: "9" }
const draft = { ...knobs, assembly: congress, because: "按人数分配" }
const refusal = <T>(answer: { ok: true; value: T } | { ok: false; error: object }) =>
  answer.ok ? undefined : answer.error
const within = <T>(work: Parameters<typeof w.world.within<T>>[2]) =>
  openActor(w.world, w.university, "C1").then((actor) => w.world.within(w.university, actor!, work))
const titles = async () => (await within(inboxItems)).map((i) => i.title)
const file = (as: string, person = committee, version = 1) =>
  person.send({ method: "GET", url: `/api/seats/table/${congress}/${version}.${as}` })

describe("seats.one", () => {
  it("is for those who prepare and the offices over them", async () => {
    expect((await w.stranger.get(contract.one, { assembly: congress })).status).toBe(401)
    expect((await student.get(contract.one, { assembly: congress })).status).toBe(403)
    expect((await league.get(contract.one, { assembly: "none" })).status).toBe(404)
  })

  it("counts the register of today", async () => {
    const { ground, shown, can } = unwrap(await committee.get(contract.one, { assembly: congress }))
    expect(ground).toEqual({
      unit: "faculty",
      students: 300,
      groups: 2,
      grades: ["2024级", "2025级"],
      societies: 2,
      main: 1,
      least: 3,
    })
    expect(shown).toBeNull()
    expect(can).toEqual({ prepare: true, adopt: true })
    expect(await titles()).toEqual(["分配代表名额"])
  })
})

describe("seats.preview", () => {
  it("is refused to a student", async () => {
    expect((await student.get(contract.preview, { assembly: congress, ...knobs })).status).toBe(403)
  })

  it("shows the table, how each cell came about, and what other methods give", async () => {
    const { result, infeasible, others } = unwrap(
      await committee.get(contract.preview, { assembly: congress, ...knobs, women: "25%" }),
    )
    expect(infeasible).toBeNull()
    expect(result?.cells.map((r) => r.map((c) => c?.seats))).toEqual([
      [1, 2],
      [3, 3],
    ])
    expect(result?.groups[0]?.steps[0]).toBe("100 ÷ 300 × 9 = 3")
    expect(result?.asks.map((a) => [a.id, a.need, a.of])).toEqual([
      ["nonCadre", 6, 10],
      ["women", 3, 10],
    ])
    expect(others.map((o) => o.method)).toEqual(["sainte-lague", "round-half-up", "over-six", "flat"])
    expect(others[3]?.cells).toEqual([
      [3, 3],
      [3, 3],
    ])
  })

  it("says what collides, and gives the knobs of each way out", async () => {
    const { result, infeasible } = unwrap(
      await committee.get(contract.preview, { assembly: congress, ...knobs, total: "1" }),
    )
    expect(result).toBeNull()
    expect(infeasible?.collide.map((c) => c.clause)).toContain("6.4")
    expect(infeasible?.ways[0]).toMatchObject({ says: "总名额增加到2名", knobs: { total: "2" } })
    const way = infeasible!.ways[0]!
    const again = unwrap(await committee.get(contract.preview, { assembly: congress, ...way.knobs }))
    expect(again.infeasible).toBeNull()
  })

  it("names the field that can't be read", async () => {
    const answer = await committee.get(contract.preview, { assembly: congress, ...knobs, women: "一半" })
    expect(refusal(answer)).toMatchObject({ code: "invalid", at: "women" })
  })
})

describe("seats.save and seats.adopt", () => {
  it("refuse the stranger and the student", async () => {
    expect((await w.stranger.post(contract.save, draft)).status).toBe(401)
    expect((await student.post(contract.save, draft)).status).toBe(403)
    expect(
      (await student.post(contract.adopt, { assembly: congress, version: 1, basis: "会议" })).status,
    ).toBe(403)
  })

  it("keep no allocation that can't be had", async () => {
    const answer = await committee.post(contract.save, { ...draft, total: "1" })
    expect(refusal(answer)).toMatchObject({ code: "against-clause", clause: "6.4", cure: "总名额增加到2名" })
  })

  it("keep versions; the committee alone adopts one, and the ledger has it", async () => {
    expect(unwrap(await league.post(contract.save, draft))).toEqual({ version: 1 })
    expect(unwrap(await committee.post(contract.save, { ...draft, total: "12" }))).toEqual({ version: 2 })
    expect(await titles()).toEqual(["采用名额分配（第2版，12名）"])
    const wanted = { assembly: congress, version: 1, basis: "筹备委员会第二次会议" }
    expect((await league.post(contract.adopt, wanted)).status).toBe(403)
    expect((await committee.post(contract.adopt, { ...wanted, version: 9 })).status).toBe(404)
    expect(await within((ctx) => seatsOf(ctx.tx, congress))).toBeUndefined()
    expect((await committee.post(contract.adopt, wanted)).ok).toBe(true)
    expect((await committee.post(contract.adopt, wanted)).status).toBe(409)
    expect(await titles()).toEqual([])
    const { adopted, versions, shown } = unwrap(await league.get(contract.one, { assembly: congress }))
    expect(adopted).toMatchObject({ version: 1, basis: "筹备委员会第二次会议" })
    expect(versions.map((v) => [v.version, v.total, v.adopted])).toEqual([
      [2, 12, false],
      [1, 9, true],
    ])
    expect(shown?.version).toBe(1)
    const seats = await within((ctx) => seatsOf(ctx.tx, congress))
    expect(seats).toMatchObject({
      version: 1,
      total: 9,
      societies: [{ name: "登山协会", seats: 1 }, { seats: 0 }],
    })
    expect(seats?.seats).toContainEqual({ faculty: "法学院", className: null, grade: 2025, seats: 3 })
    const [entry] = await within((ctx) => recordsOf<{ version: number }>(ctx.tx, "seats", congress))
    expect(entry?.body.version).toBe(1)
  })

  it("stay as they were computed when the register moves on", async () => {
    await addStudents(w, { faculty: "文学院", grade: 2025, students: 500, from: 9000 })
    const { shown, ground } = unwrap(await league.get(contract.one, { assembly: congress }))
    expect(ground.students).toBe(800)
    expect(shown?.result.students).toBe(300)
  })

  it("are over once the congress has begun", async () => {
    await within((ctx) => changeAssembly(ctx.tx, congress, { state: "open" }))
    expect((await committee.post(contract.save, draft)).status).toBe(409)
    expect(
      (await committee.post(contract.adopt, { assembly: congress, version: 2, basis: "再次会议" })).status,
    ).toBe(409)
    await within((ctx) => changeAssembly(ctx.tx, congress, { state: "convened" }))
  })
})

describe("the table on paper", () => {
  it("is not for students", async () => {
    expect((await file("xlsx", student)).statusCode).toBe(404)
    expect((await file("xlsx", w.stranger)).statusCode).toBe(401)
    expect((await file("exe")).statusCode).toBe(404)
  })

  it("is a workbook, a document and a PDF", async () => {
    const book = new ExcelJS.Workbook()
    await book.xlsx.load((await file("xlsx")).rawPayload as never)
    expect(book.worksheets.map((s) => s.name)).toEqual(["名额分配表", "计算过程", "社团", "核对"])
    const rows = book.worksheets[0]!.getSheetValues() as unknown as unknown[][]
    expect(rows[2]?.slice(1, 6)).toEqual(["文学院", 1, 2, 3, 4])
    expect((await file("docx")).rawPayload.subarray(0, 2).toString()).toBe("PK")
    expect((await file("pdf")).rawPayload.subarray(0, 4).toString()).toBe("%PDF")
  })

  it("is a file that the command line computes again alike", async () => {
    const json = JSON.parse((await file("json")).payload) as unknown
    const again = asJson(allocate(unwrap(readTerms(json)), await openSolver()))
    const { shown } = unwrap(await league.get(contract.one, { assembly: congress }))
    expect(again.total).toBe(shown?.result.total)
    expect(again.seats.map((s) => s.seats)).toEqual(shown?.result.cells.flat().map((c) => c?.seats))
  })
})

describe("other assemblies", () => {
  it("of a faculty: by class, each with at least one", async () => {
    const id = await addAssembly(w, { union: unions.faculty, name: "文学院学生代表大会", member: "C2" })
    const person = await w.as("C2")
    const { result } = unwrap(
      await person.get(contract.preview, { assembly: id, method: "largest-remainder" }),
    )
    expect(result?.unit).toBe("class")
    expect(result?.groups.map((g) => g.name)).toEqual(["汉语2401班", "汉语2501班", "未登记班级"])
    expect(result?.groups.every((g) => g.seats > 0)).toBe(true)
    unwrap(await person.post(contract.save, { ...draft, assembly: id }))
    unwrap(await person.post(contract.adopt, { assembly: id, version: 1, basis: "会议通过" }))
    const seats = await within((ctx) => seatsOf(ctx.tx, id))
    expect(seats?.seats[0]).toMatchObject({ faculty: null, className: "汉语2401班", grade: 2024 })
  })

  it("of all students: nothing to share", async () => {
    const id = await addAssembly(w, {
      union: unions.faculty,
      name: "全体学生大会",
      member: "C2",
      kind: "general",
    })
    const person = await w.as("C2")
    const answer = await person.post(contract.save, { ...draft, assembly: id })
    expect(refusal(answer)).toMatchObject({ code: "against-clause", clause: "6.5" })
  })
})
