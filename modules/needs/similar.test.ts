import { unwrap } from "@qiaoliang/basics"
import { describe, expect, it } from "vitest"
import { nobody } from "#kit/server/world.ts"
import { openActor } from "#modules/accounts/index.ts"
import { raise, voicing } from "./build.ts"
import * as contract from "./contract.ts"
import { changeNeed, mergeNeeds, needById, needsModule, unmergeNeed } from "./index.ts"

const { w, union, who } = await voicing()
const titles = async (name: string, text: string) =>
  unwrap(await who(name).get(contract.similar, { text })).items.map((i) => i.title)

describe("needs.similar", () => {
  it("refuses the stranger, and puts no words into an address", async () => {
    expect((await w.stranger.get(contract.similar, { text: "洗衣机" })).status).toBe(401)
    const asked = await who("S1").send({
      method: "GET",
      url: "/api/needs/similar?text=%E6%B4%97%E8%A1%A3%E6%9C%BA",
    })
    expect(asked.statusCode).toBe(404)
  })

  it("finds the same matter in other words, with small numbers hidden, and one's own marked", async () => {
    const need = await raise(w, {
      unionId: union,
      number: "S1",
      title: "宿舍洗衣机坏了",
      voices: ["V1", "V2", "V3"],
    })
    await raise(w, { unionId: union, number: "S3", title: "图书馆闭馆太早", text: "希望延长到十一点。" })
    const ask = async (name: string) =>
      unwrap(await who(name).get(contract.similar, { text: "我们楼的洗衣机用不了，没人来修" })).items
    expect(await ask("S2")).toEqual([
      {
        id: need.id,
        nth: need.nth,
        title: need.title,
        place: "三号楼",
        voices: null,
        state: null,
        href: null,
        mine: false,
        can: { join: true },
      },
    ])
    expect(await ask("S1")).toMatchObject([{ mine: true }])
    unwrap(await who("S2").post(contract.join, { id: need.id }))
    expect(await ask("S2")).toMatchObject([{ voices: 5, mine: true }])
    expect(await titles("S2", "隔壁学院的篮球赛")).toEqual([])
  })

  it("never tells what is discreet, about a worker's conduct, or withdrawn", async () => {
    const words = { title: "体育馆游泳池水不干净", text: "游泳池的水很浑。" }
    const discreet = await raise(w, { unionId: union, number: "S1", ...words, discreet: true })
    const conduct = await raise(w, { unionId: union, number: "S1", ...words, desk: "league" })
    const open = await raise(w, { unionId: union, number: "S1", ...words })
    const seen = async () =>
      unwrap(await who("S2").get(contract.similar, { text: "游泳池水太脏" })).items.map((i) => i.id)
    expect(await seen()).toEqual([open.id])
    unwrap(await who("S1").post(contract.withdraw, { id: open.id }))
    expect(await seen()).toEqual([])
    expect([discreet.id, conduct.id]).toHaveLength(2)
  })

  it("answers a merged need by its lead, and forgets what the desk makes discreet", async () => {
    const lead = await raise(w, { unionId: union, number: "S1", title: "东门路灯不亮", text: "晚上看不清。" })
    const part = await raise(w, {
      unionId: union,
      number: "S3",
      title: "东门外面太黑",
      text: "路灯坏了好几盏。",
    })
    const seen = async () =>
      unwrap(await who("S2").get(contract.similar, { text: "东门的路灯坏了" })).items.map((i) => i.id)
    expect((await seen()).sort()).toEqual([lead.id, part.id].sort())
    await w.world.within(w.university, nobody, async (ctx) =>
      unwrap(await mergeNeeds(ctx, lead, [part], "同一件事")),
    )
    expect(await seen()).toEqual([lead.id])
    await w.world.within(w.university, nobody, async (ctx) =>
      unwrap(await unmergeNeed(ctx, (await needById(ctx.tx, part.id))!, "不是一回事")),
    )
    await w.world.within(w.university, nobody, (ctx) =>
      changeNeed(ctx.tx, part.id, { discreet: true, changedAt: ctx.now }),
    )
    expect(await seen()).toEqual([lead.id])
  })

  it("tells of others' needs only what the desk let be public; one's own always", async () => {
    const need = await raise(w, {
      unionId: union,
      number: "S1",
      title: "校车早上坐不上",
      text: "每天挤不上去。",
    })
    const closed = needsModule({ isPublic: async () => new Set() }).served.find(
      (s) => s.contract === contract.similar,
    )!
    const ask = async (number: string) =>
      w.world.serve(closed, w.university, (await openActor(w.world, w.university, number))!, {
        text: "校车太挤坐不上",
      })
    expect(await ask("S2")).toEqual({ ok: true, value: { items: [] } })
    expect(await ask("S1")).toMatchObject({ value: { items: [{ id: need.id, mine: true }] } })
  })

  it("knows nothing of another university", async () => {
    const other = await w.addUniversity("别的大学")
    const person = await w.as("S1", other)
    expect(unwrap(await person.get(contract.similar, { text: "宿舍洗衣机坏了" })).items).toEqual([])
  })
})
