import { unwrap } from "@qiaoliang/basics"
import { describe, expect, it } from "vitest"
import { testWorld } from "#modules/accounts/build.ts"
import { addFaculty, addUnion, hold } from "./build.ts"
import * as contract from "./contract.ts"
import { officesOn } from "./index.ts"

const w = await testWorld({ at: "2025-11-15T02:00:00Z" })
await addFaculty(w, "文学院")
await hold(w, { kind: "school-party", number: "P1", name: "党书记" })
await hold(w, { kind: "school-league", number: "L1", name: "团书记" })
const party = await w.as("P1")
const league = await w.as("L1")

describe("a full-time cadre as secretary-general (自评表)", () => {
  const on = (union: string) =>
    w.world.db.scoped(
      w.university.id,
      async (tx) => (await officesOn(tx, [union], "2025-11-15")).get(union)!.answers["secretary-general"],
    )
  const from = "2025-09-01"
  const secretary = (number: string, union: string) =>
    ({ kind: "school-league", number, name: number, post: "secretary", union, from }) as const

  it("is recorded at the appointment and answers the row; unsaid it stays unknown, part-time will not do", async () => {
    const [said, unsaid, part] = await Promise.all(
      ["全职会", "未说会", "兼职会"].map((name) => addUnion(w, { name })),
    )
    unwrap(await league.post(contract.appoint, { ...secretary("Q1", said!), fullTime: true }))
    unwrap(await league.post(contract.appoint, secretary("Q2", unsaid!)))
    unwrap(await league.post(contract.appoint, { ...secretary("Q3", part!), fullTime: false }))
    expect(await on(said!)).toMatchObject({ value: "Q1", on: from, rows: [{ name: "Q1" }] })
    expect(await on(unsaid!)).toBeUndefined()
    expect(await on(part!)).toMatchObject({ value: false, rows: [{ name: "Q3" }] })
    const shown = unwrap(await league.get(contract.list, { kind: "school-league" })).items[0]!
    expect(["Q1", "Q2", "Q3"].map((n) => shown.holders.find((h) => h.number === n)?.fullTime)).toEqual([
      true,
      undefined,
      false,
    ])
  })
  it("is of the union's own level", async () => {
    const union = await addUnion(w, { name: "文院学生会", level: "faculty", faculty: "文学院" })
    unwrap(await league.post(contract.appoint, { ...secretary("Q4", union), fullTime: true }))
    expect(await on(union)).toBeUndefined()
  })
  it("refuses it of other offices' posts, and a part-time 专职副书记", async () => {
    const other = { kind: "personnel", number: "Q5", name: "Q5", post: "clerk", from } as const
    expect(await party.post(contract.appoint, { ...other, fullTime: true })).toMatchObject({ status: 400 })
    const deputy = {
      kind: "school-league",
      number: "Q6",
      name: "Q6",
      post: "deputy-secretary",
      from,
    } as const
    expect(await league.post(contract.appoint, { ...deputy, fullTime: false })).toMatchObject({
      status: 422,
      error: { clause: "10.3" },
    })
    unwrap(await league.post(contract.appoint, deputy))
    const shown = unwrap(await league.get(contract.list, { kind: "school-league" })).items[0]!
    expect(shown.holders.find((h) => h.number === "Q6")?.fullTime).toBe(true)
  })
})
