import { describe, expect, it } from "vitest"
import { testWorld } from "#modules/accounts/build.ts"
import {
  importsCheck,
  importsConfirm,
  importsDrop,
  importsOne,
  importsUndo,
} from "#modules/imports/contract.ts"
import { importsModule } from "#modules/imports/index.ts"
import { hold } from "#modules/offices/build.ts"
import { peopleSearch } from "../contract.ts"
import { people } from "../module.ts"
import { studentsImport } from "./students.ts"

const imports = importsModule([studentsImport])
const w = await testWorld({ modules: [imports, people] })
await hold(w, { kind: "school-league", number: "L1", post: "secretary" })
const keeper = await w.as("L1")
const outsider = await w.as("S9")

const header = "学号,姓名,学院,年级,政治面貌\n"
const text = `${header}20240101,张三,文学院,2024级,共青团员\n20240102,李四,法学院,2024级,群众\n`

async function upload(who: typeof keeper, csv: string) {
  const form = new FormData()
  form.append("file", new File([csv], "学生名册.csv", { type: "text/csv" }))
  const request = new Request("http://localhost/", { method: "POST", body: form })
  return who.send({
    method: "POST",
    url: "/api/imports/upload",
    headers: { "x-qiaoliang": "1", "content-type": request.headers.get("content-type")! },
    payload: Buffer.from(await request.arrayBuffer()),
  })
}

/** The run, once the background has nothing more to do with it. */
async function run(id: string) {
  for (;;) {
    const answer = await keeper.get(importsOne, { id })
    if (!answer.ok) throw new Error(answer.error.because)
    if (!["reading", "checking", "running"].includes(answer.value.status)) {
      await imports.work().settled()
      return answer.value
    }
  }
}

async function proposed(csv: string): Promise<string> {
  const id = (await upload(keeper, csv)).json<{ ids: string[] }>().ids[0]!
  expect((await run(id)).status).toBe("proposed")
  return id
}

async function check(id: string) {
  const { plan, asOf } = await run(id)
  expect((await keeper.post(importsCheck, { id, asOf, complete: false, sheets: plan })).ok).toBe(true)
  return run(id)
}

async function confirm(id: string) {
  expect((await keeper.post(importsConfirm, { id })).ok).toBe(true)
  return run(id)
}

const names = async () => {
  const answer = await keeper.get(peopleSearch, {})
  return answer.ok ? answer.value.items.map((p) => p.name).sort() : answer.error
}

describe("the import of a register", () => {
  it("refuses the stranger and whoever keeps no lists", async () => {
    expect((await upload(w.stranger, text)).statusCode).toBe(401)
    expect((await upload(outsider, text)).statusCode).toBe(403)
    expect((await w.stranger.post(importsConfirm, { id: "x" })).status).toBe(401)
  })

  it("goes from upload to the register and back", async () => {
    const id = await proposed(text)
    expect((await check(id)).outcome?.kinds).toMatchObject([{ kind: "students", added: 2, same: 0 }])
    expect(await names()).toEqual([])
    expect((await confirm(id)).status).toBe("done")
    expect(await names()).toEqual(["张三", "李四"])
    expect((await keeper.post(importsUndo, { id })).ok).toBe(true)
    expect(await names()).toEqual([])
  })

  it("goes on where the workbook was let go between its steps", async () => {
    const id = await proposed(text)
    await imports.work().letGo()
    expect((await check(id)).status).toBe("checked")
    await imports.work().letGo()
    expect((await confirm(id)).status).toBe("done")
    expect(await names()).toEqual(["张三", "李四"])
    await keeper.post(importsUndo, { id })
  })

  it("goes on where another workbook came between", async () => {
    const id = await proposed(text)
    const other = await proposed(`${header}20240103,王五,理学院,2024级,群众\n`)
    await check(id)
    expect((await keeper.post(importsDrop, { id: other })).ok).toBe(true)
    expect((await confirm(id)).outcome?.kinds).toMatchObject([{ added: 2 }])
    expect((await keeper.post(importsConfirm, { id: other })).status).toBe(409)
    await keeper.post(importsUndo, { id })
  })

  it("shows the columns of a sheet it does not know, and reads it as what a person says it is", async () => {
    const id = await proposed("诉求,内容,单位,入学,备注\n20240101,张三,文学院,2024级,共青团员\n")
    const { plan, asOf } = await run(id)
    expect(plan).toMatchObject([{ kind: null, rows: 1, headerRows: [1] }])
    expect(plan[0]?.columns.map((c) => c.header)).toEqual(["诉求", "内容", "单位", "入学", "备注"])
    const said = (kind: string | null) => ({
      id,
      asOf,
      complete: false,
      sheets: [{ sheet: null, kind, columns: meanings.map((key, index) => ({ index, key })) }],
    })
    const meanings = ["number", "name", "faculty", "grade", "political"]
    expect((await keeper.post(importsCheck, said(null))).ok).toBe(true)
    expect(await run(id)).toMatchObject({
      status: "failed",
      failure: expect.stringContaining("没有认出可以导入的表"),
    })
    expect((await keeper.post(importsCheck, said("students"))).ok).toBe(true)
    expect((await run(id)).outcome?.kinds).toMatchObject([{ kind: "students", added: 1 }])
    await keeper.post(importsDrop, { id })
  })

  it("saves nothing when one row is wrong, and says which", async () => {
    const id = await proposed(`${text}20240103,,理学院,2024级,群众\n`)
    const checked = await check(id)
    expect(checked.outcome?.counts.error).toBe(1)
    expect(checked.outcome?.problems).toMatchObject([{ row: 4, cell: "B4", kind: "error" }])
    expect((await keeper.post(importsConfirm, { id })).ok).toBe(false)
    expect(await names()).toEqual([])
  })
})
