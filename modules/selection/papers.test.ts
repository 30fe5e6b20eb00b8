import { mkdirSync, writeFileSync } from "node:fs"
import { unwrap } from "@qiaoliang/basics"
import ExcelJS from "exceljs"
import { beforeAll, describe, expect, it } from "vitest"
import { has, libreOffice, pagesOf } from "#kit/paper/proof.ts"
import type { Person, TestWorld } from "#kit/server/test-world.ts"
import { addStudent, applyAs, furnish, openCall, selectionWorld } from "./build.ts"
import { recommend } from "./contract.ts"
import { readList } from "./list.ts"

let w: TestWorld
let callId: string
let id: string
const people = new Map<string, Person>()
const as = (number: string) => people.get(number)!
const words = "该生理想信念坚定，品行端正，作风务实，热心为同学们服务，在班级和社团工作中得到公认。"

beforeAll(async () => {
  w = await selectionWorld()
  const { school } = await furnish(w)
  await addStudent(w, { number: "202301010101", name: "张一" })
  for (const n of ["F1", "F9", "A1", "L1", "C1"]) people.set(n, await w.as(n))
  const student = await w.as("202301010101")
  people.set("student", student)
  callId = await openCall(w, school, [{ kind: "school-presidium" }])
  id = await applyAs(student, callId, "school-presidium", { source: "exemplar" })
  unwrap(await as("F1").post(recommend, { callId, rows: [{ line: 2, number: "202301010101", text: words }] }))
})

const fetch = async (person: Person, url: string) => person.send({ method: "GET", url })
const keep = (name: string, bytes: Uint8Array) => {
  const folder = process.env.KEEP_PAPERS
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}/${name}`, bytes)
}

describe("推荐表", () => {
  it("is for those in the chain only; the student's own record is not taken out by others", async () => {
    const url = `/api/selection/form.docx?application=${id}`
    expect((await fetch(w.stranger, url)).statusCode).toBe(401)
    for (const n of ["F9", "student"]) expect((await fetch(as(n), url)).statusCode).toBe(403)
    const got = await fetch(as("L1"), url)
    expect(got.statusCode).toBe(200)
    expect(got.headers["cache-control"]).toBe("no-store")
    const second = await w.addUniversity("别的大学")
    expect((await fetch(await w.as("L1", second), url)).statusCode).toBe(404)
  })

  it.skipIf(!has("soffice"))(
    "has the fields, the words of the recommendation and a box for each office",
    async () => {
      const bytes = new Uint8Array(
        (await fetch(as("L1"), `/api/selection/form.docx?application=${id}`)).rawPayload,
      )
      keep("filled.docx", bytes)
      const text = pagesOf(libreOffice(bytes)).join("").replace(/\s/g, "")
      for (const part of [
        "桥梁大学学生会主席团候选人推荐表",
        "张一",
        "202301010101",
        "最近1个学期10/100",
        "优秀学生典型",
        words,
        "学院（系）党组织意见",
        "党委学生工作部意见",
        "校团委意见",
        "学校党委意见",
        "（盖章）",
      ])
        expect(text).toContain(part)
      expect(text).not.toContain("班级团支部意见")
      const empty = await fetch(as("F9"), `/api/selection/form.docx?call=${callId}&kind=school-presidium`)
      keep("blank.docx", new Uint8Array(empty.rawPayload))
      expect(pagesOf(libreOffice(new Uint8Array(empty.rawPayload))).join("")).not.toContain("张一")
      expect(
        (await fetch(as("student"), `/api/selection/form.docx?call=${callId}&kind=school-presidium`))
          .statusCode,
      ).toBe(403)
    },
    120_000,
  )
})

describe("汇总表", () => {
  it("holds those the office sees, as a sheet and as a document", async () => {
    const url = (as: string) => `/api/selection/summary.${as}?call=${callId}`
    expect((await fetch(w.stranger, url("xlsx"))).statusCode).toBe(401)
    expect((await fetch(as("F9"), url("xlsx"))).statusCode).toBe(403)
    expect((await fetch(as("student"), url("docx"))).statusCode).toBe(403)
    const book = new ExcelJS.Workbook()
    const payload = (await fetch(as("F1"), url("xlsx"))).rawPayload
    keep("summary.xlsx", new Uint8Array(payload))
    await book.xlsx.load(payload as unknown as ArrayBuffer)
    const rows = book.worksheets[0]!.getSheetValues() as unknown as unknown[][]
    expect(rows[1]?.slice(1, 5)).toEqual(["序号", "姓名", "性别", "学号"])
    expect(rows[2]?.slice(1, 5)).toEqual([1, "张一", "女", "202301010101"])
    expect(rows[2]).toContain(words)
    const document = await fetch(as("F1"), url("docx"))
    keep("summary.docx", new Uint8Array(document.rawPayload))
    expect(document.statusCode).toBe(200)
  })
})

describe("a list of recommendations", () => {
  const csv = (text: string) => readList("名单.csv", new TextEncoder().encode(text))

  it("is read as offices write it, each row with its line", () => {
    const read = unwrap(
      csv(`推荐名单\n学 号,姓名,推荐意见\n202301010101,张 一,${words}\n202301010102,李二,${words}\n`),
    )
    expect(read).toEqual([
      { line: 3, number: "202301010101", name: "张 一", text: words },
      { line: 4, number: "202301010102", name: "李二", text: words },
    ])
  })
  it("is refused without its two columns, or empty", () => {
    expect(csv("姓名,班级\n张一,一班\n李二,二班\n")).toMatchObject({
      ok: false,
      error: { code: "unreadable" },
    })
    expect(readList("名单.csv", new Uint8Array())).toMatchObject({ ok: false })
  })
  it("goes up by the desk, and not by a stranger or a student without a post", async () => {
    const boundary = "x"
    const payload = `--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\ncontent-type: text/csv\r\n\r\n学号,评价\n202301010101,${words}\n\r\n--x--\r\n`
    const send = (p: Person) =>
      p.send({
        method: "POST",
        url: "/api/selection/list",
        headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
        payload,
      })
    expect((await send(w.stranger)).statusCode).toBe(401)
    expect((await send(as("student"))).statusCode).toBe(403)
    const got = await send(as("F1"))
    expect(got.json()).toEqual({ rows: [{ line: 2, number: "202301010101", text: words }] })
  })
})
