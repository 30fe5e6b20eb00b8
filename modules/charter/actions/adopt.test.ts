import { unwrap } from "@qiaoliang/basics"
import { beforeAll, describe, expect, it } from "vitest"
import type { Person, TestWorld } from "#kit/server/test-world.ts"
import { type CharterWorld, charter, charterWorld, maths, outsiders, school, turnedAway } from "../build.ts"
import * as contract from "../contract.ts"
import { charterText } from "../index.ts"

let w: TestWorld
let league: Person
let chair: Person
let admin: Person
let news: readonly unknown[]
let on: CharterWorld["on"]

beforeAll(async () => {
  ;({ w, league, chair, admin, news, on } = await charterWorld())
})

describe("charter.adopt", () => {
  it("refuses the stranger, the administrator, members, clerks and other faculties", async () => {
    expect(await outsiders(w, (p) => p.post(contract.adopt, charter))).toEqual(turnedAway)
  })
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
