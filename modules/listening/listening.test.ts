import { chineseDay, unwrap } from "@qiaoliang/basics"
import { beforeAll, describe, expect, it } from "vitest"
import type { Person } from "#kit/server/test-world.ts"
import { openActor } from "#modules/accounts/index.ts"
import { needsByIds, raisersOf } from "#modules/needs/index.ts"
import { raise as raiseByStudent } from "../needs/build.ts"
import { announced, type ListeningWorld, listeningWorld, talkOf } from "./build.ts"
import * as contract from "./contract.ts"
import { concerns, inboxItems, listeningOn } from "./index.ts"
import * as open from "./public-contract.ts"

let of: ListeningWorld
let who: ListeningWorld["people"]
beforeAll(async () => {
  of = await listeningWorld()
  who = of.people
})

const why = (a: { ok: boolean; error?: { because: string } }) => (a.ok ? "" : a.error!.because)
const seen = async (id: string, person: Person = who.P1) => unwrap(await person.get(contract.one, { id }))
const within = async <T>(number: string, work: Parameters<typeof of.w.world.within<T>>[2]) =>
  of.w.world.within(of.w.university, (await openActor(of.w.world, of.w.university, number))!, work)
const line = (more: object = {}) => ({
  categoryId: "usual-10",
  words: "二食堂晚上七点以后没有热菜",
  faculty: "文学院",
  said: "下周起保留两个窗口到八点",
  saidBy: "后勤保障处",
  ...more,
})

describe("planning", () => {
  it("is done by those who lead the union, for their union", async () => {
    const plan = { unionId: of.school, ...talkOf() }
    expect((await of.w.stranger.post(contract.make, plan)).status).toBe(401)
    for (const person of [who.M1, who.M2, who.U1, who.L1, who.W1])
      expect((await person.post(contract.make, plan)).status).toBe(403)
    expect((await who.H1.post(contract.make, plan)).ok).toBe(true)
  })

  it("asks for what people need to come", async () => {
    const make = (more: object) => who.P1.post(contract.make, { unionId: of.school, ...talkOf(more) })
    expect(why(await make({ place: "" }))).toContain("地点")
    expect(why(await make({ fromTime: "" }))).toContain("时间")
    expect(why(await make({ untilTime: "13:00" }))).toContain("晚于")
    expect(why(await make({ onDay: "2025-02-30" }))).toContain("没有这一天")
    expect(why(await make({ kind: "face", offices: [] }))).toContain("职能部门")
    expect((await make({ kind: "face" })).ok).toBe(true)
    const foreign = { unionId: of.faculty, ...talkOf({ faculties: ["理学院"] }) }
    expect(why(await who.U1.post(contract.make, foreign))).toContain("本学院")
  })

  it("is seen by nobody outside until it is announced", async () => {
    const { id } = unwrap(await who.P1.post(contract.make, { unionId: of.school, ...talkOf() }))
    expect((await of.w.stranger.get(open.publicOne, { id })).status).toBe(404)
    unwrap(await who.P1.post(contract.change, { id, ...talkOf({ title: "食堂服务座谈（改）" }) }))
    expect((await who.M1.post(contract.announce, { id })).status).toBe(403)
    unwrap(await who.P1.post(contract.announce, { id }))
    expect((await who.P1.post(contract.announce, { id })).status).toBe(409)
    expect(unwrap(await of.w.stranger.get(open.publicOne, { id })).title).toBe("食堂服务座谈（改）")
    expect(why(await who.P1.post(contract.cancel, { id, because: "" }))).not.toBe("")
    unwrap(await who.P1.post(contract.cancel, { id, because: "场地临时检修，另行通知" }))
    expect(unwrap(await of.w.stranger.get(open.publicOne, { id })).because).toContain("检修")
    expect((await who.P1.post(contract.change, { id, ...talkOf() })).status).toBe(409)
  })

  it("is announced before its day only", async () => {
    const past = talkOf({ onDay: "2025-11-10" })
    const { id } = unwrap(await who.P1.post(contract.make, { unionId: of.school, ...past }))
    expect(why(await who.P1.post(contract.announce, { id }))).toContain("已经过去")
  })
})

describe("a talk held", () => {
  let id = ""
  beforeAll(async () => {
    id = await announced(who.P1, of.school, talkOf())
  })

  it("is minuted by those who plan and by the desk", async () => {
    const minutes = { id, attendance: 24, minutes: "会议由执行主席主持，与会同学围绕食堂服务发言。" }
    expect((await of.w.stranger.post(contract.minute, minutes)).status).toBe(401)
    for (const person of [who.M1, who.U1, who.L1, who.W1])
      expect((await person.post(contract.minute, minutes)).status).toBe(403)
    const later = await announced(who.P1, of.school, talkOf({ onDay: "2025-11-18" }))
    expect(why(await who.M2.post(contract.minute, { ...minutes, id: later }))).toContain("还没有举行")
    unwrap(await who.M2.post(contract.minute, minutes))
    expect(await seen(id)).toMatchObject({ phase: "held", attendance: 24, minutedBy: "M2号" })
  })

  it("keeps what was heard, in the fields of 1.3, with no names", async () => {
    const wrong = (more: object) => who.M2.post(contract.hear, { id, ...line(more) })
    expect((await who.M1.post(contract.hear, { id, ...line() })).status).toBe(403)
    expect(why(await wrong({ categoryId: "none" }))).toContain("类别")
    expect(why(await wrong({ categoryId: "usual-17" }))).toContain("作风")
    expect(why(await wrong({ faculty: "没有的学院" }))).toContain("学院")
    const { heard } = unwrap(await who.M2.post(contract.hear, { id, ...line() }))
    unwrap(await who.M2.post(contract.hear, { id, heard, ...line({ words: "二食堂晚上七点后没有热菜" }) }))
    unwrap(
      await who.M2.post(contract.hear, { id, ...line({ categoryId: "usual-0", words: "选课系统总是排队" }) }),
    )
    unwrap(await who.M2.post(contract.hear, { id, ...line({ words: "食堂价格上涨太快" }) }))
    const now = await seen(id, who.L1)
    expect(now.heard.map((h) => h.words)).toEqual([
      "二食堂晚上七点后没有热菜",
      "选课系统总是排队",
      "食堂价格上涨太快",
    ])
    expect(now.heard.map((h) => h.field)).toEqual(["权益维护", "学业发展", "权益维护"])
    expect((await who.W1.get(contract.one, { id })).status).toBe(403)
    expect(await within("M2", inboxItems)).toEqual(
      expect.arrayContaining([expect.objectContaining({ title: "把听到的意见转为诉求" })]),
    )
  })

  it("makes needs of them, linked, with what was answered on the spot and without a raiser", async () => {
    const [first, second] = (await seen(id)).heard
    const items = [{ heard: first!.id, title: "二食堂晚间没有热菜" }]
    expect((await who.M1.post(contract.raise, { id, items })).status).toBe(403)
    expect((await who.M2.post(contract.raise, { id, items: [...items, ...items] })).status).toBe(409)
    expect((await seen(id)).heard[0]!.need).toBeNull()
    unwrap(await who.M2.post(contract.raise, { id, items }))
    expect((await who.M2.post(contract.raise, { id, items })).status).toBe(409)
    const [heard] = (await seen(id)).heard
    expect(heard!.need).toMatchObject({ title: "二食堂晚间没有热菜", standing: "sorting", joined: false })
    await within("P1", async (ctx) => {
      const [need] = await needsByIds(ctx.tx, [heard!.need!.id])
      expect(need).toMatchObject({ shown: "desk", source: { topic: "listening", id } })
      expect(need!.text).toContain("现场答复（后勤保障处）：下周起")
      expect(await raisersOf(ctx.tx, [need!.id])).toMatchObject([{ number: "", name: "" }])
    })
    expect((await who.M2.post(contract.unhear, { heard: heard!.id })).status).toBe(409)
    expect(second!.need).toBeNull()
  })

  it("joins one to a need there is, of the same union, and parts them again", async () => {
    const need = await raiseByStudent(of.w, { unionId: of.school, number: "W1", title: "选课系统排队" })
    const league = await raiseByStudent(of.w, {
      unionId: of.school,
      number: "W1",
      desk: "league",
      title: "选课作风",
    })
    const [, second] = (await seen(id)).heard
    expect((await who.M1.get(contract.find, { id, text: "选课" })).status).toBe(403)
    const found = unwrap(await who.M2.get(contract.find, { id, text: "选课" }))
    expect(found.items.map((n) => n.id)).toEqual([need.id])
    expect((await who.M2.post(contract.join, { heard: second!.id, needId: league.id })).status).toBe(400)
    unwrap(await who.M2.post(contract.join, { heard: second!.id, needId: need.id }))
    expect((await seen(id)).follow).toMatchObject({ heard: 3, raised: 2, answered: 0, solved: 0 })
    unwrap(await who.M2.post(contract.part, { heard: second!.id }))
    expect((await seen(id)).heard[1]!.need).toBeNull()
    const [first] = (await seen(id)).heard
    expect((await who.M2.post(contract.part, { heard: first!.id })).status).toBe(409)
    unwrap(await who.M2.post(contract.unhear, { heard: second!.id }))
    expect((await seen(id)).heard).toHaveLength(2)
  })

  it("shows outside how much was heard, not the words nor the minutes", async () => {
    const text = JSON.stringify(unwrap(await of.w.stranger.get(open.publicOne, { id })))
    expect(text).toContain('"heard":2')
    for (const inside of ["热菜", "主持", "M2号"]) expect(text).not.toContain(inside)
    const { past } = unwrap(await of.w.stranger.get(open.publicList, {}))
    expect(past.find((l) => l.id === id)).toMatchObject({ heard: 2 })
  })

  it("is printed as DOCX for readers", async () => {
    const file = { method: "GET" as const, url: `/api/listening/minutes/${id}.docx` }
    expect((await of.w.stranger.send(file)).statusCode).toBe(401)
    expect((await who.W1.send(file)).statusCode).toBe(403)
    expect((await who.L1.send(file)).rawPayload.subarray(0, 2).toString()).toBe("PK")
    const pdf = { ...file, url: `/api/listening/minutes/${id}.pdf` }
    expect((await who.L1.send(pdf)).rawPayload.subarray(0, 4).toString()).toBe("%PDF")
  })

  it("another university sees none of it", async () => {
    const other = await of.w.addUniversity("他校")
    const person = await of.w.as("P1", other)
    expect((await person.get(contract.one, { id })).status).toBe(404)
    expect((await person.post(contract.cancel, { id, because: "理由理由" })).status).toBe(404)
  })
})

describe("the list, the inbox, a student's page, the facts", () => {
  it("lists for readers what their unions held", async () => {
    expect((await of.w.stranger.get(contract.list, {})).status).toBe(401)
    expect((await who.W1.get(contract.list, {})).status).toBe(403)
    const mine = unwrap(await who.U1.get(contract.list, {}))
    expect(mine.unions.map((u) => u.name)).toEqual(["文学院学生会"])
    const all = unwrap(await who.L1.get(contract.list, { phase: "held" }))
    expect(all.items).toMatchObject([{ title: "食堂服务座谈会", people: 24, heard: 2, raised: 1 }])
    expect(all.hosts).toEqual([])
    expect(unwrap(await who.P1.get(contract.list, { size: 1, page: 2 })).items).toHaveLength(1)
  })

  it("asks for minutes the day after", async () => {
    await announced(who.P1, of.school, talkOf({ title: "忘了记录的座谈会" }))
    expect((await within("P1", inboxItems)).map((i) => i.detail)).not.toContain("忘了记录的座谈会")
    of.w.moveTo("2025-11-16T02:00:00Z")
    const items = await within("P1", inboxItems)
    expect(items.find((i) => i.detail === "忘了记录的座谈会")).toMatchObject({ due: "2025-11-16" })
    expect(await within("U1", inboxItems)).toEqual([])
    of.w.moveTo("2025-11-15T02:00:00Z")
  })

  it("tells a student of meetings that are for him or her", async () => {
    await announced(who.P1, of.school, talkOf({ title: "理学院同学座谈会", faculties: ["理学院"] }))
    const told = await within("X1", concerns)
    const of1 = told.map((c) => c.title)
    const of2 = (await within("W1", concerns)).map((c) => c.title)
    expect(of1).toContain("理学院同学座谈会")
    // The day it is held: no deadline.
    const meeting = told.find((c) => c.title === "理学院同学座谈会")
    expect(meeting?.note).toContain(chineseDay(talkOf({}).onDay))
    expect(meeting).not.toHaveProperty("by")
    expect(of2).not.toContain("理学院同学座谈会")
    expect(await within("P1", concerns)).toEqual([])
  })

  it("answers 1.3 from the records: yes with every field, no only when the semester is over", async () => {
    const on = (day: string) =>
      of.w.world.db.scoped(of.w.university.id, (tx) => listeningOn(tx, [of.school, of.faculty], day))
    expect((await on("2025-11-15")).size).toBe(0)
    const late = (await on("2026-01-31")).get(of.school)!.answers["needs-collected"]!
    expect(late.value).toBe(false)
    expect(late.rows?.map((r) => r.note)).toContain("没有听取、收集")
    expect((await on("2026-02-01")).size).toBe(0)
    const { id } = await seen((await unwrap(await who.P1.get(contract.list, { phase: "held" }))).items[0]!.id)
    for (const categoryId of ["usual-0", "usual-4", "usual-7"])
      unwrap(await who.M2.post(contract.hear, { id, ...line({ categoryId }) }))
    const now = await on("2025-11-15")
    expect(now.get(of.school)!.answers["needs-collected"]).toMatchObject({ value: true })
    expect(now.has(of.faculty)).toBe(false)
  })
})
