import { unwrap } from "@qiaoliang/basics"
import { describe, expect, it } from "vitest"
import { recordsOf } from "#kit/server/ledger.ts"
import { openActor } from "#modules/accounts/index.ts"
import { addUnion } from "#modules/offices/build.ts"
import { move } from "../courses/contract.ts"
import { endStandIn, nameStandIn, one as presidiumOne } from "../presidium/contract.ts"
import { callOf, fiveMembers, matter, report } from "./build.ts"
import * as contract from "./contract.ts"
import { inboxItems, meetingsOn, openMatters } from "./index.ts"

const { w, union, members, league, outsider } = await fiveMembers()
const [chair, second, third] = members as [(typeof members)[0], (typeof members)[0], (typeof members)[0]]
const call = callOf(union)
const everyone = (...away: string[]) =>
  [1, 2, 3, 4, 5].map((i) => ({
    number: `P${i}`,
    presence: away.includes(`P${i}`) ? ("leave" as const) : ("present" as const),
  }))
const at = async (id: string, person = chair) => unwrap(await person.get(contract.one, { id }))
const refusal = <T>(
  answer: { ok: true; value: T } | { ok: false; error: { clause?: string; because: string; cure?: string } },
) => (answer.ok ? undefined : answer.error)
const inboxOf = async (number: string) => {
  const actor = await openActor(w.world, w.university, number)
  const items = await w.world.within(w.university, actor!, inboxItems)
  return items.map((i) => i.title)
}

let first = ""
let item = ""
let resolution = ""

describe("meetings.convene", () => {
  it("refuses the stranger, the student, and any member who is not the chair, citing 2.2c", async () => {
    expect((await w.stranger.post(contract.convene, call)).status).toBe(401)
    expect((await outsider.post(contract.convene, call)).status).toBe(403)
    const answer = await second.post(contract.convene, call)
    expect(answer.status).toBe(403)
    expect(refusal(answer)).toMatchObject({ clause: "2.2c", because: expect.stringContaining("执行主席甲") })
    expect((await league.post(contract.convene, call)).status).toBe(403)
  })

  it("refuses a past day, another semester, a matter not on the list", async () => {
    expect((await chair.post(contract.convene, { ...call, day: "2025-11-01" })).status).toBe(400)
    expect(refusal(await chair.post(contract.convene, { ...call, day: "2026-03-01" }))?.clause).toBe("2.2c")
    const items = [{ title: "别的议题", matter: "不在清单上" }]
    expect((await chair.post(contract.convene, { ...call, items })).status).toBe(400)
    expect(
      (await chair.post(contract.convene, { ...call, items: [{ title: "议题", papers: ["x"] }] })).status,
    ).toBe(400)
  })

  it("lets the recorded stand-in convene on his or her days", async () => {
    const days = { from: "2025-11-15", until: "2025-11-15", because: "外出参会" }
    const standIn = unwrap(await chair.post(nameStandIn, { union, number: "P2", ...days }))
    const { id } = unwrap(await second.post(contract.convene, call))
    expect(await at(id)).toMatchObject({ convenedAs: "stand-in", title: "主席团2025—2026学年第1次会议" })
    expect((await second.post(contract.cancel, { id, because: "改期" })).ok).toBe(true)
    expect((await third.post(contract.convene, call)).status).toBe(403)
    expect((await chair.post(endStandIn, standIn)).ok).toBe(true)
    expect((await second.post(contract.convene, call)).status).toBe(403)
  })

  it("calls the members, each of whom is told", async () => {
    first = unwrap(await chair.post(contract.convene, call)).id
    expect(await inboxOf("P1")).toEqual(["主持会议"])
    expect(await inboxOf("P4")).toEqual(["出席会议"])
    expect((await outsider.get(contract.one, { id: first })).status).toBe(403)
    expect((await at(first, league)).can.preside).toBe(false)
  })
})

describe("a meeting", () => {
  it("takes papers to its items from members, and shows them to readers only", async () => {
    const body = [
      '--x\r\nContent-Disposition: form-data; name="file"; filename="方案.pdf"',
      "Content-Type: application/pdf\r\n\r\n%PDF-1\r\n--x--\r\n",
    ].join("\r\n")
    const headers = { "content-type": "multipart/form-data; boundary=x" }
    const sending = { method: "POST" as const, url: "/api/meetings/papers", payload: body, headers }
    expect((await w.stranger.send(sending)).statusCode).toBe(401)
    expect((await outsider.send(sending)).statusCode).toBe(403)
    const sent = (await chair.send(sending)).json() as { id: string }
    const added = { id: first, title: "补充议题", papers: [sent.id] }
    expect((await second.post(contract.addItem, added)).status).toBe(403)
    const { id } = unwrap(await chair.post(contract.addItem, added))
    const url = `/api/meetings/papers/${sent.id}`
    expect((await outsider.send({ method: "GET", url })).statusCode).toBe(404)
    expect((await third.send({ method: "GET", url })).body).toContain("%PDF-1")
    expect((await chair.post(contract.dropItem, { id })).ok).toBe(true)
    expect((await third.send({ method: "GET", url })).statusCode).toBe(404)
  })

  it("is opened and called to the roll by whoever presides; without a quorum nothing is voted on", async () => {
    expect((await second.post(contract.open, { id: first })).status).toBe(403)
    expect((await at(first)).next).toBe("open")
    expect((await chair.post(contract.open, { id: first })).ok).toBe(true)
    expect((await at(first)).next).toBe("roll")
    const short = await chair.post(contract.callRoll, { id: first, people: everyone().slice(1) })
    expect(short.status).toBe(400)
    const few = { id: first, people: everyone("P3", "P4", "P5") }
    expect(unwrap(await chair.post(contract.callRoll, few)).quorate).toBe(false)
    const { next, items, quorum } = await at(first)
    expect([next, quorum.needed, quorum.met]).toEqual(["no-quorum", 3, false])
    item = items[0]!.id
    const vote = await chair.post(contract.putToVote, { id: item, words: "通过运动会方案" })
    expect(refusal(vote)).toMatchObject({
      clause: "2.2a",
      because: "主席团5人，出席2人，不足主席团成员过半数",
    })
    const people = { id: first, people: everyone("P4", "P5"), guests: ["沈知夏"] }
    expect(unwrap(await chair.post(contract.callRoll, people)).quorate).toBe(true)
  })

  it("does not let an important matter pass undecided", async () => {
    const noted = await chair.post(contract.noteItem, { id: item, said: "大家同意", state: "discussed" })
    expect(noted.status).toBe(422)
    expect(refusal(noted)?.clause).toBe("2.2a")
    expect((await chair.post(contract.close, { id: first })).status).toBe(409)
  })

  it("votes by name: one's own vote, or a show of hands kept by who presides; nobody twice, nobody absent", async () => {
    const wanted = {
      id: item,
      words: "举办冬季运动会",
      said: "丙介绍了方案。",
      owner: "P3",
      due: "2025-12-20",
    }
    expect((await second.post(contract.putToVote, wanted)).status).toBe(403)
    resolution = unwrap(await chair.post(contract.putToVote, wanted)).id
    const cast = (number: string, choice: "for" | "against" | "abstain") => ({
      id: resolution,
      votes: [{ number, choice }],
    })
    expect((await w.stranger.post(contract.vote, cast("P2", "for"))).status).toBe(401)
    expect((await outsider.post(contract.vote, cast("P2", "for"))).status).toBe(403)
    expect((await second.post(contract.vote, cast("P3", "for"))).status).toBe(403)
    expect((await members[3]!.post(contract.vote, cast("P4", "for"))).status).toBe(403)
    expect(await inboxOf("P2")).toEqual(["表决"])
    expect(unwrap(await second.post(contract.vote, cast("P2", "against"))).missing).toBe(2)
    expect((await second.post(contract.vote, cast("P2", "for"))).status).toBe(409)
    expect((await chair.post(contract.count, { id: resolution })).status).toBe(409)
    const hands = [
      { number: "P1", choice: "for" as const },
      { number: "P3", choice: "for" as const },
    ]
    expect(unwrap(await chair.post(contract.vote, { id: resolution, votes: hands })).missing).toBe(0)
    expect(unwrap(await chair.post(contract.count, { id: resolution }))).toEqual({
      passed: true,
      inForce: false,
    })
  })

  it("is closed once every item was dealt with; the minutes are drafted", async () => {
    const [, ordinary] = (await at(first)).items
    const said = "乙通报了近期工作。"
    expect((await chair.post(contract.noteItem, { id: ordinary!.id, said, state: "discussed" })).ok).toBe(
      true,
    )
    expect((await at(first)).next).toBe("close")
    expect((await chair.post(contract.close, { id: first })).ok).toBe(true)
    const { minutes, next } = await at(first)
    expect(next).toBe("minutes")
    expect(minutes?.body).toContain("会议表决通过《主席团决议〔2025〕1号》：举办冬季运动会")
    expect(minutes?.body).toContain("赞成2人、反对1人、弃权0人（反对：乙）")
    expect(minutes?.body).toContain("待向学校团委报告后生效")
  })
})

describe("meetings.put-in-force", () => {
  it("refuses an important matter without its prior report, citing 7.4 with the cure", async () => {
    expect((await second.post(contract.putInForce, { id: resolution })).status).toBe(403)
    const answer = await chair.post(contract.putInForce, { id: resolution })
    expect(answer.status).toBe(422)
    expect(refusal(answer)).toMatchObject({ clause: "7.4", cure: expect.stringContaining("先向校团委报告") })
    expect((await third.post(contract.finish, { id: resolution, note: "已办" })).status).toBe(422)
    expect(await inboxOf("P1")).toEqual(["向校团委报告重要事项"])
    const [shown] = (await at(first)).items[0]!.resolutions
    expect(shown?.report.href).toBe(
      `/office/requests/new?${new URLSearchParams({ kind: "prior-report", title: "审议冬季运动会方案", for: item })}`,
    )
  })

  it("accepts it once the report has gone through, not before", async () => {
    const { id } = unwrap(await chair.post(report, { subject: item, title: "冬季运动会", union }))
    expect(refusal(await chair.post(contract.putInForce, { id: resolution }))?.clause).toBe("7.4")
    expect((await at(first)).items[0]?.resolutions[0]?.report.state).toBe("under-way")
    const pass = { kind: "pass" as const, step: "received", office: "school-league", version: "v1" }
    expect((await league.post(move, { id, move: pass })).ok).toBe(true)
    expect((await chair.post(contract.putInForce, { id: resolution })).ok).toBe(true)
    expect((await chair.post(contract.putInForce, { id: resolution })).status).toBe(409)
    expect(await inboxOf("P3")).toEqual(["落实决议"])
  })

  it("is tracked to done by its owner", async () => {
    expect((await second.post(contract.assign, { id: resolution, owner: "P4" })).status).toBe(403)
    expect((await second.post(contract.finish, { id: resolution, note: "已举办" })).status).toBe(403)
    expect((await third.post(contract.finish, { id: resolution, note: "12月6日已举办" })).ok).toBe(true)
    expect(await inboxOf("P3")).toEqual([])
  })
})

describe("minutes", () => {
  it("are edited until the next meeting confirms them, printed in official form", async () => {
    const body = `${(await at(first)).minutes?.body}\n会议于20时30分结束。`
    expect((await w.stranger.post(contract.writeMinutes, { id: first, body })).status).toBe(401)
    expect((await second.post(contract.writeMinutes, { id: first, body })).status).toBe(403)
    expect((await chair.post(contract.writeMinutes, { id: first, body })).ok).toBe(true)
    const url = `/api/meetings/minutes/${first}.docx`
    expect((await outsider.send({ method: "GET", url })).statusCode).toBe(404)
    const file = await second.send({ method: "GET", url })
    expect(file.rawPayload.subarray(0, 2).toString()).toBe("PK")

    const { id } = unwrap(await chair.post(contract.convene, { ...call, items: [{ title: "学期总结" }] }))
    await chair.post(contract.open, { id })
    expect((await chair.post(contract.confirmMinutes, { id: first, at: id })).status).toBe(409)
    await chair.post(contract.callRoll, { id, people: everyone() })
    expect((await at(id)).next).toBe("confirm")
    expect((await second.post(contract.confirmMinutes, { id: first, at: id })).status).toBe(403)
    expect((await chair.post(contract.confirmMinutes, { id: first, at: id })).ok).toBe(true)
    expect((await chair.post(contract.writeMinutes, { id: first, body: `${body}改` })).status).toBe(409)
    expect((await at(first)).confirmed?.in).toBe("主席团2025—2026学年第3次会议")
    const kept = await w.world.db.scoped(w.university.id, (tx) =>
      recordsOf<{ kind: string; body?: string }>(tx, "meeting", first),
    )
    expect(kept.map((r) => r.body.kind)).toEqual([
      "convened",
      "opened",
      "roll",
      "roll",
      "voted",
      "voted",
      "decided",
      "closed",
      "in-force",
      "done",
      "minutes-confirmed",
    ])
    expect(kept.at(-1)?.body.body).toBe(body)

    const pending = (await at(id)).items[0]!
    const failing = unwrap(await chair.post(contract.putToVote, { id: pending.id, words: "另设办公室" }))
    const votes = everyone().map(({ number }, i) => ({
      number,
      choice: i < 2 ? ("for" as const) : ("abstain" as const),
    }))
    await chair.post(contract.vote, { id: failing.id, votes })
    expect(unwrap(await chair.post(contract.count, { id: failing.id })).passed).toBe(false)
    await chair.post(contract.close, { id })
  })

  it("that nobody confirmed stand among what the next chair takes over", async () => {
    const actor = await openActor(w.world, w.university, "P1")
    const open = await w.world.within(w.university, actor!, (ctx) => openMatters(ctx, union))
    expect(open.map((m) => m.title)).toEqual(["主席团2025—2026学年第3次会议的纪要待确认"])
    expect(unwrap(await chair.get(presidiumOne, { union })).chair?.name).toBe("甲")
  })
})

describe("facts", () => {
  const facts = (day: string) => w.world.db.scoped(w.university.id, (tx) => meetingsOn(tx, [union], day))
  it("answer 2.2a and 2.2c from this semester's meetings, each with its convener", async () => {
    const answers = (await facts("2025-11-15")).get(union)?.answers
    expect(answers?.["chair-convenes"]?.value).toBe(true)
    expect(answers?.["chair-convenes"]?.rows?.map((r) => r.note)).toEqual([
      "2025年11月15日，甲（执行主席）召集",
      "2025年11月15日，甲（执行主席）召集",
    ])
    expect(answers?.["presidium-decides-together"]?.rows).toMatchObject([
      { name: "主席团决议〔2025〕1号", note: matter },
    ])
  })
  it("say nothing of a semester without meetings", async () => {
    expect((await facts("2025-08-01")).get(union)).toBeUndefined()
    expect((await facts("2026-03-01")).get(union)).toBeUndefined()
  })
})

it("another university sees nothing of it", async () => {
  const far = await w.addUniversity("江湖大学")
  await addUnion(
    w,
    { name: "江湖大学学生会", posts: [{ number: "Q1", kind: "presidium", title: "执行主席" }] },
    far,
  )
  const person = await w.as("Q1", far)
  expect((await person.get(contract.one, { id: first })).status).toBe(404)
  expect((await person.get(contract.rules, { union })).status).toBe(404)
  expect(unwrap(await person.get(contract.list, { union })).meetings).toEqual([])
  expect((await person.send({ method: "GET", url: `/api/meetings/minutes/${first}.pdf` })).statusCode).toBe(
    404,
  )
})
