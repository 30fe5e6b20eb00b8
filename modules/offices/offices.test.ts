import { unwrap } from "@qiaoliang/basics"
import { beforeAll, describe, expect, it } from "vitest"
import type { Person, TestWorld } from "#kit/server/test-world.ts"
import { buildAccount, testWorld } from "#modules/accounts/build.ts"
import { addFaculty, addUnion, hold } from "./build.ts"
import * as contract from "./contract.ts"
import { capacitiesOf, leadershipOn, officesOn } from "./index.ts"

let w: TestWorld
let admin: Person
let party: Person
let league: Person

beforeAll(async () => {
  w = await testWorld({ at: "2025-11-15T02:00:00Z" })
  await buildAccount(w, { number: "ADMIN", admin: true })
  await addFaculty(w, "数学学院")
  admin = await w.as("ADMIN")
  await hold(w, { kind: "school-party", number: "P1", name: "党书记" })
  await hold(w, { kind: "school-league", number: "L1", name: "团书记" })
  party = await w.as("P1")
  league = await w.as("L1")
})

const someone = { number: "Z1", name: "张三", from: "2025-09-01" } as const
const facts = (day: string) => w.world.db.scoped(w.university.id, (tx) => leadershipOn(tx, w.university, day))

describe("offices.appoint", () => {
  it("refuses the stranger, and a person without posts", async () => {
    const input = { kind: "publicity", post: "head", ...someone } as const
    expect(await w.stranger.post(contract.appoint, input)).toMatchObject({ status: 401 })
    expect(await (await w.as("Z9")).post(contract.appoint, input)).toMatchObject({
      status: 403,
      error: { because: "此事由学校党委书记或本部门负责人办理" },
    })
  })
  it("lets the Party committee appoint a head, and only one at a time", async () => {
    unwrap(await party.post(contract.appoint, { kind: "publicity", post: "head", title: "部长", ...someone }))
    const second = {
      kind: "publicity",
      post: "head",
      number: "Z2",
      name: "李四",
      from: "2025-10-01",
    } as const
    expect(await party.post(contract.appoint, second)).toMatchObject({
      status: 409,
      error: { because: "党委宣传部在此期间的部长是张三" },
    })
  })
  it("refuses posts an office does not have, and days that are none", async () => {
    expect(
      await party.post(contract.appoint, { kind: "personnel", post: "deputy-secretary", ...someone }),
    ).toMatchObject({ status: 400, error: { at: "post" } })
    expect(
      await party.post(contract.appoint, { kind: "personnel", post: "head", ...someone, from: "2025-02-30" }),
    ).toMatchObject({ status: 400, error: { at: "from" } })
  })
  it("registers a department under its own name, once; a stranger's head cannot", async () => {
    const input = { kind: "service", post: "head", ...someone, number: "U1", name: "后勤处长" } as const
    expect(await party.post(contract.appoint, input)).toMatchObject({ status: 404 })
    expect(await league.post(contract.appoint, { ...input, scope: "后勤保障处" })).toMatchObject({
      status: 403,
    })
    unwrap(await party.post(contract.appoint, { ...input, scope: "后勤保障处" }))
    const { items, can } = unwrap(await party.get(contract.list, { kind: "service" }))
    expect(items).toMatchObject([{ name: "后勤保障处", scope: "unit", holders: [{ name: "后勤处长" }] }])
    expect(can.unit).toBe(true)
    expect(unwrap(await league.get(contract.list, {})).can.unit).toBe(false)
  })
  it("finds faculties by name and refuses others", async () => {
    const input = {
      kind: "faculty-league",
      post: "head",
      number: "F1",
      name: "院书记",
      from: "2025-09-01",
    } as const
    expect(await league.post(contract.appoint, { ...input, scope: "魔法学院" })).toMatchObject({
      status: 404,
    })
    unwrap(await league.post(contract.appoint, { ...input, scope: "数学学院" }))
    const { items } = unwrap(await league.get(contract.list, { faculty: "数学学院" }))
    const office = items.find((o) => o.kind === "faculty-league")
    expect(office).toMatchObject({ name: "数学学院团组织", holders: [{ name: "院书记", title: "书记" }] })
  })
  it("wants the union of a secretary-general, who then acts for it", async () => {
    const union = await addUnion(w, { name: "校学生会" })
    const input = {
      kind: "school-league",
      post: "secretary",
      ...someone,
      number: "Z3",
      name: "王五",
    } as const
    expect(await league.post(contract.appoint, input)).toMatchObject({ status: 400, error: { at: "union" } })
    unwrap(await league.post(contract.appoint, { ...input, union }))
    const held = await w.world.db.scoped(w.university.id, (tx) => capacitiesOf(tx, "Z3", "2025-11-15"))
    expect(held).toMatchObject([
      { office: "union", officeId: union, post: "secretary", scope: { kind: "union", id: union } },
    ])
  })
  it("lets an administrator set up, with the paper it rests on, for everybody to see", async () => {
    const input = {
      kind: "security",
      post: "head",
      number: "Z4",
      name: "保处长",
      from: "2025-09-01",
    } as const
    expect(await admin.post(contract.appoint, input)).toMatchObject({ status: 400, error: { at: "source" } })
    expect(await admin.post(contract.appoint, { ...input, number: "ADMIN", source: "x" })).toMatchObject({
      status: 403,
    })
    unwrap(await admin.post(contract.appoint, { ...input, source: "校党字〔2025〕12号" }))
    const open = unwrap(await w.stranger.get(contract.setUps, {}))
    expect(open.items).toEqual([
      {
        at: "2025-11-15T02:00:00.000Z",
        by: "ADMIN号",
        verb: "offices.appoint",
        office: "保卫处",
        name: "保处长",
        title: "处长",
        source: "校党字〔2025〕12号",
      },
    ])
  })
})

describe("offices.end", () => {
  it("ends a post from a day on; history keeps who held it", async () => {
    const { holder } = unwrap(
      await party.post(contract.appoint, {
        kind: "personnel",
        post: "head",
        number: "E1",
        name: "人处长",
        from: "2025-03-01",
      }),
    )
    expect(await (await w.as("Z9")).post(contract.end, { holder, on: "2025-10-01" })).toMatchObject({
      status: 403,
    })
    expect(await (await w.as("E1")).post(contract.end, { holder, on: "2025-10-01" })).toMatchObject({
      status: 403,
      error: { because: "任何人不得免去自己" },
    })
    expect(await party.post(contract.end, { holder, on: "2025-02-01" })).toMatchObject({ status: 400 })
    unwrap(await party.post(contract.end, { holder, on: "2025-10-01" }))
    expect(await party.post(contract.end, { holder, on: "2025-10-02" })).toMatchObject({ status: 404 })
    const names = async (on: string) =>
      unwrap(await party.get(contract.list, { on, kind: "personnel" })).items[0]!.holders.map((h) => h.name)
    expect(await names("2025-09-30")).toEqual(["人处长"])
    expect(await names("2025-10-01")).toEqual([])
    const [office] = unwrap(await party.get(contract.list, { kind: "personnel" })).items
    const { items } = unwrap(await party.get(contract.history, { office: office!.id! }))
    expect(items).toMatchObject([
      { name: "人处长", from: "2025-03-01", to: "2025-09-30", recordedBy: "党书记" },
    ])
  })
})

describe("offices.designate (10.3)", () => {
  it("keeps exactly one designated on every day", async () => {
    const one = await hold(w, { kind: "school-league", number: "D1", name: "副一", post: "deputy-secretary" })
    const two = await hold(w, { kind: "school-league", number: "D2", name: "副二", post: "deputy-secretary" })
    const clerk = await hold(w, { kind: "school-league", number: "D3", post: "clerk" })
    expect((await facts("2025-11-15")).gaps).toContainEqual({
      office: "学校团委",
      because: "没有指定指导学生会的专职副书记",
      clause: "10.3",
    })
    for (const who of [admin, await w.as("D1"), await w.as("Z9")])
      expect(await who.post(contract.designate, { holder: one, from: "2025-09-01" })).toMatchObject({
        status: 403,
      })
    expect(await league.post(contract.designate, { holder: clerk, from: "2025-09-01" })).toMatchObject({
      status: 422,
      error: { clause: "10.3" },
    })
    unwrap(await league.post(contract.designate, { holder: one, from: "2025-09-01" }))
    unwrap(await party.post(contract.designate, { holder: two, from: "2025-11-01" }))
    const who = async (day: string) => (await facts(day)).designated.map((d) => d.name)
    expect(await who("2025-08-31")).toEqual([])
    expect(await who("2025-10-31")).toEqual(["副一"])
    expect(await who("2025-11-01")).toEqual(["副二"])
    expect(await league.post(contract.designate, { holder: one, from: "2025-10-01" })).toMatchObject({
      status: 409,
    })
    expect(await league.post(contract.designate, { holder: two, from: "2025-11-02" })).toMatchObject({
      status: 409,
    })
    expect((await facts("2025-11-15")).gaps.filter((g) => g.clause === "10.3")).toEqual([])
    expect((await facts("2025-11-15")).holders.filter((h) => h.name === "副一")).toHaveLength(1)
  })
  it("answers the articles' questions from the records, and leaves the rest open", async () => {
    const on = (day: string) =>
      w.world.db.scoped(w.university.id, async (tx) => (await officesOn(tx, ["u"], day)).get("u")!.answers)
    expect(await on("2025-08-31")).toEqual({})
    expect(await on("2025-11-15")).toMatchObject({
      "deputy-secretary": { value: "副二", on: "2025-11-01", rows: [{ name: "副二" }] },
    })
    await hold(w, {
      kind: "school-party",
      number: "P2",
      name: "副书记",
      post: "deputy",
      title: "副书记（分管学生工作）",
    })
    await hold(w, {
      kind: "school-party",
      number: "P3",
      name: "另一人",
      post: "deputy",
      title: "副书记（分管后勤）",
    })
    expect((await on("2025-11-15"))["party-deputy"]).toMatchObject({ value: "副书记" })
  })
  it("knows the vice-president for teaching by title, and tells the gap until there is one (9.5)", async () => {
    const gap = { office: "学校行政", because: "没有登记教学副校长", clause: "9.5" }
    const on = (day: string) =>
      w.world.db.scoped(w.university.id, async (tx) => (await officesOn(tx, ["u"], day)).get("u")!)
    const seat = {
      kind: "administration",
      number: "V1",
      name: "教校长",
      post: "deputy",
      from: "2025-11-01",
    } as const
    expect((await facts("2025-11-15")).gaps).toContainEqual(gap)
    expect(await league.post(contract.appoint, seat)).toMatchObject({ status: 403 })
    expect(await party.post(contract.appoint, { ...seat, post: "head" })).toMatchObject({ status: 400 })
    unwrap(await party.post(contract.appoint, { ...seat, number: "V2", name: "科校长", title: "科研副校长" }))
    expect((await on("2025-11-15")).answers["vice-president"]).toBeUndefined()
    unwrap(await party.post(contract.appoint, seat))
    expect((await on("2025-11-15")).answers["vice-president"]).toMatchObject({ value: "教校长" })
    expect((await on("2025-10-31")).answers["vice-president"]).toBeUndefined()
    expect((await facts("2025-11-15")).gaps).not.toContainEqual(gap)
  })
  it("names the head of each office of 9.1, and those without one; nothing while nobody is on record", async () => {
    const on = (day: string) =>
      w.world.db.scoped(w.university.id, async (tx) => (await officesOn(tx, ["u"], day)).get("u")!.offices)
    expect(await on("2020-01-01")).toBeUndefined()
    const offices = await on("2025-11-15")
    expect(offices).toHaveLength(7)
    expect(offices).toContainEqual({ name: "教务处", head: null })
    expect(offices?.find((o) => o.name === "学校党委")?.head).toContain("党书记")
  })
})

describe("offices.stand-in", () => {
  it("lends a post, with its designation, between two days", async () => {
    const holder = (await w.world.db.scoped(w.university.id, async (tx) => {
      const { rows } = await tx.client.query("select id from office_holder where name = '副二' limit 1")
      return rows[0].id
    })) as string
    const input = { holder, number: "S1", name: "代一", from: "2025-11-15", to: "2025-11-20" }
    expect(await admin.post(contract.standIn, input)).toMatchObject({ status: 403 })
    expect(await (await w.as("S1")).post(contract.standIn, input)).toMatchObject({ status: 403 })
    unwrap(await (await w.as("D2")).post(contract.standIn, input))
    const held = (day: string) => w.world.db.scoped(w.university.id, (tx) => capacitiesOf(tx, "S1", day))
    expect(await held("2025-11-14")).toEqual([])
    expect(await held("2025-11-20")).toMatchObject([{ post: "deputy-secretary", designated: true }])
    expect(await held("2025-11-21")).toEqual([])
    expect((await facts("2025-11-16")).designated.map((d) => d.name)).toEqual(["副二"])
    const shown = unwrap(await league.get(contract.list, { kind: "school-league" })).items[0]!
    expect(shown.holders.find((h) => h.name === "代一")).toMatchObject({
      standsInFor: "副二",
      to: "2025-11-20",
    })
  })
})

describe("offices.list", () => {
  it("shows the gaps of 9.1 and what the viewer can do", async () => {
    const seen = unwrap(await league.get(contract.list, {}))
    expect(seen.gaps).toContainEqual({ office: "教务处", because: "教务处没有登记负责人", clause: "9.1" })
    const own = seen.items.find((o) => o.kind === "school-league")!
    expect(own.posts.find((p) => p.post === "deputy")?.can).toBe(true)
    expect(own.posts.find((p) => p.post === "head")?.can).toBe(false)
    expect(own.holders.find((h) => h.number === "L1")?.can["offices.end"]).toBe(false)
    expect(await w.stranger.get(contract.list, {})).toMatchObject({ status: 401 })
  })
  it("shows a second university nothing", async () => {
    const there = await w.addUniversity("彼岸大学")
    const seen = unwrap(await (await w.as("L1", there)).get(contract.list, {}))
    expect(seen.items.flatMap((o) => o.holders)).toEqual([])
    expect(seen.items.every((o) => o.id === undefined)).toBe(true)
    const own = unwrap(await league.get(contract.list, { kind: "school-league" })).items[0]!
    const history = unwrap(await (await w.as("L1", there)).get(contract.history, { office: own.id! }))
    expect(history.items).toEqual([])
    expect(await w.world.db.scoped(there.id, (tx) => capacitiesOf(tx, "L1", "2025-11-15"))).toEqual([])
  })
})
