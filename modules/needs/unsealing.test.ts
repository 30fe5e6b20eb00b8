import { unwrap } from "@qiaoliang/basics"
import { describe, expect, it } from "vitest"
import { recordsOf } from "#kit/server/ledger.ts"
import type { Person } from "#kit/server/test-world.ts"
import { nobody } from "#kit/server/world.ts"
import { openActor } from "#modules/accounts/index.ts"
import { move, one } from "#modules/courses/contract.ts"
import { raise, voicing } from "./build.ts"
import * as contract from "./contract.ts"
import { concernsOf, inboxItems, type Need } from "./index.ts"

const { w, union, who } = await voicing()
const because = "来信提到家庭变故，两部门商定上门帮助"
const sealed = (shown: Need["shown"] = "anonymous") => raise(w, { unionId: union, number: "S1", shown })
const why = (answer: { ok: boolean; error?: { because: string } }) => (answer.ok ? "" : answer.error?.because)
const seen = async (id: string, name = "L3") => unwrap(await who(name).get(contract.unsealing, { id }))

/** Everybody who must never learn whose it is by this road. */
const others = ["S1", "S2", "P1", "F1", "F2", "ADMIN", "X9"] as const

async function sign(person: Person, course: string, office: string) {
  const { version } = unwrap(await person.get(one, { id: course }))
  return person.post(move, { id: course, move: { kind: "pass", step: "signed", office, version } })
}

describe("needs.ask-unsealing", () => {
  it("refuses the stranger and everybody but the two offices, and wants a reason", async () => {
    const { id } = await sealed()
    expect((await w.stranger.post(contract.askUnsealing, { id, because })).status).toBe(401)
    for (const name of others) {
      expect((await who(name).post(contract.askUnsealing, { id, because })).status).toBe(403)
      expect((await who(name).get(contract.unsealing, { id })).status).toBe(403)
    }
    expect((await who("L3").post(contract.askUnsealing, { id, because: "想知道" })).status).toBe(400)
    expect(
      why(await who("L3").post(contract.askUnsealing, { ...(await sealed("desk")), because })),
    ).toContain("不是匿名")
  })
})

describe("an opening by two offices", () => {
  it("needs two signatures by two people who did not ask, and shows the name to each once", async () => {
    const { id } = await sealed()
    const { course } = unwrap(await who("L3").post(contract.askUnsealing, { id, because }))
    expect(why(await who("A3").post(contract.askUnsealing, { id, because }))).toContain("已经提出")
    // A clerk prepares and does not sign; whoever asked does not either.
    expect((await sign(who("A3"), course, "student-affairs")).ok).toBe(false)
    unwrap(await sign(who("A1"), course, "student-affairs"))
    const [waiting] = (await seen(id, "A1")).items
    expect(waiting).toMatchObject({ openedOn: null, can: { reveal: false } })
    expect((await who("A1").post(contract.reveal, { id: waiting!.id })).status).toBe(403)
    expect(unwrap(await who("S1").get(contract.mine, {})).items.find((n) => n.id === id)?.unsealed).toEqual(
      [],
    )
    unwrap(await sign(who("L1"), course, "school-league"))

    for (const name of [...others, "A2", "A3", "L2", "L3"] as const)
      expect((await who(name).post(contract.reveal, { id: waiting!.id })).status).toBe(403)
    expect((await w.stranger.post(contract.reveal, { id: waiting!.id })).status).toBe(401)
    for (const name of ["A1", "L1"] as const) {
      expect((await seen(id, name)).items[0]).toMatchObject({ openedOn: "2025-11-15", can: { reveal: true } })
      expect(unwrap(await who(name).post(contract.reveal, { id: waiting!.id }))).toEqual({
        number: "S1",
        name: "S1号",
        faculty: "文学院",
        className: "汉语言2301",
      })
      expect(why(await who(name).post(contract.reveal, { id: waiting!.id }))).toContain("已经看过一次")
    }
    expect((await seen(id)).items[0]!.seenBy.map((v) => v.name)).toEqual(["A1号", "L1号"])
  })

  it("is in the ledger without the name, and told to the raiser", async () => {
    const need = unwrap(await who("S1").get(contract.mine, {})).items.find((n) => n.unsealed.length > 0)!
    expect(need.unsealed).toEqual([{ on: "2025-11-15", because, urgent: false }])
    const entries = await w.world.db.scoped(w.university.id, (tx) =>
      recordsOf<{ kind: string }>(tx, "needs.unsealing", need.id),
    )
    expect(entries.map((e) => e.body.kind)).toEqual(["opened", "seen", "seen"])
    expect(JSON.stringify(entries)).not.toContain('"S1')
    const actor = (await openActor(w.world, w.university, "S1"))!
    expect(await w.world.within(w.university, actor, concernsOf())).toContainEqual(
      expect.objectContaining({ note: "匿名身份已被开启，查看原因", state: "news", href: "/needs/mine" }),
    )
    expect(unwrap(await who("S2").get(contract.mine, {})).items).toEqual([])
  })

  it("does not happen when one office refuses, nor by whoever asked", async () => {
    const { id } = await sealed()
    const { course } = unwrap(await who("A2").post(contract.askUnsealing, { id, because }))
    expect(why(await sign(who("A2"), course, "student-affairs"))).toContain("自己有关")
    unwrap(
      await who("L1").post(move, {
        id: course,
        move: { kind: "refuse", step: "signed", because: "理由不足" },
      }),
    )
    expect((await seen(id)).items[0]).toMatchObject({ openedOn: null, can: { reveal: false } })
    expect((await seen(id)).can.ask).toBe(true)
  })
})

describe("needs.unseal-urgent", () => {
  it("refuses everybody but the heads of the two offices", async () => {
    const { id } = await sealed()
    expect((await w.stranger.post(contract.unsealUrgent, { id, because })).status).toBe(401)
    for (const name of [...others, "A2", "A3", "L2", "L3"] as const)
      expect((await who(name).post(contract.unsealUrgent, { id, because })).status).toBe(403)
    expect((await who("A1").post(contract.unsealUrgent, { ...(await sealed("named")), because })).ok).toBe(
      false,
    )
  })

  it("opens at once, in the ledger, told to the raiser and to the other office until it takes note", async () => {
    const { id } = await sealed()
    const urgent = "诉求中写明今晚要伤害自己，须立即找到本人"
    expect(unwrap(await who("A1").post(contract.unsealUrgent, { id, because: urgent }))).toMatchObject({
      number: "S1",
    })
    expect(unwrap(await who("S1").get(contract.mine, {})).items.find((n) => n.id === id)?.unsealed).toEqual([
      { on: "2025-11-15", because: urgent, urgent: true },
    ])
    const inbox = async (number: string) =>
      w.world.within(w.university, (await openActor(w.world, w.university, number))!, inboxItems)
    expect(await inbox("L2")).toMatchObject([
      { heading: "知悉紧急开启匿名", href: `/office/needs/unseal/${id}` },
    ])
    for (const name of ["A1", "L3", "F1", "ADMIN", "S1"]) expect(await inbox(name)).toEqual([])
    const [item] = (await seen(id, "L2")).items
    expect(item!.can.note).toBe(true)
    expect((await who("A2").post(contract.noteUnsealing, { id: item!.id })).status).toBe(403)
    unwrap(await who("L2").post(contract.noteUnsealing, { id: item!.id }))
    expect((await who("L2").post(contract.noteUnsealing, { id: item!.id })).ok).toBe(false)
    expect(await inbox("L2")).toEqual([])
    const entries = await w.world.within(w.university, nobody, (ctx) =>
      recordsOf<{ kind: string; byName: string }>(ctx.tx, "needs.unsealing", id),
    )
    expect(entries.map((e) => e.body)).toMatchObject([{ kind: "urgent", byName: "A1号" }])
  })
})
