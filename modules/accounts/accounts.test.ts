import { unwrap } from "@qiaoliang/basics"
import { beforeAll, describe, expect, it } from "vitest"
import type { Person, TestWorld } from "#kit/server/test-world.ts"
import { hold } from "#modules/offices/build.ts"
import { buildAccount, password, start, testWorld } from "./build.ts"
import * as contract from "./contract.ts"

let w: TestWorld
let admin: Person

beforeAll(async () => {
  w = await testWorld({ at: start })
  await buildAccount(w, { number: "ADMIN", admin: true })
  admin = await w.as("ADMIN")
})

describe("who may", () => {
  it("refuses the stranger first, on every verb and question that is not open to anyone", async () => {
    for (const module of w.world.modules)
      for (const served of module.served.filter((s) => s.who === "signed-in")) {
        const result = await w.world.serve(
          served,
          w.university,
          { account: "", number: "", name: "", admin: true, capacities: [] },
          {},
        )
        expect(result, served.contract.name).toMatchObject({ ok: false, error: { code: "not-signed-in" } })
      }
  })
  it("refuses the stranger over HTTP", async () => {
    expect(await w.stranger.get(contract.sessions, {})).toMatchObject({ status: 401 })
    expect(await w.stranger.post(contract.changePassword, { current: "x", password })).toMatchObject({
      status: 401,
    })
    expect(await w.stranger.post(contract.secondFactorRemove, { password })).toMatchObject({ status: 401 })
  })
  it("leaves accounts to the administrator: an office-holder is refused", async () => {
    await hold(w, { kind: "school-league", number: "L0" })
    const league = await w.as("L0")
    expect(await league.get(contract.list, {})).toMatchObject({ status: 403 })
    expect(await league.post(contract.issueCode, { number: "X", name: "某人" })).toMatchObject({
      status: 403,
    })
    expect(await league.post(contract.disable, { number: "ADMIN" })).toMatchObject({ status: 403 })
  })
  it("refuses a post that does not come from the product's own pages", async () => {
    const response = await admin.send({
      method: "POST",
      url: "/api/accounts/sign-in",
      payload: { number: "a", password: "b" },
      headers: { "x-qiaoliang": "" },
    })
    expect(response.statusCode).toBe(403)
  })
})

describe("another university", () => {
  it("sees nothing of the first, and its cookies open nothing there", async () => {
    const there = await w.addUniversity("彼岸大学")
    await buildAccount(w, { number: "ADMIN", admin: true }, there)
    const cookie = (await w.as("ADMIN", there)) && (await signInAt(there.id))
    const theirs = unwrap(await w.withCookie(cookie).get(contract.list, {}))
    expect(theirs.items.map((a) => a.number)).toEqual(["ADMIN"])
    expect(unwrap(await w.withCookie(cookie).get(contract.me, {})).university.name).toBe("彼岸大学")

    const [name, value] = cookie.split("=")
    const swapped = `${name}=${w.university.id}.${value!.split(".")[1]}`
    expect(unwrap(await w.withCookie(swapped).get(contract.me, {})).signedIn).toBe(false)
    expect(await w.withCookie(cookie).post(contract.disable, { number: "L0" })).toMatchObject({ status: 404 })

    const rows = await w.world.db.scoped(
      there.id,
      async (tx) => (await tx.client.query("select * from account")).rows,
    )
    expect(rows.every((r) => r.university_id === there.id)).toBe(true)
    const unscoped = await w.world.db.transaction(
      async (_, c) => (await c.query("select * from account")).rows,
    )
    expect(unscoped).toEqual([])
    const write = w.world.db.scoped(there.id, (tx) =>
      tx.client.query(
        "insert into account (university_id, id, number, name, created_at) values ($1, 'x', 'x', 'x', now())",
        [w.university.id],
      ),
    )
    await expect(write).rejects.toThrow(/row-level security/)
  })

  async function signInAt(university: string): Promise<string> {
    const { accountByNumber, openSession } = await import("./store.ts")
    const { cookieName, cookieValue } = await import("./cookie.ts")
    return w.world.db.scoped(university, async (tx) => {
      const account = await accountByNumber(tx, "ADMIN")
      const { token } = await openSession(tx, account!, { device: "", place: "" }, w.world.clock())
      return `${cookieName}=${cookieValue(university, token)}`
    })
  }
})

describe("the house", () => {
  it("has a log nobody can rewrite", async () => {
    await admin.post(contract.issueCode, { number: "H1", name: "钱老师" })
    for (const sql of ["update log_entry set name = 'x'", "delete from log_entry"])
      await expect(w.world.db.scoped(w.university.id, (tx) => tx.client.query(sql))).rejects.toThrow(
        /append-only/,
      )
  })
  it("serves its OpenAPI document", async () => {
    const response = await w.stranger.send({ method: "GET", url: "/api/openapi.json" })
    expect(response.statusCode).toBe(200)
    const paths = response.json().paths
    for (const path of ["sign-in", "activate", "me", "issue-code", "set-up"])
      expect(paths, path).toHaveProperty([`/api/accounts/${path}`])
  })
})
