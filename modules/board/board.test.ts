import { unwrap } from "@qiaoliang/basics"
import { beforeAll, describe, expect, it } from "vitest"
import type { TestWorld } from "#kit/server/test-world.ts"
import { nobody } from "#kit/server/world.ts"
import { mergeNeeds, unmergeNeed, needById } from "#modules/needs/index.ts"
import { handled, onBoard, raised } from "./build.ts"
import * as contract from "./contract.ts"
import { rebuild } from "./refresh.ts"
import { countsBetween } from "./store.ts"

const { w, union } = await onBoard()
const list = async (input = {}, person = w.stranger) => unwrap(await person.get(contract.list, input))
const titles = async (input = {}) => (await list(input)).items.map((i) => i.title)

describe("what is public", () => {
  it("is nothing before the desk lets it be, and to everybody after", async () => {
    const need = await raised(w, union, { title: "图书馆闭馆太早" })
    expect(await titles()).toEqual([])
    await handled(w, need, { open: true })
    expect(await titles()).toEqual(["图书馆闭馆太早"])
    await handled(w, need, { open: false })
    expect(await titles()).toEqual([])
    expect(await titles({ text: "闭馆" })).toEqual([])
  })

  it("is never what was to be kept off it, lies with the League committee, was merged or withdrawn", async () => {
    const discreet = await raised(w, union, { title: "只给受理部门看的事", discreet: true })
    const league = await raised(w, union, { title: "部长办事拖拉", desk: "league" })
    for (const need of [discreet, league]) await handled(w, need, { open: true })
    expect(await titles()).toEqual([])
  })
})
