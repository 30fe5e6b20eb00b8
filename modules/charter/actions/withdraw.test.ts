import { unwrap } from "@qiaoliang/basics"
import { beforeAll, describe, expect, it } from "vitest"
import type { Person, TestWorld } from "#kit/server/test-world.ts"
import { type CharterWorld, charter, charterWorld, limit, school } from "../build.ts"
import * as contract from "../contract.ts"

let w: TestWorld
let league: Person
let chair: Person
let on: CharterWorld["on"]

beforeAll(async () => {
  ;({ w, league, chair, on } = await charterWorld())
  unwrap(await chair.post(contract.adopt, { ...charter, adoptedOn: "2025-11-01" }))
})

const withdrawal = { union: school, id: "none", because: "登记有误" }

describe("charter.withdraw", () => {
  it("refuses the stranger, the administrator, members, clerks and other faculties", async () => {
    expect((await w.stranger.post(contract.withdraw, withdrawal)).status).toBe(401)
    const { id } = unwrap(
      await league.post(contract.setLimit, {
        ...limit,
        clause: "5.6",
        limit: { kind: "share", atLeast: { num: 3, den: 5 } },
      }),
    )
    for (const number of ["ADMIN", "X2", "L2", "F1"])
      expect((await (await w.as(number)).post(contract.withdraw, { ...withdrawal, id })).status, number).toBe(
        403,
      )
    expect((await league.post(contract.withdraw, withdrawal)).status).toBe(404)
  })
  it("takes back a version wrongly recorded, and keeps it in the history", async () => {
    const { id } = unwrap(
      await chair.post(contract.adopt, { ...charter, adoptedOn: "2025-11-14", name: "误登" }),
    )
    expect((await on("2025-11-15")).charter?.adopted).toBe("2025-11-14")
    unwrap(await chair.post(contract.withdraw, { union: school, id, because: "日期有误" }))
    expect((await on("2025-11-15")).charter?.adopted).toBe("2025-11-01")
    const { versions } = unwrap(await chair.get(contract.history, { union: school }))
    expect(versions[0]).toMatchObject({ name: "误登", withdrawn: "日期有误", recordedBy: "X1号" })
    expect(await w.stranger.get(contract.history, { union: school })).toMatchObject({ status: 401 })
  })
})
