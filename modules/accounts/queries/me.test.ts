import { unwrap } from "@qiaoliang/basics"
import { beforeAll, describe, expect, it } from "vitest"
import type { Person, TestWorld } from "#kit/server/test-world.ts"
import { addUnion, hold } from "#modules/offices/build.ts"
import { buildAccount, start, testWorld } from "../build.ts"
import * as contract from "../contract.ts"

let w: TestWorld
let admin: Person

beforeAll(async () => {
  w = await testWorld({ at: start })
  await buildAccount(w, { number: "ADMIN", admin: true })
  admin = await w.as("ADMIN")
})

describe("me", () => {
  it("tells a stranger the university and nothing to do", async () => {
    const me = unwrap(await w.stranger.get(contract.me, {}))
    expect(me).toMatchObject({
      signedIn: false,
      university: { name: "桥梁大学", today: "2025-11-15" },
      capacities: [],
    })
    expect(me.can["accounts.list"]).toBe(false)
    expect(me.account).toBeUndefined()
  })
  it("tells posts in offices and unions, today only", async () => {
    const union = await addUnion(w, {
      name: "校学生会",
      posts: [{ number: "M1", kind: "presidium", title: "执行主席" }],
    })
    await hold(w, { kind: "school-league", number: "M1", post: "clerk" })
    await hold(w, { kind: "publicity", number: "M1", to: "2025-11-15" })
    await hold(w, { kind: "school-league", number: "M1", post: "secretary", union })
    const me = unwrap(await (await w.as("M1")).get(contract.me, {}))
    expect(me.capacities).toHaveLength(3)
    expect(me.capacities).toEqual(
      expect.arrayContaining([
        { office: "union", officeName: "校学生会", scopeName: "校学生会", title: "执行主席" },
        { office: "school-league", officeName: "学校团委", scopeName: "桥梁大学", title: "干事" },
        { office: "union", officeName: "校学生会", scopeName: "校学生会", title: "秘书长" },
      ]),
    )
  })
  it("tells an administrator what the machine allows", async () => {
    const me = unwrap(await admin.get(contract.me, {}))
    const free = Object.keys(me.can).filter((name) => me.can[name])
    expect(free.toSorted()).toEqual([
      "accounts.disable",
      "accounts.issue-code",
      "accounts.list",
      "accounts.me",
      "accounts.revoke",
      "accounts.second-factor-begin",
      "accounts.second-factor-confirm",
      "accounts.sessions",
      "accounts.sign-out",
      "offices.history",
      "offices.list",
      "offices.set-ups",
    ])
  })
})
