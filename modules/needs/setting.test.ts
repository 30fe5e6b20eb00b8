import { unwrap } from "@qiaoliang/basics"
import { describe, expect, it } from "vitest"
import type { Out } from "#kit/web/call.ts"
import { said, voicing } from "./build.ts"
import * as contract from "./contract.ts"

const { w, who } = await voicing()
const asked = async () => unwrap(await w.stranger.get(contract.categories, {})).items
type Items = Out<typeof contract.categories>["items"]
const set = (items: readonly (Omit<Items[number], "id" | "desk"> & { id?: string })[], name = "A1") =>
  who(name).post(contract.setCategories, { items: items.map(({ ...c }) => c) })

describe("needs.set-categories", () => {
  it("refuses the stranger, unions, faculties, clerks and administrators", async () => {
    const items = await asked()
    expect(items).toHaveLength(18)
    expect((await w.stranger.post(contract.setCategories, { items })).status).toBe(401)
    for (const name of ["S1", "P1", "F1", "A3", "L3", "ADMIN"])
      expect((await set(items, name)).status).toBe(403)
  })

  it("changes names, clocks and order, adds and closes; needs know them by their ids", async () => {
    const items = await asked()
    const turned = items.toReversed().map((c) => (c.id === "usual-12" ? { ...c, name: "报修与维护" } : c))
    const fresh = {
      name: "快递",
      field: "权益维护" as const,
      clock: { acknowledge: 1, answer: 2, solve: 3 },
      open: true,
    }
    unwrap(await set([...turned.map((c) => ({ ...c, open: c.name !== "食堂" })), fresh], "L2"))
    const now = await asked()
    expect(now.map((c) => c.name)).toEqual([...turned.map((c) => c.name), "快递"])
    expect(now.at(-1)).toMatchObject({ desk: "union", clock: fresh.clock })
    expect(now.find((c) => c.desk === "league")).toMatchObject({ id: "usual-17" })
    expect((await who("S1").post(contract.raise, said({ category: "usual-12" }))).ok).toBe(true)
    expect((await who("S1").post(contract.raise, said({ category: "usual-10" }))).ok).toBe(false)
  })

  it("refuses to delete, to name two alike, to leave a field of 1.3 or 7.2 without any, a clock that runs back", async () => {
    const items = await asked()
    const why = async (change: readonly Items[number][]) => {
      const answer = await set(change)
      return answer.ok ? "" : answer.error.because
    }
    expect(await why(items.slice(1))).toContain("不能删除")
    expect(await why(items.map((c) => ({ ...c, name: "同名" })))).toContain("同名")
    expect(await why(items.map((c) => ({ ...c, open: c.field !== "身心健康" })))).toContain("身心健康")
    expect(await why(items.map((c) => ({ ...c, open: c.desk !== "league" })))).toContain("作风")
    expect(
      await why(items.map((c) => ({ ...c, clock: { acknowledge: 5, answer: 3, solve: 10 } }))),
    ).toContain("期限")
    expect(await why([...items, { ...items[0]!, id: "01unknown", name: "别处的" }])).toContain("已经改动")
    expect(await asked()).toEqual(items)
  })
})

describe("needs.help", () => {
  const lines = [
    { kind: "danger" as const, name: "保卫处", phone: "66110", note: "全天" },
    { kind: "mind" as const, name: "心理中心", phone: "66525", note: "" },
  ]
  it("is open to everybody, with the country's own lines until the university sets its own", async () => {
    const { items } = unwrap(await w.stranger.get(contract.help, {}))
    expect(items.map((l) => l.phone)).toEqual(["110", "120", "12356", "12355"])
  })
  it("is set by Student Affairs alone, with a line of each kind", async () => {
    expect((await w.stranger.post(contract.setHelp, { items: lines })).status).toBe(401)
    for (const name of ["S1", "P1", "L1", "A3", "ADMIN"])
      expect((await who(name).post(contract.setHelp, { items: lines })).status).toBe(403)
    expect((await who("A1").post(contract.setHelp, { items: [lines[0]!, lines[0]!] })).status).toBe(400)
    expect(
      (await who("A1").post(contract.setHelp, { items: lines.map((l) => ({ ...l, phone: "call me" })) }))
        .status,
    ).toBe(400)
    unwrap(await who("A2").post(contract.setHelp, { items: lines }))
    expect(unwrap(await w.stranger.get(contract.help, {})).items).toEqual(lines)
    const other = await w.addUniversity("别的大学")
    const person = await w.as("S1", other)
    expect(unwrap(await person.get(contract.help, {})).items[0]!.phone).toBe("110")
  })
})
