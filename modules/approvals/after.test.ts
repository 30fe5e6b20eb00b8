import { unwrap } from "@qiaoliang/basics"
import { beforeEach, describe, expect, it } from "vitest"
import { list as inbox } from "#modules/inbox/contract.ts"
import { activityOn, approvalsWorld, fundsOn, letters, monday, review, send } from "./build.ts"
import { amend, archive, cancel, close, file, giveBack, list, one, queue, spend, strike } from "./contract.ts"
import { centsOf, sum, yuan } from "./money.ts"

const w = await approvalsWorld()
const chair = await w.as("X1")
const head = await w.as("X2")
const member = await w.as("X3")
const letterHead = await w.as("W1")
const deputy = await w.as("L2")

const fileIt = async (asked: ReturnType<typeof fundsOn> | ReturnType<typeof activityOn>) =>
  unwrap(await head.post(file, asked)).id
const approved = async (asked: Parameters<typeof fileIt>[0]) => {
  const id = await fileIt(asked)
  unwrap(await review(deputy, id))
  return id
}

beforeEach(() => w.moveTo(monday))

describe("money", () => {
  it("is whole 分, read and written without a float", () => {
    expect(centsOf("0.1")! + centsOf("0.2")!).toBe(centsOf("0.3"))
    expect(centsOf("1,234.56")).toBe(123_456)
    expect(centsOf("19.99")).toBe(1999)
    for (const wrong of ["1.234", "-1", "", "abc", "1e3", "."]) expect(centsOf(wrong)).toBeUndefined()
    expect([0, 5, 123_456, -150, 100_000_000].map(yuan)).toEqual([
      "0.00",
      "0.05",
      "1,234.56",
      "-1.50",
      "1,000,000.00",
    ])
    expect(sum([1010 * 3, 2020 * 7])).toBe(17_170)
  })
})

describe("approvals.spend and approvals.strike", () => {
  const entry = { what: "展板制作", amount: 3030, on: "2025-11-17" }

  it("refuses the stranger, another union, a member, and money before approval", async () => {
    const id = await fileIt(fundsOn("2025-11-24"))
    const fileId = await send(head)
    const paid = { ...entry, id, fileId }
    expect((await w.stranger.post(spend, paid)).status).toBe(401)
    for (const person of [letterHead, member]) expect((await person.post(spend, paid)).status).toBe(403)
    expect(await head.post(spend, paid)).toMatchObject({ status: 422, error: { clause: "10.4" } })
  })

  it("takes up to the last 分 and refuses one more; the cure is a change that is reviewed again", async () => {
    const id = await approved(fundsOn("2025-11-24"))
    const pay = async (amount: number) => head.post(spend, { ...entry, id, amount, fileId: await send(head) })
    expect((await pay(3030)).ok).toBe(true)
    expect(await pay(14_141)).toMatchObject({
      status: 422,
      error: { because: "超出批准的经费：还可支出141.40元，这一笔141.41元" },
    })
    const last = await pay(14_140)
    expect(unwrap(await head.get(one, { id })).money).toMatchObject({
      approved: 17_170,
      spent: 17_170,
      remainder: 0,
    })
    expect((await pay(1)).status).toBe(422)
    // Struck out, it stays on record and the money is free again.
    const { id: lastId } = unwrap(last)
    const undo = { id, entry: lastId, because: "金额填错" }
    expect((await letterHead.post(strike, undo)).status).toBe(403)
    unwrap(await chair.post(strike, undo))
    expect((await chair.post(strike, undo)).status).toBe(409)
    const { money } = unwrap(await head.get(one, { id }))
    expect(money).toMatchObject({ spent: 3030, remainder: 14_140 })
    expect(money?.entries).toHaveLength(3)
    expect(money?.entries.find((e) => e.id === lastId)).toMatchObject({ struck: true, strikes: false })
    expect(money?.entries.filter((e) => e.strikes)).toMatchObject([{ what: "冲销“展板制作”：金额填错" }])
    // A change cannot go below what was spent, and stops spending until it is reviewed.
    const less = fundsOn("2025-11-24", { items: [{ name: "展板", unit: "块", count: 1, price: 1010 }] })
    expect((await head.post(amend, { id, fields: less.fields, because: "减少数量" })).status).toBe(422)
    const more = fundsOn("2025-11-24", { items: [{ name: "展板", unit: "块", count: 20, price: 1010 }] })
    unwrap(await head.post(amend, { id, fields: more.fields, because: "增加数量" }))
    expect((await pay(100)).status).toBe(422)
    unwrap(await review(deputy, id))
    expect((await pay(20_200 - 3030)).ok).toBe(true)
  })

  it("needs a receipt of one's own and a day that has come", async () => {
    const id = await approved(fundsOn("2025-11-24"))
    const theirs = await send(chair)
    expect(await head.post(spend, { ...entry, id, fileId: theirs })).toMatchObject({
      error: { at: "fileId" },
    })
    const fileId = await send(head)
    expect(await head.post(spend, { ...entry, id, fileId, on: "2025-11-18" })).toMatchObject({
      error: { at: "on" },
    })
  })

  it("two payments at once do not together exceed what was approved", async () => {
    const id = await approved(fundsOn("2025-11-24"))
    const [a, b] = [await send(head), await send(chair)]
    const answers = await Promise.all([
      head.post(spend, { ...entry, id, amount: 10_000, fileId: a }),
      chair.post(spend, { ...entry, id, amount: 10_000, fileId: b }),
    ])
    expect(answers.map((x) => x.status).toSorted()).toEqual([200, 422])
  })
})

describe("approvals.give-back and approvals.close", () => {
  it("count what came back; closing waits for all of it, and is not the applicant's", async () => {
    const id = await approved(fundsOn("2025-11-20"))
    const back = { id, item: "展板", count: 2, condition: "完好", on: "2025-11-17" }
    expect((await w.stranger.post(giveBack, back)).status).toBe(401)
    expect((await letterHead.post(giveBack, back)).status).toBe(403)
    unwrap(await head.post(giveBack, back))
    expect(await head.post(giveBack, back)).toMatchObject({
      error: { because: "“展板”还有1块没有归还，不能登记2块" },
    })
    expect((await head.post(giveBack, { ...back, item: "桌子" })).status).toBe(404)
    w.moveTo("2025-12-08T02:00:00Z")
    const waiting = unwrap(await head.get(inbox, {})).items.find((i) => i.id === `approvals/goods/${id}`)
    expect(waiting).toMatchObject({ due: "2025-12-05", overdue: true })
    expect(await deputy.post(close, { id })).toMatchObject({ error: { because: "还有物资没有归还" } })
    unwrap(await head.post(giveBack, { ...back, count: 1 }))
    unwrap(await head.post(giveBack, { ...back, item: "书籍", count: 7 }))
    expect((await head.post(close, { id })).status).toBe(403)
    expect(unwrap(await deputy.get(queue, {})).toClose.map((r) => r.id)).toContain(id)
    unwrap(await deputy.post(close, { id }))
    expect((await deputy.post(close, { id })).status).toBe(409)
    const late = { ...back, count: 1 }
    expect((await head.post(giveBack, late)).status).toBe(409)
    const fields = fundsOn("2025-12-20").fields
    expect((await head.post(amend, { id, fields, because: "再买一些" })).status).toBe(409)
  })
})

describe("approvals.close of a faculty union's request", () => {
  it("is its faculty's League organisation's too, not its clerk's nor another faculty's", async () => {
    const asked = { ...fundsOn("2025-11-24", { returnable: false }), unionId: letters }
    const { id } = unwrap(await letterHead.post(file, asked))
    const [faculty, clerk, other] = [await w.as("F1"), await w.as("F2"), await w.as("F9")]
    unwrap(await review(faculty, id))
    unwrap(await review(deputy, id))
    w.moveTo("2025-12-08T02:00:00Z")
    for (const person of [clerk, other, letterHead])
      expect((await person.post(close, { id })).status).toBe(403)
    const own = await fileIt(fundsOn("2025-12-15", { returnable: false }))
    expect((await faculty.post(close, { id: own })).status).toBe(403)
    expect(unwrap(await faculty.get(one, { id })).can.close).toBe(true)
    expect(unwrap(await faculty.get(queue, {})).toClose.map((r) => r.id)).toEqual([id])
    expect(unwrap(await clerk.get(queue, {})).toClose).toEqual([])
    unwrap(await faculty.post(close, { id }))
    expect(unwrap(await faculty.get(one, { id })).closedBy).toBe("F1号")
  })
})

describe("approvals.archive", () => {
  const summary = {
    heldOn: "2025-11-24",
    text: "八个院系的同学参加，效果良好。",
    participants: 75,
    reach: [
      { faculty: "文学院", grade: 2024, count: 40 },
      { faculty: "理学院", grade: 2023, count: 35 },
    ],
  }

  it("comes within a week of working days; the late ones are listed", async () => {
    const id = await approved(activityOn("2025-11-24"))
    const late = await approved(activityOn("2025-11-24"))
    expect((await w.stranger.post(archive, { ...summary, id })).status).toBe(401)
    expect((await letterHead.post(archive, { ...summary, id })).status).toBe(403)
    expect(await head.post(archive, { ...summary, id })).toMatchObject({
      error: { because: "活动还没有举办" },
    })
    w.moveTo("2025-12-01T02:00:00Z")
    expect((await deputy.post(close, { id })).status).toBe(409)
    unwrap(await head.post(archive, { ...summary, id }))
    expect(unwrap(await head.get(one, { id })).summary).toMatchObject({ late: false, participants: 75 })
    w.moveTo("2025-12-02T02:00:00Z")
    const missing = unwrap(await deputy.get(list, { state: "summary-late" })).items.map((i) => i.id)
    expect(missing).toContain(late)
    expect(missing).not.toContain(id)
    unwrap(await head.post(archive, { ...summary, id: late }))
    expect(unwrap(await head.get(one, { id: late })).summary?.late).toBe(true)
    unwrap(await deputy.post(close, { id }))
  })

  it("is refused where the parts exceed the whole, or it was held before what was approved", async () => {
    const id = await approved(activityOn("2025-11-24"))
    w.moveTo("2025-11-26T02:00:00Z")
    expect(await head.post(archive, { ...summary, id, participants: 74 })).toMatchObject({
      error: { at: "reach" },
    })
    expect(await head.post(archive, { ...summary, id, heldOn: "2025-11-23" })).toMatchObject({
      error: { at: "heldOn", clause: "10.4" },
    })
  })
})

describe("approvals.cancel", () => {
  it("ends what was approved and not done; not where money was spent", async () => {
    const id = await approved(activityOn("2025-11-24"))
    const said = { id, because: "主讲人生病" }
    expect((await w.stranger.post(cancel, said)).status).toBe(401)
    expect((await deputy.post(cancel, { ...said, id: await approved(fundsOn("2025-11-24")) })).ok).toBe(true)
    expect((await letterHead.post(cancel, said)).status).toBe(403)
    unwrap(await head.post(cancel, said))
    expect(unwrap(await head.get(one, { id }))).toMatchObject({
      cancelled: true,
      inForce: false,
      cancelledBecause: "主讲人生病",
    })
    const spent = await approved(fundsOn("2025-11-24"))
    const fileId = await send(head)
    unwrap(await head.post(spend, { id: spent, what: "定金", amount: 100, on: "2025-11-17", fileId }))
    expect((await head.post(cancel, { ...said, id: spent })).status).toBe(409)
  })
})
