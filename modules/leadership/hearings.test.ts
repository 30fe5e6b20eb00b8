import { unwrap } from "@qiaoliang/basics"
import { beforeEach, describe, expect, it } from "vitest"
import type { Person } from "#kit/server/test-world.ts"
import { findingsOne } from "#modules/findings/contract.ts"
import { list as inbox } from "#modules/inbox/contract.ts"
import { fetchStatus, leadershipWorld, sendFile } from "./build.ts"
import * as contract from "./contract.ts"
import { leadershipFactsOn } from "./index.ts"

const { w, school, faculty } = await leadershipWorld()
const party = await w.as("P1")
const partyClerk = await w.as("P2")
const affairs = await w.as("A1")
const league = await w.as("L2")
const facultyParty = await w.as("F1")
const facultyLeague = await w.as("F2")
const chair = await w.as("S1")
const other = await w.as("S2")
const outsider = await w.as("Z9")

const planned = {
  faculty: null,
  title: "听取校学生会2025年工作汇报",
  on: "2025-11-20",
  unions: [school],
  reporter: "校团委专职副书记",
}
const fresh = async (title = planned.title) =>
  unwrap(await party.post(contract.schedule, { ...planned, title })).id
const titles = async (p: Person) => unwrap(await p.get(inbox, {})).items.map((i) => i.title)

beforeEach(() => w.moveTo("2025-11-15T02:00:00Z"))

describe("leadership.schedule", () => {
  it("refuses the stranger, other offices, a faculty for the school, unions of another level", async () => {
    expect((await w.stranger.post(contract.schedule, planned)).status).toBe(401)
    for (const who of [league, affairs, facultyParty, chair, outsider])
      expect((await who.post(contract.schedule, planned)).status).toBe(403)
    const wrong = await party.post(contract.schedule, { ...planned, unions: [faculty] })
    expect(wrong).toMatchObject({ status: 400, error: { clause: "9.3" } })
    expect((await party.post(contract.schedule, { ...planned, unions: ["none"] })).status).toBe(404)
  })

  it("lets the Party committee's clerk prepare, and a faculty's Party organisation its own", async () => {
    expect((await partyClerk.post(contract.schedule, planned)).ok).toBe(true)
    const own = { ...planned, faculty: "文学院", unions: [faculty] }
    expect((await facultyParty.post(contract.schedule, own)).ok).toBe(true)
    expect((await facultyParty.post(contract.schedule, { ...own, faculty: "理学院" })).status).toBe(403)
  })
})

describe("leadership.attach-report", () => {
  it("is for the League organisation of the level and the union heard, with a file of their own", async () => {
    const hearing = await fresh()
    const file = await sendFile(chair, "汇报.docx")
    expect((await w.stranger.post(contract.attachReport, { hearing, union: school, file })).status).toBe(401)
    for (const who of [affairs, facultyLeague, other])
      expect((await who.post(contract.attachReport, { hearing, union: school, file })).status).toBe(403)
    // What somebody else sent is not attached, and so not opened.
    expect((await league.post(contract.attachReport, { hearing, union: school, file })).status).toBe(404)
    expect((await chair.post(contract.attachReport, { hearing, union: faculty, file })).status).toBe(400)
    expect(await titles(league)).toContain(`提交汇报材料：${planned.title}`)
    unwrap(await chair.post(contract.attachReport, { hearing, union: school, file }))
    const seen = unwrap(await party.get(contract.hearing, { id: hearing }))
    expect(seen.papers).toMatchObject([{ union: "桥梁大学学生会", file: { name: "汇报.docx" } }])
    expect(await fetchStatus(party, file)).toBe(200)
    expect(await fetchStatus(other, file)).toBe(404)
    expect(await fetchStatus(w.stranger, file)).toBe(404)
  })
})

describe("leadership.record-hearing", () => {
  const held = async (hearing: string, more = {}) => ({
    hearing,
    heldOn: "2025-11-14",
    minutes: await sendFile(party, "纪要.pdf"),
    ...more,
  })

  it("refuses the stranger, the clerk, the League, a day to come, and a second time", async () => {
    const hearing = await fresh()
    const input = await held(hearing)
    expect((await w.stranger.post(contract.recordHearing, input)).status).toBe(401)
    for (const who of [partyClerk, league, facultyParty])
      expect((await who.post(contract.recordHearing, input)).status).toBe(403)
    const early = await party.post(contract.recordHearing, { ...input, heldOn: "2025-11-16" })
    expect(early).toMatchObject({ status: 400, error: { at: "heldOn" } })
    expect((await party.post(contract.recordHearing, input)).ok).toBe(true)
    expect((await party.post(contract.recordHearing, input)).status).toBe(409)
    expect((await party.post(contract.callOff, { hearing, because: "改期" })).status).toBe(409)
  })

  it("keeps what was decided until it is done, by whose duty it is", async () => {
    const hearing = await fresh("研究换届")
    const decision = {
      words: "由校团委牵头修订学生会章程",
      office: "school-league",
      unionId: null,
      due: "2025-11-14",
    }
    const wrong = await held(hearing, { decisions: [{ ...decision, office: "faculty-league" }] })
    expect((await party.post(contract.recordHearing, wrong)).status).toBe(400)
    // Refused whole: it is still to be written down.
    expect(unwrap(await party.get(contract.hearing, { id: hearing })).heldOn).toBeNull()
    unwrap(await party.post(contract.recordHearing, await held(hearing, { decisions: [decision] })))
    const own = { words: "两周内提交整改情况", office: "union", unionId: school, due: "2025-12-01", hearing }
    unwrap(await party.post(contract.decide, own))
    expect((await league.post(contract.decide, own)).status).toBe(403)
    const { duties } = unwrap(await chair.get(contract.hearing, { id: hearing }))
    expect(duties.map((d) => [d.responsible, d.overdue, d.can.finish])).toEqual([
      ["学校团委", true, false],
      ["桥梁大学学生会", false, true],
    ])
    const [charter, report] = duties.map((d) => d.id) as [string, string]
    const waiting = unwrap(await league.get(inbox, {})).items.find((i) => i.title.startsWith("落实决定"))
    expect(waiting).toMatchObject({ due: "2025-11-14", overdue: true, clause: "9.3" })
    const done = { decision: charter, on: "2025-11-15", note: "章程修订稿已提交" }
    expect((await w.stranger.post(contract.finish, done)).status).toBe(401)
    for (const who of [party, affairs, chair])
      expect((await who.post(contract.finish, done)).status).toBe(403)
    expect((await league.post(contract.finish, { ...done, on: "2025-11-16" })).status).toBe(400)
    expect((await league.post(contract.finish, { ...done, on: "2025-11-13" })).status).toBe(400)
    expect((await league.post(contract.finish, done)).ok).toBe(true)
    expect((await league.post(contract.finish, done)).status).toBe(409)
    expect((await chair.post(contract.finish, { ...done, decision: report })).ok).toBe(true)
    expect((await titles(league)).some((t) => t.startsWith("落实决定"))).toBe(false)
  })

  it("is not read by who has nothing to do with the union, nor by another university", async () => {
    const hearing = await fresh("内部")
    expect((await other.get(contract.hearing, { id: hearing })).status).toBe(403)
    expect((await facultyParty.get(contract.hearing, { id: hearing })).status).toBe(403)
    expect((await w.stranger.get(contract.hearing, { id: hearing })).status).toBe(401)
    expect(unwrap(await outsider.get(contract.hearings, {})).items).toEqual([])
    const second = await w.addUniversity("彼岸大学")
    const there = await w.as("P1", second)
    expect((await there.get(contract.hearing, { id: hearing })).status).toBe(404)
    expect(unwrap(await there.get(contract.hearings, {})).items).toEqual([])
  })
})

describe("the facts of 9.3", () => {
  const answersOn = (day: string) =>
    w.world.db.scoped(w.university.id, async (tx) => await leadershipFactsOn(tx, [school, faculty], day))

  it("say when the union was last heard, from the day it was; the finding turns after twelve months", async () => {
    expect((await answersOn("2025-11-13")).get(school)?.answers["party-hearing"]).toBeUndefined()
    const now = (await answersOn("2025-11-15")).get(school)?.answers["party-hearing"]
    expect(now).toMatchObject({ value: "2025-11-14", on: "2025-11-14" })
    expect(now?.rows?.length).toBeGreaterThan(1)
    const verdict = async (asOf: string) =>
      unwrap(await party.get(findingsOne, { unionId: school, clause: "9.3", asOf })).findings[0]
    expect(await verdict("2025-11-13")).toMatchObject({ verdict: "unknown" })
    expect(await verdict("2025-11-15")).toMatchObject({ verdict: "met", value: "2025-11-14" })
    expect((await verdict("2025-11-15"))?.attestation ?? null).toBeNull()
    expect((await verdict("2026-11-14"))?.verdict).toBe("met")
    expect((await verdict("2026-11-15"))?.verdict).toBe("violated")
  })

  it("tell a faculty's own Party organisation apart from the school's", async () => {
    expect((await answersOn("2025-11-15")).get(faculty)?.answers).toEqual({})
    const hearing = unwrap(
      await facultyParty.post(contract.schedule, {
        ...planned,
        faculty: "文学院",
        unions: [faculty],
        on: "2025-10-10",
      }),
    ).id
    expect(await titles(facultyParty)).toContain(`登记会议情况和决定：${planned.title}`)
    const minutes = await sendFile(facultyParty)
    unwrap(await facultyParty.post(contract.recordHearing, { hearing, heldOn: "2025-10-10", minutes }))
    expect((await answersOn("2025-11-15")).get(faculty)?.answers).toMatchObject({
      "faculty-party-hearing": { value: "2025-10-10" },
    })
  })

  it("do not count a session that was called off", async () => {
    const before = (await answersOn("2025-11-15")).get(school)?.answers["party-hearing"]?.rows?.length
    const hearing = await fresh("取消的会议")
    expect((await partyClerk.post(contract.callOff, { hearing, because: "与会议冲突" })).status).toBe(403)
    unwrap(await party.post(contract.callOff, { hearing, because: "与会议冲突" }))
    const minutes = await sendFile(party)
    const input = { hearing, heldOn: "2025-11-14", minutes }
    expect((await party.post(contract.recordHearing, input)).status).toBe(409)
    expect((await answersOn("2025-11-15")).get(school)?.answers["party-hearing"]?.rows).toHaveLength(before!)
  })

  it("remind the Party committee before the reading's period is over, not while a session is planned", async () => {
    const waits = async () => (await titles(await w.as("P1"))).includes("安排听取学生会工作汇报")
    w.moveTo("2026-09-14T02:00:00Z")
    expect(await waits()).toBe(true)
    w.moveTo("2026-09-13T02:00:00Z")
    expect(await waits()).toBe(false)
    w.moveTo("2026-10-01T02:00:00Z")
    unwrap(await (await w.as("P1")).post(contract.schedule, { ...planned, on: "2026-10-20" }))
    expect(await waits()).toBe(false)
    w.moveTo("2026-10-21T02:00:00Z")
    expect(await waits()).toBe(true)
  })
})
