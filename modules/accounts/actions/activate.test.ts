import { unwrap } from "@qiaoliang/basics"
import { beforeAll, describe, expect, it } from "vitest"
import type { Person, TestWorld } from "#kit/server/test-world.ts"
import { type Attempt, attempt, buildAccount, cookieOf, password, start, testWorld } from "../build.ts"
import * as contract from "../contract.ts"
import { hashPassword } from "../password.ts"

let w: TestWorld
let admin: Person
let passwordHash: string

beforeAll(async () => {
  w = await testWorld({ at: start })
  await buildAccount(w, { number: "ADMIN", admin: true })
  admin = await w.as("ADMIN")
  passwordHash = await hashPassword(password)
})

const signIn = (number: string, more?: Attempt) => attempt(w, number, more)

describe("first use", () => {
  it("opens an account with a code shown once, and with nothing else", async () => {
    const issued = unwrap(await admin.post(contract.issueCode, { number: "t001", name: "王老师" }))
    expect(issued.code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
    expect(issued.expires).toBe("2025-11-18T02:00:00.000Z")
    expect((await signIn("T001", { password: "" })).statusCode).toBe(400)
    expect((await signIn("T001", { password: "T001T001T001" })).statusCode).toBe(400)

    const weak = await w.stranger.post(contract.activate, {
      number: "T001",
      activationCode: issued.code,
      password: "xt001-xt001-x",
    })
    expect(weak).toMatchObject({ status: 400, error: { because: "密码不能包含学号（工号）" } })

    const typed = issued.code.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l")
    const done = await w.stranger.send({
      method: "POST",
      url: "/api/accounts/activate",
      payload: { number: " Ｔ００１ ", activationCode: typed, password },
    })
    expect(done.statusCode).toBe(200)
    expect(done.cookies[0]).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" })
    const me = unwrap(await w.withCookie(cookieOf(done)).get(contract.me, {}))
    expect(me).toMatchObject({ signedIn: true, account: { number: "T001", name: "王老师" }, admin: false })

    const again = await w.stranger.post(contract.activate, {
      number: "T001",
      activationCode: issued.code,
      password,
    })
    expect(again).toMatchObject({ status: 400 })
    expect((await signIn("T001")).json()).toEqual({ next: "done" })
  })
  it("refuses a code after 72 hours", async () => {
    const { code } = unwrap(await admin.post(contract.issueCode, { number: "T002", name: "李老师" }))
    w.moveTo("2025-11-18T02:00:00Z")
    expect(
      await w.stranger.post(contract.activate, { number: "T002", activationCode: code, password }),
    ).toMatchObject({
      status: 400,
      error: { cure: "请向系统管理员索取新的激活码" },
    })
    w.moveTo(start)
  })
  it("asks for the name of a number nobody knows", async () => {
    expect(await admin.post(contract.issueCode, { number: "T404" })).toMatchObject({
      status: 404,
      error: { at: "name" },
    })
  })
  it("ends password and sessions of an account in use at once: nobody is let in unnoticed", async () => {
    await buildAccount(w, { number: "T005", passwordHash })
    const inside = await w.as("T005")
    expect((await signIn("T005", { from: "10.8.0.1" })).statusCode).toBe(200)
    unwrap(await admin.post(contract.issueCode, { number: "T005" }))
    expect(unwrap(await inside.get(contract.me, {})).signedIn).toBe(false)
    expect((await signIn("T005", { from: "10.8.0.1" })).statusCode).toBe(400)
    const { items } = unwrap(await admin.get(contract.list, { search: "T005" }))
    expect(items).toMatchObject([{ state: "waiting" }])
  })
  it("keeps the code out of table and log", async () => {
    const { code } = unwrap(await admin.post(contract.issueCode, { number: "T003", name: "赵老师" }))
    const { rows } = await w.world.db.scoped(w.university.id, (tx) =>
      tx.client.query(
        "select (select json_agg(a) from account a)::text || (select json_agg(l) from log_entry l)::text as all",
      ),
    )
    expect(rows[0].all).not.toContain(code)
    expect(rows[0].all).not.toContain(code.replaceAll("-", ""))
    expect(rows[0].all).toContain("accounts.issue-code")
  })
})
