import { unwrap } from "@qiaoliang/basics"
import { beforeAll, describe, expect, it } from "vitest"
import type { TestWorld } from "#kit/server/test-world.ts"
import { buildAccount, testWorld } from "#modules/accounts/build.ts"
import { inboxItems as charterItems } from "#modules/charter/index.ts"
import { addUnion, hold } from "#modules/offices/build.ts"
import { inboxItems as officeItems } from "#modules/offices/index.ts"
import { count, list } from "./contract.ts"
import { inboxModule } from "./index.ts"
import { type Item, inOrder } from "./item.ts"

const item = (id: string, more: Partial<Item>): Item => ({
  id,
  module: "x",
  title: id,
  detail: "",
  since: "2025-11-01",
  href: "/office",
  capacity: "校团委 书记",
  ...more,
})

it("puts what is late first, then by deadline, then what has waited longest", () => {
  const items = [
    item("waits", { since: "2025-10-01" }),
    item("newer", { since: "2025-11-02" }),
    item("due", { due: "2025-11-20" }),
    item("late", { due: "2025-11-14" }),
    item("today", { due: "2025-11-15" }),
  ]
  const sorted = inOrder(items, "2025-11-15")
  expect(sorted.map((i) => i.id)).toEqual(["late", "today", "due", "waits", "newer"])
  expect(sorted.filter((i) => i.overdue).map((i) => i.id)).toEqual(["late"])
})

describe("inbox.list", () => {
  let w: TestWorld
  beforeAll(async () => {
    w = await testWorld({ modules: [await withCharter(), inboxModule([officeItems, charterItems])] })
    await hold(w, { kind: "school-league", number: "L1" })
    await addUnion(w, {
      id: "u1",
      name: "校学生会",
      posts: [
        { number: "X1", kind: "presidium", title: "执行主席" },
        { number: "X2", kind: "member", title: "干事" },
      ],
    })
    await buildAccount(w, { number: "ADMIN", admin: true })
  })
  const withCharter = async () => (await import("#modules/charter/index.ts")).charterModule([])
  const titles = async (number: string) =>
    unwrap(await (await w.as(number)).get(list, {})).items.map((i) => `${i.capacity}：${i.title}`)

  it("refuses the stranger", async () => {
    expect(await w.stranger.get(list, {})).toMatchObject({ status: 401 })
  })
  it("holds what waits for this person's posts, and nothing of others'", async () => {
    expect(await titles("L1")).toEqual(["学校团委 书记：指定1名专职副书记"])
    expect(await titles("X1")).toEqual(["校学生会 执行主席：登记章程"])
    expect(await titles("X2")).toEqual([])
    expect(await titles("ADMIN")).toEqual([
      "系统管理员：6个组织没有登记负责人",
      "系统管理员：登记分管和参与学生会管理的校领导",
    ])
  })
  it("is counted, for nobody but the person", async () => {
    const counted = async (number: string) => unwrap(await (await w.as(number)).get(count, {})).total
    expect((await w.stranger.get(count, {})).status).toBe(401)
    expect(await counted("L1")).toBe(1)
    expect(await counted("X2")).toBe(0)
  })
  it("names three of many offices without a head, and counts the rest", async () => {
    const [one] = unwrap(await (await w.as("ADMIN")).get(list, {})).items
    expect(one?.detail.split("、")).toHaveLength(3)
    expect(one?.detail).toMatch(/，另有3个$/)
  })
})
