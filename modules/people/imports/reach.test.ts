import { unwrap } from "@qiaoliang/basics"
import { beforeAll, describe, expect, it } from "vitest"
import type { Person, TestWorld } from "#kit/server/test-world.ts"
import { testWorld } from "#modules/accounts/build.ts"
import {
  importsCheck,
  importsConfirm,
  importsDrop,
  importsList,
  importsOne,
  importsUndo,
} from "#modules/imports/contract.ts"
import { importsModule } from "#modules/imports/index.ts"
import { addUnion, hold } from "#modules/offices/build.ts"
import { peopleSearch } from "../contract.ts"
import { academicsImport, people, societiesImport, studentsImport } from "../index.ts"

const imports = importsModule([studentsImport, academicsImport, societiesImport])
const students = "学号,姓名,学院,年级,政治面貌\n"
const both = `${students}24010101,张三,文学院,2024级,共青团员\n24020101,李四,法学院,2024级,群众\n`

let w: TestWorld
let league: Person
let letters: Person
let law: Person
let university: string

beforeAll(async () => {
  w = await testWorld({ modules: [imports, people] })
  await hold(w, { kind: "school-league", number: "L1" })
  league = await w.as("L1")
  university = await upload(league, "学生名册.csv", both)
  await check(league, university)
  await confirm(league, university)
  for (const [number, faculty] of [
    ["F1", "文学院"],
    ["F2", "法学院"],
  ] as const)
    await hold(w, { kind: "faculty-league", number, faculty })
  letters = await w.as("F1")
  law = await w.as("F2")
})

async function upload(who: Person, name: string, csv: string): Promise<string> {
  const form = new FormData()
  form.append("file", new File([csv], name, { type: "text/csv" }))
  const request = new Request("http://localhost/", { method: "POST", body: form })
  const answer = await who.send({
    method: "POST",
    url: "/api/imports/upload",
    headers: { "x-qiaoliang": "1", "content-type": request.headers.get("content-type")! },
    payload: Buffer.from(await request.arrayBuffer()),
  })
  await imports.work().settled()
  return answer.json<{ ids: string[] }>().ids[0]!
}

/** The run, once nothing more happens to it. */
async function run(who: Person, id: string) {
  for (;;) {
    const now = unwrap(await who.get(importsOne, { id }))
    if (!["reading", "checking", "running"].includes(now.status)) return now
    await imports.work().settled()
  }
}

async function check(who: Person, id: string, complete = false) {
  const { plan, asOf } = await run(who, id)
  unwrap(await who.post(importsCheck, { id, asOf, complete, sheets: plan }))
  return run(who, id)
}

async function confirm(who: Person, id: string) {
  unwrap(await who.post(importsConfirm, { id }))
  return run(who, id)
}

const seen = async (who: Person) => unwrap(await who.get(importsList, {})).items.map((r) => r.id)
const names = async () => unwrap(await league.get(peopleSearch, {})).items.map((p) => p.name)

describe("who may read an import and its report", () => {
  it("keeps the university's runs from a faculty, in the list and one by one", async () => {
    expect(await seen(league)).toEqual([university])
    expect(await seen(letters)).toEqual([])
    const id = university
    const { asOf, plan } = await run(league, id)
    expect(await letters.get(importsOne, { id })).toMatchObject({ status: 403, error: { clause: "9.1" } })
    for (const verb of [importsConfirm, importsUndo, importsDrop])
      expect(await letters.post(verb, { id })).toMatchObject({ status: 403 })
    expect(await letters.post(importsCheck, { id, asOf, complete: false, sheets: plan })).toMatchObject({
      status: 403,
    })
    expect((await run(league, id)).status).toBe("done")
  })

  it("shows a faculty's runs to that faculty and to the university's keepers, to nobody else", async () => {
    const id = await upload(letters, "文学院名册.csv", `${students}24010102,王五,文学院,2024级,群众\n`)
    expect(await seen(letters)).toEqual([id])
    expect((await run(letters, id)).status).toBe("proposed")
    expect(await seen(league)).toEqual([id, university])
    expect((await run(league, id)).plan).toHaveLength(1)
    expect(await seen(law)).toEqual([])
    expect(await law.get(importsOne, { id })).toMatchObject({ status: 403 })
    expect(await law.post(importsDrop, { id })).toMatchObject({ status: 403 })
    await hold(w, { kind: "faculty-party", number: "P1", faculty: "文学院" })
    for (const who of [await w.as("P1"), await w.as("S1")])
      expect(await who.get(importsOne, { id })).toMatchObject({ status: 403 })
    expect(await w.stranger.get(importsOne, { id })).toMatchObject({ status: 401 })
    const there = await w.addUniversity("彼岸大学")
    await hold(w, { kind: "school-league", number: "L1" }, there)
    const other = await w.as("L1", there)
    expect(await seen(other)).toEqual([])
    expect(await other.get(importsOne, { id })).toMatchObject({ status: 404 })
    unwrap(await letters.post(importsDrop, { id }))
  })

  it("gives a secretary-general the reach of the union served", async () => {
    const faculty = await addUnion(w, { name: "文学院学生会", level: "faculty", faculty: "文学院" })
    const school = await addUnion(w, { name: "校学生会" })
    await hold(w, {
      kind: "faculty-league",
      number: "G1",
      faculty: "文学院",
      post: "secretary",
      union: faculty,
    })
    await hold(w, { kind: "school-league", number: "G2", post: "secretary", union: school })
    const mine = await seen(letters)
    expect(await seen(await w.as("G1"))).toEqual(mine)
    expect(mine).not.toContain(university)
    expect(await (await w.as("G1")).get(importsOne, { id: university })).toMatchObject({ status: 403 })
    expect(await seen(await w.as("G2"))).toContain(university)
  })
})

describe("what a faculty may bring in", () => {
  it("takes its own students and closes nobody else's", async () => {
    const id = await upload(letters, "名册.csv", `${students}24010103,赵六,文学院,2024级,共青团员\n`)
    const checked = await check(letters, id, true)
    expect(checked.outcome?.kinds).toMatchObject([{ added: 1, closed: 1 }])
    await confirm(letters, id)
    expect(await names()).toEqual(["赵六", "李四"])
    unwrap(await letters.post(importsUndo, { id }))
    expect(await names()).toEqual(["张三", "李四"])
  })

  it.each([
    ["a student of another faculty", `${students}24020109,孙七,法学院,2024级,群众\n`, "24020109"],
    ["one whom another faculty has", `${students}24020101,李四,文学院,2024级,群众\n`, "24020101"],
    ["results of another's student", "学号,姓名,学期排名,不及格门数\n24020101,李四,1/20,0\n", "24020101"],
    [
      "the university's societies",
      "社团名称,社团类别,指导单位,是否主要社团\n桥社,文化,校团委,是\n",
      "校级部门",
    ],
  ])("refuses %s", async (_, csv, named) => {
    const id = await upload(letters, "表.csv", csv)
    const { outcome } = await check(letters, id)
    expect(outcome?.problems.filter((p) => p.kind === "error")).toMatchObject([
      { because: expect.stringContaining(named) },
    ])
    expect((await letters.post(importsConfirm, { id })).ok).toBe(false)
    unwrap(await letters.post(importsDrop, { id }))
  })

  it("takes the results of its own students", async () => {
    const id = await upload(letters, "成绩.csv", "学号,姓名,学期排名,不及格门数\n24010101,张三,1/20,0\n")
    expect((await check(letters, id)).outcome).toMatchObject({
      kinds: [{ kind: "academics", added: 1 }],
      counts: { error: 0 },
    })
  })
})
