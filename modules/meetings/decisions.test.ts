import { unwrap } from "@qiaoliang/basics"
import { describe, expect, it } from "vitest"
import { testWorld } from "#modules/accounts/build.ts"
import { charterModule } from "#modules/charter/index.ts"
import { coursesModule } from "#modules/courses/index.ts"
import { findings } from "#modules/findings/index.ts"
import { addUnion, hold } from "#modules/offices/build.ts"
import { presidiumModule } from "#modules/presidium/index.ts"
import { articles } from "#policy/index.ts"
import { move } from "../courses/contract.ts"
import { findingsOne } from "../findings/contract.ts"
import { addPresidium, withCharter, withPlan } from "../presidium/build.ts"
import { report, reportKind, reportsRoom } from "./build.ts"
import * as contract from "./contract.ts"
import { calendar, meetingsModule, openMatters } from "./index.ts"

const w = await testWorld({
  modules: [
    coursesModule([reportKind]),
    charterModule(articles),
    presidiumModule({ openMatters: [openMatters], calendar: [calendar] }),
    meetingsModule,
    findings,
    reportsRoom,
  ],
})
const union = await addPresidium(w, ["甲", "乙", "丙"])
await hold(w, { kind: "school-league", number: "L1", post: "deputy-secretary", designated: true })
const [chair, second, third] = [await w.as("P1"), await w.as("P2"), await w.as("P3")]
const league = await w.as("L1")
await withCharter(chair, union, true)
await withPlan([chair, second, third], union)

const matter = "面向全校的重大活动"
const begin = async (items: { title: string; matter?: string }[], ...present: string[]) => {
  const call = { union, day: "2025-11-15", time: "19:00", place: "活动中心201", items }
  const { id } = unwrap(await chair.post(contract.convene, call))
  unwrap(await chair.post(contract.open, { id }))
  const people = ["P1", "P2", "P3"].map((number) => ({
    number,
    presence: present.includes(number) ? ("present" as const) : ("absent" as const),
  }))
  unwrap(await chair.post(contract.callRoll, { id, people }))
  return unwrap(await chair.get(contract.one, { id }))
}
const decide = async (item: string, words: string) => {
  const { id } = unwrap(await chair.post(contract.putToVote, { id: item, words }))
  const votes = ["P1", "P2", "P3"].map((number) => ({ number, choice: "for" as const }))
  unwrap(await chair.post(contract.vote, { id, votes }))
  return { id, ...unwrap(await chair.post(contract.count, { id })) }
}
const finding = async (clause: string) =>
  unwrap(await league.get(findingsOne, { unionId: union, clause })).findings[0]

describe("a meeting that is not quorate", () => {
  it("cannot decide, and ends with everything put off", async () => {
    const meeting = await begin([{ title: "期末安排" }], "P1")
    const vote = { id: meeting.items[0]!.id, words: "同意期末安排" }
    expect((await chair.post(contract.putToVote, vote)).status).toBe(409)
    expect((await chair.post(contract.cancel, { id: meeting.id, because: "人不齐" })).status).toBe(409)
    expect((await chair.post(contract.dropItem, { id: meeting.items[0]!.id })).status).toBe(409)
    expect((await chair.post(contract.close, { id: meeting.id })).ok).toBe(true)
    const closed = unwrap(await chair.get(contract.one, { id: meeting.id }))
    expect(closed.items[0]?.state).toBe("deferred")
    expect(closed.minutes?.body).toContain("不足主席团成员过半数，本次会议未作决定")
  })
})

describe("a meeting that decides", () => {
  it("puts an ordinary resolution in force at once and an important one not", async () => {
    const items = [{ title: "值班安排" }, { title: "新年晚会", matter }, { title: "已报告的活动", matter }]
    const meeting = await begin(items, "P1", "P2", "P3")
    const [ordinary, important, reported] = meeting.items
    expect(await decide(ordinary!.id, "同意值班安排")).toMatchObject({ passed: true, inForce: true })
    const evening = await decide(important!.id, "同意举办新年晚会")
    expect(evening).toMatchObject({ passed: true, inForce: false })

    const before = unwrap(await chair.post(report, { subject: reported!.id, title: "活动", union }))
    const pass = { kind: "pass" as const, step: "received", office: "school-league", version: "v1" }
    unwrap(await league.post(move, { id: before.id, move: pass }))
    expect(await decide(reported!.id, "同意开展活动")).toMatchObject({ passed: true, inForce: true })
    unwrap(await chair.post(contract.close, { id: meeting.id }))

    const other = unwrap(await chair.post(report, { subject: "别处", title: "新年晚会", union }))
    const link = { id: evening.id, course: other.id }
    expect((await second.post(contract.linkReport, link)).status).toBe(403)
    expect((await chair.post(contract.linkReport, { ...link, course: "没有" })).status).toBe(404)
    const far = unwrap(await chair.post(report, { subject: "别处", title: "别会的报告", union: "u-other" }))
    expect((await chair.post(contract.linkReport, { ...link, course: far.id })).status).toBe(404)
    expect((await chair.post(contract.linkReport, link)).ok).toBe(true)
    expect((await chair.post(contract.putInForce, { id: evening.id })).status).toBe(422)
    unwrap(await league.post(move, { id: other.id, move: pass }))
    expect((await chair.post(contract.putInForce, { id: evening.id })).ok).toBe(true)

    const owned = { id: evening.id, owner: "P2", due: "2025-12-30" }
    expect((await chair.post(contract.assign, { ...owned, owner: "S9" })).status).toBe(400)
    expect((await chair.post(contract.assign, { ...owned, due: "2025-01-01" })).status).toBe(400)
    expect((await chair.post(contract.assign, owned)).ok).toBe(true)
    expect((await second.post(contract.finish, { id: evening.id, note: "已举办" })).ok).toBe(true)
    expect((await chair.post(contract.finish, { id: evening.id, note: "再次" })).status).toBe(409)
  })

  it("is what the findings of article 2 are judged by", async () => {
    expect(await finding("2.2a")).toMatchObject({ verdict: "met" })
    expect((await finding("2.2a"))?.rows.map((r) => r.note)).toEqual([matter, matter])
    expect(await finding("2.2b")).toMatchObject({
      verdict: "met",
      because: expect.stringContaining("由甲轮值"),
    })
    expect((await finding("2.2c"))?.rows.map((r) => r.note)).toContain("2025年11月15日，甲（执行主席）召集")
  })
})

it("findings say nothing of meetings where none was held", async () => {
  const posts = [{ number: "R1", kind: "presidium" as const, title: "执行主席" }]
  const other = await addUnion(w, { name: "桥梁大学研究生会", kind: "graduate", posts })
  const person = await w.as("R1")
  await withCharter(person, other, true)
  const of = async (clause: string) =>
    unwrap(await league.get(findingsOne, { unionId: other, clause })).findings[0]?.verdict
  expect([await of("2.2a"), await of("2.2c")]).toEqual(["unknown", "unknown"])
})
