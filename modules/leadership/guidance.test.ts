import { unwrap } from "@qiaoliang/basics"
import { describe, expect, it } from "vitest"
import { findingsOne } from "#modules/findings/contract.ts"
import { list as inbox } from "#modules/inbox/contract.ts"
import { fetchStatus, leadershipWorld, sendFile } from "./build.ts"
import * as contract from "./contract.ts"

const { w, school, faculty } = await leadershipWorld()
const chair = await w.as("S1")
const guided = await w.as("S2")
const league = await w.as("L2")
const facultyLeague = await w.as("F2")
const party = await w.as("P1")
const outsider = await w.as("Z9")

const given = {
  union: faculty,
  kind: "union" as const,
  on: "2025-10-20",
  topic: "换届选举工作",
  words: "指导换届筹备，讲解代表名额分配。",
}
const verdict = async (unionId: string, clause: string, asOf = "2025-11-15") =>
  unwrap(await party.get(findingsOne, { unionId, clause, asOf })).findings[0]?.verdict

describe("leadership.guide and leadership.answer-guidance (2.3)", () => {
  it("counts for nothing where the union says it did not happen, which takes a reason", async () => {
    const { id } = unwrap(await chair.post(contract.guide, { ...given, on: "2025-09-20", topic: "未发生" }))
    expect((await guided.post(contract.answerGuidance, { id, happened: false })).status).toBe(400)
    unwrap(await guided.post(contract.answerGuidance, { id, happened: false, note: "当日没有来访" }))
    expect(await verdict(faculty, "2.3")).toBe("unknown")
  })

  it("is recorded by the school union and counts once the union guided confirms it", async () => {
    expect((await w.stranger.post(contract.guide, given)).status).toBe(401)
    for (const who of [guided, league, facultyLeague, outsider])
      expect((await who.post(contract.guide, given)).status).toBe(403)
    expect((await chair.post(contract.guide, { ...given, on: "2025-11-16" })).status).toBe(400)
    expect((await chair.post(contract.guide, { ...given, kind: "league" })).status).toBe(400)
    const { id } = unwrap(await chair.post(contract.guide, given))
    expect(await verdict(faculty, "2.3")).toBe("unknown")
    expect(unwrap(await guided.get(inbox, {})).items.map((i) => i.title)).toContain(
      "确认校级学生会的指导：换届选举工作",
    )
    expect((await w.stranger.post(contract.answerGuidance, { id, happened: true })).status).toBe(401)
    for (const who of [chair, facultyLeague])
      expect((await who.post(contract.answerGuidance, { id, happened: true })).status).toBe(403)
    unwrap(await guided.post(contract.answerGuidance, { id, happened: true }))
    expect((await guided.post(contract.answerGuidance, { id, happened: true })).status).toBe(409)
    expect(await verdict(faculty, "2.3")).toBe("met")
    // It speaks for its school year, and from the day it was confirmed.
    expect(await verdict(faculty, "2.3", "2025-11-14")).toBe("unknown")
    expect(await verdict(faculty, "2.3", "2026-08-31")).toBe("met")
    expect(await verdict(faculty, "2.3", "2026-09-01")).toBe("unknown")
  })
})

describe("guidance from above (10.1)", () => {
  it("needs the League committee's and the federation's, each as the League committee recorded it", async () => {
    const above = { ...given, union: school, kind: "federation" as const, topic: "省学联工作指导" }
    const file = await sendFile(league, "通知.pdf")
    expect((await chair.post(contract.guide, { ...above, file })).status).toBe(403)
    expect((await league.post(contract.guide, above)).status).toBe(400)
    expect((await league.post(contract.guide, { ...above, kind: "union" })).status).toBe(400)
    unwrap(await league.post(contract.guide, { ...above, file }))
    expect(await verdict(school, "10.1")).toBe("unknown")
    unwrap(await league.post(contract.guide, { ...above, kind: "league", topic: "校团委例会指导" }))
    expect(await verdict(school, "10.1")).toBe("met")
    expect(await verdict(school, "10.1", "2026-09-01")).toBe("unknown")
    expect(await fetchStatus(chair, file)).toBe(200)
    expect(await fetchStatus(guided, file)).toBe(404)
  })
})

describe("leadership.guidance", () => {
  it("shows each reader the unions of his or her reach, another university nothing", async () => {
    const topics = async (p: typeof chair) =>
      unwrap(await p.get(contract.guidanceList, {})).items.map((g) => g.topic)
    expect(await topics(party)).toContain("省学联工作指导")
    expect(await topics(chair)).toContain("换届选举工作")
    expect(await topics(guided)).not.toContain("省学联工作指导")
    expect(await topics(outsider)).toEqual([])
    expect((await w.stranger.get(contract.guidanceList, {})).status).toBe(401)
    const second = await w.addUniversity("彼岸大学")
    expect(await topics(await w.as("P1", second))).toEqual([])
  })
})
