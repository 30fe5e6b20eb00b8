import { unwrap } from "@qiaoliang/basics"
import { beforeAll, describe, expect, it } from "vitest"
import type { TestWorld } from "#kit/server/test-world.ts"
import { cookieOf, password, start, testWorld } from "./build.ts"
import * as contract from "./contract.ts"
import { newSetUpToken } from "./index.ts"

let w: TestWorld

beforeAll(async () => {
  w = await testWorld({ at: start })
})

describe("the first run", () => {
  it("sets up the first university with the printed token, once", async () => {
    const form = { name: "新桥大学", shortName: "新大", adminNumber: "a1", adminName: "管老师" }
    const send = (world: TestWorld, token: string) =>
      world.stranger.send({ method: "POST", url: "/api/accounts/set-up", payload: { ...form, token } })
    expect((await send(w, "guess")).statusCode).toBe(403)
    expect((await send(w, newSetUpToken(w.world))).statusCode).toBe(409)

    await w.world.db.transaction((_, c) => c.query("alter table university rename to university_away"))
    await w.world.db.transaction((_, c) =>
      c.query("create table university (like university_away including all)"),
    )
    const token = newSetUpToken(w.world)
    expect((await w.stranger.send({ method: "GET", url: "/api/accounts/set-up" })).json()).toEqual({
      needed: true,
    })
    expect(await w.stranger.get(contract.me, {})).toMatchObject({ status: 404 })
    const made = await send(w, token)
    expect(made.statusCode).toBe(200)
    expect((await send(w, token)).statusCode).toBe(403)
    const activated = await w.stranger.send({
      method: "POST",
      url: "/api/accounts/activate",
      payload: { number: "A1", activationCode: made.json().activationCode, password },
    })
    const me = unwrap(await w.withCookie(cookieOf(activated)).get(contract.me, {}))
    expect(me).toMatchObject({ admin: true, account: { name: "管老师" }, university: { name: "新桥大学" } })
  })
})
