import { unwrap } from "@qiaoliang/basics"
import { beforeAll, describe, expect, it } from "vitest"
import type { Person, TestWorld } from "#kit/server/test-world.ts"
import { type CharterWorld, charterWorld, limit, maths, outsiders, school, turnedAway } from "../build.ts"
import * as contract from "../contract.ts"

let w: TestWorld
let league: Person
let chair: Person
let on: CharterWorld["on"]

beforeAll(async () => {
  ;({ w, league, chair, on } = await charterWorld())
})

describe("charter.set-limit", () => {
  it("refuses the stranger, the administrator, members, clerks and other faculties", async () => {
    expect(await outsiders(w, (p) => p.post(contract.setLimit, limit))).toEqual(turnedAway)
  })
  it("lets a faculty's League committee guide its own union only", async () => {
    const input = { ...limit, union: maths, clause: "3.5", limit: { kind: "count", max: 2 } } as const
    expect((await (await w.as("F2")).post(contract.setLimit, input)).status).toBe(403)
    expect((await (await w.as("F1")).post(contract.setLimit, input)).status).toBe(200)
    expect((await on("2025-11-15", maths)).limits).toEqual({ "3.5": { kind: "count", min: 2, max: 2 } })
  })
  it("applies a stricter limit from its day, until the next or its withdrawal", async () => {
    unwrap(await chair.post(contract.setLimit, limit))
    const next = unwrap(
      await chair.post(contract.setLimit, { ...limit, limit: { kind: "count", max: 4 }, from: "2025-11-01" }),
    )
    expect((await on("2025-08-31")).limits["3.3"]).toBeUndefined()
    expect((await on("2025-10-31")).limits["3.3"]).toEqual({ kind: "count", max: 3 })
    expect((await on("2025-11-01")).limits["3.3"]).toEqual({ kind: "count", max: 4 })
    expect(await chair.post(contract.setLimit, { ...limit, from: "2025-10-01" })).toMatchObject({
      status: 409,
    })
    unwrap(
      await chair.post(contract.withdraw, {
        union: school,
        id: next.id,
        on: "2025-11-10",
        because: "章程修改",
      }),
    )
    expect((await on("2025-11-09")).limits["3.3"]).toBeDefined()
    expect((await on("2025-11-10")).limits["3.3"]).toBeUndefined()
    expect(
      await chair.post(contract.withdraw, { union: school, id: next.id, because: "再撤" }),
    ).toMatchObject({ status: 409 })
  })
  it.each([
    ["3.3", { kind: "count", max: 6 }],
    ["3.5", { kind: "count", min: 1, max: 3 }],
    ["3.5", { kind: "count", max: 4 }],
    ["5.6", { kind: "share", atLeast: { num: 49, den: 100 } }],
  ] as const)("refuses a looser %s, naming 11.2", async (clause, looser) => {
    expect(await league.post(contract.setLimit, { ...limit, clause, limit: looser })).toMatchObject({
      status: 422,
      error: { code: "against-clause", clause: "11.2", at: "limit" },
    })
  })
  it("refuses the same as the Opinions', one of another kind, and clauses without a limit", async () => {
    const set = (clause: string, of: { kind: "count"; max: number }) =>
      league.post(contract.setLimit, { ...limit, clause, limit: of })
    expect(await set("3.3", { kind: "count", max: 5 })).toMatchObject({ status: 400, error: { at: "limit" } })
    expect(await set("5.6", { kind: "count", max: 5 })).toMatchObject({ status: 400 })
    for (const clause of ["4.3", "3.1", "99"])
      expect(await set(clause, { kind: "count", max: 1 })).toMatchObject({
        status: 400,
        error: { at: "clause" },
      })
  })
})
