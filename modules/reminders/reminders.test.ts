import { unwrap } from "@qiaoliang/basics"
import { beforeEach, describe, expect, it } from "vitest"
import { nobody } from "#kit/server/actor.ts"
import type { Person } from "#kit/server/test-world.ts"
import { beginTest } from "#modules/courses/build.ts"
import { move } from "#modules/courses/contract.ts"
import { beginCourse, tellLate } from "#modules/courses/index.ts"
import { hold } from "#modules/offices/build.ts"
import { remindersWorld, requestKind } from "./build.ts"
import { count, list, read, readAll } from "./contract.ts"

const { w } = await remindersWorld()
const student = await w.as("S1")
const league = await w.as("F1")
const deputy = await w.as("F2")
const clerk = await w.as("F3")
const affairs = await w.as("A1")
const committee = await w.as("L1")
const party = await w.as("P1")
const other = await w.as("S2")

const says = { conduct: "品行端正，乐于奉献" }
const begin = async (title: string) =>
  unwrap(await student.post(beginTest, { title, about: ["S1"], faculty: "文学院" })).id
const pass = (person: Person, id: string, step: string, office: string) =>
  person.post(move, { id, move: { kind: "pass", step, office, version: "v1", says } })
const titles = async (person: Person) => unwrap(await person.get(list, {})).items.map((i) => i.title)
const late = (day: string) => {
  w.moveTo(`${day}T02:00:00Z`)
  return w.world.within(w.university, nobody, tellLate)
}

beforeEach(() => w.moveTo("2025-11-17T02:00:00Z"))

describe("reminders.list", () => {
  it("refuses the stranger", async () => {
    expect((await w.stranger.get(list, {})).status).toBe(401)
    expect((await w.stranger.get(count, {})).status).toBe(401)
    expect((await w.stranger.post(readAll, {})).status).toBe(401)
  })

  it("tells the people of a matter how it went, and nobody else", async () => {
    const back = await begin("退回的")
    await pass(league, back, "recommended", "faculty-league")
    expect(await titles(student)).toEqual([])
    const because = "材料不全"
    await affairs.post(move, {
      id: back,
      move: { kind: "return", step: "reviewed", to: "recommended", because },
    })
    expect(await titles(student)).toEqual(["已退回：退回的"])
    expect(await titles(league)).toEqual([])
    expect(await titles(other)).toEqual([])
    const [told] = unwrap(await student.get(list, {})).items
    expect(told).toMatchObject({
      detail: "试验程序：退回至“学院（系）团组织推荐”",
      href: `/office/courses/${back}`,
      clause: "5.2",
      read: false,
    })
    const refused = await begin("未通过的")
    await league.post(move, { id: refused, move: { kind: "refuse", step: "recommended", because } })
    expect(await titles(student)).toContain("未通过：未通过的")
  })

  it("tells the step's office of an objection, and the people of the end", async () => {
    const id = await begin("公示的")
    await pass(league, id, "recommended", "faculty-league")
    await pass(affairs, id, "reviewed", "student-affairs")
    await pass(committee, id, "reviewed", "school-league")
    await other.post(move, { id, move: { kind: "object", because: "与事实不符" } })
    expect(await titles(committee)).toEqual(["收到异议：公示的"])
    expect(await titles(party)).toEqual([])
    expect((await titles(student)).join()).not.toContain("异议")
    w.moveTo("2025-11-24T02:00:00Z")
    await committee.post(move, { id, move: { kind: "settle", objection: 1, because: "经查不属实" } })
    await pass(committee, id, "published", "school-league")
    expect((await titles(student)).join()).not.toContain("已办结")
    await pass(party, id, "determined", "school-party")
    expect((await titles(student))[0]).toBe("已办结：公示的")
    expect(await titles(party)).toEqual([])
  })

  it("leaves nothing of a move that was refused", async () => {
    const id = await begin("不许的")
    const before = await titles(student)
    expect(
      (await other.post(move, { id, move: { kind: "refuse", step: "recommended", because: "无" } })).ok,
    ).toBe(false)
    expect(await titles(student)).toEqual(before)
  })
})

describe("lateness", () => {
  it("is told to the office, its head and Student Affairs in turn, once each, and not to clerks", async () => {
    const id = await begin("迟的")
    const of = async (person: Person) => (await titles(person)).filter((t) => t.startsWith("已逾期"))
    await late("2025-11-20")
    expect(await of(league)).toEqual([])
    await late("2025-11-21")
    await late("2025-11-21")
    expect(await of(league)).toContain("已逾期：迟的")
    expect(await of(deputy)).toContain("已逾期：迟的")
    expect(await of(clerk)).toEqual([])
    expect(await of(student)).toEqual([])
    const [heads, deputies, affairsBefore] = [await of(league), await of(deputy), await of(affairs)]
    // A weekend is no working day.
    await late("2025-11-23")
    expect(await of(league)).toEqual(heads)
    await late("2025-11-25")
    expect((await of(league)).length).toBeGreaterThan(heads.length)
    expect(await of(deputy)).toEqual(deputies)
    await late("2025-11-27")
    expect((await of(affairs)).length).toBeGreaterThan(affairsBefore.length)
    const told = unwrap(await affairs.get(list, {})).items.find((i) => i.href.endsWith(id))
    // Student Affairs takes a step of this chain, so it may read the matter.
    expect(told?.detail).toContain("文学院团组织应于2025年11月20日前办结，已逾期5个工作日")
    expect(await of(committee)).toEqual([])
  })

  it("tells whoever holds the office on the day, not whom the matter is about", async () => {
    await hold(w, { kind: "faculty-league", number: "S1", faculty: "文学院", post: "deputy" })
    await begin("自己的")
    await late("2025-12-01")
    expect((await titles(student)).filter((t) => t === "已逾期：自己的")).toEqual([])
    expect(await titles(deputy)).toContain("已逾期：自己的")
  })
})

describe("lateness of a request under 10.4", () => {
  it("is told to the deputy secretary; who is outside the chain hears where, not whose it is", async () => {
    w.moveTo("2025-12-08T02:00:00Z")
    await hold(w, { kind: "school-league", number: "L2", post: "deputy-secretary", designated: true })
    const designated = await w.as("L2")
    const { rows } = await w.world.db.scoped(w.university.id, (tx) =>
      tx.client.query<{ id: string }>("select id from faculty where university_id = $1", [tx.university]),
    )
    const applicant = { number: "S9", name: "王五" }
    const given = { subject: "r", title: "王五的读书会", version: "v1", about: [], applicant }
    const places = { "faculty-league": rows[0]!.id }
    await w.world.within(w.university, nobody, (ctx) => beginCourse(ctx, requestKind, { ...given, places }))
    await late("2025-12-10")
    expect(await titles(league)).toContain("已逾期：王五的读书会")
    expect(await titles(designated)).toEqual([])
    await late("2025-12-12")
    const of = async (p: Person) => unwrap(await p.get(list, {})).items.filter((i) => i.clause === "10.4")
    expect(await of(designated)).toMatchObject([
      {
        title: "已逾期：试验申请",
        detail: "学院（系）团组织审核，文学院团组织应于2025年12月9日前办结，已逾期3个工作日",
        href: "/office",
      },
    ])
    expect(await of(affairs)).toEqual([])
    await late("2025-12-16")
    expect(JSON.stringify(await of(affairs))).not.toContain("王五")
    expect(await of(affairs)).toHaveLength(1)
    expect(await of(party)).toEqual([])
  })
})

describe("reminders.read", () => {
  it("marks one's own, one or all, and nobody else's", async () => {
    const unread = async (p: Person) => unwrap(await p.get(count, {})).unread
    const { items, total } = unwrap(await student.get(list, {}))
    expect(total).toBeGreaterThan(1)
    expect(await unread(student)).toBe(total)
    const { id } = items[0]!
    expect((await other.post(read, { id })).status).toBe(404)
    expect(await unread(student)).toBe(total)
    expect((await student.post(read, { id })).ok).toBe(true)
    expect(await unread(student)).toBe(total - 1)
    expect(unwrap(await student.get(list, { unread: "true" })).total).toBe(total - 1)
    const page = unwrap(await student.get(list, { page: 2, size: 1 }))
    expect(page.items.map((i) => i.id)).toEqual([items[1]!.id])
    const before = await unread(league)
    expect(unwrap(await student.post(readAll, {})).read).toBe(total - 1)
    expect(await unread(student)).toBe(0)
    expect(await unread(league)).toBe(before)
  })

  it("knows nothing of another university", async () => {
    const second = await w.addUniversity("别的大学")
    const there = await w.as("F1", second)
    expect(unwrap(await there.get(list, {})).total).toBe(0)
    expect(unwrap(await there.post(readAll, {})).read).toBe(0)
    const { id } = unwrap(await league.get(list, {})).items[0]!
    expect((await there.post(read, { id })).status).toBe(404)
  })
})
