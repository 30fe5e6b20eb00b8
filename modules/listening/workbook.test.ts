import { unwrap } from "@qiaoliang/basics"
import { zipSync } from "fflate"
import { beforeAll, describe, expect, it } from "vitest"
import { toXlsx, type Value } from "#kit/paper/index.ts"
import type { Person } from "#kit/server/test-world.ts"
import { type ListeningWorld, listeningWorld } from "./build.ts"
import * as contract from "./contract.ts"
import * as open from "./public-contract.ts"

let of: ListeningWorld
beforeAll(async () => {
  of = await listeningWorld()
})

const header = [
  "序号",
  "提交答卷时间",
  "所用时间",
  "来源",
  "来源详情",
  "来自IP",
  "1、您的年级",
  "2、您希望延长开放的场所（多选）",
  "3、对食堂的满意度",
  "4、您的建议",
  "5、您的姓名",
]
const places = ["图书馆┋体育馆", "体育馆", "图书馆┋其他〖画室〗", "(跳过)"]
const row = (i: number): Value[] => [
  i,
  `2025/11/${3 + (i % 4)} 12:03:${10 + i}`,
  `${60 + i}秒`,
  "手机提交",
  "直接访问",
  `10.20.30.${i}(浙江-杭州)`,
  i % 2 ? "大一" : "大二",
  places[i % 4],
  `${1 + (i % 5)}`,
  i % 3 ? `建议第${i}条：晚上多开一个窗口` : "(空)",
  `张三${i}`,
]
const rows = Array.from({ length: 12 }, (_, i) => row(i + 1))
const book = (body: readonly (readonly Value[])[] = rows, head = header) =>
  toXlsx([{ name: "Sheet1", columns: head.map((h) => ({ header: h })), rows: body }])

const send = async (person: Person, bytes: Uint8Array, fields: object, name = "答卷.xlsx") => {
  const boundary = "x7Qiaoliang"
  const parts = Object.entries(fields).map(
    ([k, v]) => `--${boundary}\r\ncontent-disposition: form-data; name="${k}"\r\n\r\n${v}\r\n`,
  )
  const payload = Buffer.concat([
    Buffer.from(parts.join("")),
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
    ),
    Buffer.from(bytes),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
  const answer = await person.send({
    method: "POST",
    url: "/api/listening/workbook",
    headers: { "content-type": `multipart/form-data; boundary=${boundary}`, "x-qiaoliang": "1" },
    payload,
  })
  return { status: answer.statusCode, body: answer.json() }
}
const planned = (columns: { index: number; kind: string | null }[], more: object = {}) =>
  JSON.stringify({ title: "后勤服务问卷", onDay: "2025-11-03", untilDay: "2025-11-06", columns, ...more })
const good = [
  { index: 6, kind: "single" },
  { index: 7, kind: "multiple" },
  { index: 8, kind: "scale" },
  { index: 9, kind: "text" },
]

describe("a workbook of 问卷星", () => {
  it("is taken from those who plan", async () => {
    const bytes = await book()
    expect((await send(of.w.stranger, bytes, { unionId: of.school })).status).toBe(401)
    for (const p of [of.people.M2, of.people.U1, of.people.L1, of.people.W1])
      expect((await send(p, bytes, { unionId: of.school })).status).toBe(403)
  })

  it("is recognised, its kinds guessed, who and whence left out", async () => {
    const { status, body } = await send(of.people.P1, await book(), { unionId: of.school })
    expect(status).toBe(200)
    const seen = contract.seen.parse(body)
    expect(seen).toMatchObject({ rows: 12, from: "2025-11-03", to: "2025-11-06" })
    const questions = seen.columns.filter((c) => c.role === "question")
    expect(questions.map((c) => [c.header, c.kind, c.personal])).toEqual([
      ["您的年级", "single", false],
      ["您希望延长开放的场所（多选）", "multiple", false],
      ["对食堂的满意度", "scale", false],
      ["您的建议", "text", false],
      ["您的姓名", null, true],
    ])
    expect(JSON.stringify(body)).not.toMatch(/张三|10\.20|12:03|手机提交/)
  })

  it("becomes a closed questionnaire with results; times, addresses and names are stored nowhere", async () => {
    const { status, body } = await send(of.people.P1, await book(), {
      unionId: of.school,
      plan: planned(good),
    })
    expect(status).toBe(200)
    const { id } = body as { id: string }
    const one = unwrap(await of.people.P1.get(contract.one, { id }))
    expect(one).toMatchObject({ phase: "held", importedFrom: "答卷.xlsx", kind: "survey" })
    expect(one.survey).toMatchObject({ answers: 12, shares: null })
    const [grade, where, marks, words] = one.survey!.results!
    expect(grade!.bars).toEqual([
      { label: "大一", count: 6 },
      { label: "大二", count: 6 },
    ])
    expect(where!.bars).toEqual([
      { label: "体育馆", count: 6 },
      { label: "图书馆", count: 6 },
      { label: "其他", count: 3 },
    ])
    expect(where!.n).toBe(9)
    expect(marks!.n).toBe(12)
    expect(words!.texts).toHaveLength(8)
    const kept = await of.w.world.db.scoped(of.w.university.id, (tx) =>
      tx.client.query<{ all: string }>(
        `select (select json_agg(a)::text from listening_answer a) || (select json_agg(q)::text from listening_question q)
            || (select json_agg(l)::text from listening l) || coalesce((select json_agg(f.name)::text from file f), '') as all`,
      ),
    )
    expect(kept.rows[0]!.all).not.toMatch(/张三|10\.20|12:03|手机提交|画室/)
    expect((await of.w.stranger.get(open.publicOne, { id })).status).toBe(404)
    unwrap(await of.people.P1.post(contract.publish, { id }))
    expect(unwrap(await of.w.stranger.get(open.publicOne, { id })).results!.answers).toBe(12)
    expect((await of.people.W1.post(open.answer, { id, given: { q1: 0 } })).status).toBe(409)
  })

  it("is taken over whole or not at all, with a report that names rows", async () => {
    const before = unwrap(await of.people.P1.get(contract.list, {})).all
    const bad = [...rows.slice(0, 3), [...row(4).slice(0, 8), "9", "建议", "李四"], row(3)]
    const { status, body } = await send(of.people.P1, await book(bad), {
      unionId: of.school,
      plan: planned(good),
    })
    expect(status).toBe(200)
    const problems = contract.problem.array().parse((body as { problems: unknown }).problems)
    expect(problems).toContainEqual({ row: 5, column: "对食堂的满意度", because: "“9”不是1—5的分数" })
    expect(problems).toContainEqual({ row: 6, column: "序号", because: "序号3与第4行重复" })
    const named = planned([...good, { index: 10, kind: "text" }])
    const refused = await send(of.people.P1, await book(), { unionId: of.school, plan: named })
    expect(JSON.stringify(refused.body)).toContain("个人信息")
    expect(unwrap(await of.people.P1.get(contract.list, {})).all).toBe(before)
  })

  it("asks for a title, days that have passed and at least one question", async () => {
    const plan = async (p: string) =>
      (await send(of.people.P1, await book(), { unionId: of.school, plan: p })).status
    expect(await plan(planned([]))).toBe(400)
    expect(await plan(planned(good, { title: "" }))).toBe(400)
    expect(await plan(planned(good, { untilDay: "2025-11-30" }))).toBe(400)
    expect(await plan("{not json")).toBe(400)
    expect(await plan(planned([{ index: 6, kind: "guess" }]))).toBe(400)
  })
})

describe("a hostile workbook", () => {
  const refused = async (bytes: Uint8Array, name?: string) => {
    const { status, body } = await send(of.people.P1, bytes, { unionId: of.school }, name)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
    return (body as { error: { because: string } }).error.because
  }

  it("is refused in words: no workbook, no export, empty, endless, a bomb", async () => {
    expect(await refused(Buffer.from("hello"), "答卷.exe")).toContain(".xlsx")
    await refused(Buffer.from("hello"))
    expect(
      await refused(
        await book(
          rows,
          header.map((h, i) => (i < 6 ? `列${i}` : h)),
        ),
      ),
    ).toContain("不是问卷星")
    expect(await refused(await book([]))).toContain("没有答卷")
    expect(await refused(await book(rows, header.slice(0, 6)))).toContain("没有题目")
    const bomb = zipSync({
      "[Content_Types].xml": Buffer.from("<Types/>"),
      "xl/workbook.xml": Buffer.from("<workbook/>"),
      "xl/worksheets/sheet1.xml": new Uint8Array(80 << 20),
    })
    await refused(bomb)
  })

  it("has formulas told as problems, and its words are never run", async () => {
    const csv = [
      header.join(","),
      '1,2025/11/3 12:00:00,60秒,手机,直接,10.0.0.1,大一,图书馆,5,"=HYPERLINK(""http://x"")",张三',
    ]
    const { body } = await send(
      of.people.P1,
      Buffer.from(csv.join("\n")),
      { unionId: of.school, plan: planned(good) },
      "答卷.csv",
    )
    expect(JSON.stringify(body)).toContain("公式")
  })
})
