import { unwrap } from "@qiaoliang/basics"
import { describe, expect, it } from "vitest"
import { nobody } from "#kit/server/actor.ts"
import { raise, voicing } from "./build.ts"
import * as contract from "./contract.ts"
import { mergeNeeds, unmergeNeed } from "./merging.ts"
import type { Need, Shown } from "./need.ts"
import { needById, voicesOf } from "./store.ts"

const { w, union, who } = await voicing()
const raised = (number: string, shown: Shown, voices: readonly string[] = []) =>
  raise(w, { unionId: union, number, shown, voices })
const merged = (into: Need, part: Need) =>
  w.world.within(w.university, nobody, async (ctx) => {
    unwrap(await mergeNeeds(ctx, into, [part], "同一件事"))
    return (await voicesOf(ctx.tx, [into.id])).get(into.id)!.total
  })
const apart = (part: Need, from: Need) =>
  w.world.within(w.university, nobody, async (ctx) => {
    unwrap(await unmergeNeed(ctx, (await needById(ctx.tx, part.id))!, "不是一件事"))
    return (await voicesOf(ctx.tx, [from.id])).get(from.id)!.total
  })
const crowd = (from: number) => Array.from({ length: 5 }, (_, i) => `M${from + i}`)

describe("voices of merged needs", () => {
  it("do not say by their number that the unnamed raiser of one raised the other under a name", async () => {
    for (const hidden of ["anonymous", "desk"] as const) {
      const named = await raised("S1", "named")
      const same = await raised("S1", hidden)
      const other = await raised("S2", hidden)
      expect(await merged(named, same)).toBe(2)
      expect(await apart(same, named)).toBe(1)
      expect(await merged(named, other)).toBe(2)
      expect(await apart(other, named)).toBe(1)
      // The other way round as well.
      expect(await merged(same, named)).toBe(2)
    }
  })

  it("count nobody twice where they are many, or all known", async () => {
    const known = [await raised("S1", "named"), await raised("S1", "named")] as const
    expect(await merged(known[0], known[1])).toBe(1)
    const many = [
      await raised("S1", "named", crowd(0)),
      await raised("S2", "anonymous", ["S1", ...crowd(3)]),
    ] as const
    expect(await merged(many[0], many[1])).toBe(10)
  })

  it("leave no voice behind of whoever takes back a me too that was counted on", async () => {
    const named = await raised("S1", "named")
    const hidden = await raised("S2", "anonymous")
    await w.world.within(w.university, nobody, async (ctx) => {
      const { shelve, speakFor } = await import("./raising.ts")
      const me = { number: "S1", name: "S1号", faculty: "文学院", className: "汉语言2301" }
      await speakFor(ctx, hidden.id, me)
      await shelve(ctx, "S1", (s) => ({ ...s, joined: [...s.joined, hidden.id] }))
    })
    expect(await merged(named, hidden)).toBe(3)
    unwrap(await who("S1").post(contract.leave, { id: named.id }))
    await w.world.within(w.university, nobody, async (ctx) => {
      expect((await voicesOf(ctx.tx, [named.id])).get(named.id)!.total).toBe(2)
    })
  })
})
