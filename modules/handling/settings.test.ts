import { unwrap } from "@qiaoliang/basics"
import { beforeAll, describe, expect, it } from "vitest"
import { nobody } from "#kit/server/actor.ts"
import { insertDepartments } from "#modules/unions/index.ts"
import { addPost, type HandlingWorld, handlingWorld } from "./build.ts"
import * as contract from "./contract.ts"

let of: HandlingWorld
beforeAll(async () => {
  of = await handlingWorld()
})

const error = (answer: { ok: boolean; error?: { code: string; because: string } }) => answer.error

describe("templates and views", () => {
  it("are the desk's own, and the person's", async () => {
    const at = `union:${of.school}`
    const text = "您好，您反映的问题已转有关部门。"
    const template = { at, name: "已转办", text }
    expect(error(await of.people.H1.post(contract.saveTemplate, template))?.code).toBe("not-allowed")
    const { id } = unwrap(await of.people.K1.post(contract.saveTemplate, template))
    expect(error(await of.people.K2.post(contract.saveTemplate, template))?.code).toBe("conflict")
    expect(unwrap(await of.people.K2.get(contract.settings, {})).templates.map((t) => t.name)).toEqual([
      "已转办",
    ])
    expect(unwrap(await of.people.H1.get(contract.settings, {})).templates).toEqual([])
    unwrap(await of.people.K1.post(contract.dropTemplate, { at, id }))
    unwrap(await of.people.K1.post(contract.saveView, { name: "逾期", query: { tab: "late" } }))
    expect(unwrap(await of.people.K1.get(contract.queue, {})).views).toHaveLength(1)
    expect(unwrap(await of.people.K2.get(contract.queue, {})).views).toEqual([])
    expect(error(await of.people.S9.post(contract.saveView, { name: "逾期", query: {} }))?.code).toBe(
      "not-allowed",
    )
  })

  it("name another department as the desk, which then is alone the desk", async () => {
    await of.w.world.within(of.w.university, nobody, (ctx) =>
      insertDepartments(
        ctx.tx,
        ["文体部", "权益服务部"].map((name) => ({
          unionId: of.faculty,
          name,
          validFrom: "2024-09-01",
          openedBy: "test",
        })),
      ),
    )
    const name = { union: of.faculty, department: "文体部" }
    expect(error(await of.people.FK1.post(contract.nameDesk, name))?.code).toBe("not-allowed")
    expect(error(await of.people.P1.post(contract.nameDesk, name))?.code).toBe("not-allowed")
    await addPost(of.w, of.faculty, { number: "FP1", kind: "presidium", title: "主席团成员" })
    const chair = await of.w.as("FP1")
    expect(error(await chair.post(contract.nameDesk, { ...name, department: "没有的部" }))?.code).toBe(
      "invalid",
    )
    unwrap(await of.people.FK1.get(contract.queue, {}))
    unwrap(await chair.post(contract.nameDesk, name))
    expect(error(await of.people.FK1.get(contract.queue, {}))?.code).toBe("not-allowed")
    expect(unwrap(await chair.get(contract.settings, {})).union?.department).toBe("文体部")
  })
})
