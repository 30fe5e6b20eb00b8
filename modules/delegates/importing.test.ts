import { unwrap } from "@qiaoliang/basics"
import { beforeAll, describe, expect, it } from "vitest"
import { toXlsx } from "#kit/paper/index.ts"
import type { Person } from "#kit/server/test-world.ts"
import { addAssembly, committee, delegatesWorld, furnish, ofAssembly, sql, within } from "./build.ts"
import * as contract from "./contract.ts"
import { delegatesFactsOn } from "./facts.ts"
import { credentialsReport, delegatesOf, readiness } from "./index.ts"

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
