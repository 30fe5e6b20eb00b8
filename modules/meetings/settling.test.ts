import { unwrap } from "@qiaoliang/basics"
import { describe, expect, it } from "vitest"
import { addUnion } from "#modules/offices/build.ts"
import { withCharter } from "../presidium/build.ts"
import { callOf, fiveMembers, matter } from "./build.ts"
import * as contract from "./contract.ts"
import { meetingsOn } from "./index.ts"

const { w, union, members, league } = await fiveMembers()
const [chair, second] = members as [(typeof members)[0], (typeof members)[0]]
const call = callOf(union)

describe("meetings.settle", () => {
  const rules = {
    union,
    matters: ["换届筹备", matter],
    quorum: "two-thirds" as const,
    source: "章程第二十条",
  }
  it("refuses the stranger and the office; an empty list; keeps every version", async () => {
    expect((await w.stranger.post(contract.settle, rules)).status).toBe(401)
    expect((await league.post(contract.settle, rules)).status).toBe(403)
    expect((await chair.post(contract.settle, { ...rules, matters: [] })).status).toBe(422)
    expect(unwrap(await second.post(contract.settle, rules)).version).toBe(1)
    expect(unwrap(await chair.post(contract.settle, { ...rules, quorum: "half" })).version).toBe(2)
    const shown = unwrap(await chair.get(contract.rules, { union }))
    expect([shown.quorum, shown.versions.map((v) => v.quorum)]).toEqual(["half", ["half", "two-thirds"]])
  })
})

describe("where the charter has no rotation", () => {
  it("any member convenes and presides over what he or she convened; the reading is kept", async () => {
    const posts = ["R1", "R2", "R3"].map((number) => ({
      number,
      kind: "presidium" as const,
      title: "主席团成员",
    }))
    const other = await addUnion(w, { name: "桥梁大学研究生会", kind: "graduate", posts })
    const [one, two] = [await w.as("R1"), await w.as("R2")]
    await withCharter(one, other, false)
    const { id } = unwrap(await two.post(contract.convene, { ...call, union: other }))
    const shown = unwrap(await one.get(contract.one, { id }))
    expect(shown.reading).toBe("章程不实行执行主席轮值：主席团任一成员可以召集会议")
    expect((await one.post(contract.open, { id })).status).toBe(403)
    expect((await two.post(contract.open, { id })).ok).toBe(true)
    const answers = await w.world.db.scoped(w.university.id, (tx) => meetingsOn(tx, [other], "2025-11-15"))
    expect(answers.get(other)?.answers).toEqual({})
  })
})
