import { unwrap } from "@qiaoliang/basics"
import { atLeastShare, atMost, between } from "@qiaoliang/clause"
import { beforeAll, describe, expect, it } from "vitest"
import type { NewsHandler } from "#kit/server/module.ts"
import type { Person, TestWorld } from "#kit/server/test-world.ts"
import { buildAccount, testWorld } from "#modules/accounts/build.ts"
import { addFaculty, addUnion, hold } from "#modules/offices/build.ts"
import * as contract from "./contract.ts"
import { charterModule, charterOn, charterText } from "./index.ts"

/** Rules as the articles have them, in the shape the room asks for. */
const articles = [
  {
    entries: [
      { clause: "3.3", spec: { quote: "主席团成员不超过5人", limit: atMost(5) } },
      { clause: "3.5", spec: { quote: "负责人2至3人", limit: between(2, 3) } },
      { clause: "5.6", spec: { quote: "一般不少于50%", limit: atLeastShare(1, 2) } },
      {
        clause: "4.3",
        spec: {
          quote: "前30%以内",
          readings: {
            text: { label: "各学期", source: "原文" },
            freshmen: { label: "新生不计", source: "自评表" },
          },
        },
      },
      { clause: "3.1" },
    ],
  },
]

let w: TestWorld
let league: Person
let chair: Person
let admin: Person
const news: unknown[] = []
const school = "u-school"
const maths = "u-maths"

beforeAll(async () => {
  const told: NewsHandler = async (_, payload) => void news.push(payload)
  const listener = {
    name: "listener",
    at: import.meta.url,
    clauses: [],
    served: [],
    on: { "charter.changed": told },
  }
  w = await testWorld({
    modules: [charterModule(articles), { ...listener, at: "file:///nowhere/module.ts" }],
  })
  await addFaculty(w, "数学学院")
  await addFaculty(w, "物理学院")
  await addUnion(w, {
    id: school,
    name: "校学生会",
    posts: [
      { number: "X1", kind: "presidium", title: "执行主席" },
      { number: "X2", kind: "member", title: "干事" },
    ],
  })
  await addUnion(w, { id: maths, name: "数学学院学生会", level: "faculty", faculty: "数学学院" })
  await hold(w, { kind: "school-league", number: "L1" })
  await hold(w, { kind: "school-league", number: "L2", post: "clerk" })
  await hold(w, { kind: "faculty-league", number: "F1", faculty: "数学学院" })
  await hold(w, { kind: "faculty-league", number: "F2", faculty: "物理学院" })
  await buildAccount(w, { number: "ADMIN", admin: true })
  league = await w.as("L1")
  chair = await w.as("X1")
  admin = await w.as("ADMIN")
})

const on = (day: string, union = school) =>
  w.world.db.scoped(w.university.id, async (tx) => (await charterOn(tx, [union], day)).get(union)!)

const charter = {
  union: school,
  name: "桥梁大学学生会章程",
  adoptedOn: "2024-10-20",
  adoptedBy: "第三十次学生代表大会",
  public: true,
  words: "第一条 学生会是党领导下的主要学生组织。",
}
const three = { kind: "count", max: 3 } as const
const limit = { union: school, clause: "3.3", limit: three, from: "2025-09-01", source: "章程第十二条" }
const reading = { union: school, clause: "4.3", reading: "freshmen", from: "2025-09-01", source: "实施办法" }
const rotation = { union: school, from: "2025-09-01", source: "章程第九条" }
const withdrawal = { union: school, id: "none", because: "登记有误" }

describe("who may", () => {
  const deeds: [string, (p: Person) => Promise<{ status: number }>][] = [
    ["adopt", (p) => p.post(contract.adopt, charter)],
    ["set-limit", (p) => p.post(contract.setLimit, limit)],
    ["choose-reading", (p) => p.post(contract.chooseReading, reading)],
    ["adopt-rotation", (p) => p.post(contract.adoptRotation, rotation)],
  ]
  it.each(deeds)(
    "refuses %s to the stranger, the administrator, members, clerks and other faculties",
    async (_, deed) => {
      expect((await deed(w.stranger)).status).toBe(401)
      for (const number of ["ADMIN", "X2", "L2", "F1", "Z9"])
        expect((await deed(await w.as(number))).status, number).toBe(403)
    },
  )
  it("refuses withdrawing likewise", async () => {
    expect((await w.stranger.post(contract.withdraw, withdrawal)).status).toBe(401)
    const { id } = unwrap(
      await league.post(contract.setLimit, {
        ...limit,
        clause: "5.6",
        limit: { kind: "share", atLeast: { num: 3, den: 5 } },
      }),
    )
    for (const number of ["ADMIN", "X2", "L2", "F1"])
      expect((await (await w.as(number)).post(contract.withdraw, { ...withdrawal, id })).status, number).toBe(
        403,
      )
    expect((await league.post(contract.withdraw, withdrawal)).status).toBe(404)
  })
  it("lets a faculty's League committee guide its own union only", async () => {
    const input = { ...limit, union: maths, clause: "3.5", limit: { kind: "count", max: 2 } } as const
    expect((await (await w.as("F2")).post(contract.setLimit, input)).status).toBe(403)
    expect((await (await w.as("F1")).post(contract.setLimit, input)).status).toBe(200)
    expect((await on("2025-11-15", maths)).limits).toEqual({ "3.5": { kind: "count", min: 2, max: 2 } })
  })
})

describe("charter.adopt", () => {
  it("keeps versions; the one adopted last is in force on a day", async () => {
    unwrap(await chair.post(contract.adopt, charter))
    unwrap(
      await league.post(contract.adopt, {
        ...charter,
        adoptedOn: "2025-10-19",
        adoptedBy: "第三十一次",
        words: "新",
      }),
    )
    expect((await on("2024-10-19")).charter).toBeUndefined()
    expect((await on("2025-10-18")).charter).toEqual({ adopted: "2024-10-20", public: true })
    expect((await on("2025-10-19")).charter).toMatchObject({ adopted: "2025-10-19" })
    const past = unwrap(await w.stranger.get(contract.one, { union: school, on: "2025-01-01" }))
    expect(past.version).toMatchObject({ adoptedBy: "第三十次学生代表大会", words: charter.words })
    expect(news).toContainEqual({ unions: [school] })
  })
  it("refuses the future, the empty, and the same day twice", async () => {
    expect(await chair.post(contract.adopt, { ...charter, adoptedOn: "2026-01-01" })).toMatchObject({
      status: 400,
    })
    expect(
      await chair.post(contract.adopt, { ...charter, words: undefined, adoptedOn: "2024-01-01" }),
    ).toMatchObject({
      status: 400,
    })
    expect(await chair.post(contract.adopt, charter)).toMatchObject({ status: 409 })
  })
  it("shows the words of one that is not public to the signed-in only", async () => {
    unwrap(
      await (await w.as("F1")).post(contract.adopt, {
        ...charter,
        union: maths,
        public: false,
        words: "内部",
      }),
    )
    expect(unwrap(await w.stranger.get(contract.one, { union: maths })).version).not.toHaveProperty("words")
    expect(unwrap(await chair.get(contract.one, { union: maths })).version?.words).toBe("内部")
  })
  it("takes a file, and gives it to those who may read it", async () => {
    const form = new FormData()
    form.append("file", new Blob(["%PDF-1.7"]), "章程.pdf")
    const send = async (p: Person, name = "章程.pdf") => {
      const body = `--x\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/pdf\r\n\r\n%PDF-1.7\r\n--x--\r\n`
      return p.send({
        method: "POST",
        url: "/api/charter/files",
        payload: body,
        headers: { "content-type": "multipart/form-data; boundary=x" },
      })
    }
    expect((await send(w.stranger)).statusCode).toBe(401)
    expect((await send(admin)).statusCode).toBe(403)
    expect((await send(chair, "charter.exe")).statusCode).toBe(400)
    const file = (await send(chair)).json().id
    expect((await w.stranger.send({ method: "GET", url: `/api/charter/files/${file}` })).statusCode).toBe(404)
    unwrap(await chair.post(contract.adopt, { ...charter, adoptedOn: "2025-11-01", words: undefined, file }))
    const got = await w.stranger.send({ method: "GET", url: `/api/charter/files/${file}` })
    expect(got.body).toBe("%PDF-1.7")
    expect((await on("2025-11-15")).charter?.document).toEqual({ id: file, name: "章程.pdf" })
    const text = await w.world.db.scoped(w.university.id, (tx) => charterText(tx, school, "2025-11-15"))
    expect(text).toMatchObject({ adopted: "2025-11-01", text: "" })
  })
})

describe("charter.set-limit", () => {
  it("applies a stricter limit from its day, until the next or its withdrawal", async () => {
    unwrap(await chair.post(contract.setLimit, limit))
    const next = unwrap(
      await chair.post(contract.setLimit, { ...limit, limit: { kind: "count", max: 4 }, from: "2025-11-01" }),
    )
    expect((await on("2025-08-31")).limits["3.3"]).toBeUndefined()
    expect((await on("2025-10-31")).limits["3.3"]).toEqual({ kind: "count", max: 3 })
    expect((await on("2025-11-01")).limits["3.3"]).toEqual({ kind: "count", max: 4 })
    expect(await chair.post(contract.setLimit, { ...limit, from: "2025-10-01" })).toMatchObject({
      status: 409,
    })
    unwrap(
      await chair.post(contract.withdraw, {
        union: school,
        id: next.id,
        on: "2025-11-10",
        because: "章程修改",
      }),
    )
    expect((await on("2025-11-09")).limits["3.3"]).toBeDefined()
    expect((await on("2025-11-10")).limits["3.3"]).toBeUndefined()
    expect(
      await chair.post(contract.withdraw, { union: school, id: next.id, because: "再撤" }),
    ).toMatchObject({ status: 409 })
  })
  it.each([
    ["3.3", { kind: "count", max: 6 }],
    ["3.5", { kind: "count", min: 1, max: 3 }],
    ["3.5", { kind: "count", max: 4 }],
    ["5.6", { kind: "share", atLeast: { num: 49, den: 100 } }],
  ] as const)("refuses a looser %s, naming 11.2", async (clause, looser) => {
    expect(await league.post(contract.setLimit, { ...limit, clause, limit: looser })).toMatchObject({
      status: 422,
      error: { code: "against-clause", clause: "11.2", at: "limit" },
    })
  })
  it("refuses the same as the Opinions', one of another kind, and clauses without a limit", async () => {
    const set = (clause: string, of: { kind: "count"; max: number }) =>
      league.post(contract.setLimit, { ...limit, clause, limit: of })
    expect(await set("3.3", { kind: "count", max: 5 })).toMatchObject({ status: 400, error: { at: "limit" } })
    expect(await set("5.6", { kind: "count", max: 5 })).toMatchObject({ status: 400 })
    for (const clause of ["4.3", "3.1", "99"])
      expect(await set(clause, { kind: "count", max: 1 })).toMatchObject({
        status: 400,
        error: { at: "clause" },
      })
  })
})

describe("charter.choose-reading", () => {
  it("is the guiding League committee's choice, among the readings there are", async () => {
    expect(await chair.post(contract.chooseReading, reading)).toMatchObject({ status: 403 })
    expect(await league.post(contract.chooseReading, { ...reading, reading: "toString" })).toMatchObject({
      status: 400,
    })
    expect(await league.post(contract.chooseReading, { ...reading, clause: "3.3" })).toMatchObject({
      status: 400,
    })
    const { id } = unwrap(await league.post(contract.chooseReading, reading))
    expect((await on("2025-08-31")).readings).toEqual({})
    expect((await on("2025-09-01")).readings).toEqual({ "4.3": "freshmen" })
    const seen = unwrap(await chair.get(contract.one, { union: school }))
    expect(seen.readings).toMatchObject([{ clause: "4.3", used: "freshmen" }])
    expect(seen.settings).toContainEqual(expect.objectContaining({ clause: "4.3", says: "新生不计" }))
    expect(await chair.post(contract.withdraw, { union: school, id, because: "不同意" })).toMatchObject({
      status: 403,
    })
  })
})

describe("charter.adopt-rotation (2.2)", () => {
  it("wants the charter it stands in", async () => {
    const before = { ...rotation, from: "2024-10-19" }
    expect(await chair.post(contract.adoptRotation, before)).toMatchObject({
      status: 409,
      error: { at: "from" },
    })
  })
  it("binds from its day, and can be given up", async () => {
    unwrap(await chair.post(contract.adoptRotation, rotation))
    unwrap(await chair.post(contract.adoptRotation, { ...rotation, adopted: false, from: "2025-11-12" }))
    expect((await on("2025-08-31")).charter?.rotation).toBeUndefined()
    expect((await on("2025-11-11")).charter?.rotation).toBe(true)
    expect((await on("2025-11-12")).charter?.rotation).toBe(false)
  })
})

describe("charter.withdraw", () => {
  it("takes back a version wrongly recorded, and keeps it in the history", async () => {
    const { id } = unwrap(
      await chair.post(contract.adopt, { ...charter, adoptedOn: "2025-11-14", name: "误登" }),
    )
    expect((await on("2025-11-15")).charter?.adopted).toBe("2025-11-14")
    unwrap(await chair.post(contract.withdraw, { union: school, id, because: "日期有误" }))
    expect((await on("2025-11-15")).charter?.adopted).toBe("2025-11-01")
    const { versions } = unwrap(await chair.get(contract.history, { union: school }))
    expect(versions[0]).toMatchObject({ name: "误登", withdrawn: "日期有误", recordedBy: "X1号" })
    expect(await w.stranger.get(contract.history, { union: school })).toMatchObject({ status: 401 })
  })
})

describe("charter.list and charter.one", () => {
  it("sum up every union and say what the viewer can do", async () => {
    const { items } = unwrap(await w.stranger.get(contract.list, {}))
    expect(items.find((i) => i.union.id === maths)).toMatchObject({
      limits: 1,
      readings: 0,
      version: { public: false },
    })
    expect(
      unwrap(await w.stranger.get(contract.list, { on: "2020-01-01", missing: "true" })).items,
    ).toHaveLength(2)
    expect(unwrap(await admin.get(contract.one, { union: school })).can).toEqual({
      "charter.adopt": false,
      "charter.set-limit": false,
      "charter.adopt-rotation": false,
      "charter.choose-reading": false,
      "charter.withdraw": false,
    })
    expect(unwrap(await chair.get(contract.one, { union: school })).can["charter.set-limit"]).toBe(true)
  })
  it("show a second university nothing", async () => {
    const there = await w.addUniversity("彼岸大学")
    await hold(w, { kind: "school-league", number: "L1" }, there)
    const other = await w.as("L1", there)
    expect(unwrap(await other.get(contract.list, {})).items).toEqual([])
    expect(await other.get(contract.one, { union: school })).toMatchObject({ status: 404 })
    expect(await other.post(contract.setLimit, limit)).toMatchObject({ status: 404 })
    expect(
      await w.world.db.scoped(there.id, async (tx) =>
        (await charterOn(tx, [school], "2025-11-15")).get(school),
      ),
    ).toEqual({
      limits: {},
      readings: {},
    })
  })
})
