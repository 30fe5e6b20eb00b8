import { unwrap } from "@qiaoliang/basics"
import { beforeAll, describe, expect, it } from "vitest"
import { toXlsx } from "#kit/paper/index.ts"
import type { Person } from "#kit/server/test-world.ts"
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
  ofAssembly,
  passAs,
  sql,
  vote,
  within,
} from "./build.ts"
import * as contract from "./contract.ts"
import { delegatesFactsOn } from "./facts.ts"
import { compositionOf, credentialsReport, delegatesOf, readiness } from "./index.ts"

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

describe("a list handed in", async () => {
  const { w } = await delegatesWorld()
  let assembly = ""
  let school = ""
  let prepares: Person
  beforeAll(async () => {
    school = (await furnish(w)).school
    assembly = await addAssembly(w, school, {}, committee)
    prepares = await w.as("Q1")
    await sql(
      w,
      "update student set name = translate(number, 'CMZ-0123456789', '陈马赵之零一二三四五六七八九') where university_id = $1",
    )
  })
  const nameOf = (number: string) =>
    number.replace(/./g, (c) => "陈马赵之零一二三四五六七八九"["CMZ-0123456789".indexOf(c)] ?? c)
  const header = ["代表团", "姓名", "学号", "来源", "所属社团", "是否学生会骨干"]
  const row = (number: string, cadre = "否", faculty = "文学院") => [
    faculty,
    nameOf(number),
    number,
    "基层团支部",
    "",
    cadre,
  ]
  const send = async (person: Person, rows: readonly (readonly string[])[]) => {
    const bytes = await toXlsx([{ name: "代表名单", columns: header.map((h) => ({ header: h })), rows }])
    const boundary = "x7Qiaoliang"
    const payload = Buffer.concat([
      Buffer.from(
        `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="list.xlsx"\r\ncontent-type: application/octet-stream\r\n\r\n`,
      ),
      bytes,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ])
    return person.send({
      method: "POST",
      url: `/api/delegates/list?assembly=${assembly}`,
      headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
      payload,
    })
  }
  const problems = async (rows: readonly (readonly string[])[]) => {
    const sent = await send(prepares, rows)
    return (sent.json().problems as { kind: string; row: number | null; because: string }[]).map(
      (p) => `${p.kind} ${p.row ?? "-"} ${p.because}`,
    )
  }

  it("is taken from who prepares only", async () => {
    const rows = [row("C1-01", "是")]
    expect((await send(w.stranger, rows)).statusCode).toBe(401)
    expect((await send(await w.as("M1-01"), rows)).statusCode).toBe(403)
    expect((await send(prepares, [])).statusCode).not.toBe(200)
  })

  it("names each row that is wrong, and what the whole would fail", async () => {
    const said = await problems([
      row("C1-02"),
      row("C1-02"),
      row("Z9-99"),
      [...row("C1-03").slice(0, 1), "别人", ...row("C1-03").slice(2)],
      row("C1-01", "否"),
      row("C2-01"),
    ])
    expect(said.some((s) => s.startsWith("error 3 ") && s.includes("重复"))).toBe(true)
    expect(said.some((s) => s.startsWith("error 4 "))).toBe(true)
    expect(said.some((s) => s.startsWith("error 5 "))).toBe(true)
    expect(said.some((s) => s.startsWith("notice 6 ") && s.includes("文学院学生会"))).toBe(true)
    expect(said.some((s) => s.startsWith("notice - 覆盖各学院（系）"))).toBe(true)
  })

  it("is taken over whole or not at all, and taken back until the report is adopted", async () => {
    const bad = (await send(prepares, [row("C1-02"), row("Z9-99")])).json().id as string
    const refused = await prepares.post(contract.confirmImport, { assembly, id: bad })
    expect(refused.ok ? "" : refused.error.because).toContain("须先更正")
    expect(await within(w, (ctx) => delegatesOf(ctx.tx, assembly))).toEqual([])
    const rows = [row("C1-02"), row("C1-01", "是"), row("C2-01"), row("M1-02", "否", "理学院")]
    const id = (await send(prepares, rows)).json().id as string
    expect((await (await w.as("R1")).post(contract.confirmImport, { assembly, id })).status).toBe(403)
    expect(unwrap(await prepares.post(contract.confirmImport, { assembly, id }))).toEqual({ seated: 4 })
    expect((await prepares.post(contract.confirmImport, { assembly, id })).ok).toBe(false)
    const again = await problems(rows)
    expect(again.filter((s) => s.includes("已经在代表名单中"))).toHaveLength(4)
    expect(unwrap(await prepares.post(contract.undoImport, { assembly, id }))).toEqual({ gone: 4 })
    expect(await within(w, (ctx) => delegatesOf(ctx.tx, assembly))).toEqual([])
    const second = (await send(prepares, rows)).json().id as string
    unwrap(await prepares.post(contract.confirmImport, { assembly, id: second }))
    const opinion = "经审查，名单所列代表资格有效。"
    unwrap(await (await w.as("R2")).post(contract.draftReport, { assembly, opinion }))
    unwrap(await (await w.as("R1")).post(contract.adoptReport, { assembly }))
    const late = await prepares.post(contract.undoImport, { assembly, id: second })
    expect(late.ok ? "" : late.error.because).toContain("报告已经通过")
    expect(await within(w, (ctx) => credentialsReport(ctx.tx, assembly))).toEqual({
      state: "adopted",
      adoptedOn: "2025-11-17",
    })
  })

  it("says what is ready, and gives 6.3 and 6.4 their facts once the congress is held, but nothing of 6.2", async () => {
    const ready = await within(w, (ctx) => readiness(ctx, { id: assembly }))
    expect(ready.map((r) => [r.key, r.ready])).toEqual([
      ["delegates.seated", true],
      ["delegates.composed", false],
      ["delegates.report", true],
    ])
    const facts = () => within(w, (ctx) => delegatesFactsOn(ctx.tx, [school], ctx.today))
    expect((await facts()).get(school)).toBeUndefined()
    await sql(
      w,
      "update assembly set state = 'open', opened_at = '2025-11-17T01:00:00Z' where university_id = $1 and id = $2",
      [assembly],
    )
    const known = (await facts()).get(school)!
    expect(known.congress).toMatchObject({
      held: "2025-11-17",
      represented: 48,
      faculties: ["文学院", "理学院"],
      grades: [2023, 2024],
    })
    expect(known.congress?.delegates.filter((d) => d.cadre)).toHaveLength(1)
    expect(known.answers).toBeUndefined()
    await sql(
      w,
      `insert into congress (university_id, name, union_id, held, valid_from, opened_by)
       values ($1, '后来的大会', $2, '2025-11-17', '2025-11-17', 'test')`,
      [school],
    )
    expect((await facts()).get(school)).toBeDefined()
    await sql(
      w,
      "update assembly set opened_at = '2025-11-16T01:00:00Z' where university_id = $1 and id = $2",
      [assembly],
    )
    expect((await facts()).get(school)).toBeUndefined()
  })

  it("keeps a closed congress as it was", async () => {
    await sql(w, "update assembly set state = 'closed' where university_id = $1 and id = $2", [assembly])
    const closed = await prepares.post(contract.seatExOfficio, { assembly })
    expect(closed.ok ? "" : closed.error.because).toContain("已经闭幕")
    expect((await within(w, (ctx) => ofAssembly(ctx, assembly))).assembly.state).toBe("closed")
  })
})
