import { unwrap } from "@qiaoliang/basics"
import { beforeAll, describe, expect, it } from "vitest"
import type { Person, TestWorld } from "#kit/server/test-world.ts"
import { type CharterWorld, charter, charterWorld, outsiders, rotation, turnedAway } from "../build.ts"
import * as contract from "../contract.ts"

let w: TestWorld
let chair: Person
let on: CharterWorld["on"]

beforeAll(async () => {
  ;({ w, chair, on } = await charterWorld())
  unwrap(await chair.post(contract.adopt, charter))
})

describe("charter.adopt-rotation (2.2)", () => {
  it("refuses the stranger, the administrator, members, clerks and other faculties", async () => {
    expect(await outsiders(w, (p) => p.post(contract.adoptRotation, rotation))).toEqual(turnedAway)
  })
  it("wants the charter it stands in", async () => {
    const before = { ...rotation, from: "2024-10-19" }
    expect(await chair.post(contract.adoptRotation, before)).toMatchObject({
      status: 409,
      error: { at: "from" },
    })
  })
  it("binds from its day, and can be given up", async () => {
    unwrap(await chair.post(contract.adoptRotation, rotation))
    unwrap(await chair.post(contract.adoptRotation, { ...rotation, adopted: false, from: "2025-11-12" }))
    expect((await on("2025-08-31")).charter?.rotation).toBeUndefined()
    expect((await on("2025-11-11")).charter?.rotation).toBe(true)
    expect((await on("2025-11-12")).charter?.rotation).toBe(false)
  })
})
