import { unwrap } from "@qiaoliang/basics"
import { beforeAll, describe, expect, it } from "vitest"
import { list as inbox } from "#modules/inbox/contract.ts"
import {
  addAssembly,
  addStudents,
  allocation,
  classOf,
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
import { delegatesFactsOn } from "./facts.ts"
import { compositionOf, delegatesOf } from "./index.ts"

describe("the congress of a faculty", async () => {
  const { w, adopted } = await delegatesWorld()
  it("has a list for each class, whose branch takes the first step with its record", async () => {
    const { arts } = await furnish(w)
    const assembly = await addAssembly(w, arts, {}, committee)
    adopted.set(
      assembly,
      allocation([
        { faculty: "文学院", className: "中文2301班", seats: 2 },
        { faculty: "文学院", className: "中文2401班", seats: 1 },
      ]),
    )
    // The League's secretary begins them and takes its steps later.
    expect(unwrap(await (await w.as("F1")).post(contract.begin, { assembly })).begun).toBe(2)
    const list = await listNamed(w, assembly, "文学院/中文2301班")
    const branch = await w.as("B1")
    expect(
      (await (await w.as("F1")).post(contract.recommend, meeting(list, "中文2301班", ["C1-02"]))).status,
    ).toBe(403)
    const few = unwrap(await branch.post(contract.recommend, meeting(list, "中文2301班", ["C1-02", "C1-03"])))
    expect(few).toEqual({ nominees: 2, passed: false })
    const enough = meeting(list, "中文2301班", ["C1-02", "C1-03", "C1-04"])
    expect(unwrap(await branch.post(contract.recommend, enough))).toEqual({ nominees: 3, passed: true })
    const { items } = unwrap(await (await w.as("U1")).get(inbox, {}))
    expect(items.map((i) => i.href)).toContain(`/office/delegates/list/${list}`)
    const done = unwrap(await vote(await w.as("U1"), list, { "C1-02": 15, "C1-03": 13, "C1-04": 12 }))
    expect(done).toMatchObject({ passed: true, again: [] })
    w.moveTo("2025-11-25T02:00:00Z")
    unwrap(await passAs(w, await w.as("F1"), list, "published", "faculty-league"))
    const member = await w.as("R2")
    expect(unwrap(await member.get(inbox, {})).items.map((i) => i.title)).toContain("审查代表资格")
    const { waiting } = unwrap(await member.get(contract.reviewing, { assembly }))
    unwrap(
      await member.post(contract.review, {
        assembly,
        decisions: waiting.map((n) => ({ nominee: n.id, accept: true, because: "" })),
      }),
    )
    const seated = await within(w, (ctx) => delegatesOf(ctx.tx, assembly))
    expect(seated.map((s) => s.delegation)).toEqual(["中文2301班", "中文2301班"])
    // Reserve: the third had more than half and takes over by the order of votes.
    const [first] = seated
    const reserve = unwrap(await branch.get(contract.list, { list })).nominees.find(
      (n) => n.state === "reserve",
    )!
    unwrap(
      await member.post(contract.replace, {
        assembly,
        id: first!.id,
        because: "交流学习，不能到会",
        nominee: reserve.id,
      }),
    )
    expect((await within(w, (ctx) => delegatesOf(ctx.tx, assembly))).map((s) => s.name)).toContain("C1-04号")
    await sql(
      w,
      "update assembly set state = 'open', opened_at = '2025-11-25T01:00:00Z' where university_id = $1 and id = $2",
      [assembly],
    )
    const facts = await within(w, (ctx) => delegatesFactsOn(ctx.tx, [arts], ctx.today))
    expect(facts.get(arts)).toMatchObject({
      congress: { represented: 24, faculties: ["文学院"], mainSocieties: [] },
      answers: { "delegates-elected": { value: true } },
    })
  })

  it("follows seats adopted anew where nothing was voted on", async () => {
    const { rows } = await sql(w, "select id from assembly where university_id = $1")
    const assembly = String(rows[0]?.id)
    adopted.set(
      assembly,
      allocation([
        { faculty: "文学院", className: "中文2301班", seats: 3 },
        { faculty: "文学院", className: "中文2401班", seats: 2 },
      ]),
    )
    expect(unwrap(await (await w.as("Q1")).post(contract.begin, { assembly }))).toEqual({
      begun: 0,
      changed: 1,
    })
  })

  it("calls off a list that has no seats any more, and begins it again with new ones", async () => {
    const { rows } = await sql(w, "select id from assembly where university_id = $1")
    const assembly = String(rows[0]?.id)
    const first = { faculty: "文学院", className: "中文2301班", seats: 2 }
    const second = { faculty: "文学院", className: "中文2401班", seats: 1 }
    const league = await w.as("F1")
    const labels = async () =>
      unwrap(await league.get(contract.progress, { assembly })).lists.map((l) => `${l.label} ${l.status}`)
    adopted.set(assembly, allocation([first]))
    expect(unwrap(await league.post(contract.begin, { assembly }))).toEqual({ begun: 0, changed: 1 })
    expect(await labels()).toEqual(["中文2301班 passed"])
    adopted.set(assembly, allocation([first, second]))
    expect(unwrap(await league.post(contract.begin, { assembly }))).toEqual({ begun: 1, changed: 0 })
    expect(await labels()).toEqual(["中文2301班 passed", "中文2401班 open"])
  })
})

describe("those outside the quota of the classes", async () => {
  const { w, adopted } = await delegatesWorld()
  let assembly = ""
  beforeAll(async () => {
    const { school } = await furnish(w)
    await sql(
      w,
      `insert into society (university_id, name, guided_by, head_number, main, valid_from, opened_by)
       values ($1, '辩论协会', '校团委', 'M1-02', true, '2024-09-01', 'test')`,
    )
    assembly = await addAssembly(w, school, {}, committee)
    adopted.set(
      assembly,
      allocation([{ faculty: "文学院", seats: 1 }], { societies: [{ name: "辩论协会", seats: 1 }] }),
    )
    unwrap(await (await w.as("Q1")).post(contract.begin, { assembly }))
  })

  it("are proposed by their society, agreed to by its guide, published and reviewed", async () => {
    const list = await listNamed(w, assembly, "辩论协会")
    const numbers = ["M1-05"]
    expect((await (await w.as("M1-03")).post(contract.propose, { list, numbers })).status).toBe(403)
    const head = await w.as("M1-02")
    const two = await head.post(contract.propose, { list, numbers: ["M1-05", "M1-06"] })
    expect(two.ok ? "" : two.error.because).toContain("有1个名额，推荐了2人")
    const none = await head.post(contract.propose, { list, numbers: ["X"] })
    expect(none.ok ? "" : none.error.because).toContain("没有学号X")
    unwrap(await head.post(contract.propose, { list, numbers }))
    expect((await head.post(contract.propose, { list, numbers })).ok).toBe(false)
    expect((await passAs(w, await w.as("F1"), list, "agreed", "school-league")).ok).toBe(false)
    unwrap(await passAs(w, await w.as("L1"), list, "agreed", "school-league"))
    expect(unwrap(await w.stranger.get(contract.notices, { assembly })).items).toMatchObject([
      { label: "辩论协会", clause: "6.4", people: [{ name: "M1-05号" }] },
    ])
    w.moveTo("2025-11-25T02:00:00Z")
    unwrap(await passAs(w, await w.as("L1"), list, "published", "school-league"))
    const member = await w.as("R2")
    const { waiting } = unwrap(await member.get(contract.reviewing, { assembly }))
    unwrap(
      await member.post(contract.review, {
        assembly,
        decisions: [{ nominee: waiting[0]!.id, accept: true, because: "" }],
      }),
    )
    expect(await within(w, (ctx) => delegatesOf(ctx.tx, assembly))).toMatchObject([
      { number: "M1-05", source: "organisation", society: "辩论协会", delegation: "理学院" },
    ])
  })

  it("are seated by office with the basis, once", async () => {
    expect((await (await w.as("R1")).post(contract.seatExOfficio, { assembly })).status).toBe(403)
    const prepares = await w.as("Q1")
    expect(unwrap(await prepares.post(contract.seatExOfficio, { assembly }))).toEqual({ seated: 1 })
    expect(unwrap(await prepares.post(contract.seatExOfficio, { assembly }))).toEqual({ seated: 0 })
    const seated = await within(w, (ctx) => delegatesOf(ctx.tx, assembly))
    expect(seated.find((s) => s.number === "C1-12")).toMatchObject({
      source: "ex-officio",
      basis: "现任执行主席",
      cadre: true,
      voting: true,
    })
  })

  it("are heard without a vote where invited", async () => {
    const prepares = await w.as("Q1")
    const input = { assembly, number: "M2-01", basis: "学生社团负责人列席" }
    expect((await (await w.as("M1-03")).post(contract.invite, input)).status).toBe(403)
    unwrap(await prepares.post(contract.invite, input))
    const twice = await prepares.post(contract.invite, input)
    expect(twice.ok ? "" : twice.error.because).toContain("已经在代表名单中")
    const composition = await within(w, (ctx) => compositionOf(ctx.tx, assembly, ctx.today))
    expect(composition.total).toBe(2)
    const { items } = unwrap(await prepares.get(contract.people, { assembly, voting: "false" }))
    const head = await prepares.post(contract.nameHead, { assembly, id: items[0]!.id, basis: "推选" })
    expect(head.ok ? "" : head.error.because).toContain("列席代表")
  })
})

describe("a general assembly", async () => {
  const { w } = await delegatesWorld()
  it("seats everybody of a small faculty, class by class; of a large one nobody", async () => {
    const { arts, school } = await furnish(w)
    const assembly = await addAssembly(w, arts, { kind: "general" }, committee)
    const prepares = await w.as("Q1")
    expect((await (await w.as("M1-01")).post(contract.seatAll, { assembly })).status).toBe(403)
    expect((await prepares.post(contract.begin, { assembly })).ok).toBe(false)
    expect(unwrap(await prepares.post(contract.seatAll, { assembly }))).toEqual({ seated: 24 })
    expect(
      unwrap(await prepares.get(contract.delegations, { assembly })).items.map((d) => [d.name, d.voting]),
    ).toEqual([
      ["中文2301班", 12],
      ["中文2401班", 12],
    ])
    await addStudents(w, classOf("C9", 376, { className: "中文2201班", grade: 2022 }))
    const large = await prepares.post(contract.seatAll, { assembly })
    expect(large.ok ? "" : large.error.because).toContain("400")
    const congress = await addAssembly(w, school, {}, committee)
    expect((await prepares.post(contract.seatAll, { assembly: congress })).ok).toBe(false)
  })
})
