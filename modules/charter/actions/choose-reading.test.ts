import { unwrap } from "@qiaoliang/basics"
import { beforeAll, describe, expect, it } from "vitest"
import type { Person, TestWorld } from "#kit/server/test-world.ts"
import { type CharterWorld, charterWorld, outsiders, reading, school, turnedAway } from "../build.ts"
import * as contract from "../contract.ts"

let w: TestWorld
let league: Person
let chair: Person
let on: CharterWorld["on"]

beforeAll(async () => {
  ;({ w, league, chair, on } = await charterWorld())
})

describe("charter.choose-reading", () => {
  it("refuses the stranger, the administrator, members, clerks and other faculties", async () => {
    expect(await outsiders(w, (p) => p.post(contract.chooseReading, reading))).toEqual(turnedAway)
  })
  it("is the guiding League committee's choice, among the readings there are", async () => {
    expect(await chair.post(contract.chooseReading, reading)).toMatchObject({ status: 403 })
    expect(await league.post(contract.chooseReading, { ...reading, reading: "toString" })).toMatchObject({
      status: 400,
    })
    expect(await league.post(contract.chooseReading, { ...reading, clause: "3.3" })).toMatchObject({
      status: 400,
    })
    const { id } = unwrap(await league.post(contract.chooseReading, reading))
    expect((await on("2025-08-31")).readings).toEqual({})
    expect((await on("2025-09-01")).readings).toEqual({ "4.3": "freshmen" })
    const seen = unwrap(await chair.get(contract.one, { union: school }))
    expect(seen.readings).toMatchObject([{ clause: "4.3", used: "freshmen" }])
    expect(seen.settings).toContainEqual(expect.objectContaining({ clause: "4.3", says: "新生不计" }))
    expect(await chair.post(contract.withdraw, { union: school, id, because: "不同意" })).toMatchObject({
      status: 403,
    })
  })
})
