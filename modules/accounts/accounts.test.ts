import { unwrap } from "@qiaoliang/basics"
import { Secret, TOTP } from "otpauth"
import { beforeAll, describe, expect, it } from "vitest"
import type { Person, TestWorld } from "#kit/server/test-world.ts"
import { addUnion, hold } from "#modules/offices/build.ts"
import { buildAccount, testWorld } from "./build.ts"
import * as contract from "./contract.ts"
import { newSetUpToken } from "./index.ts"
import { hashPassword } from "./password.ts"

const password = "correct horse 电池"
const start = "2025-11-15T02:00:00Z"

let w: TestWorld
let admin: Person
let passwordHash: string

beforeAll(async () => {
  w = await testWorld({ at: start })
  await buildAccount(w, { number: "ADMIN", admin: true })
  admin = await w.as("ADMIN")
  passwordHash = await hashPassword(password)
})

const signIn = (number: string, more: { password?: string; code?: string; from?: string } = {}) => {
  const { from = "10.1.1.1", ...rest } = more
  return w.stranger.send({
    method: "POST",
    url: "/api/accounts/sign-in",
    payload: { number, password, ...rest },
    remoteAddress: from,
    headers: { "user-agent": "Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36" },
  })
}

const cookieOf = (response: { cookies: { name: string; value: string }[] }) => {
  const [cookie] = response.cookies
  return cookie ? `${cookie.name}=${cookie.value}` : ""
}

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

describe("guesses", () => {
  it("answers alike for a wrong password and a number that does not exist", async () => {
    await buildAccount(w, { number: "G1", passwordHash })
    const known = await signIn("G1", { password: "wrong wrong wrong", from: "10.9.0.1" })
    const unknown = await signIn("G404", { password: "wrong wrong wrong", from: "10.9.0.1" })
    expect(known.statusCode).toBe(400)
    expect(unknown.json()).toEqual(known.json())
    expect((await signIn("G1", { from: "10.9.0.1" })).statusCode).toBe(200)
  })
  it("shuts after eight, even for guesses made at once, and says until when", async () => {
    await buildAccount(w, { number: "G2", passwordHash })
    const guesses = await Promise.all(
      Array.from({ length: 12 }, () => signIn("G2", { password: "wrong wrong wrong", from: "10.9.0.2" })),
    )
    expect(guesses.filter((g) => g.statusCode === 400)).toHaveLength(8)
    const shut = await signIn("G2", { from: "10.9.0.3" })
    expect(shut.statusCode).toBe(429)
    expect(shut.json().error).toMatchObject({ code: "too-many", cure: "请在 10:15 之后再试" })
    w.moveTo("2025-11-15T02:15:01Z")
    expect((await signIn("G2", { from: "10.9.0.3" })).statusCode).toBe(200)
    w.moveTo(start)
  })
  it("shuts alike for a number that does not exist", async () => {
    for (let i = 0; i < 8; i++) await signIn("G405", { from: "10.9.0.4" })
    expect((await signIn("G405", { from: "10.9.0.4" })).statusCode).toBe(429)
  })
  it("refuses a disabled account with the same words", async () => {
    await buildAccount(w, { number: "G3", passwordHash })
    const inside = await w.as("G3")
    expect(await admin.post(contract.disable, { number: "G3" })).toMatchObject({ status: 200 })
    expect(unwrap(await inside.get(contract.me, {})).signedIn).toBe(false)
    expect((await signIn("G3", { from: "10.9.0.5" })).json().error.because).toBe("学号（工号）或密码不正确")
    expect(await admin.post(contract.issueCode, { number: "G3" })).toMatchObject({ status: 409 })
    await admin.post(contract.disable, { number: "G3", enable: true })
    expect((await signIn("G3", { from: "10.9.0.5" })).statusCode).toBe(200)
    expect(await admin.post(contract.disable, { number: "ADMIN" })).toMatchObject({ status: 403 })
  })
})

describe("second factor", () => {
  const codeAt = (secret: string, time: string) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.parse(time) })

  it("asks for a code once confirmed, each code once", async () => {
    await buildAccount(w, { number: "S1", passwordHash })
    const person = await w.as("S1")
    const begun = unwrap(await person.post(contract.secondFactorBegin, {}))
    expect(begun.otpauthUrl).toContain(begun.secret)
    expect(begun.qrSvg).toMatch(/^<svg/)
    expect((await signIn("S1")).json()).toEqual({ next: "done" })
    expect(await person.post(contract.secondFactorConfirm, { code: "000000" })).toMatchObject({ status: 400 })
    const code = codeAt(begun.secret, start)
    expect(await person.post(contract.secondFactorConfirm, { code })).toMatchObject({ status: 200 })

    const half = await signIn("S1")
    expect(half.json()).toEqual({ next: "second-factor" })
    expect(half.cookies).toEqual([])
    expect((await signIn("S1", { code })).statusCode).toBe(400)
    w.moveTo("2025-11-15T02:01:00Z")
    const next = codeAt(begun.secret, "2025-11-15T02:01:00Z")
    expect((await signIn("S1", { code: next })).json()).toEqual({ next: "done" })
    expect((await signIn("S1", { code: next })).statusCode).toBe(400)

    expect(await person.post(contract.secondFactorRemove, { password: "wrong" })).toMatchObject({
      status: 400,
    })
    expect(await person.post(contract.secondFactorRemove, { password })).toMatchObject({ status: 200 })
    expect((await signIn("S1")).json()).toEqual({ next: "done" })
    w.moveTo(start)
  })
})

describe("sessions", () => {
  it("lists them, ends one, ends the others, and ends them all with the password", async () => {
    await buildAccount(w, { number: "N1", passwordHash })
    const [one, two, three] = await Promise.all([
      signIn("N1"),
      signIn("N1"),
      signIn("N1", { from: "2001:db8:1:2::3" }),
    ])
    const person = w.withCookie(cookieOf(one))
    const { items } = unwrap(await person.get(contract.sessions, {}))
    expect(items).toHaveLength(3)
    expect(items[0]).toMatchObject({ current: true, agent: "Chrome · Windows", address: "10.1.1.*" })
    expect(items.map((s) => s.address)).toContain("2001:db8:1:*")

    const other = items.find((s) => s.address.startsWith("2001"))!
    expect(unwrap(await person.post(contract.revoke, { session: other.id }))).toEqual({ ended: 1 })
    expect(unwrap(await w.withCookie(cookieOf(three)).get(contract.me, {})).signedIn).toBe(false)
    expect(await person.post(contract.revoke, { session: other.id })).toMatchObject({ status: 404 })

    const stranger = await w.as("N2")
    expect(await stranger.post(contract.revoke, { session: items[0]!.id })).toMatchObject({ status: 404 })

    expect(
      await person.post(contract.changePassword, { current: password, password: "a new password 1" }),
    ).toMatchObject({ status: 200 })
    expect(unwrap(await w.withCookie(cookieOf(two)).get(contract.me, {})).signedIn).toBe(false)
    expect((await signIn("N1")).statusCode).toBe(400)
    const newer = await signIn("N1", { password: "a new password 1" })
    expect(newer.statusCode).toBe(200)
    expect(unwrap(await person.post(contract.revoke, { all: true }))).toEqual({ ended: 1 })

    expect(await person.post(contract.signOut, {})).toMatchObject({ status: 200 })
    expect(unwrap(await person.get(contract.me, {})).signedIn).toBe(false)
  })
  it("end after 30 days", async () => {
    const person = await w.as("N3")
    w.moveTo("2025-12-15T01:59:00Z")
    expect(unwrap(await person.get(contract.me, {})).signedIn).toBe(true)
    w.moveTo("2025-12-15T02:00:00Z")
    expect(unwrap(await person.get(contract.me, {})).signedIn).toBe(false)
    w.moveTo(start)
  })
  it("keep no token in the table", async () => {
    const response = await signIn("N2")
    expect(response.statusCode).toBe(400)
    await buildAccount(w, { number: "N4", passwordHash })
    const token = cookieOf(await signIn("N4")).split(".")[1]!
    const all = await w.world.db.transaction(
      async (_, client) => (await client.query("select * from session")).rows,
    )
    expect(JSON.stringify(all)).not.toContain(token)
  })
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
