import { existsSync, readdirSync } from "node:fs"
import type { LightMyRequestResponse } from "fastify"
import type { Module } from "#kit/server/module.ts"
import { openTestWorld, type TestWorld } from "#kit/server/test-world.ts"
import type { University, World } from "#kit/server/world.ts"
import { offices } from "#modules/offices/index.ts"
import { cookieName, cookieValue } from "./cookie.ts"
import { identify } from "./identify.ts"
import { accounts } from "./module.ts"
import {
  type Account,
  accountByNumber,
  addAccount,
  changeAccount,
  nameOnRecord,
  openSession,
} from "./store.ts"

const rooms = new URL("../", import.meta.url)

/** Rooms read each other's tables: all of them are here for their tables, unless the test brings the rooms. */
const ground = readdirSync(rooms)
  .filter((name) => existsSync(new URL(`${name}/migrations/`, rooms)))
  .map((name): Module => ({ name, at: new URL(`${name}/module.ts`, rooms).href, clauses: [], served: [] }))

/** The test world of every module: real PostgreSQL, real sessions, real posts. */
export function testWorld(wanted: { modules?: readonly Module[]; at?: string } = {}): Promise<TestWorld> {
  const given = wanted.modules ?? []
  const without = (of: readonly Module[], those: readonly Module[]) =>
    of.filter((m) => !those.some((other) => other.name === m.name))
  const own = without([offices, accounts], given)
  return openTestWorld({
    modules: [...without(ground, [...own, ...given]), ...own, ...given],
    identify,
    signIn,
    ...(wanted.at ? { at: wanted.at } : {}),
  })
}

/** An account with a living session, without the slow hash of a password. */
async function signIn(world: World, university: University, number: string): Promise<string> {
  return world.db.scoped(university.id, async (tx) => {
    const now = world.clock()
    const known = await accountByNumber(tx, number)
    const name = (await nameOnRecord(tx, number, world.today(university))) ?? `${number}号`
    const account = known ?? (await addAccount(tx, { number, name, createdAt: now }))
    const { token } = await openSession(tx, account, { device: "测试", place: "" }, now)
    return `${cookieName}=${cookieValue(university.id, token)}`
  })
}

/** An account as wanted, made or changed: `buildAccount(w, { number: "A1", admin: true })`. */
export function buildAccount(
  w: TestWorld,
  wanted: { number: string } & Partial<Account>,
  at: University = w.university,
): Promise<Account> {
  return w.world.db.scoped(at.id, async (tx) => {
    const known = await accountByNumber(tx, wanted.number)
    if (!known) return addAccount(tx, { name: `${wanted.number}号`, createdAt: w.world.clock(), ...wanted })
    await changeAccount(tx, known.id, wanted)
    return { ...known, ...wanted }
  })
}

/** The moment at which the tests of this room begin. */
export const start = "2025-11-15T02:00:00Z"

/** A password that is taken. */
export const password = "correct horse 电池"

export interface Attempt {
  readonly password?: string
  readonly code?: string
  /** The address it comes from. */
  readonly from?: string
}

/** Somebody at a browser signs in by number and password. */
export function attempt(w: TestWorld, number: string, more: Attempt = {}): Promise<LightMyRequestResponse> {
  const { from = "10.1.1.1", ...rest } = more
  return w.stranger.send({
    method: "POST",
    url: "/api/accounts/sign-in",
    payload: { number, password, ...rest },
    remoteAddress: from,
    headers: { "user-agent": "Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36" },
  })
}

/** The cookie header of whom an answer has signed in. */
export const cookieOf = (response: { cookies: { name: string; value: string }[] }): string => {
  const [cookie] = response.cookies
  return cookie ? `${cookie.name}=${cookie.value}` : ""
}
