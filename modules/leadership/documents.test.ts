import { unwrap } from "@qiaoliang/basics"
import { beforeEach, describe, expect, it } from "vitest"
import { one as course, move } from "#modules/courses/contract.ts"
import { findingsOne } from "#modules/findings/contract.ts"
import { list as inbox } from "#modules/inbox/contract.ts"
import { fetchStatus, leadershipWorld, sendFile } from "./build.ts"
import * as contract from "./contract.ts"

const { w, school, faculty } = await leadershipWorld()
/** The clock is moved by months: everybody signs in again. */
const people = async () => ({
  drafter: await w.as("L2"),
  league: await w.as("L1"),
  affairs: await w.as("A1"),
  party: await w.as("P1"),
  chair: await w.as("S1"),
  student: await w.as("Z9"),
})
let { drafter, league, affairs, party, chair, student } = await people()
const moveTo = async (time: string) => {
  w.moveTo(time)
  ;({ drafter, league, affairs, party, chair, student } = await people())
}

const first = {
  kind: "rule" as const,
  title: "学生会组织工作规则",
  words: "第一条 全心全意服务同学。\n第二条 每月召开一次主席团会议。",
  from: "2025-12-01",
  public: true,
}
const fresh = async (more = {}) => unwrap(await drafter.post(contract.draft, { ...first, ...more })).id
const look = async (id: string) => unwrap(await league.get(contract.one, { id }))
const sign = async (who: typeof league, office: string, id: string, hash?: string) => {
  const seen = await look(id)
  const version = hash ?? seen.versions[0]!.hash
  return who.post(move, { id: seen.course!, move: { kind: "pass", step: "agreed", office, version } })
}
const both = async (id: string) => {
  unwrap(await sign(affairs, "student-affairs", id))
  unwrap(await sign(league, "school-league", id))
}
const inForce = async (id: string, on: string) =>
  unwrap(await student.get(contract.documents, { on })).items.find((d) => d.id === id)?.inForce?.no

beforeEach(() => moveTo("2025-11-15T02:00:00Z"))

describe("leadership.draft", () => {
  it("refuses the stranger and every other office, and a document without content", async () => {
    expect((await w.stranger.post(contract.draft, first)).status).toBe(401)
    for (const who of [party, chair, student])
      expect((await who.post(contract.draft, first)).status).toBe(403)
    expect((await drafter.post(contract.draft, { ...first, words: " " })).status).toBe(400)
    expect((await drafter.post(contract.draft, { ...first, until: "2025-11-30" })).status).toBe(400)
    expect((await drafter.post(contract.draft, { ...first, unionId: "none" })).status).toBe(404)
  })

  it("waits for both offices, and is read by them and the Party committee alone", async () => {
    const id = await fresh({ title: "只有草案" })
    const waits = async (p: typeof league) => unwrap(await p.get(inbox, {})).items.map((i) => i.title)
    expect(await waits(affairs)).toContain("只有草案")
    expect(await waits(league)).toContain("只有草案")
    expect(unwrap(await party.get(contract.one, { id })).versions).toHaveLength(1)
    expect((await chair.get(contract.one, { id })).status).toBe(404)
    expect(unwrap(await student.get(contract.documents, {})).items.map((d) => d.id)).not.toContain(id)
    const second = await w.addUniversity("彼岸大学")
    expect((await (await w.as("L1", second)).get(contract.one, { id })).status).toBe(404)
    expect(unwrap(await (await w.as("L1", second)).get(contract.documents, {})).items).toEqual([])
  })
})

describe("the joint study of 9.4", () => {
  it("puts nothing in force with one signature, nor two by the same person or the drafter", async () => {
    const id = await fresh({ from: "2025-11-01" })
    expect((await sign(party, "school-league", id)).status).toBe(403)
    expect((await sign(drafter, "school-league", id)).status).toBe(403)
    unwrap(await sign(league, "school-league", id))
    expect((await sign(league, "school-league", id)).status).toBe(409)
    expect(await inForce(id, "2025-11-15")).toBeUndefined()
    unwrap(await sign(affairs, "student-affairs", id))
    // Meant from the 1st, but in force no earlier than the second signature.
    expect(await inForce(id, "2025-11-14")).toBeUndefined()
    expect(await inForce(id, "2025-11-15")).toBe(1)
    expect((await look(id)).versions[0]).toMatchObject({ state: "in-force", force: { from: "2025-11-15" } })
  })

  it("begins anew when the version changes: a signature on the old one does not stand", async () => {
    const id = await fresh()
    const old = (await look(id)).versions[0]!.hash
    unwrap(await sign(affairs, "student-affairs", id))
    const changed = { document: id, ...first, words: `${first.words}\n第三条 公开经费。` }
    expect((await league.post(contract.revise, changed)).status).toBe(409)
    expect((await drafter.post(contract.revise, { document: id, ...first })).status).toBe(400)
    unwrap(await drafter.post(contract.revise, changed))
    expect((await look(id)).versions.map((v) => v.state)).toEqual(["draft", "superseded"])
    expect((await sign(league, "school-league", id, old)).status).toBe(409)
    unwrap(await sign(league, "school-league", id))
    expect(await inForce(id, "2025-12-01")).toBeUndefined()
    unwrap(await sign(affairs, "student-affairs", id))
    expect(await inForce(id, "2025-12-01")).toBe(2)
  })

  it("can be returned to the drafter with a reason, also out of the joint step", async () => {
    const id = await fresh()
    unwrap(await sign(affairs, "student-affairs", id))
    const seen = await look(id)
    const back = { kind: "return" as const, step: "agreed", to: "drafted", because: "补充经费公开的规定" }
    unwrap(await league.post(move, { id: seen.course!, move: back }))
    const told = unwrap(await drafter.get(course, { id: seen.course! }))
    expect(told.steps.map((s) => s.stage)).toEqual(["here", "ahead"])
    unwrap(await drafter.post(contract.revise, { document: id, ...first, title: "修改稿" }))
    await both(id)
    expect(await inForce(id, "2025-12-01")).toBe(2)
  })

  it("replaces the version before from its day on; any past day still has its own", async () => {
    const id = await fresh({ from: "2025-11-15" })
    await both(id)
    await moveTo("2026-02-01T02:00:00Z")
    unwrap(
      await drafter.post(contract.revise, {
        document: id,
        ...first,
        from: "2026-03-01",
        words: "新规则全文",
      }),
    )
    expect(await inForce(id, "2026-03-01")).toBe(1)
    await both(id)
    expect(await inForce(id, "2026-02-28")).toBe(1)
    expect(await inForce(id, "2026-03-01")).toBe(2)
    expect(await inForce(id, "2025-11-14")).toBeUndefined()
    expect((await look(id)).versions.map((v) => [v.no, v.state])).toEqual([
      [2, "to-come"],
      [1, "in-force"],
    ])
  })

  it("ends what is in force only when both agree, and keeps it for the days before", async () => {
    const id = await fresh({ from: "2025-11-15" })
    const because = { document: id, because: "并入新的工作规则", from: "2026-01-01" }
    expect((await drafter.post(contract.repeal, because)).status).toBe(409)
    await both(id)
    expect((await w.stranger.post(contract.repeal, because)).status).toBe(401)
    expect((await chair.post(contract.repeal, because)).status).toBe(403)
    // A clerk prepares: drafts, and ends nothing.
    for (const number of ["L9", "A9"]) {
      const clerk = await w.as(number)
      expect(await clerk.post(contract.repeal, because)).toMatchObject({
        status: 403,
        error: { clause: "9.4", because: "此事由党委学生工作部或学校团委负责人办理" },
      })
      expect(unwrap(await clerk.get(contract.one, { id })).can).toEqual({ revise: true, repeal: false })
    }
    unwrap(await drafter.post(contract.repeal, because))
    expect((await drafter.post(contract.repeal, because)).status).toBe(409)
    unwrap(await sign(affairs, "student-affairs", id))
    expect(await inForce(id, "2026-01-01")).toBe(1)
    unwrap(await sign(league, "school-league", id))
    expect(await inForce(id, "2025-12-31")).toBe(1)
    expect(await inForce(id, "2026-01-01")).toBeUndefined()
  })

  it("lapses by itself after its last day", async () => {
    const id = await fresh({ kind: "plan", from: "2025-11-15", until: "2026-08-31" })
    await both(id)
    expect(await inForce(id, "2026-08-31")).toBe(1)
    expect(await inForce(id, "2026-09-01")).toBeUndefined()
  })

  it("hands a file to the offices while it is a draft, to everybody once public and in force", async () => {
    const file = await sendFile(drafter, "规则.pdf")
    const id = await fresh({ file, from: "2025-11-15" })
    expect((await drafter.post(contract.draft, { ...first, file: await sendFile(league) })).status).toBe(404)
    expect(await fetchStatus(party, file)).toBe(200)
    expect(await fetchStatus(student, file)).toBe(404)
    await both(id)
    expect(await fetchStatus(w.stranger, file)).toBe(200)
    const shown = unwrap(await w.stranger.get(contract.published, {})).items
    expect(shown.find((d) => d.id === id)?.title).toBe(first.title)
    const inner = await fresh({ public: false, title: "内部规则", from: "2025-11-15" })
    await both(inner)
    expect(unwrap(await w.stranger.get(contract.published, {})).items.map((d) => d.id)).not.toContain(inner)
  })
})

describe("the finding of 9.4", () => {
  it("rests on the documents in force: unknown while a kind is missing, met with all three", async () => {
    const found = async (asOf: string) =>
      unwrap(await party.get(findingsOne, { unionId: school, clause: "9.4", asOf })).findings[0]
    expect(await found("2025-11-14")).toMatchObject({ verdict: "unknown" })
    expect((await found("2025-11-15"))?.because).toContain("没有工作人员遴选")
    // For another union it does not speak.
    await both(
      await fresh({ kind: "selection", unionId: faculty, from: "2025-11-15", title: "文学院遴选方案" }),
    )
    expect((await found("2025-11-15"))?.verdict).toBe("unknown")
    await both(await fresh({ kind: "selection", from: "2025-11-15", title: "遴选方案" }))
    expect(await found("2025-11-15")).toMatchObject({ verdict: "met" })
    // The plan lapses with its year.
    expect((await found("2026-09-01"))?.because).toContain("没有工作规划")
  })
})
