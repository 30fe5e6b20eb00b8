import { unwrap } from "@qiaoliang/basics"
import { beforeAll, describe, expect, it } from "vitest"
import type { Person } from "#kit/server/test-world.ts"
import { move } from "#modules/courses/contract.ts"
import { list as inbox } from "#modules/inbox/contract.ts"
import {
  addAssembly,
  allocation,
  committee,
  delegatesWorld,
  furnish,
  listNamed,
  meeting,
  passAs,
  sql,
  vote,
  within,
} from "./build.ts"
import * as contract from "./contract.ts"
import { delegateOf, delegatesFactsOn, delegatesOf, holdDelegates, letGoDelegates } from "./index.ts"

const seats = [
  { faculty: "文学院", grade: 2023, seats: 2 },
  { faculty: "文学院", grade: 2024, seats: 1 },
]

describe("the delegates of a faculty to the school's congress", async () => {
  const { w, adopted } = await delegatesWorld()
  let assembly = ""
  let list = ""
  let who: Record<"stranger" | "B1" | "B2" | "F1" | "F9" | "U1" | "R1" | "R2" | "Q1", Person>
  beforeAll(async () => {
    const { school } = await furnish(w)
    assembly = await addAssembly(w, school, {}, committee)
    const of = (n: string) => w.as(n)
    who = {
      stranger: await of("M1-01"),
      B1: await of("B1"),
      B2: await of("B2"),
      F1: await of("F1"),
      F9: await of("F9"),
      U1: await of("U1"),
      R1: await of("R1"),
      R2: await of("R2"),
      Q1: await of("Q1"),
    }
  })

  it("begin for nobody but who prepares, and not before the seats are adopted", async () => {
    expect((await w.stranger.post(contract.begin, { assembly })).status).toBe(401)
    expect((await who.stranger.post(contract.begin, { assembly })).status).toBe(403)
    const early = await who.Q1.post(contract.begin, { assembly })
    expect(early.ok ? "" : early.error.because).toContain("名额分配方案还没有通过")
    adopted.set(assembly, allocation(seats))
    expect(unwrap(await who.Q1.post(contract.begin, { assembly }))).toEqual({ begun: 1, changed: 0 })
    expect(unwrap(await who.Q1.post(contract.begin, { assembly }))).toEqual({ begun: 0, changed: 0 })
    list = await listNamed(w, assembly, "文学院")
  })

  it("tell the branch of each class that it is to recommend", async () => {
    const { items } = unwrap(await who.B1.get(inbox, {}))
    expect(items.map((i) => i.title)).toContain("推荐代表人选")
    expect(unwrap(await who.stranger.get(inbox, {})).items).toEqual([])
  })

  it("are recommended by their own class only, two thirds of it present", async () => {
    const good = meeting(list, "中文2301班", ["C1-02", "C1-03", "C1-04"])
    expect((await who.stranger.post(contract.recommend, good)).status).toBe(403)
    expect((await who.B2.post(contract.recommend, good)).status).toBe(403)
    expect((await who.F9.post(contract.recommend, good)).status).toBe(403)
    const refused = async (more: object) => {
      const answer = await who.B1.post(contract.recommend, { ...good, ...more })
      return answer.ok ? "" : answer.error.because
    }
    expect(await refused({ present: 7 })).toContain("三分之二（至少8人）")
    expect(await refused({ heldOn: "2025-11-18" })).toContain("还没有到")
    expect(await refused({ nominees: [{ number: "C2-01", votes: 5 }] })).toContain("不是中文2301班")
    expect(await refused({ nominees: [{ number: "C1-02", votes: 11 }] })).toContain("多于到会人数")
    expect(
      await refused({
        nominees: [
          { number: "C1-02", votes: 5 },
          { number: "C1-02", votes: 4 },
        ],
      }),
    ).toContain("重复")
    unwrap(
      await who.B1.post(contract.recommend, {
        ...good,
        present: 8,
        nominees: [{ number: "C1-05", votes: 8 }],
      }),
    )
    unwrap(await who.B1.post(contract.recommend, good))
    const seen = unwrap(await who.B1.get(contract.list, { list }))
    expect(seen.nominees.map((n) => n.number)).toEqual(["C1-02", "C1-03", "C1-04"])
    expect(unwrap(await who.B1.get(inbox, {})).items).toEqual([])
  })

  it("lie open to their classes and offices, to nobody else", async () => {
    expect((await who.stranger.get(contract.list, { list })).status).toBe(403)
    expect((await who.stranger.get(contract.progress, { assembly })).status).toBe(403)
    const part = unwrap(await who.B2.get(contract.progress, { assembly }))
    expect([part.whole, part.lists.map((l) => l.label), part.can["delegates.begin"]]).toEqual([
      false,
      ["文学院"],
      false,
    ])
    expect(unwrap(await who.F9.get(contract.progress, { assembly })).lists).toEqual([])
    expect(unwrap(await who.Q1.get(contract.progress, { assembly }))).toMatchObject({ whole: true, total: 3 })
    expect((await who.B2.get(contract.list, { list })).status).toBe(200)
    expect((await who.stranger.get(contract.classmates, { list, className: "中文2301班" })).status).toBe(403)
    expect((await who.B2.get(contract.classmates, { list, className: "中文2301班" })).status).toBe(403)
    const { items } = unwrap(await who.B1.get(contract.classmates, { list, className: "中文2301班" }))
    expect(items).toHaveLength(12)
  })

  it("are 20 % more than the seats, and of each year of entry as many", async () => {
    const early = await passAs(w, who.F1, list, "recommended", "faculty-league")
    expect(early.ok ? "" : early.error.because).toContain("差额不少于20%")
    unwrap(await who.F1.post(contract.recommend, meeting(list, "中文2401班", ["C2-01", "C2-02"])))
    unwrap(await passAs(w, who.F1, list, "recommended", "faculty-league"))
    const late = await who.B1.post(contract.recommend, meeting(list, "中文2301班", ["C1-06"]))
    expect(late.ok ? "" : late.error.because).toContain("推荐已经结束")
  })

  it("are elected by the faculty's union, no candidate keeping the record", async () => {
    const votes = { "C1-02": 18, "C1-03": 12, "C1-04": 12, "C2-01": 15, "C2-02": 3 }
    const said = async (person: Person, more: object = {}, of: Record<string, number> = votes) => {
      const answer = await vote(person, list, of, more)
      return answer.ok ? "" : `${answer.status} ${answer.error.because}`
    }
    expect(await said(who.B1)).toMatch(/^403/)
    expect(await said(who.F1)).toMatch(/^403/)
    expect(await said(who.U1, { present: 21 })).toContain("实到人数多于应到人数")
    expect(await said(who.U1, {}, { ...votes, "C1-02": 21 })).toContain("多于实到人数")
    expect(await said(who.U1, {}, { ...votes, "C1-03": 20, "C1-04": 20 })).toContain("得票合计")
    const { "C2-02": _, ...four } = votes
    expect(await said(who.U1, {}, four)).toContain("没有填写")
    const first = unwrap(await vote(who.U1, list, votes))
    expect(first).toEqual({
      elected: ["C1-02号", "C2-01号"],
      again: [{ why: "tie", seats: 1, among: ["C1-03号", "C1-04号"] }],
      passed: false,
    })
    const tied = await passAs(w, who.U1, list, "elected", "union")
    expect(tied.ok ? "" : tied.error.because).toContain("得票相同")
    expect(await said(who.U1, {}, { "C1-02": 10, "C1-03": 10 })).toContain("不在这一次投票中")
    const second = unwrap(await vote(who.U1, list, { "C1-03": 11, "C1-04": 9 }))
    expect(second).toMatchObject({ elected: ["C1-02号", "C2-01号", "C1-03号"], passed: true })
    const seen = unwrap(await who.U1.get(contract.list, { list }))
    expect(seen.nominees.find((n) => n.number === "C2-02")?.state).toBe("out")
  })

  it("are published: masked, with objections to be answered first", async () => {
    const { items } = unwrap(await w.stranger.get(contract.notices, { assembly }))
    expect(items).toHaveLength(1)
    expect(items[0]!.people.map((p) => p.name)).toEqual(["C1-02号", "C1-03号", "C2-01号"])
    expect(items[0]!.people[0]!.number).not.toBe("C1-02")
    expect(items[0]!.can.object).toBe(false)
    const course = items[0]!.course
    unwrap(await who.stranger.post(move, { id: course, move: { kind: "object", because: "没有参加班会" } }))
    expect((await passAs(w, who.F1, list, "published", "faculty-league")).ok).toBe(false)
    w.moveTo("2025-11-25T02:00:00Z")
    const open = await passAs(w, who.F1, list, "published", "faculty-league")
    expect(open.ok ? "" : open.error.because).toContain("异议")
    unwrap(
      await who.F1.post(move, {
        id: course,
        move: { kind: "settle", objection: 1, because: "经核实不影响结果" },
      }),
    )
    unwrap(await passAs(w, who.F1, list, "published", "faculty-league"))
    expect(unwrap(await w.stranger.get(contract.notices, { assembly })).items).toEqual([])
  })

  it("are reviewed by the committee, each rejection with its reason", async () => {
    expect((await who.Q1.get(contract.reviewing, { assembly })).status).toBe(403)
    const { waiting } = unwrap(await who.R2.get(contract.reviewing, { assembly }))
    expect(waiting.map((n) => [n.number, n.political])).toEqual([
      ["C1-02", "共青团员"],
      ["C1-03", "共青团员"],
      ["C2-01", "共青团员"],
    ])
    const decide = (number: string, accept: boolean, because = "") => ({
      nominee: waiting.find((n) => n.number === number)!.id,
      accept,
      because,
    })
    const all = [decide("C1-02", true), decide("C1-03", false, "已办理休学手续"), decide("C2-01", true)]
    expect((await who.Q1.post(contract.review, { assembly, decisions: all })).status).toBe(403)
    const bare = await who.R2.post(contract.review, { assembly, decisions: [decide("C1-03", false)] })
    expect(bare.ok ? "" : bare.error.because).toContain("须写明理由")
    expect(unwrap(await who.R2.post(contract.review, { assembly, decisions: all }))).toEqual({
      seated: 2,
      rejected: 1,
    })
    const again = await who.R2.post(contract.review, { assembly, decisions: [decide("C1-02", true)] })
    expect(again.ok).toBe(false)
    const seated = await within(w, (ctx) => delegatesOf(ctx.tx, assembly))
    expect(seated.map((s) => [s.number, s.delegation, s.voting, s.code])).toEqual([
      ["C1-02", "文学院", true, 1],
      ["C2-01", "文学院", true, 2],
    ])
    expect(seated[0]!.basis).toContain("班级团支部推荐")
  })

  it("fill a seat left free, in the order of votes or by a new recommendation", async () => {
    const of = unwrap(await who.R2.get(contract.reviewing, { assembly }))
    expect(of.vacant).toMatchObject([{ seats: 1, reserve: [] }])
    const give = (more: object) => who.R2.post(contract.fill, { assembly, list, ...more })
    expect((await who.Q1.post(contract.fill, { assembly, list, number: "C1-04" })).status).toBe(403)
    const without = await give({ number: "C1-04" })
    expect(without.ok ? "" : without.error.because).toContain("重新推荐")
    const other = await give({ number: "M1-03", basis: "班级团支部11月25日重新推荐" })
    expect(other.ok ? "" : other.error.because).toContain("不是文学院的学生")
    unwrap(await give({ number: "C1-04", basis: "班级团支部11月25日重新推荐" }))
    expect((await give({ number: "C1-07", basis: "班级团支部11月25日重新推荐" })).ok).toBe(false)
  })

  it("are replaced, the old seat ended, not deleted; never while a vote is open", async () => {
    const old = (await within(w, (ctx) => delegateOf(ctx.tx, assembly, "C1-02")))!
    const input = {
      assembly,
      id: old.id,
      because: "交流学习，不能到会",
      number: "C1-08",
      basis: "班级团支部重新推荐",
    }
    expect((await who.Q1.post(contract.replace, input)).status).toBe(403)
    await within(w, (ctx) => holdDelegates(ctx.tx, assembly, "vote-1"))
    const held = await who.R1.post(contract.replace, input)
    expect(held.ok ? "" : held.error.because).toContain("正在投票")
    await within(w, (ctx) => letGoDelegates(ctx.tx, assembly, "vote-1"))
    unwrap(await who.R1.post(contract.replace, input))
    expect(await within(w, (ctx) => delegateOf(ctx.tx, assembly, "C1-02"))).toBeUndefined()
    const next = await within(w, (ctx) => delegateOf(ctx.tx, assembly, "C1-08"))
    expect(next).toMatchObject({ code: 1, delegation: "文学院", replaces: old.id })
    const { items } = unwrap(await who.Q1.get(contract.replaced, { assembly }))
    expect(items).toMatchObject([{ name: "C1-02号", because: "交流学习，不能到会", by: "C1-08号" }])
    const { rows } = await sql(
      w,
      "select to_day from assembly_delegate where university_id = $1 and id = $2",
      [old.id],
    )
    expect(rows[0]?.to_day).toBe("2025-11-25")
  })

  it("form delegations with one head each, and move between them", async () => {
    const { items } = unwrap(await who.Q1.get(contract.people, { assembly }))
    const ids = items.map((p) => p.id)
    expect((await who.stranger.post(contract.transfer, { assembly, ids, delegation: "一团" })).status).toBe(
      403,
    )
    const head = (id: string) => who.Q1.post(contract.nameHead, { assembly, id, basis: "代表团会议推选" })
    expect((await who.R1.post(contract.nameHead, { assembly, id: ids[0]!, basis: "推选" })).status).toBe(403)
    unwrap(await head(ids[0]!))
    unwrap(await head(ids[1]!))
    const seen = unwrap(await who.Q1.get(contract.delegations, { assembly }))
    expect(seen.items).toMatchObject([{ name: "文学院", voting: 3, head: { name: items[1]!.name } }])
    unwrap(await who.Q1.post(contract.transfer, { assembly, ids: [ids[1]!], delegation: "第二代表团" }))
    const moved = unwrap(await who.Q1.get(contract.delegations, { assembly }))
    expect(moved.items.map((d) => [d.name, d.voting, d.head])).toEqual([
      ["文学院", 2, null],
      ["第二代表团", 1, null],
    ])
    unwrap(await who.Q1.post(contract.transfer, { assembly, ids: [ids[1]!], delegation: "文学院" }))
  })

  it("are listed a page at a time, found by name and delegation", async () => {
    expect((await who.stranger.get(contract.people, { assembly })).status).toBe(403)
    const page = unwrap(await who.Q1.get(contract.people, { assembly, size: 2, page: 2, order: "code" }))
    expect([page.items.length, page.total]).toEqual([1, 3])
    expect(unwrap(await who.Q1.get(contract.people, { assembly, text: "C2" })).total).toBe(1)
    expect(unwrap(await who.Q1.get(contract.people, { assembly, text: "%" })).total).toBe(0)
    expect(unwrap(await who.Q1.get(contract.people, { assembly, voting: "false" })).total).toBe(0)
  })

  it("know that they are", async () => {
    const person = await w.as("C2-01")
    expect(unwrap(await person.get(contract.mine, {})).items).toMatchObject([
      { delegation: "文学院", code: 2 },
    ])
    expect(unwrap(await who.stranger.get(contract.mine, {})).items).toEqual([])
    expect((await w.stranger.get(contract.mine, {})).status).toBe(401)
  })

  it("are reported on: drafted by the committee, adopted by its head, then another version", async () => {
    const opinion = "经审查，以上代表的产生符合规定程序，代表资格有效。"
    expect((await who.Q1.post(contract.draftReport, { assembly, opinion })).status).toBe(403)
    unwrap(await who.R2.post(contract.draftReport, { assembly, opinion }))
    expect((await who.R2.post(contract.adoptReport, { assembly })).status).toBe(403)
    unwrap(await who.R1.post(contract.adoptReport, { assembly }))
    expect((await who.R1.post(contract.adoptReport, { assembly })).ok).toBe(false)
    const seen = unwrap(await who.Q1.get(contract.report, { assembly }))
    expect(seen).toMatchObject({ state: "adopted", version: 1, outdated: false, figures: { total: 3 } })
    expect(seen.failing.map((c) => c.key)).toContain("faculties")
    const old = (await within(w, (ctx) => delegateOf(ctx.tx, assembly, "C1-04")))!
    unwrap(await who.R1.post(contract.replace, { assembly, id: old.id, because: "因病不能到会" }))
    expect(unwrap(await who.Q1.get(contract.report, { assembly })).outdated).toBe(true)
    unwrap(await who.R2.post(contract.draftReport, { assembly, opinion }))
    expect(unwrap(await who.Q1.get(contract.report, { assembly }))).toMatchObject({
      state: "draft",
      version: 2,
    })
  })

  it("leave as files only with those who read the assembly", async () => {
    const get = (person: Person, file: string) =>
      person.send({ method: "GET", url: `/api/delegates/${assembly}/${file}` })
    expect((await get(who.stranger, "delegates.xlsx")).statusCode).toBe(403)
    expect((await get(w.stranger, "report.docx")).statusCode).toBe(401)
    for (const file of ["report.docx", "delegates.xlsx", "roster.docx", "cards.docx"]) {
      const sent = await get(who.Q1, file)
      expect([file, sent.statusCode]).toEqual([file, 200])
      expect(sent.rawPayload.subarray(0, 2).toString()).toBe("PK")
    }
    expect((await get(who.Q1, "cards.xlsx")).statusCode).toBe(404)
  })

  it("answer 6.2 with who came in without the chain", async () => {
    await sql(
      w,
      "update assembly set state = 'open', opened_at = '2025-11-25T01:00:00Z' where university_id = $1 and id = $2",
      [assembly],
    )
    const [union] = (await sql(w, "select union_id as id from assembly where university_id = $1")).rows
    const known = await within(w, (ctx) => delegatesFactsOn(ctx.tx, [union.id], ctx.today))
    const answer = known.get(union.id)?.answers?.["delegates-elected"]
    expect(answer).toMatchObject({
      value: false,
      on: "2025-11-25",
      rows: [{ studentId: "C1-08" }],
    })
  })
})
