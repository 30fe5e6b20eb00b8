import { unwrap } from "@qiaoliang/basics"
import { Secret, TOTP } from "otpauth"
import { beforeAll, describe, expect, it } from "vitest"
import type { Person, TestWorld } from "#kit/server/test-world.ts"
import { type Attempt, attempt, buildAccount, password, start, testWorld } from "../build.ts"
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
