import { unwrap } from "@qiaoliang/basics"
import { beforeAll, describe, expect, it } from "vitest"
import type { Person, TestWorld } from "#kit/server/test-world.ts"
import { hold } from "#modules/offices/build.ts"
import { charter, charterWorld, limit, maths, school } from "./build.ts"
import * as contract from "./contract.ts"
import { charterOn } from "./index.ts"

let w: TestWorld
let chair: Person
let admin: Person

beforeAll(async () => {
  ;({ w, chair, admin } = await charterWorld())
  const guide = await w.as("F1")
  const smaller = { kind: "count", max: 2 } as const
  unwrap(await chair.post(contract.adopt, charter))
  unwrap(await guide.post(contract.adopt, { ...charter, union: maths, public: false }))
  unwrap(await guide.post(contract.setLimit, { ...limit, union: maths, clause: "3.5", limit: smaller }))
})

describe("charter.list and charter.one", () => {
  it("sum up every union and say what the viewer can do", async () => {
    const { items } = unwrap(await w.stranger.get(contract.list, {}))
    expect(items.find((i) => i.union.id === maths)).toMatchObject({
      limits: 1,
      readings: 0,
      version: { public: false },
    })
    expect(
      unwrap(await w.stranger.get(contract.list, { on: "2020-01-01", missing: "true" })).items,
    ).toHaveLength(2)
    expect(unwrap(await admin.get(contract.one, { union: school })).can).toEqual({
      "charter.adopt": false,
      "charter.set-limit": false,
      "charter.adopt-rotation": false,
      "charter.choose-reading": false,
      "charter.withdraw": false,
    })
    expect(unwrap(await chair.get(contract.one, { union: school })).can["charter.set-limit"]).toBe(true)
  })
  it("show a second university nothing", async () => {
    const there = await w.addUniversity("彼岸大学")
    await hold(w, { kind: "school-league", number: "L1" }, there)
    const other = await w.as("L1", there)
    expect(unwrap(await other.get(contract.list, {})).items).toEqual([])
    expect(await other.get(contract.one, { union: school })).toMatchObject({ status: 404 })
    expect(await other.post(contract.setLimit, limit)).toMatchObject({ status: 404 })
    expect(
      await w.world.db.scoped(there.id, async (tx) =>
        (await charterOn(tx, [school], "2025-11-15")).get(school),
      ),
    ).toEqual({
      limits: {},
      readings: {},
    })
  })
})
