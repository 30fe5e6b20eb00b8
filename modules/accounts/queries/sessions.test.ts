import { unwrap } from "@qiaoliang/basics"
import { beforeAll, describe, expect, it } from "vitest"
import type { TestWorld } from "#kit/server/test-world.ts"
import { type Attempt, attempt, buildAccount, cookieOf, password, start, testWorld } from "../build.ts"
import * as contract from "../contract.ts"
import { hashPassword } from "../password.ts"

let w: TestWorld
let passwordHash: string

beforeAll(async () => {
  w = await testWorld({ at: start })
  passwordHash = await hashPassword(password)
})

const signIn = (number: string, more?: Attempt) => attempt(w, number, more)

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
