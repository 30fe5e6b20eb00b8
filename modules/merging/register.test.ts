import { unwrap } from "@qiaoliang/basics"
import { describe, expect, it } from "vitest"
import { nobody } from "#kit/server/actor.ts"
import { one } from "#modules/handling/contract.ts"
import { handlingsOf } from "#modules/handling/index.ts"
import { importsUndo } from "#modules/imports/contract.ts"
import { addFaculty } from "#modules/offices/build.ts"
import { answers, checked, csv, imported, mergingWorld, proposed, register } from "./build.ts"
import * as contract from "./contract.ts"

const of = await mergingWorld()
const { w, people, school } = of
const truth = answers()
for (const name of Object.keys(truth.byFaculty)) if (name !== "文学院") await addFaculty(w, name)

const rows = <T>(sql: string, values: readonly unknown[] = []) =>
  w.world.db.scoped(w.university.id, async (tx) => (await tx.client.query(sql, [...values])).rows as T[])

const countBy = async (column: string) =>
  Object.fromEntries(
    (
      await rows<{ key: string; n: number }>(
        `select ${column} as key, count(*)::int as n from need n join handling h using (university_id)
         where h.need_id = n.id and n.source->>'topic' = 'register' and n.state <> 'withdrawn' group by 1`,
      )
    ).map((r) => [r.key, r.n]),
  )

describe("the register of the examples", () => {
  it("is recognised, checked and brought in as its answers have it", { timeout: 120_000 }, async () => {
    const check = await checked(of, "明湖大学-诉求登记.xlsx", register())
    expect(check.status).toBe("checked")
    expect(check.outcome?.kinds).toMatchObject([{ kind: "register", rows: 400, added: 400, same: 0 }])
    expect(check.outcome?.counts.error).toBe(0)
    // No sample of who raised them is shown on the way in.
    expect(check.plan[0]!.columns.find((c) => c.key === "raiser")).toMatchObject({ samples: [] })
    expect(await countBy("n.field")).toEqual({})

    const start = performance.now()
    const run = await imported(of, "明湖大学-诉求登记.xlsx", register())
    console.log(`400 rows checked and saved in ${Math.round(performance.now() - start)} ms`)
    expect(run.status).toBe("done")
    const told = run.outcome!.problems
    expect(told.filter((p) => p.column === "类别")).toHaveLength(truth.areaLeftBlankOrOtherWord)
    expect(told.filter((p) => p.row === null).map((p) => p.because)).toEqual([
      "由明湖大学学生会受理",
      `按四个方面：${Object.entries(truth.byArea)
        .map(([f, n]) => `${f}${n}件`)
        .join("、")}`,
      "按办理状态：待转办66件、办理中93件、已答复100件、已办结137件、不予受理4件",
      `没有写明反映人：${truth.anonymous}件，按没有姓名导入`,
    ])
    expect(run.outcome!.kinds[0]!.next?.label).toMatch(/^查看\d+组可能重复的诉求$/)

    expect(await countBy("n.field")).toEqual(truth.byArea)
    const { 待转办, "(空)": blank, 办理中, 已答复, 已办结, 不予受理 } = truth.byStatus
    expect(await countBy("h.state")).toEqual({
      sorting: 待转办! + blank!,
      accepted: 办理中,
      answered: 已答复,
      done: 已办结,
      declined: 不予受理,
    })
    const faculties = await rows<{ key: string; n: number }>(
      "select faculty as key, count(*)::int as n from need_voice group by 1",
    )
    expect(Object.fromEntries(faculties.map((r) => [r.key, r.n]))).toEqual(truth.byFaculty)
    const named = await rows("select 1 from need_raiser where number <> ''")
    expect(named).toHaveLength(0)
    expect(await rows("select 1 from need_raiser")).toHaveLength(truth.rows - truth.anonymous)
    expect(await rows("select 1 from need where shown <> 'desk'")).toHaveLength(0)
  })

  it("names the office as written, never another, and no day nobody wrote down", async () => {
    const given = await rows<{ office: string; n: number }>(
      `select split_part(because, '：', 1) as office, count(*)::int as n from handling_deed where what = 'recorded' group by 1`,
    )
    const written = Object.fromEntries(given.map((r) => [r.office, r.n]))
    for (const [office, n] of Object.entries(truth.byOffice)) expect(written[office]).toBeLessThanOrEqual(n)
    // 24 rows leave the office out.
    const sum = Object.keys(truth.byOffice).reduce((all, office) => all + (written[office] ?? 0), 0)
    expect(sum).toBe(truth.rows - 24)
    expect(await rows("select 1 from handling where sent_on is not null or accepted_on is not null")).toEqual(
      [],
    )
    expect(await rows("select 1 from handling where open")).toEqual([])
    // What was under way goes on: the desk hands it to an office of this house.
    const [running] = await rows<{ id: string }>(
      "select need_id as id from handling where state = 'accepted' and office_name = '后勤保障处' limit 1",
    )
    const dry = w.world.within(w.university, nobody, async (ctx) =>
      handlingsOf(ctx.tx, [running!.id], ctx.today),
    )
    expect((await dry).get(running!.id)).toMatchObject({
      office: { name: "后勤保障处" },
      due: null,
      late: false,
    })
    const seen = unwrap(await people.K1.get(one, { id: running!.id }))
    expect(seen.can).toMatchObject({ send: true })
  })

  it("finds its duplicates: recall and precision of pairs", async () => {
    const nth = new Map<string, number>()
    const groups: number[][] = []
    for (let page = 1, more = true; more; page++) {
      const got = unwrap(await people.K1.get(contract.groups, { page }))
      expect(got.pending).toBe(false)
      for (const g of got.items) groups.push(g.needs.map((n) => Number(n.source!.match(/\d+/)![0])))
      for (const g of got.items) for (const n of g.needs) nth.set(n.id, n.nth)
      more = page * got.size < got.total
    }
    const pairs = (of: readonly (readonly number[])[]) =>
      new Set(
        of.flatMap((ids) =>
          ids.flatMap((a, i) => ids.slice(i + 1).map((b) => `${Math.min(a, b)} ${Math.max(a, b)}`)),
        ),
      )
    const [want, have] = [pairs(Object.values(truth.duplicateClusters)), pairs(groups)]
    const right = [...have].filter((p) => want.has(p)).length
    console.log(`recall ${right}/${want.size}, precision ${right}/${have.size}`)
    expect(right / want.size).toBeGreaterThanOrEqual(0.9)
    expect(right / have.size).toBeGreaterThanOrEqual(0.8)
    expect(unwrap(await people.K1.get(contract.count, {}))).toEqual({ groups: groups.length, pending: false })
  })

  it("imported twice is here already; undone it is taken back, and may come again", {
    timeout: 120_000,
  }, async () => {
    const twice = await imported(of, "明湖大学-诉求登记.xlsx", register())
    expect(twice.outcome?.kinds).toMatchObject([{ rows: 400, added: 0, same: 400 }])
    const first = (await rows<{ change: string }>("select distinct change from merging_brought"))[0]!.change
    expect((await people.S1.post(importsUndo, { id: first })).status).toBe(403)
    unwrap(await people.G1.post(importsUndo, { id: first }))
    expect(await countBy("n.field")).toEqual({})
    expect(unwrap(await people.K1.get(contract.count, {})).groups).toBe(0)
    const again = await imported(of, "明湖大学-诉求登记.xlsx", register())
    expect(again.outcome?.kinds).toMatchObject([{ added: 400 }])

    const { items } = unwrap(await people.K1.get(contract.groups, {}))
    const { lead, needs } = items[0]!
    const others = needs.map((n) => n.id).filter((id) => id !== lead)
    unwrap(await people.K1.post(contract.merge, { into: lead, needs: others, because: "同一件事" }))
    expect(await people.G1.post(importsUndo, { id: again.id })).toMatchObject({
      ok: false,
      error: { because: expect.stringContaining("不能撤销这次导入") },
    })
    expect(await rows("select 1 from need where state = 'withdrawn'")).toHaveLength(400)
  })
})

describe("a register", () => {
  it("comes in whole or not at all, and says which row is wrong", async () => {
    const bad = await checked(
      of,
      "登记.csv",
      csv(
        "1,2025-10-08,文学院,王同学,学业发展,三号楼投影仪不亮,后勤保障处,办理中,",
        "2,不知道哪天,文学院,王同学,学业发展,自习室灯管闪,后勤保障处,办理中,",
        "3,2025-12-01,文学院,王同学,学业发展,操场看台漏雨,后勤保障处,办理中,",
        "4,2025-10-09,文学院,王同学,学业发展,,后勤保障处,办理中,",
      ),
    )
    const errors = bad.outcome!.problems.filter((p) => p.kind === "error")
    expect(errors.map((p) => [p.row, p.column])).toEqual([
      [3, "登记日期"],
      [4, "登记日期"],
      [5, "诉求内容"],
    ])
    expect(bad.can.confirm).toBe(false)
  })

  it("takes in no number of an identity card, and says where it and an unreadable day stand", async () => {
    const bad = await checked(
      of,
      "登记.csv",
      csv(
        "521,2025-10-08,文学院,王同学110101200301011234,权益维护,门禁坏了进不去,,,",
        "522,2025-10-08,文学院,,权益维护,本人11010120030101123X刷不了卡,,,",
        "523,去年十月,文学院,,权益维护,灯不亮,,,",
        "524,2025-10-08,文学院,,权益维护,灯不亮，请回电13800138000,,,学号202201010101",
      ),
    )
    expect(bad.outcome!.problems.filter((p) => p.row !== null)).toMatchObject([
      { kind: "error", row: 2, column: "反映人", because: expect.stringContaining("身份证号") },
      { kind: "error", row: 3, column: "诉求内容", because: expect.stringContaining("身份证号") },
      {
        kind: "error",
        row: 4,
        column: "登记日期",
        because: "“去年十月”看不出日期",
        cure: expect.any(String),
      },
      { kind: "notice", row: 5, column: "诉求内容", because: "有像手机号的数字" },
    ])
    expect(bad.can.confirm).toBe(false)
  })

  it("guesses no category it cannot tell, and takes other words and other names as what they are", async () => {
    const run = await imported(
      of,
      "登记.csv",
      csv(
        "501,10月8日,没有的学院,匿名,,啊啊啊啊,,,",
        "502,2025.10.8,文院,李同学,教学,选课时间太短,各学院,看情况,",
        "502,2025.10.8,文院,李同学,教学,选课时间太短,各学院,看情况,",
      ),
    )
    expect(run.outcome?.kinds).toMatchObject([{ rows: 3, added: 2, same: 1 }])
    expect(run.outcome!.problems.filter((p) => p.row !== null).map((p) => [p.row, p.because])).toEqual([
      [2, "看不出“没有的学院”是哪个学院（学籍名册中没有），按没有写明学院导入"],
      [2, expect.stringContaining("类别空白，从内容也看不出类别")],
      [3, "看不懂办理状态“看情况”，按待转办导入"],
      [3, expect.stringContaining("类别写作“教学”，按“教学与课程”（学业发展）导入")],
      [4, "看不懂办理状态“看情况”，按待转办导入"],
      [4, "登记表第502号在本表中重复登记，只导入一次"],
    ])
  })

  it("gives reports of the union's own people to the League's desk, and nothing else", async () => {
    const run = await imported(
      of,
      "登记.csv",
      csv(
        "511,2025-10-08,文学院,王同学,权益维护,学生会外联部干事态度恶劣，还使唤大一同学,,待转办,",
        "512,2025-10-08,文学院,,工作人员作风,部长开会点名批评人,,办理中,",
        "513,2025-10-08,文学院,,权益维护,希望学生会的活动提前一周通知。宿管态度很差,,待转办,",
        "514,2025-10-08,文学院,,权益维护,学生会招新人数太少,,待转办,",
      ),
    )
    const told = run.outcome!.problems.filter((p) => p.clause === "7.2")
    expect(told.map((p) => [p.row, p.kind])).toEqual([
      [2, "notice"],
      [3, "notice"],
    ])
    expect(run.outcome!.problems.map((p) => p.because)).toContain(
      "反映学生会工作人员作风：2件，转由学校团委受理",
    )
    const needs = await rows<{ id: string; label: string; desk: string; at: string }>(
      `select n.id, n.source->>'label' as label, n.desk, h.desk as at from need n join handling h using (university_id)
       where h.need_id = n.id and n.source->>'label' ~ '51[1-4]' order by n.nth`,
    )
    expect(needs.map((n) => [n.label, n.desk, n.at])).toEqual([
      ["登记表第511号", "league", "league"],
      ["登记表第512号", "league", "league"],
      ["登记表第513号", "union", "union"],
      ["登记表第514号", "union", "union"],
    ])
    expect((await people.K1.get(one, { id: needs[0]!.id })).status).toBe(403)
    expect(unwrap(await people.L1.get(one, { id: needs[0]!.id })).id).toBe(needs[0]!.id)
    expect(unwrap(await people.K1.get(one, { id: needs[2]!.id })).id).toBe(needs[2]!.id)
  })

  it("cannot be taken back once somebody joined or handled a row of it", async () => {
    const run = await imported(of, "登记.csv", csv("601,2025-10-08,文学院,,,食堂饭菜太咸,,待转办,"))
    const [need] = await rows<{ id: string }>("select need_id as id from merging_brought where change = $1", [
      run.id,
    ])
    await w.world.within(w.university, nobody, (ctx) =>
      ctx.tx.client.query("update handling set assignee = 'K2' where university_id = $1 and need_id = $2", [
        ctx.tx.university,
        need!.id,
      ]),
    )
    expect(await people.G1.post(importsUndo, { id: run.id })).toMatchObject({ error: { code: "conflict" } })
  })

  it("is imported by those who keep lists, and by no student or desk member", async () => {
    const row = csv("701,2025-10-08,文学院,,,澡堂水太烫,,,")
    await expect(proposed(of, "登记.csv", row, people.S9)).rejects.toThrow("校团委")
    await expect(proposed(of, "登记.csv", row, people.K2)).rejects.toThrow("校团委")
  })

  it("lies at the school's union where it names none, and at the union its title names", async () => {
    await imported(of, "文学院学生会诉求登记.csv", csv("801,2025-10-08,文学院,,,教室投影太暗,,,"))
    await imported(of, "登记.csv", csv("802,2025-10-08,文学院,,,教室窗帘掉了,,,"))
    const found = await rows<{ title: string; own: boolean }>(
      "select title, union_id = $1 as own from need where title like '教室%' order by nth",
      [school],
    )
    expect(found.filter((f) => ["教室投影太暗", "教室窗帘掉了"].includes(f.title)).map((f) => f.own)).toEqual(
      [false, true],
    )
  })
})
