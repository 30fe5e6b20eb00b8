import { unwrap } from "@qiaoliang/basics"
import { beforeAll, describe, expect, it } from "vitest"
import type { TestWorld } from "#kit/server/test-world.ts"
import { testWorld } from "#modules/accounts/build.ts"
import { addUnion } from "#modules/offices/build.ts"
import { raise } from "./build.ts"
import { mergeNeeds, needById, needs, raisersOf, shelfFor, unmergeNeed, voicesOf } from "./index.ts"
import { openSeal, sealFor } from "./seal.ts"

let w: TestWorld
let union: string
beforeAll(async () => {
  w = await testWorld({ modules: [needs] })
  union = await addUnion(w, { name: "桥梁大学学生会" })
})

const within = <T>(number: string, work: Parameters<typeof w.world.within<T>>[2]) =>
  w.world.within(
    w.university,
    { account: number, number, name: `${number}号`, admin: false, capacities: [] },
    work,
  )

describe("an anonymous need", () => {
  it("leaves nothing in the database that says who raised it", async () => {
    const need = await raise(w, { unionId: union, number: "202300000001", shown: "anonymous" })
    const { rows } = await w.world.db.scoped(w.university.id, (tx) =>
      tx.client.query<{ all: string }>(
        `select (select json_agg(n)::text from need n where id = $2) || (select json_agg(s)::text from need_seal s)
             || (select json_agg(v)::text from need_voice v) || (select json_agg(h)::text from need_shelf h) as all
         from (select $1::text) x`,
        [w.university.id, need.id],
      ),
    )
    expect(rows[0]!.all).not.toContain("202300000001")
    expect(rows[0]!.all).toContain(need.id)
    expect(need.raisedAt.getMinutes()).toBe(0)
    await within("202300000001", async (ctx) => {
      expect((await shelfFor(ctx, "202300000001")).raised).toEqual([need.id])
      expect((await shelfFor(ctx, "202300000002")).raised).toEqual([])
      expect(await raisersOf(ctx.tx, [need.id])).toEqual([])
    })
  })
  it("is told apart from one whose raiser the desk knows", async () => {
    const need = await raise(w, { unionId: union, number: "202300000003", shown: "desk" })
    await within("x", async (ctx) =>
      expect(await raisersOf(ctx.tx, [need.id])).toMatchObject([{ number: "202300000003" }]),
    )
  })
})

describe("a seal", () => {
  const key = Buffer.alloc(32, 1)
  it("opens under its key for its subject, and for nothing else", () => {
    const sealed = sealFor(key, "n1", "张三")
    expect(openSeal(key, "n1", sealed)).toBe("张三")
    expect(openSeal(key, "n2", sealed)).toBeUndefined()
    expect(openSeal(Buffer.alloc(32, 2), "n1", sealed)).toBeUndefined()
    expect(openSeal(key, "n1", `${sealed.slice(0, -4)}AAAA`)).toBeUndefined()
  })
})

describe("merging", () => {
  it("counts nobody twice, keeps every voice, and can be undone", async () => {
    const a = await raise(w, {
      unionId: union,
      number: "202300000011",
      voices: ["202300000012", "202300000013"],
    })
    const b = await raise(w, { unionId: union, number: "202300000012", voices: ["202300000014"] })
    const total = (id: string) => within("x", async (ctx) => (await voicesOf(ctx.tx, [id])).get(id)!.total)
    expect([await total(a.id), await total(b.id)]).toEqual([3, 2])
    await within("x", async (ctx) => unwrap(await mergeNeeds(ctx, a, [b], "同一件事")))
    expect(await total(a.id)).toBe(4)
    expect(
      await within("x", (ctx) => mergeNeeds(ctx, a, [{ ...b, state: "merged" }], "又一次")),
    ).toMatchObject({
      ok: false,
    })
    await within("x", async (ctx) =>
      unwrap(await unmergeNeed(ctx, (await needById(ctx.tx, b.id))!, "不是一回事")),
    )
    expect([await total(a.id), await total(b.id)]).toEqual([3, 2])
  })
})
