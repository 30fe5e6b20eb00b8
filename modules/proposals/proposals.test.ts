import { unwrap } from "@qiaoliang/basics"
import { beforeAll, describe, expect, it } from "vitest"
import { recordsOf } from "#kit/server/ledger.ts"
import type { Ctx } from "#kit/server/world.ts"
import { nobody } from "#kit/server/world.ts"
import { openActor } from "#modules/accounts/index.ts"
import { handIn, rulesFor, takingProposals, wordsOf } from "./build.ts"
import * as contract from "./contract.ts"
import { inboxItems, proposalsOf, proposeFrom } from "./index.ts"

const { w, assembly, people } = await takingProposals()
const {
  T1: committee,
  D1: head,
  D2: author,
  D3,
  D4,
  D5,
  D6: both,
  O1: observer,
  F1: league,
  S9: outsider,
} = people
const rules = rulesFor(assembly)
const at = <T>(work: (ctx: Ctx) => Promise<T>) => w.world.within(w.university, nobody, work)
const why = (answer: { ok: boolean; error?: { because: string } }) => (answer.ok ? "" : answer.error?.because)
const seen = async (id: string, person = committee) => unwrap(await person.get(contract.one, { id }))
const inboxOf = async (number: string) => {
  const actor = await openActor(w.world, w.university, number)
  return (await w.world.within(w.university, actor!, inboxItems)).map((i) => i.title)
}

describe("proposals.settle", () => {
  it("refuses the stranger, delegates, offices and administrators", async () => {
    expect((await w.stranger.post(contract.settle, rules)).status).toBe(401)
    for (const person of [outsider, author, league])
      expect((await person.post(contract.settle, rules)).status).toBe(403)
    expect(await inboxOf("T1")).toEqual(["公布提案征集办法"])
  })

  it("refuses a window that ends before it begins, and a category twice", async () => {
    const turned = { ...rules, opensOn: "2025-11-20", closesOn: "2025-11-10" }
    expect((await committee.post(contract.settle, turned)).status).toBe(400)
    const twice = { ...rules, categories: [...rules.categories, rules.categories[0]!] }
    expect(why(await committee.post(contract.settle, twice))).toContain("重复")
  })

  it("nothing is handed in before it is settled, and outside its days", async () => {
    const { id } = unwrap(await author.post(contract.save, { assembly, ...wordsOf("早来的提案") }))
    expect(why(await author.post(contract.submit, { id }))).toContain("征集时间")
    unwrap(await committee.post(contract.settle, { ...rules, closesOn: "2025-11-14" }))
    expect(why(await author.post(contract.submit, { id }))).toContain("截止")
    unwrap(await committee.post(contract.settle, { ...rules, opensOn: "2025-11-16" }))
    expect(why(await author.post(contract.submit, { id }))).toContain("开始")
    unwrap(await committee.post(contract.settle, rules))
    expect(unwrap(await author.get(contract.mine, { assembly })).open).toBe(true)
    expect((await author.post(contract.discard, { id })).ok).toBe(true)
  })
})

describe("writing", () => {
  it("is for delegates with a vote", async () => {
    const wanted = { assembly, ...wordsOf("一件提案") }
    expect((await w.stranger.post(contract.save, wanted)).status).toBe(401)
    for (const person of [outsider, observer, league])
      expect((await person.post(contract.save, wanted)).status).toBe(403)
  })

  it("keeps a draft for its author alone, unfinished as it is", async () => {
    const bare = { assembly, ...wordsOf("没写完的提案"), analysis: "", category: "" }
    const { id } = unwrap(await author.post(contract.save, bare))
    for (const person of [committee, league, D3, outsider])
      expect((await person.get(contract.one, { id })).status).toBe(403)
    expect(why(await author.post(contract.submit, { id }))).toContain("调研与分析")
    expect((await D3.post(contract.save, { ...bare, id })).status).toBe(404)
    expect((await D3.post(contract.submit, { id })).status).toBe(403)
    expect((await D3.post(contract.discard, { id })).status).toBe(403)
    unwrap(
      await author.post(contract.save, { assembly, id, ...wordsOf("写完的提案"), category: "没有的类别" }),
    )
    expect(why(await author.post(contract.submit, { id }))).toContain("类别")
    expect((await author.post(contract.discard, { id })).ok).toBe(true)
    expect((await author.get(contract.one, { id })).status).toBe(404)
  })

  it("gives numbers one after another, however many hand in at once", async () => {
    const drafts = await Promise.all(
      [author, D3, D4, D5].map(async (p, i) => ({
        p,
        id: unwrap(await p.post(contract.save, { assembly, ...wordsOf(`同时提交${i}`) })).id,
      })),
    )
    const nths = await Promise.all(
      drafts.map(async ({ p, id }) => unwrap(await p.post(contract.submit, { id })).nth),
    )
    expect(nths.toSorted()).toEqual([1, 2, 3, 4])
    expect((await author.post(contract.submit, { id: drafts[0]!.id })).status).toBe(409)
    expect((await author.post(contract.discard, { id: drafts[0]!.id })).status).toBe(409)
    for (const { p, id } of drafts) unwrap(await p.post(contract.withdraw, { id, because: "试交的提案" }))
  })

  it("takes a delegation's proposal from its head only", async () => {
    const wanted = { assembly, ...wordsOf("代表团提案"), kind: "delegation" as const }
    expect(why(await author.post(contract.save, wanted))).toContain("团长")
    const { id } = unwrap(await head.post(contract.save, wanted))
    unwrap(await head.post(contract.submit, { id }))
    expect((await seen(id)).author.delegation).toBe("汉语言代表团")
  })

  it("is made from another room's record by a delegate", async () => {
    const from = {
      assemblyId: assembly,
      title: "普遍反映的困难",
      problem: "许多同学反映同一件事。",
      source: { topic: "need", id: "n1", label: "需求第8号" },
    }
    const as = async (number: string) =>
      w.world.within(w.university, (await openActor(w.world, w.university, number))!, (ctx) =>
        proposeFrom(ctx, from),
      )
    expect((await as("S9")).ok).toBe(false)
    const id = unwrap(await as("D5"))
    expect(await seen(id, D5)).toMatchObject({ state: "draft", source: "需求第8号" })
    unwrap(await D5.post(contract.discard, { id }))
  })
})

describe("a joint proposal", () => {
  let id = ""
  const words = { assembly, ...wordsOf("联名的提案"), kind: "joint" as const }

  it("asks delegates with a vote, not others and not oneself", async () => {
    for (const signers of [["O1"], ["S9"], ["D2"]])
      expect((await author.post(contract.save, { ...words, signers })).status).toBe(400)
    id = unwrap(await author.post(contract.save, { ...words, signers: ["D3", "D4"] })).id
    expect(await inboxOf("D3")).toContain("是否参加联名提案")
    expect(unwrap(await D3.get(contract.mine, { assembly })).asked).toHaveLength(1)
  })

  it("waits until enough of them agreed in person", async () => {
    expect(why(await author.post(contract.submit, { id }))).toContain("须有3名")
    expect((await D5.post(contract.sign, { id, accept: true, named: true })).status).toBe(403)
    unwrap(await D3.post(contract.sign, { id, accept: true, named: true }))
    unwrap(await D4.post(contract.sign, { id, accept: false, named: true }))
    expect(why(await author.post(contract.submit, { id }))).toContain("共2名")
    unwrap(await D4.post(contract.sign, { id, accept: true, named: false }))
  })

  it("is agreed to anew when its words change", async () => {
    const changed = { ...words, id, signers: ["D3", "D4"], title: "联名的提案，改了标题" }
    unwrap(await author.post(contract.save, changed))
    expect(why(await author.post(contract.submit, { id }))).toContain("共1名")
    for (const p of [D3, D4]) unwrap(await p.post(contract.sign, { id, accept: true, named: p === D3 }))
    unwrap(await author.post(contract.save, { ...changed, category: "生活服务" }))
    unwrap(await author.post(contract.submit, { id }))
    expect((await D3.post(contract.sign, { id, accept: false, named: false })).status).toBe(409)
  })

  it("names in public those who agreed to be named", async () => {
    unwrap(await committee.post(contract.decide, { ids: [id], decision: "filed" }))
    const { items } = unwrap(await w.stranger.get(contract.publicList, { assembly }))
    expect(items.find((i) => i.id === id)?.proposers).toEqual(["D2号", "D3号"])
  })
})

describe("first review", () => {
  let one = ""
  let two = ""
  let ofMember = ""
  beforeAll(async () => {
    one = await handIn(author, assembly, "走廊照明损坏")
    two = await handIn(D3, assembly, "走廊晚上太暗")
    ofMember = await handIn(both, assembly, "委员自己的提案")
  })

  it("is the committee's alone", async () => {
    const back = { id: one, because: "一件提案只写一件事" }
    expect((await w.stranger.post(contract.giveBack, back)).status).toBe(401)
    for (const person of [outsider, author, D3, league]) {
      expect((await person.post(contract.giveBack, back)).status).toBe(403)
      expect((await person.post(contract.merge, { into: one, ids: [two] })).status).toBe(403)
      expect((await person.post(contract.decide, { ids: [one], decision: "filed" })).status).toBe(403)
    }
    expect(await inboxOf("T1")).toContain("审查提案")
  })

  it("a member does not decide on his or her own proposal, nor on what it is merged with", async () => {
    const answer = await both.post(contract.decide, { ids: [one, ofMember], decision: "filed" })
    expect(answer.status).toBe(403)
    expect(why(answer)).toContain("自己提出")
    expect((await both.post(contract.giveBack, { id: ofMember, because: "理由理由" })).status).toBe(403)
    expect((await both.post(contract.merge, { into: one, ids: [ofMember] })).status).toBe(403)
    const { items } = unwrap(await both.get(contract.list, { assembly }))
    expect(items.find((i) => i.id === ofMember)?.can.review).toBe(false)
    expect(items.find((i) => i.id === one)?.can.review).toBe(true)
  })

  it("gives one back with a reason; changed, it comes in again under its number", async () => {
    expect((await committee.post(contract.giveBack, { id: one, because: "" })).status).toBe(400)
    unwrap(await committee.post(contract.giveBack, { id: one, because: "请补充调研数据" }))
    expect(await inboxOf("D2")).toContain("修改退回的提案")
    const { nth } = await seen(one)
    unwrap(await author.post(contract.save, { assembly, id: one, ...wordsOf("走廊照明损坏，附数据") }))
    expect(unwrap(await author.post(contract.submit, { id: one })).nth).toBe(nth)
    expect(await seen(one)).toMatchObject({ versions: 2, state: "submitted", because: null })
  })

  it("merges with trace, each keeping its words, and takes apart again", async () => {
    unwrap(await committee.post(contract.merge, { into: one, ids: [two] }))
    expect(await seen(two)).toMatchObject({ state: "merged", title: "走廊晚上太暗", mergedInto: { id: one } })
    const lead = await seen(one)
    expect(lead.merged.map((m) => m.title)).toEqual(["走廊晚上太暗"])
    expect(lead.deeds.map((d) => d.what)).toContain("took")
    expect(why(await committee.post(contract.giveBack, { id: one, because: "理由理由" }))).toContain("并入")
    expect((await author.post(contract.withdraw, { id: one, because: "不提了吧" })).status).toBe(409)
    expect((await committee.post(contract.decide, { ids: [two], decision: "filed" })).status).toBe(409)
    expect((await author.post(contract.unmerge, { id: two })).status).toBe(403)
    unwrap(await committee.post(contract.unmerge, { id: two }))
    expect(await seen(two)).toMatchObject({ state: "submitted", mergedInto: null })
    unwrap(await committee.post(contract.merge, { into: one, ids: [two] }))
  })

  it("makes proposers of all: who merged into it may not decide on it", async () => {
    unwrap(await committee.post(contract.merge, { into: one, ids: [ofMember] }))
    expect((await both.post(contract.decide, { ids: [one], decision: "filed" })).status).toBe(403)
    unwrap(await committee.post(contract.unmerge, { id: ofMember }))
  })

  it("asks a reason for what is not filed, and decides over many at once", async () => {
    expect((await committee.post(contract.decide, { ids: [ofMember], decision: "declined" })).status).toBe(
      400,
    )
    unwrap(
      await committee.post(contract.decide, {
        ids: [ofMember],
        decision: "declined",
        because: "属于个人事项",
      }),
    )
    const [x, y] = [await handIn(D4, assembly, "批量处理一"), await handIn(D5, assembly, "批量处理二")]
    const because = "已有安排，转交参考"
    unwrap(await committee.post(contract.decide, { ids: [x, y], decision: "suggestion", because }))
    expect((await committee.post(contract.decide, { ids: [x], decision: "filed" })).status).toBe(409)
    expect((await seen(y)).state).toBe("suggestion")
    const records = await at((ctx) => recordsOf<{ kind: string }>(ctx.tx, "proposal", ofMember))
    expect(records.map((r) => r.body.kind)).toContain("declined")
  })

  it("takes nothing apart once it is filed", async () => {
    unwrap(await committee.post(contract.decide, { ids: [one], decision: "filed" }))
    expect(why(await committee.post(contract.unmerge, { id: two }))).toContain("已经审定")
    expect(await inboxOf("T1")).toContain("交办提案")
  })
})

describe("what others see", () => {
  it("the public reads what was filed or became a suggestion, with no names but by consent, nothing more", async () => {
    const { items, counts } = unwrap(await w.stranger.get(contract.publicList, { assembly }))
    expect(new Set(items.map((i) => i.state))).toEqual(new Set(["filed", "suggestion"]))
    expect(items.some((i) => i.title === "委员自己的提案")).toBe(false)
    expect(counts.received).toBeGreaterThan(items.length)
    const lit = items.find((i) => i.title.startsWith("走廊照明"))
    expect(lit).toMatchObject({ merged: 1, proposers: ["D2号", "D3号"] })
    expect(JSON.stringify(items)).not.toContain("资料室每天")
    const found = unwrap(await w.stranger.get(contract.publicList, { assembly, text: "走廊" }))
    expect(found.total).toBe(1)
  })

  it("the queue is read by who serves and the offices over the union, and filtered", async () => {
    expect((await w.stranger.get(contract.list, { assembly })).status).toBe(401)
    for (const person of [outsider, author])
      expect((await person.get(contract.list, { assembly })).status).toBe(403)
    expect(unwrap(await league.get(contract.list, { assembly })).can).toEqual({
      settle: false,
      review: false,
    })
    const of = unwrap(await committee.get(contract.list, { assembly, state: "declined" }))
    expect(of.items.map((i) => i.title)).toEqual(["委员自己的提案"])
    expect(of.offices.map((o) => o.name)).toContain("教务处")
    expect(of.offices.map((o) => o.name)).not.toContain("人事处")
    expect(unwrap(await committee.get(contract.list, { assembly, kind: "delegation" })).total).toBe(1)
  })

  it("a proposer reads his or her own, another delegate does not", async () => {
    const { items } = unwrap(await author.get(contract.mine, { assembly }))
    const id = items.find((i) => i.title.startsWith("走廊照明"))!.id
    expect((await seen(id, author)).can.edit).toBe(false)
    expect((await seen(id, D3)).title).toContain("走廊照明")
    expect((await D5.get(contract.one, { id })).status).toBe(403)
  })

  it("the report counts, and goes out as DOCX to readers", async () => {
    const numbers = unwrap(await committee.get(contract.report, { assembly }))
    expect(numbers).toMatchObject({ merged: 1, into: 1, filed: 2, suggestions: 2, declined: 1, withdrawn: 4 })
    expect(numbers.received).toBe(11)
    expect(numbers.reasons).toEqual([
      { nth: expect.any(Number), title: "委员自己的提案", because: "属于个人事项" },
    ])
    const file = { method: "GET" as const, url: `/api/proposals/report/${assembly}.docx` }
    expect((await w.stranger.send(file)).statusCode).toBe(401)
    expect((await author.send(file)).statusCode).toBe(403)
    expect((await committee.send(file)).rawPayload.subarray(0, 2).toString()).toBe("PK")
  })

  it("another university sees none of it", async () => {
    const other = await w.addUniversity("他校")
    const there = await w.as("T1", other)
    expect((await there.get(contract.list, { assembly })).status).toBe(404)
    expect((await there.get(contract.publicList, { assembly })).status).toBe(404)
    expect(await at((ctx) => proposalsOf(ctx.tx, assembly))).toHaveLength(11)
  })
})
