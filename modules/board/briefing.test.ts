import { unwrap } from "@qiaoliang/basics"
import { beforeAll, describe, expect, it } from "vitest"
import { recordsOf } from "#kit/server/ledger.ts"
import { move } from "#modules/courses/contract.ts"
import { addUnion } from "../offices/build.ts"
import { handled, onBoard, raised } from "./build.ts"
import * as contract from "./contract.ts"

const { w, union } = await onBoard()
const presidium = await w.as("P1")
const other = await w.as("P2")
const head = await w.as("H1")
const league = await w.as("L1")
const affairs = await w.as("A1")
const student = await w.as("202399990001")
const october = { union, month: "2025-10" }
const one = async (id: string, person = presidium) => unwrap(await person.get(contract.deskBriefing, { id }))
const why = (answer: { ok: boolean; error?: { because: string } }) => (answer.ok ? "" : answer.error?.because)
const reviewed = async (course: string, id: string) =>
  league.post(move, {
    id: course,
    move: { kind: "pass", step: "reviewed", office: "school-league", version: (await one(id)).hash! },
  })

beforeAll(async () => {
  for (let i = 0; i < 6; i++) {
    const need = await raised(w, union, { title: `十月的事${i}`, more: i === 0 ? 6 : 0, discreet: i === 5 })
    await handled(w, need, {
      open: true,
      raisedOn: "2025-10-13",
      state: i < 5 ? "answered" : "sent",
      officeName: "后勤保障处",
      sentOn: "2025-10-14",
      answeredOn: i < 5 ? "2025-10-16" : null,
      outcome: i < 5 ? "B" : null,
      answer: i < 5 ? "已经列入计划，月底前完成。" : null,
      due: "2025-11-20",
    })
  }
})

let id: string

describe("board.draft", () => {
  it("refuses the stranger, students, heads without the desk, offices, and a faculty's union", async () => {
    expect((await w.stranger.post(contract.draft, october)).status).toBe(401)
    for (const person of [student, head, league, affairs])
      expect((await person.post(contract.draft, october)).status).toBe(403)
    const faculty = await addUnion(w, {
      name: "文学院学生会",
      level: "faculty",
      faculty: "文学院",
      posts: [{ number: "P9", kind: "presidium", title: "主席团成员" }],
    })
    const theirs = await (await w.as("P9")).post(contract.draft, { ...october, union: faculty })
    expect(why(theirs)).toContain("校级")
  })

  it("is one a month, of months that have begun", async () => {
    expect((await presidium.post(contract.draft, { union, month: "2025-12" })).status).toBe(400)
    const listed = unwrap(await presidium.get(contract.deskBriefings, {}))
    expect(listed.drafting).toMatchObject([{ union, months: ["2025-11", "2025-10"] }])
    id = unwrap(await presidium.post(contract.draft, october)).id
    expect((await other.post(contract.draft, october)).status).toBe(409)
    expect(unwrap(await presidium.get(contract.deskBriefings, {})).drafting[0]!.months).toEqual(["2025-11"])
  })
})

describe("a draft", () => {
  it("is for the desk and the offices over it, nobody else", async () => {
    expect((await w.stranger.get(contract.deskBriefing, { id })).status).toBe(401)
    for (const person of [student, head])
      expect((await person.get(contract.deskBriefing, { id })).status).toBe(403)
    for (const person of [presidium, league, affairs])
      expect((await person.get(contract.deskBriefing, { id })).status).toBe(200)
    const url = `/api/board/briefings/${id}.docx`
    expect((await w.stranger.send({ method: "GET", url })).statusCode).toBe(404)
    expect((await league.send({ method: "GET", url })).statusCode).toBe(200)
    const neighbour = await w.as("P1", await w.addUniversity("邻校"))
    expect((await neighbour.get(contract.deskBriefing, { id })).status).toBe(404)
  })

  it("counts the month from the records, and names what is public only", async () => {
    const { content } = await one(id)
    expect(content.figures).toMatchObject({ received: 6, before: 0, answered: 5, solved: 0, answerDays: 2 })
    expect(content.outcomes).toContainEqual({ outcome: "B", name: "正在解决或列入规划逐步解决", count: 5 })
    expect(content.shared.map((l) => [l.title, l.voices])).toEqual([["十月的事0", 7]])
    expect(content.answers).toHaveLength(5)
    expect(JSON.stringify(content)).not.toContain("十月的事5")
    expect(content.offices).toEqual([{ name: "后勤保障处", sent: 6, answered: 5, late: 0 }])
  })

  it("takes the desk's words, and refuses those of others", async () => {
    expect((await league.post(contract.write, { id, words: "代拟的按语" })).status).toBe(403)
    unwrap(await presidium.post(contract.write, { id, words: "本月反映集中在宿舍报修。" }))
    expect((await one(id)).content.words).toBe("本月反映集中在宿舍报修。")
  })

  it("is not published without the review of 10.4", async () => {
    expect((await student.post(contract.publish, { id })).status).toBe(403)
    const early = await presidium.post(contract.publish, { id })
    expect(early).toMatchObject({ status: 422, error: { clause: "10.4" } })
  })
})

describe("review and publication", () => {
  it("of a month that is not over is refused", async () => {
    const { id: november } = unwrap(await presidium.post(contract.draft, { union, month: "2025-11" }))
    expect(why(await presidium.post(contract.submit, { id: november }))).toContain("还没有结束")
    expect((await student.post(contract.discard, { id: november })).status).toBe(403)
    unwrap(await presidium.post(contract.discard, { id: november }))
    expect((await presidium.get(contract.deskBriefing, { id: november })).status).toBe(404)
  })

  it("fixes what was handed in; given back, it is a draft and counts anew", async () => {
    const { course } = unwrap(await presidium.post(contract.submit, { id }))
    const { hash } = await one(id)
    expect((await presidium.post(contract.write, { id, words: "改一改" })).status).toBe(409)
    const late = await raised(w, union, { title: "后来补录的十月的事" })
    await handled(w, late, { open: true, raisedOn: "2025-10-20" })
    expect((await one(id)).content.figures.received).toBe(6)
    expect(
      (
        await presidium.post(move, {
          id: course,
          move: { kind: "pass", step: "reviewed", office: "school-league", version: hash! },
        })
      ).status,
    ).toBe(403)
    unwrap(
      await league.post(move, {
        id: course,
        move: { kind: "return", step: "reviewed", to: "submitted", because: "补充后勤的情况" },
      }),
    )
    expect(await one(id)).toMatchObject({ state: "draft", hash: null, content: { figures: { received: 7 } } })
    expect((await one(id, other)).can.submit).toBe(false)
    expect(unwrap(await presidium.post(contract.submit, { id })).course).toBe(course)
    expect((await one(id)).hash).not.toBe(hash)
    expect((await one(id)).can.publish).toBe(false)
    unwrap(await reviewed(course, id))
  })

  it("is by the presidium, once, for good, with its hash in the ledger", async () => {
    for (const person of [league, head, student])
      expect((await person.post(contract.publish, { id })).status).toBe(403)
    expect((await w.stranger.get(contract.briefing, { id })).status).toBe(404)
    expect(unwrap(await w.stranger.get(contract.briefings, {})).items).toEqual([])
    const { hash } = unwrap(await presidium.post(contract.publish, { id }))
    expect((await presidium.post(contract.publish, { id })).status).toBe(409)
    expect((await presidium.post(contract.write, { id, words: "再改" })).status).toBe(409)
    expect((await presidium.post(contract.discard, { id })).status).toBe(409)
    const seen = unwrap(await w.stranger.get(contract.briefing, { id }))
    expect(seen).toMatchObject({
      hash,
      title: "桥梁大学学生诉求简报（2025年10月）",
      content: { words: "本月反映集中在宿舍报修。" },
    })
    const entries = await w.world.db.scoped(w.university.id, (tx) => recordsOf(tx, "briefing", id))
    expect(entries.map((e) => e.body)).toMatchObject([{ kind: "published", hash, month: "2025-10" }])
    await expect(
      w.world.db.scoped(w.university.id, (tx) => tx.client.query("update board_published set hash = 'x'")),
    ).rejects.toThrow()
    const more = await raised(w, union, { title: "更晚补录的十月的事" })
    await handled(w, more, { open: true, raisedOn: "2025-10-21" })
    expect(unwrap(await w.stranger.get(contract.briefing, { id })).content).toEqual(seen.content)
  })

  it("gives everybody the same document", async () => {
    for (const kind of ["docx", "pdf"]) {
      const file = await w.stranger.send({ method: "GET", url: `/api/board/briefings/${id}.${kind}` })
      expect(file.statusCode).toBe(200)
      expect(file.rawPayload.length).toBeGreaterThan(5000)
    }
  })
})
