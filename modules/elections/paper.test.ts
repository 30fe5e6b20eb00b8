import { unwrap } from "@qiaoliang/basics"
import { beforeAll, describe, expect, it } from "vitest"
import type { TestWorld } from "#kit/server/test-world.ts"
import { move } from "#modules/courses/contract.ts"
import { courseById } from "#modules/courses/index.ts"
import { hold } from "#modules/offices/build.ts"
import { openPosts } from "#modules/unions/index.ts"
import { checkIn, createIn, electionsWorld, type Form, furnish, type Hall, terms } from "./build.ts"
import * as contract from "./contract.ts"
import { electionsOn } from "./facts.ts"
import type { Sheet } from "./paper-count.ts"

let w: TestWorld
let hall: Hall
let id: string
const paper: Partial<Form> = {
  method: "paper",
  trustees: [],
  tellers: ["T1", "T2"],
  seats: 2,
  candidates: ["C1", "C3"],
}
const chair = () => w.as("CHAIR")

/** 10 ballots given out, all back, one invalid. */
const sheet = (more: Partial<Sheet> = {}): Sheet => ({
  issued: 10,
  recovered: 10,
  valid: 9,
  invalid: 1,
  candidates: [
    { number: "C1", for: 8, against: 1, abstain: 0, illegible: 0 },
    { number: "C3", for: 5, against: 2, abstain: 1, illegible: 1 },
  ],
  writeIns: [{ name: "孙五", for: 1 }],
  ...more,
})
const enter = async (teller: string, body: Sheet) => {
  const { writeIns, candidates, ...rest } = body
  return (await w.as(teller)).post(contract.enterCount, {
    id,
    ...rest,
    candidates: [...candidates],
    writeIns: [...writeIns],
  })
}

beforeAll(async () => {
  w = await electionsWorld()
  hall = await furnish(w, { delegates: 15, present: 9, level: "faculty" })
  await hold(w, { kind: "school-league", number: "SEC", post: "secretary", union: await schoolUnion() })
}, 120_000)

const schoolUnion = async () => {
  const { rows } = await w.world.db.scoped(w.university.id, (tx) =>
    tx.client.query<{ id: string }>(
      "select id from student_union where university_id = $1 and level = 'school'",
      [tx.university],
    ),
  )
  return rows[0]!.id
}

describe("a vote on paper, counted by two tellers apart", () => {
  it("refuses one teller, a candidate, and more members than a faculty's presidium has", async () => {
    const prep = await w.as("PREP")
    const attempt = async (more: Partial<Form>) => {
      const answer = await prep.post(contract.create, {
        ...terms({ ...paper, ...more }),
        assembly: hall.assembly,
      })
      return answer.ok ? "taken" : answer.error.because
    }
    expect(await attempt({ tellers: ["T1"] })).toContain("两名计票人")
    expect(await attempt({ tellers: ["T1", "D1"] })).toContain("不是本次大会的计票人")
    expect(await attempt({ seats: 4 })).toContain("不超过3人")
    expect(await attempt({ candidates: ["C1", "C1"] })).toContain("重复")
  })

  it("does not open without a quorum, and not to a stranger", async () => {
    id = await createIn(w, hall, paper)
    unwrap(await (await chair()).post(contract.adoptRules, { id, basis: "大会表决通过", on: "2025-11-30" }))
    expect(await w.stranger.post(contract.open, { id })).toMatchObject({ status: 401 })
    expect(await (await chair()).post(contract.open, { id })).toMatchObject({
      status: 409,
      error: { at: "quorum", because: expect.stringContaining("应到15人，实到9人") },
    })
    await checkIn(w, hall.assembly, ["D10"])
    expect(await (await w.as("T1")).post(contract.open, { id })).toMatchObject({ status: 403 })
    unwrap(await (await chair()).post(contract.open, { id }))
    expect(unwrap(await w.stranger.get(contract.panel, { id }))).toMatchObject({
      state: "open",
      ballots: null,
    })
  })

  it("has no second presidium vote beside it", async () => {
    const again = await (await w.as("PREP")).post(contract.create, {
      ...terms(paper),
      assembly: hall.assembly,
    })
    expect(again).toMatchObject({ status: 409 })
  })

  it("takes no count before it is closed, none from others, and none that does not add up", async () => {
    expect((await enter("T1", sheet())).status).toBe(409)
    unwrap(await (await chair()).post(contract.close, { id }))
    expect((await enter("S1", sheet())).status).toBe(403)
    const says = async (more: Partial<Sheet>) => {
      const answer = await enter("T1", sheet(more))
      return answer.ok ? "taken" : answer.error.because
    }
    expect(await says({ issued: 11 })).toContain("多于实到代表10人")
    expect(await says({ invalid: 0 })).toContain("不等于收回票数")
    const [a, b] = sheet().candidates
    expect(await says({ candidates: [a!, { ...b!, abstain: 0 }] })).toContain("不等于有效票")
    expect(await says({ candidates: [a!] })).toContain("每名候选人须登记一次")
    expect(await says({ writeIns: [{ name: "丁一", for: 1 }] })).toContain("已在候选人中")
    expect(await says({ writeIns: [{ name: "孙五", for: 6 }] })).toContain("至多2名")
  })

  it("shows neither teller the other's count before both are in, then where they differ", async () => {
    const teller = await w.as("T2")
    const [a, b] = sheet().candidates
    expect(unwrap(await enter("T1", sheet()))).toEqual({ state: "waiting" })
    expect(unwrap(await teller.get(contract.count, { id }))).toMatchObject({
      own: null,
      otherIn: true,
      state: "waiting",
      differences: [],
    })
    expect((await enter("T1", sheet())).status).toBe(409)
    const other = sheet({ candidates: [a!, { ...b!, for: 6, against: 1 }] })
    expect(unwrap(await enter("T2", other))).toEqual({ state: "different" })
    expect(unwrap(await teller.get(contract.count, { id })).differences).toEqual([
      { what: "李三 赞成", a: "5", b: "6" },
      { what: "李三 不赞成", a: "2", b: "1" },
    ])
    expect(await (await w.as("S1")).post(contract.confirmCount, { id })).toMatchObject({ status: 409 })
    expect(unwrap(await enter("T2", sheet()))).toEqual({ state: "equal" })
  })

  it("is confirmed by the chief scrutineer: elected is who has more than half of those present", async () => {
    for (const number of ["S2", "T1", "CHAIR"])
      expect(await (await w.as(number)).post(contract.confirmCount, { id })).toMatchObject({ status: 403 })
    expect(unwrap(await (await w.as("S1")).post(contract.confirmCount, { id }))).toEqual({ state: "counted" })
    const { result } = unwrap(await w.stranger.get(contract.panel, { id }))
    expect(result).toMatchObject({ elected: ["丁一"], open: 1, writeIns: [{ name: "孙五", for: 1 }] })
  })

  it("is void in the next round when more ballots come back than were given out, and is held again", async () => {
    const first = id
    expect(await (await w.as("C1")).post(contract.nextRound, { id })).toMatchObject({ status: 403 })
    id = unwrap(await (await chair()).post(contract.nextRound, { id })).id
    const seen = unwrap(await (await chair()).get(contract.one, { id }))
    expect(seen).toMatchObject({ round: 2, seats: 1, mode: "equal" })
    expect(seen.candidates.map((c) => c.name)).toEqual(["李三"])
    expect(await (await chair()).post(contract.nextRound, { id: first })).toMatchObject({ status: 409 })
    expect(await (await chair()).post(contract.announce, { id: first })).toMatchObject({ status: 409 })
    unwrap(await (await chair()).post(contract.open, { id }))
    unwrap(await (await chair()).post(contract.close, { id }))
    const tooMany = { issued: 9, recovered: 10, valid: 0, invalid: 0, writeIns: [] }
    const none = [{ number: "C3", for: 0, against: 0, abstain: 0, illegible: 0 }]
    for (const teller of ["T1", "T2"]) unwrap(await enter(teller, { ...tooMany, candidates: none }))
    expect(unwrap(await (await w.as("S1")).post(contract.confirmCount, { id }))).toEqual({ state: "void" })
    expect(await (await chair()).post(contract.announce, { id })).toMatchObject({ status: 409 })
    id = unwrap(await (await chair()).post(contract.nextRound, { id })).id
    unwrap(await (await chair()).post(contract.open, { id }))
    unwrap(await (await chair()).post(contract.close, { id }))
    const good = [{ number: "C3", for: 7, against: 1, abstain: 2, illegible: 0 }]
    const body = { issued: 10, recovered: 10, valid: 10, invalid: 0, writeIns: [], candidates: good }
    for (const teller of ["T1", "T2"]) unwrap(await enter(teller, body))
    unwrap(await (await w.as("S1")).post(contract.confirmCount, { id }))
    expect(unwrap(await w.stranger.get(contract.panel, { id })).result).toMatchObject({
      elected: ["李三"],
      open: 0,
    })
  })

  it("is ratified by the faculty's Party organisation and filed with the school's union", async () => {
    const { course } = unwrap(await (await chair()).post(contract.announce, { id }))
    const on = (day: string) =>
      w.world.db.scoped(w.university.id, (tx) => electionsOn(tx, [hall.union], day as "2025-11-30"))
    expect((await on("2025-11-30")).get(hall.union)?.answers).toEqual({
      "result-announced": expect.objectContaining({ value: true }),
    })
    const { version } = (await w.world.db.scoped(w.university.id, (tx) => courseById(tx, course)))!.state
    const pass = async (who: string, step: string, office: string, says?: Record<string, string>) =>
      (await w.as(who)).post(move, {
        id: course,
        move: { kind: "pass", step, office, version, ...(says ? { says } : {}) },
      })
    expect((await pass("PARTY", "ratified", "faculty-party")).ok).toBe(false)
    unwrap(await pass("FPARTY", "ratified", "faculty-party"))
    const posts = await w.world.db.scoped(w.university.id, (tx) => openPosts(tx, hall.union))
    expect(posts.map((p) => p.number)).toEqual(["C1", "C3"])
    const says = { receipt: "校学生会备案单3号", "filed-on": "2025-11-30" }
    unwrap(await pass("OLD1", "filed", "union", says))
    const rounds = unwrap(await (await chair()).get(contract.one, { id })).rounds
    expect(rounds.map((r) => r.state)).toEqual(["ratified", "void", "ratified"])
    for (const file of ["ballot.docx", "report.docx", "filing.zip"]) {
      const url = `/api/elections/papers/${id}/${file}`
      expect((await (await chair()).send({ method: "GET", url })).statusCode).toBe(200)
    }
  })
})
