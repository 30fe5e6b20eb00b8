import { unwrap } from "@qiaoliang/basics"
import { describe, expect, it } from "vitest"
import { recordsOf } from "#kit/server/ledger.ts"
import { openActor } from "#modules/accounts/index.ts"
import { calledCongress } from "./build.ts"
import * as contract from "./contract.ts"
import { inboxItems } from "./index.ts"

const hall = await calledCongress()
const { w, id, chair, deputy, steward, teller, preparing, student, delegates, observer } = hall
const at = { assembly: id }
const one = async () => unwrap(await chair.get(contract.one, at))
const because = <T>(a: { ok: true; value: T } | { ok: false; error: { because: string } }) =>
  a.ok ? undefined : a.error.because
const does = async (answer: Promise<{ ok: boolean }>) => expect((await answer).ok).toBe(true)
const rules = { ...at, title: "关于选举办法的决议", how: "hands" as const }

await hall.move("in", "D1", "D2", "D3", "D4", "D5", "D6", "D7", "O1")
await does(chair.post(contract.open, at))

describe("hall.open-vote", () => {
  it("needs an item under way, the chair, and a quorum that still stands", async () => {
    expect((await w.stranger.post(contract.openVote, rules)).status).toBe(401)
    expect((await chair.post(contract.openVote, rules)).status).toBe(409)
    await does(chair.post(contract.startItem, { ...at, item: "i1" }))
    expect((await one()).next).toEqual({ do: "open-vote", item: "i1" })
    for (const person of [steward, teller, delegates[0]!])
      expect((await person.post(contract.openVote, rules)).status).toBe(403)
    await hall.move("out", "D6", "D7")
    expect((await one()).next).toEqual({ do: "no-quorum" })
    expect(because(await chair.post(contract.openVote, rules))).toMatch(/应到代表9.*实到5.*三分之二/)
    await hall.move("in", "D6", "D7")
    await does(chair.post(contract.openVote, rules))
    expect((await chair.post(contract.openVote, rules)).status).toBe(409)
  })
})

describe("a show of hands", () => {
  it("is counted by the tellers or the chair, never more than are present; put right until announced", async () => {
    const { vote } = await one()
    const count = { id: vote!.id, for: 4, against: 2, abstain: 1 }
    expect((await delegates[0]!.post(contract.vote, { id: vote!.id, choice: "for" })).status).toBe(409)
    expect((await w.stranger.post(contract.closeVote, count)).status).toBe(401)
    for (const person of [steward, delegates[0]!])
      expect((await person.post(contract.closeVote, count)).status).toBe(403)
    expect((await chair.post(contract.closeVote, { id: vote!.id })).status).toBe(400)
    expect(because(await teller.post(contract.closeVote, { ...count, for: 5 }))).toContain("多于到会的7人")
    expect((await chair.post(contract.announce, { id: vote!.id })).status).toBe(409)
    expect(unwrap(await teller.post(contract.closeVote, { ...count, for: 3 })).passed).toBe(false)
    expect(unwrap(await teller.post(contract.closeVote, count)).passed).toBe(true)
    expect((await one()).next).toEqual({ do: "announce", vote: vote!.id })
  })

  it("is known to nobody outside before the chair announces it; then it is in the ledger", async () => {
    const live = () => w.stranger.get(contract.live, { assembly: id, university: w.university.id })
    expect(unwrap(await live()).shown).toMatchObject({ vote: { state: "counted" }, results: [] })
    expect(JSON.stringify(unwrap(await live()).shown?.vote)).not.toContain("outcome")
    const { vote } = await one()
    expect((await teller.post(contract.announce, { id: vote!.id })).status).toBe(403)
    expect(unwrap(await deputy.post(contract.announce, { id: vote!.id })).passed).toBe(true)
    expect((await chair.post(contract.voidVote, { id: vote!.id, because: "重来" })).status).toBe(409)
    const shown = unwrap(await live()).shown!
    expect(shown.vote).toBeNull()
    expect(shown.results).toMatchObject([
      {
        ordinal: 1,
        outcome: { for: 4, present: 7, passed: true, arithmetic: expect.stringContaining("4÷到会7 > 1/2") },
      },
    ])
    const entries = await w.world.db.scoped(w.university.id, (tx) => recordsOf(tx, "hall", id))
    expect(entries.at(-1)?.body).toMatchObject({
      kind: "adopted",
      title: rules.title,
      for: 4,
      due: 9,
      present: 7,
    })
    expect((await one()).next).toEqual({ do: "end-item", item: "i1" })
    expect((await delegates[0]!.get(contract.roll, { id: vote!.id })).status).toBe(404)
    await does(chair.post(contract.endItem, { ...at, item: "i1" }))
  })
})

describe("a vote by name", () => {
  const report = { ...at, title: "关于工作报告的决议", words: "大会批准工作报告。", how: "names" as const }
  let id_ = ""

  it("is taken from whoever was here when it was opened; the last word counts", async () => {
    await does(chair.post(contract.startItem, { ...at, item: "i2" }))
    id_ = unwrap(await chair.post(contract.openVote, report)).id
    const say = (n: number, choice: "for" | "against" | "abstain") =>
      delegates[n - 1]!.post(contract.vote, { id: id_, choice })
    expect((await w.stranger.post(contract.vote, { id: id_, choice: "for" })).status).toBe(401)
    expect((await student.post(contract.vote, { id: id_, choice: "for" })).status).toBe(403)
    expect((await observer.post(contract.vote, { id: id_, choice: "for" })).status).toBe(403)
    await hall.move("in", "D8")
    expect((await say(8, "for")).status).toBe(403)
    for (const n of [1, 2, 3]) await does(say(n, "for"))
    await does(say(4, "against"))
    await does(say(1, "against"))
    await does(say(1, "for"))
    await does(say(5, "abstain"))
    expect(unwrap(await delegates[0]!.get(contract.mine, at)).vote).toEqual({ id: id_, choice: "for" })
    expect(unwrap(await delegates[6]!.get(contract.mine, at)).vote).toEqual({ id: id_, choice: null })
    expect(unwrap(await delegates[7]!.get(contract.mine, at)).vote).toBeNull()
    expect((await one()).vote).toMatchObject({ cast: 5, outcome: null, present: 7 })
  })

  it("does not adjourn, end or start anything meanwhile", async () => {
    expect((await chair.post(contract.adjourn, { ...at, because: "午餐" })).status).toBe(409)
    expect((await chair.post(contract.endItem, { ...at, item: "i2" })).status).toBe(409)
    expect((await chair.post(contract.skipItem, { ...at, item: "i2", because: "跳过" })).status).toBe(409)
  })

  it("takes the share of all present: three of seven are not enough, whoever kept silent", async () => {
    expect(unwrap(await chair.post(contract.closeVote, { id: id_ })).passed).toBe(false)
    expect((await delegates[1]!.post(contract.vote, { id: id_, choice: "for" })).status).toBe(409)
    expect((await chair.post(contract.closeVote, { id: id_ })).status).toBe(409)
    expect((await delegates[0]!.get(contract.roll, { id: id_ })).status).toBe(409)
    await does(chair.post(contract.announce, { id: id_ }))
    expect((await one()).results.at(-1)).toMatchObject({
      ordinal: null,
      outcome: { for: 3, against: 1, abstain: 1, silent: 2, passed: false },
    })
  })

  it("is open: the delegates and who guides read the names, others do not", async () => {
    expect((await w.stranger.get(contract.roll, { id: id_ })).status).toBe(401)
    expect((await student.get(contract.roll, { id: id_ })).status).toBe(403)
    const { votes } = unwrap(await delegates[8]!.get(contract.roll, { id: id_ }))
    expect(votes).toHaveLength(7)
    expect(votes.find((v) => v.name === "代表D1")?.choice).toBe("for")
    expect(votes.find((v) => v.name === "代表D7")?.choice).toBeNull()
  })

  it("can be made void, with a reason, before it is announced; its votes stay on record", async () => {
    const again = unwrap(await chair.post(contract.openVote, report)).id
    await does(delegates[0]!.post(contract.vote, { id: again, choice: "for" }))
    expect((await teller.post(contract.voidVote, { id: again, because: "网络中断" })).status).toBe(403)
    expect((await chair.post(contract.voidVote, { id: again, because: "" })).status).toBe(400)
    await does(chair.post(contract.voidVote, { id: again, because: "网络中断" }))
    expect((await delegates[1]!.post(contract.vote, { id: again, choice: "for" })).status).toBe(409)
    expect((await one()).voided).toMatchObject([{ voidBecause: "网络中断" }])
    const erase = w.world.db.scoped(w.university.id, (tx) => tx.client.query("delete from hall_cast"))
    await expect(erase).rejects.toThrow()
  })
})

describe("the charter", () => {
  it("is amended by two thirds of those present and by no ordinary vote", async () => {
    await does(chair.post(contract.endItem, { ...at, item: "i2" }))
    await does(chair.post(contract.startItem, { ...at, item: "i3" }))
    const charter = { ...at, title: "关于章程修正案的决议", how: "hands" as const }
    expect((await chair.post(contract.openVote, charter)).status).toBe(400)
    const vote = unwrap(await chair.post(contract.openVote, { ...charter, rule: "amendment" })).id
    expect(
      unwrap(await chair.post(contract.closeVote, { id: vote, for: 5, against: 3, abstain: 0 })).passed,
    ).toBe(false)
    expect(
      unwrap(await chair.post(contract.closeVote, { id: vote, for: 6, against: 2, abstain: 0 })).passed,
    ).toBe(true)
    await does(chair.post(contract.announce, { id: vote }))
    expect((await one()).results.at(-1)).toMatchObject({ ordinal: 2, outcome: { needed: 6 } })
    await does(chair.post(contract.endItem, { ...at, item: "i3" }))
  })
})

describe("an election on the agenda", () => {
  const panel = { id: "e1", title: "主席团选举", lines: ["已投票5人"], code: "QK7-M2P", vote: "/vote/e1" }

  it("is shown by its own room, and waited for", async () => {
    const actions = [{ title: "开始投票", href: "/office/elections/e1" }]
    hall.show([{ ...panel, state: "open", actions }])
    await does(chair.post(contract.startItem, { ...at, item: "i4" }))
    expect(await one()).toMatchObject({
      next: { do: "election", panel: "e1" },
      panels: [{ code: "QK7-M2P", actions }],
    })
    const counted = { ...panel, state: "done" as const, lines: ["当选：甲、乙"] }
    hall.show([{ ...counted, actions: [{ title: "公告结果", href: "/office/elections/e1" }] }])
    expect((await one()).next).toEqual({ do: "election", panel: "e1" })
    hall.show([{ ...counted, actions: [] }])
    expect((await one()).next).toEqual({ do: "end-item", item: "i4" })
    await does(chair.post(contract.endItem, { ...at, item: "i4" }))
  })
})

describe("adjournment", () => {
  it("is resumed with a quorum counted anew, by the chair", async () => {
    const rest = { ...at, because: "午间休息", until: "14:00" }
    expect((await w.stranger.post(contract.adjourn, rest)).status).toBe(401)
    expect((await steward.post(contract.adjourn, rest)).status).toBe(403)
    await does(chair.post(contract.adjourn, rest))
    expect(await one()).toMatchObject({ state: "adjourned", adjourned: { until: "14:00" } })
    expect((await chair.post(contract.startItem, { ...at, item: "i5" })).status).toBe(409)
    expect((await delegates[0]!.post(contract.ask, at)).status).toBe(409)
    await hall.move("out", "D5", "D6", "D7", "D8")
    expect((await one()).next).toEqual({ do: "check-in" })
    expect((await chair.post(contract.resume, at)).status).toBe(409)
    await hall.move("in", "D5", "D6")
    expect((await steward.post(contract.resume, at)).status).toBe(403)
    await does(chair.post(contract.resume, at))
    expect((await chair.post(contract.resume, at)).status).toBe(409)
  })
})

describe("the end", () => {
  it("comes when every item was taken or skipped with a reason", async () => {
    expect(because(await chair.post(contract.close, at))).toBe("还有1项议程没有进行：宣读倡议书")
    await does(steward.post(contract.note, { ...at, words: "大会主席团向全体代表致谢" }))
    await does(chair.post(contract.skipItem, { ...at, item: "i5", because: "改为书面印发" }))
    expect((await one()).next).toEqual({ do: "close" })
    expect((await w.stranger.post(contract.close, at)).status).toBe(401)
    expect((await steward.post(contract.close, at)).status).toBe(403)
    expect(
      (await preparing.post(contract.writeMinutes, { ...at, body: "还没有闭幕就开始写会议记录" })).status,
    ).toBe(409)
    await does(chair.post(contract.close, at))
    expect(await one()).toMatchObject({ assembly: { state: "closed" }, next: { do: "minutes" } })
    expect((await chair.post(contract.startItem, { ...at, item: "i5" })).status).toBe(409)
  })
})

describe("the minutes", () => {
  it("are drafted from the record", async () => {
    const { versions } = unwrap(await steward.get(contract.minutesOf, at))
    expect(versions).toHaveLength(1)
    const body = versions[0]!.body
    expect(body).toContain("到会：应到正式代表9人，实到7人，达到应到代表的三分之二以上（6人），可以开会。")
    expect(body).toContain("一、表决通过选举办法")
    expect(body).toContain("林之远作报告。")
    expect(body).toContain("应到9人，到会7人，赞成3人、反对1人、弃权1人、未表决2人")
    expect(body).toContain("“关于工作报告的决议”未获通过。")
    expect(body).toContain("大会通过第2号决议《关于章程修正案的决议》。")
    expect(body).toContain("主席团选举：当选：甲、乙。")
    expect(body).toContain("大会未进行本项议程：改为书面印发。")
    expect(body).toMatch(/休会：午间休息。[\s\S]*复会，应到正式代表9人，实到6人/)
  })

  it("are edited by the secretary, every version kept, and confirmed by the head of the presiding body", async () => {
    const { versions } = unwrap(await steward.get(contract.minutesOf, at))
    const body = `${versions[0]!.body}\n记录人：张三。`
    expect((await w.stranger.post(contract.writeMinutes, { ...at, body })).status).toBe(401)
    for (const person of [student, teller, delegates[0]!])
      expect((await person.post(contract.writeMinutes, { ...at, body })).status).toBe(403)
    expect(unwrap(await preparing.post(contract.writeMinutes, { ...at, body })).version).toBe(2)
    expect(unwrap(await steward.post(contract.writeMinutes, { ...at, body })).version).toBe(2)
    for (const person of [deputy, steward, student])
      expect((await person.post(contract.confirmMinutes, { ...at, version: 2 })).status).toBe(403)
    expect((await chair.post(contract.confirmMinutes, { ...at, version: 1 })).status).toBe(409)
    await does(chair.post(contract.confirmMinutes, { ...at, version: 2 }))
    expect((await steward.post(contract.writeMinutes, { ...at, body: `${body}又改` })).status).toBe(409)
    expect((await one()).next).toEqual({ do: "end" })
    const actor = await openActor(w.world, w.university, "C1")
    expect(await w.world.within(w.university, actor!, inboxItems)).toEqual([])
  })

  it("come as Word and PDF to those who may read them", async () => {
    const file = (person: typeof chair, kind: string) =>
      person.send({ method: "GET", url: `/api/hall/minutes/${id}.${kind}` })
    expect((await file(w.stranger, "docx")).statusCode).toBe(404)
    expect((await file(student, "docx")).statusCode).toBe(404)
    const docx = await file(steward, "docx")
    expect(docx.rawPayload.subarray(0, 2).toString()).toBe("PK")
    expect((await file(chair, "pdf")).rawPayload.subarray(0, 4).toString()).toBe("%PDF")
  })
})
