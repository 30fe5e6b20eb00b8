import { unwrap } from "@qiaoliang/basics"
import { beforeAll, describe, expect, it } from "vitest"
import type { Person } from "#kit/server/test-world.ts"
import { openActor } from "#modules/accounts/index.ts"
import {
  announced,
  type ListeningWorld,
  listeningWorld,
  questions,
  students,
  surveyOf,
  talkOf,
} from "./build.ts"
import * as contract from "./contract.ts"
import { concerns } from "./index.ts"
import * as open from "./public-contract.ts"
import { filledIn, sharesFrom, tallied } from "./survey.ts"

let of: ListeningWorld
let who: ListeningWorld["people"]
let id = ""
beforeAll(async () => {
  of = await listeningWorld()
  who = of.people
  id = await announced(who.P1, of.school, surveyOf())
})

const why = (a: { ok: boolean; error?: { because: string } }) => (a.ok ? "" : a.error!.because)
const seen = async (person: Person = who.P1, which = id) =>
  unwrap(await person.get(contract.one, { id: which }))
const given = { q1: 0, q2: [0, 2], q3: 4, q4: "周末早点开门" }
const rows = async (sql: string) =>
  (
    await of.w.world.db.scoped(of.w.university.id, (tx) =>
      tx.client.query<Record<string, unknown>>(sql, [tx.university]),
    )
  ).rows

describe("writing a questionnaire", () => {
  it("is for those who plan, before it opens", async () => {
    const { id: draft } = unwrap(
      await who.P1.post(contract.make, { unionId: of.school, ...surveyOf({ onDay: "2025-11-17" }) }),
    )
    expect(why(await who.P1.post(contract.announce, { id: draft }))).toContain("没有题目")
    expect((await of.w.stranger.post(contract.ask, { id: draft, questions })).status).toBe(401)
    expect((await who.M2.post(contract.ask, { id: draft, questions })).status).toBe(403)
    const one = [{ ...questions[0]!, options: ["只有一个"] }]
    expect(why(await who.P1.post(contract.ask, { id: draft, questions: one }))).toContain("两个选项")
    const twice = [{ ...questions[0]!, options: ["甲", "甲"] }]
    expect(why(await who.P1.post(contract.ask, { id: draft, questions: twice }))).toContain("重复")
    unwrap(await who.P1.post(contract.ask, { id: draft, questions }))
    unwrap(await who.P1.post(contract.announce, { id: draft }))
    const coming = unwrap(await of.w.stranger.get(open.publicOne, { id: draft }))
    expect(coming).toMatchObject({ phase: "coming", questions: [], mine: "none" })
    expect(why(await who.W1.post(open.answer, { id: draft, given }))).toContain("还没有开始")
    expect((await who.P1.post(contract.ask, { id, questions })).status).toBe(409)
    const talk = await announced(who.P1, of.school, talkOf())
    expect((await who.P1.post(contract.ask, { id: talk, questions })).status).toBe(409)
    expect((await who.P1.get(contract.poster, { id: talk, site: "http://x.test" })).status).toBe(409)
    const poster = unwrap(await who.P1.get(contract.poster, { id, site: "http://x.test/office" }))
    expect(poster.address).toBe(`http://x.test/listening/${id}`)
    expect(poster.qr).toContain("<svg")
  })
})

describe("answering", () => {
  it("is open to the students it is for, the stranger sees and cannot", async () => {
    expect((await of.w.stranger.post(open.answer, { id, given })).status).toBe(401)
    expect(unwrap(await of.w.stranger.get(open.publicOne, { id })).mine).toBe("sign-in")
    // An officer who is no student of the register, a postgraduate of an undergraduates' union.
    for (const person of [who.L1, who.G1]) {
      expect((await person.post(open.answer, { id, given })).status).toBe(403)
      expect(unwrap(await person.get(open.publicOne, { id })).mine).toBe("not-asked")
    }
    const physics = await announced(
      who.P1,
      of.school,
      surveyOf({ title: "物理学院问卷", faculties: ["理学院"], grades: [2024] }),
    )
    expect((await who.W1.post(open.answer, { id: physics, given })).status).toBe(403)
    expect((await who.X1.post(open.answer, { id: physics, given })).ok).toBe(true)
  })

  it("is checked against the questions", async () => {
    const wrong = async (more: object) =>
      (await who.W1.post(open.answer, { id, given: { ...given, ...more } })).status
    expect(await wrong({ q1: 3 })).toBe(400)
    expect(await wrong({ q1: [0] })).toBe(400)
    expect(await wrong({ q2: [0, 0] })).toBe(400)
    expect(await wrong({ q3: 6 })).toBe(400)
    expect(await wrong({ q3: 2.5 })).toBe(400)
    expect(await wrong({ q4: "长".repeat(501) })).toBe(400)
    expect(why(await who.W1.post(open.answer, { id, given: { q1: 1 } }))).toContain("打分")
    expect(unwrap(filledIn([{ ...questions[0]!, id: "q1" }], { q1: 1, name: "张三" }))).toEqual({ q1: 1 })
  })

  it("takes one answer a person", async () => {
    const mine = (await conc("W1")).map((c) => c.title)
    expect(mine).toContain("自习空间使用情况")
    unwrap(await who.W1.post(open.answer, { id, given }))
    expect(why(await who.W1.post(open.answer, { id, given }))).toContain("已经回答过")
    expect(unwrap(await who.W1.get(open.publicOne, { id })).mine).toBe("answered")
    expect((await conc("W1")).map((c) => c.title)).not.toContain("自习空间使用情况")
    const both = await Promise.all([who.X1, who.X1].map((p) => p.post(open.answer, { id, given })))
    expect(both.filter((b) => b.ok)).toHaveLength(1)
    expect((await seen()).survey!.answers).toBe(2)
  })

  const conc = async (number: string) =>
    of.w.world.within(of.w.university, (await openActor(of.w.world, of.w.university, number))!, (ctx) =>
      concerns(ctx),
    )

  it("keeps no person beside an answer: not in the tables, not in the log, no time, no faculty", async () => {
    const answers = await rows("select * from listening_answer where university_id = $1")
    expect(Object.keys(answers[0]!).toSorted()).toEqual(["given", "id", "listening_id", "university_id"])
    const parts = await rows("select * from listening_part where university_id = $1")
    expect(Object.keys(parts[0]!).toSorted()).toEqual(["listening_id", "tag", "university_id"])
    expect(JSON.stringify([answers, parts])).not.toMatch(/W1|X1|文学院|理学院/)
    const ids = answers.map((a) => a.id as string)
    for (const p of parts) expect(ids).not.toContain(p.tag)
    const log = await rows(
      "select account, name, capacity, summary::text from log_entry where university_id = $1 and verb = 'listening.answer'",
    )
    expect(log.length).toBeGreaterThan(0)
    for (const entry of log) {
      expect(entry).toMatchObject({ account: null, capacity: null, name: "（不记名）" })
      expect(entry.summary).not.toMatch(/W1|X1|学院/)
    }
    // The same person's marks on two questionnaires have nothing in common.
    const second = await announced(who.P1, of.school, surveyOf({ title: "另一份问卷" }))
    unwrap(await who.W1.post(open.answer, { id: second, given }))
    const tags = (await rows("select tag from listening_part where university_id = $1")).map((r) => r.tag)
    expect(new Set(tags).size).toBe(tags.length)
  })
})

describe("results", () => {
  it("are not there while it is open: a changing sum would tell who answered last", async () => {
    expect((await seen()).survey).toMatchObject({ answers: 2, results: null })
    expect(unwrap(await of.w.stranger.get(open.publicOne, { id })).results).toBeNull()
    expect((await who.P1.send({ method: "GET", url: `/api/listening/results/${id}.xlsx` })).statusCode).toBe(
      409,
    )
    expect((await who.P1.post(contract.publish, { id })).status).toBe(409)
  })

  it("hide what fewer than five said, and a faculty with fewer than five", async () => {
    for (const n of students.own.slice(1, 4)) {
      const person = await of.w.as(n)
      unwrap(await person.post(open.answer, { id, given: { q1: 1, q3: 2 } }))
    }
    // Four of 文学院, one of 理学院.
    const { shares } = (await seen()).survey!
    expect(shares).toMatchObject({ asked: 11, answered: 5, faculties: [] })
    expect(shares!.rest).toEqual({ faculties: 2, asked: 11, answered: 5 })
    const fifth = await of.w.as("W5")
    unwrap(await fifth.post(open.answer, { id, given: { q1: 1, q3: 2 } }))
    // Five of 文学院 could be shown, but then the one of 理学院 could be found by subtraction.
    expect((await seen()).survey!.shares!.faculties).toEqual([])
    expect((await who.M1.post(contract.close, { id })).status).toBe(403)
    unwrap(await who.P1.post(contract.close, { id }))
    const late = await of.w.as("W6")
    expect(why(await late.post(open.answer, { id, given }))).toContain("已经结束")
    const [q1, q2, q3, q4] = (await seen()).survey!.results!
    expect(q1).toMatchObject({ n: 6, bars: [{ count: 2 }, { count: 4 }, { count: 0 }] })
    expect(q2).toMatchObject({ n: null, bars: [] })
    expect(q3).toMatchObject({ n: 6, average: 2.7 })
    expect(q4).toMatchObject({ n: null, texts: [] })
  })

  it("show free texts to those who keep the records alone", async () => {
    const other = await announced(who.P1, of.school, surveyOf({ title: "有文字题的问卷" }))
    for (const n of students.own.slice(0, 5)) {
      const person = await of.w.as(n)
      unwrap(await person.post(open.answer, { id: other, given: { ...given, q4: `${n}的想法` } }))
    }
    unwrap(await who.P1.post(contract.close, { id: other }))
    const textsFor = async (p: Person) => (await seen(p, other)).survey!.results![3]!.texts
    expect(await textsFor(who.M2)).toHaveLength(5)
    for (const p of [who.M1, who.L1]) expect(await textsFor(p)).toEqual([])
    expect((await who.M1.post(contract.publish, { id: other })).status).toBe(403)
    unwrap(await who.P1.post(contract.publish, { id: other }))
    const shown = unwrap(await of.w.stranger.get(open.publicOne, { id: other }))
    expect(shown.results!.questions.map((q) => q.kind)).toEqual(["single", "multiple", "scale"])
    expect(JSON.stringify(shown)).not.toContain("的想法")
    const file = { method: "GET" as const, url: `/api/listening/results/${other}.xlsx` }
    expect((await of.w.stranger.send(file)).statusCode).toBe(401)
    expect((await who.M1.send(file)).statusCode).toBe(403)
    expect((await who.M2.send(file)).rawPayload.subarray(0, 2).toString()).toBe("PK")
    const heard = {
      id: other,
      categoryId: "usual-2",
      words: "周末早点开门",
      faculty: "",
      said: "",
      saidBy: "",
    }
    unwrap(await who.M2.post(contract.hear, heard))
    const [h] = (await seen(who.M2, other)).heard
    unwrap(await who.M2.post(contract.raise, { id: other, items: [{ heard: h!.id, title: "周末早点开门" }] }))
  })

  it("of fewer than five are not published", async () => {
    const few = await announced(who.P1, of.school, surveyOf({ title: "人很少的问卷" }))
    for (const n of students.own.slice(0, 4))
      unwrap(await (await of.w.as(n)).post(open.answer, { id: few, given }))
    unwrap(await who.P1.post(contract.close, { id: few }))
    expect(why(await who.P1.post(contract.publish, { id: few }))).toContain("只收到4份")
    expect((await seen(who.P1, few)).survey!.results!.every((q) => q.n === null)).toBe(true)
  })
})

describe("the counting", () => {
  it("shows a faculty from five on and never lets a small one be found by subtraction", () => {
    const asked = ["甲", "乙", "丙", "丁"].map((faculty) => ({ faculty, students: 100 }))
    const answered = (...n: number[]) => n.map((a, i) => ({ faculty: asked[i]!.faculty, answered: a }))
    expect(sharesFrom(asked, answered(9, 5, 0, 0))).toMatchObject({
      answered: 14,
      faculties: [{ faculty: "甲" }, { faculty: "乙" }],
      rest: { faculties: 2, answered: 0 },
    })
    expect(sharesFrom(asked, answered(9, 5, 4, 0)).faculties.map((f) => f.faculty)).toEqual(["甲"])
    expect(sharesFrom(asked, answered(9, 6, 3, 2))).toMatchObject({ rest: { faculties: 2, answered: 5 } })
    expect(sharesFrom(asked, answered(2, 0, 0, 0))).toMatchObject({ answered: 2, faculties: [], rest: null })
  })

  it("counts a question from five answers on", () => {
    const q = { id: "q", kind: "scale" as const, title: "分", options: [], required: false }
    const of = (n: number) =>
      tallied(
        [q],
        Array.from({ length: n }, () => ({ q: 5 })),
      )[0]!
    expect(of(4)).toMatchObject({ n: null, bars: [], average: null })
    expect(of(5)).toMatchObject({ n: 5, average: 5 })
  })
})
