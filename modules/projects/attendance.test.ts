import { unwrap } from "@qiaoliang/basics"
import { beforeEach, describe, expect, it } from "vitest"
import { hideSmall } from "#kit/server/small-numbers.ts"
import { testWorld } from "#modules/accounts/build.ts"
import { coursesModule } from "#modules/courses/index.ts"
import { people } from "#modules/people/index.ts"
import { timeOf } from "./attendance.ts"
import { addGround, addStudents, plan } from "./build.ts"
import { codeOf, signOf, slotSeconds } from "./code.ts"
import * as office from "./contract.ts"
import { projects } from "./module.ts"
import * as open from "./public-contract.ts"

const w = await testWorld({ modules: [people, coursesModule([]), projects] })
const { school } = await addGround(w)
await addStudents(w, ["S1", "S2", "S3", "H1"])
const [chair, head, s1, s2, s3] = await Promise.all(["P1", "H1", "S1", "S2", "S3"].map((n) => w.as(n)))
const foreign = await w.as("S1", await w.addUniversity("彼岸大学"))
const site = "http://127.0.0.1:3000/office"

let id: string
let shiftId: string
let other: string

const shift = async (from: string, to: string) =>
  unwrap(
    await head!.post(office.projectsAddShift, {
      id,
      title: "上午班",
      place: "图书馆",
      startsAt: `2025-11-15T${from}:00+08:00`,
      endsAt: `2025-11-15T${to}:00+08:00`,
      wanted: 5,
    }),
  ).id
const codeNow = async (sign: "in" | "out" = "in", of = shiftId) =>
  unwrap(await head!.get(office.projectsCode, { shiftId: of, sign, site })).code
const rota = async (who: string) => (await onRota()).find((p) => p.name === who)!
const onRota = async () =>
  unwrap(await head!.get(office.projectsOne, { id })).shifts.find((s) => s.id === shiftId)!.people

const mine = async () => unwrap(await s1!.get(open.projectsMine, {})).items.find((i) => i.id === id)!

/** Two volunteers put down for the morning; a third is in the project, not on the rota. */
beforeEach(async () => {
  w.moveTo("2025-11-14T02:00:00Z")
  id = unwrap(await head!.post(office.projectsDraft, { unionId: school, ...plan, wanted: 5 })).id
  unwrap(await chair!.post(office.projectsRecruit, { id }))
  shiftId = await shift("09:00", "11:00")
  other = await shift("13:00", "15:00")
  for (const s of [s1, s2, s3]) unwrap(await s!.post(open.projectsSignUp, { id }))
  for (const s of [s1, s2]) unwrap(await s!.post(open.projectsTakeShift, { shiftId, on: true }))
  w.moveTo("2025-11-15T01:00:00Z")
})

describe("projects.code", () => {
  it("is shown to organisers only, and changes with every slot", async () => {
    const wanted = { shiftId, sign: "in" as const, site }
    expect((await w.stranger.get(office.projectsCode, wanted)).status).toBe(401)
    expect((await s1!.get(office.projectsCode, wanted)).status).toBe(403)
    const told = unwrap(await head!.get(office.projectsCode, wanted))
    expect(told.qr).toContain("<svg")
    expect(told.left).toBe(slotSeconds)
    w.moveTo("2025-11-15T01:00:30Z")
    expect(await codeNow()).not.toBe(told.code)
  })
})

describe("projects.check", () => {
  it("refuses the stranger, who is not on the rota, another shift's code, a wrong one and an old one", async () => {
    const code = await codeNow()
    expect((await w.stranger.post(open.projectsCheck, { shiftId, code })).status).toBe(401)
    expect((await foreign.post(open.projectsCheck, { shiftId, code })).status).toBe(404)
    expect((await s3!.post(open.projectsCheck, { shiftId, code })).status).toBe(403)
    expect((await s1!.post(open.projectsCheck, { shiftId, code: await codeNow("in", other) })).status).toBe(
      400,
    )
    expect((await s1!.post(open.projectsCheck, { shiftId, code: "BBBBBB" })).status).toBe(400)
    w.moveTo("2025-11-15T01:01:00Z")
    expect((await s1!.post(open.projectsCheck, { shiftId, code })).status).toBe(400)
    w.moveTo("2025-11-15T01:00:59Z")
    expect(unwrap(await s1!.post(open.projectsCheck, { shiftId, code: code.toLowerCase() })).sign).toBe("in")
    expect((await s1!.post(open.projectsCheck, { shiftId, code })).status).toBe(409)
  })

  it("counts whole minutes within the shift", async () => {
    w.moveTo("2025-11-15T00:50:00Z")
    unwrap(await s1!.post(open.projectsCheck, { shiftId, code: await codeNow() }))
    w.moveTo("2025-11-15T02:30:45Z")
    const done = unwrap(await s1!.post(open.projectsCheck, { shiftId, code: await codeNow("out") }))
    expect(done).toMatchObject({ sign: "out", minutes: 90 })
    expect(await mine()).toMatchObject({ minutes: 90 })
  })

  it("takes no sign before its time or after it, and no going before coming", async () => {
    w.moveTo("2025-11-14T23:00:00Z")
    expect((await s1!.post(open.projectsCheck, { shiftId, code: await codeNow() })).status).toBe(409)
    w.moveTo("2025-11-15T02:00:00Z")
    expect((await s1!.post(open.projectsCheck, { shiftId, code: await codeNow("out") })).status).toBe(409)
    w.moveTo("2025-11-15T03:01:00Z")
    expect((await s1!.post(open.projectsCheck, { shiftId, code: await codeNow() })).status).toBe(409)
  })
})

describe("the list and corrections", () => {
  it("marks those without a phone, by an organiser only", async () => {
    const mark = { shiftId, volunteerId: (await rota("S2号")).id, sign: "in" as const }
    expect((await s1!.post(office.projectsMark, mark)).status).toBe(403)
    unwrap(await head!.post(office.projectsMark, mark))
    expect((await head!.post(office.projectsMark, mark)).status).toBe(409)
    expect(await rota("S2号")).toMatchObject({ minutes: 0, open: true })
  })

  it("puts minutes right with a reason, within the shift, not one's own", async () => {
    const who = { shiftId, volunteerId: (await rota("S2号")).id }
    const right = { ...who, minutes: 100, because: "忘记签退，班长证明" }
    expect((await s2!.post(office.projectsCorrect, right)).status).toBe(403)
    expect((await head!.post(office.projectsCorrect, { ...right, because: "" })).status).toBe(400)
    expect((await head!.post(office.projectsCorrect, { ...right, minutes: 121 })).status).toBe(400)
    unwrap(await head!.post(office.projectsCorrect, right))
    expect(await rota("S2号")).toMatchObject({ minutes: 100, corrected: { by: "H1号" } })
    unwrap(await head!.post(open.projectsSignUp, { id }))
    unwrap(await head!.post(office.projectsRota, { shiftId, volunteerId: await numbered("H1号"), on: true }))
    const own = { shiftId, volunteerId: await numbered("H1号"), minutes: 60, because: "自己更正自己" }
    expect((await head!.post(office.projectsCorrect, own)).status).toBe(403)
  })

  const numbered = async (name: string) =>
    unwrap(await head!.get(office.projectsOne, { id })).volunteers.find((v) => v.name === name)!.id
})

describe("certificates", () => {
  it("come with closing, are checked by anybody, and are replaced by a correction", async () => {
    const volunteerId = (await rota("S1号")).id
    await head!.post(office.projectsCorrect, { shiftId, volunteerId, minutes: 110, because: "签到机故障" })
    const early = { id, outcome: "held" as const, words: "顺利结束。" }
    expect((await chair!.post(office.projectsClose, early)).status).toBe(409)
    w.moveTo("2025-11-15T08:00:00Z")
    expect(unwrap(await chair!.post(office.projectsClose, early))).toEqual({ ended: 3, certificates: 1 })
    const number = (await mine()).certificate!
    const seen = await w.stranger.get(open.projectsCertificate, { number: number.toLowerCase() })
    expect(unwrap(seen)).toEqual({
      number,
      name: "S1号",
      faculty: "文学院",
      grade: 2023,
      project: "图书馆导读",
      host: "桥梁大学学生会",
      university: "桥梁大学",
      startsOn: "2025-11-10",
      endsOn: "2025-11-20",
      shifts: 1,
      minutes: 110,
      issuedOn: "2025-11-15",
      replaced: false,
    })
    expect((await w.stranger.get(open.projectsCertificate, { number: "AAAA-AAAA-AAAA" })).status).toBe(404)
    expect((await foreign.get(open.projectsCertificate, { number })).status).toBe(404)
    const file = `/api/projects/certificates/${number}.docx`
    expect((await w.stranger.send({ url: file })).statusCode).toBe(403)
    expect((await s2!.send({ url: file })).statusCode).toBe(403)
    expect((await s1!.send({ url: file })).statusCode).toBe(200)

    const again = { shiftId, volunteerId, minutes: 90, because: "复核签到录像" }
    expect((await head!.post(office.projectsCorrect, again)).status).toBe(403)
    const { certificate } = unwrap(await chair!.post(office.projectsCorrect, again))
    expect(certificate).not.toBe(number)
    expect(unwrap(await w.stranger.get(open.projectsCertificate, { number })).replaced).toBe(true)
    expect((await s1!.send({ url: file })).statusCode).toBe(409)
  })

  it("lets nobody but the readers of a project take its summary", async () => {
    const url = `/api/projects/summaries/${id}.docx`
    expect((await w.stranger.send({ url })).statusCode).toBe(403)
    expect((await foreign.send({ url })).statusCode).toBe(404)
    expect((await s1!.send({ url })).statusCode).toBe(403)
    const told = await head!.send({ url })
    expect(told.statusCode).toBe(200)
    expect(told.rawPayload.subarray(0, 2).toString()).toBe("PK")
  })
})

describe("the instruments", () => {
  const one = { id: "shift", secret: "key" }
  const now = new Date("2025-11-15T01:00:00Z")
  const slot = Math.floor(now.getTime() / 1000 / slotSeconds)

  it("know a code for its shift, its sign and its minute alone", () => {
    expect(signOf(one, codeOf(one, "in", slot), now)).toBe("in")
    expect(signOf(one, codeOf(one, "out", slot - 1), now)).toBe("out")
    expect(signOf(one, codeOf(one, "in", slot - 2), now)).toBeNull()
    expect(signOf(one, codeOf(one, "in", slot + 1), now)).toBeNull()
    expect(signOf({ ...one, secret: "other" }, codeOf(one, "in", slot), now)).toBeNull()
    expect(signOf(one, "签到签到签到", now)).toBeNull()
  })

  it("count nothing where nobody signed out", () => {
    const span = { startsAt: now, endsAt: new Date("2025-11-15T03:00:00Z") }
    const came = { kind: "in" as const, at: now, minutes: null, because: null, byName: "" }
    expect(timeOf(span, [came])).toMatchObject({ minutes: 0, open: true })
    const put = { ...came, kind: "correction" as const, minutes: 45, because: "核实" }
    expect(timeOf(span, [came, put])).toMatchObject({ minutes: 45, open: false })
  })

  it("hide groups of fewer than five, and never one alone", () => {
    const counts = (...n: number[]) => n.map((people, i) => ({ name: `${i}`, people }))
    const seen = (...n: number[]) => hideSmall(counts(...n)).map((c) => c.people)
    expect(seen(10, 8, 6)).toEqual([10, 8, 6])
    expect(seen(10, 8, 3)).toEqual([10, null, null])
    expect(seen(10, 1, 2)).toEqual([null, null, null])
    expect(seen(10, 4, 3, 7)).toEqual([10, null, null, 7])
    expect(seen(3)).toEqual([null])
  })
})
