import { unwrap } from "@qiaoliang/basics"
import { describe, expect, it } from "vitest"
import type { Ctx } from "#kit/server/world.ts"
import { nobody } from "#kit/server/world.ts"
import { openActor } from "#modules/accounts/index.ts"
import { raise, said, voicing } from "./build.ts"
import * as contract from "./contract.ts"
import { concernsOf, mergeNeeds, needById, needsModule, raisersOf, voicesOf } from "./index.ts"

const { w, union, graduates, who } = await voicing()
const at = <T>(work: (ctx: Ctx) => Promise<T>) => w.world.within(w.university, nobody, work)
const why = (answer: { ok: boolean; error?: { because: string } }) => (answer.ok ? "" : answer.error?.because)

describe("needs.raise", () => {
  it("refuses the stranger, an officer and an administrator", async () => {
    expect((await w.stranger.post(contract.raise, said())).status).toBe(401)
    for (const name of ["X9", "A1", "ADMIN"])
      expect(await who(name).post(contract.raise, said())).toMatchObject({
        status: 403,
        error: { clause: "1.3", because: expect.stringContaining("学籍名册") },
      })
  })

  it("goes to the desk of the union that stands for the student, or of the League for a worker's conduct", async () => {
    const own = unwrap(await who("S1").post(contract.raise, said()))
    const graduate = unwrap(await who("G1").post(contract.raise, said()))
    const conduct = unwrap(await who("S1").post(contract.raise, said({ category: "usual-17" })))
    await at(async (ctx) => {
      expect(await needById(ctx.tx, own.id)).toMatchObject({
        unionId: union,
        desk: "union",
        field: "权益维护",
      })
      expect(await needById(ctx.tx, graduate.id)).toMatchObject({ unionId: graduates, desk: "union" })
      expect(await needById(ctx.tx, conduct.id)).toMatchObject({ unionId: union, desk: "league" })
      expect(await raisersOf(ctx.tx, [own.id])).toMatchObject([{ number: "S1" }])
      expect((await voicesOf(ctx.tx, [own.id])).get(own.id)).toMatchObject({ total: 1, classes: 1 })
    })
  })

  it("is one need however often a broken connection has it sent", async () => {
    const words = said({ title: "断网时写的" })
    const first = unwrap(await who("S2").post(contract.raise, words))
    const both = await Promise.all([1, 2].map(() => who("S2").post(contract.raise, words)))
    expect(both.map(unwrap)).toEqual([first, first])
    const fresh = said({ title: "同时发出两次" })
    const [a, b] = await Promise.all([1, 2].map(() => who("S2").post(contract.raise, fresh)))
    expect(unwrap(a!)).toEqual(unwrap(b!))
  })

  it("refuses a category that is none, and an eleventh in one day", async () => {
    expect(why(await who("S3").post(contract.raise, said({ category: "none" })))).toContain("类别")
    for (let i = 0; i < 10; i++) unwrap(await who("S3").post(contract.raise, said({ title: `第${i}件` })))
    expect(await who("S3").post(contract.raise, said())).toMatchObject({ status: 429 })
    w.moveTo("2025-11-16T02:00:00Z")
    expect((await who("S3").post(contract.raise, said())).ok).toBe(true)
    w.moveTo("2025-11-15T02:00:00Z")
  })
})

describe("needs.join", () => {
  it("refuses the stranger, who is no student, the raiser, a second time, and what is not for everybody", async () => {
    const need = await raise(w, { unionId: union, number: "S1" })
    expect((await w.stranger.post(contract.join, need)).status).toBe(401)
    expect((await who("A1").post(contract.join, need)).status).toBe(403)
    expect(why(await who("S1").post(contract.join, need))).toContain("自己提出")
    unwrap(await who("S2").post(contract.join, need))
    expect(why(await who("S2").post(contract.join, need))).toContain("已经附议")
    for (const more of [{ discreet: true }, { desk: "league" as const }]) {
      const hidden = await raise(w, { unionId: union, number: "S1", ...more })
      expect((await who("S2").post(contract.join, hidden)).status).toBe(404)
    }
  })

  it("of a merged need goes to its lead, and can be taken back", async () => {
    const lead = await raise(w, { unionId: union, number: "S1" })
    const part = await raise(w, { unionId: union, number: "S2" })
    await at(async (ctx) => unwrap(await mergeNeeds(ctx, lead, [part], "同一件事")))
    expect(unwrap(await who("G1").post(contract.join, part)).id).toBe(lead.id)
    const total = () => at(async (ctx) => (await voicesOf(ctx.tx, [lead.id])).get(lead.id)!.total)
    expect(await total()).toBe(3)
    // Whoever raised a part of it has a voice in the lead already.
    expect((await who("S2").post(contract.join, lead)).ok).toBe(false)
    expect(unwrap(await who("S2").get(contract.mine, {})).items.find((n) => n.id === part.id)).toMatchObject({
      mergedInto: { nth: lead.nth },
      can: { withdraw: false },
    })
    unwrap(await who("G1").post(contract.leave, part))
    expect(await total()).toBe(2)
    expect(why(await who("G1").post(contract.leave, lead))).toContain("没有附议")
  })

  it("leaves no account in the log", async () => {
    const { rows } = await w.world.db.scoped(w.university.id, (tx) =>
      tx.client.query("select account, name, at from log_entry where verb in ('needs.join', 'needs.leave')"),
    )
    expect(rows.length).toBeGreaterThan(2)
    for (const row of rows)
      expect(row).toMatchObject({ account: null, name: "（不记名）", at: new Date("2025-11-15T02:00:00Z") })
  })
})

describe("needs.withdraw", () => {
  it("is the raiser's, while nobody joined and nobody answered", async () => {
    const need = unwrap(await who("G1").post(contract.raise, said({ shown: "anonymous" })))
    expect((await w.stranger.post(contract.withdraw, { id: need.id })).status).toBe(401)
    for (const name of ["S2", "P1", "A1", "ADMIN"])
      expect((await who(name).post(contract.withdraw, { id: need.id })).status).toBe(403)
    unwrap(await who("S2").post(contract.join, { id: need.id }))
    expect(why(await who("G1").post(contract.withdraw, { id: need.id }))).toContain("附议")
    unwrap(await who("S2").post(contract.leave, { id: need.id }))
    unwrap(await who("G1").post(contract.withdraw, { id: need.id }))
    expect(why(await who("S2").post(contract.join, { id: need.id }))).toContain("撤回")
  })

  it("is refused once answered, as a later room tells", async () => {
    const module = needsModule({ answered: async (_, ids) => new Set(ids) })
    const served = module.served.find((s) => s.contract === contract.withdraw)!
    const need = unwrap(await who("G1").post(contract.raise, said()))
    const actor = (await openActor(w.world, w.university, "G1"))!
    expect(await w.world.serve(served, w.university, actor, { id: need.id })).toMatchObject({
      ok: false,
      error: { because: expect.stringContaining("已经答复") },
    })
  })
})

describe("needs.mine", () => {
  it("is one's own alone", async () => {
    expect((await w.stranger.get(contract.mine, {})).status).toBe(401)
    const need = unwrap(
      await who("G1").post(contract.raise, said({ title: "只有我看得到", shown: "anonymous" })),
    )
    unwrap(await who("S2").post(contract.join, { id: need.id }))
    const of = async (name: string) => unwrap(await who(name).get(contract.mine, {}))
    expect((await of("G1")).items.find((n) => n.id === need.id)).toMatchObject({ raised: true, voices: null })
    expect((await of("S2")).items.find((n) => n.id === need.id)).toMatchObject({ raised: false })
    expect((await of("S3")).items.map((n) => n.id)).not.toContain(need.id)
    expect(await of("A1")).toEqual({ student: false, items: [] })
  })

  it("says how each stands, and tells the home page", async () => {
    const need = await raise(w, { unionId: union, number: "S2", title: "有了答复的" })
    const stateOf = async () =>
      new Map([[need.id, { label: "请评价", href: `/needs/${need.id}`, news: true }]])
    const actor = (await openActor(w.world, w.university, "S2"))!
    const [first] = await w.world.within(w.university, actor, concernsOf({ stateOf }))
    expect(first).toEqual({
      heading: "needs",
      title: `诉求第${need.nth}号：有了答复的`,
      href: `/needs/${need.id}`,
      note: "请评价",
      state: "news",
    })
    expect(await at(concernsOf())).toEqual([])
  })
})
