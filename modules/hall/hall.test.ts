import { unwrap } from "@qiaoliang/basics"
import { describe, expect, it } from "vitest"
import { recordsOf } from "#kit/server/ledger.ts"
import { openActor } from "#modules/accounts/index.ts"
import { changeAssembly } from "#modules/assembly/index.ts"
import { agenda, calledCongress } from "./build.ts"
import * as contract from "./contract.ts"
import { inboxItems } from "./index.ts"

const hall = await calledCongress()
const { w, id, chair, deputy, steward, teller, student, league, delegates, observer } = hall
const at = { assembly: id }
const one = async () => unwrap(await chair.get(contract.one, at))
const because = <T>(a: { ok: true; value: T } | { ok: false; error: { because: string } }) =>
  a.ok ? undefined : a.error.because
const inboxOf = async (number: string) => {
  const actor = await openActor(w.world, w.university, number)
  return (await w.world.within(w.university, actor!, inboxItems)).map((i) => i.title)
}
const six = ["D1", "D2", "D3", "D4", "D5", "D6"]

describe("hall.open", () => {
  it("is refused to the stranger, a student, a delegate, a steward and the office above", async () => {
    expect((await w.stranger.post(contract.open, at)).status).toBe(401)
    for (const person of [student, delegates[0]!, steward, league])
      expect((await person.post(contract.open, at)).status).toBe(403)
  })

  it("waits for the quorum, saying the numbers; five of nine are too few, six are enough", async () => {
    expect((await one()).next).toEqual({ do: "check-in" })
    await hall.move("in", ...six.slice(0, 5), "O1")
    const short = await chair.post(contract.open, at)
    expect(short.status).toBe(409)
    expect(because(short)).toMatch(/应到代表9.*实到5.*三分之二/)
    await hall.move("in", "D6")
    expect((await one()).next).toEqual({ do: "open" })
  })

  it("is refused before the Party committee agreed, citing 6.1, and before the day", async () => {
    const change = (set: object) => w.world.db.scoped(w.university.id, (tx) => changeAssembly(tx, id, set))
    await change({ state: "preparing" })
    const early = await chair.post(contract.open, at)
    expect(early.ok ? undefined : early.error.clause).toBe("6.1")
    expect((await one()).next).toEqual({ do: "not-convened" })
    await change({ state: "convened", day: "2025-11-20" })
    expect((await chair.post(contract.open, at)).status).toBe(409)
    expect((await one()).next).toEqual({ do: "wait" })
    await change({ day: "2025-11-15" })
  })

  it("opens by the chair or one who stands in; once", async () => {
    expect(await inboxOf("C2")).toEqual(["主持大会"])
    expect(await inboxOf("S1")).toEqual(["大会会务"])
    expect((await deputy.post(contract.open, at)).ok).toBe(true)
    expect((await chair.post(contract.open, at)).status).toBe(409)
    expect(await one()).toMatchObject({ state: "sitting", next: { do: "start-item", item: "i1" } })
    expect(await inboxOf("C1")).toEqual(["继续主持大会"])
    const [entry] = await w.world.db.scoped(w.university.id, (tx) =>
      recordsOf<{ quorum: { present: number } }>(tx, "hall", id),
    )
    expect(entry?.body).toMatchObject({ kind: "opened", quorum: { due: 9, present: 6 } })
  })
})

describe("the agenda", () => {
  it("is run by the chair only, an item at a time", async () => {
    const first = { ...at, item: "i1", minutes: 20 }
    expect((await w.stranger.post(contract.startItem, first)).status).toBe(401)
    expect((await steward.post(contract.startItem, first)).status).toBe(403)
    expect((await chair.post(contract.startItem, { ...at, item: "nothing" })).status).toBe(404)
    expect((await chair.post(contract.startItem, first)).ok).toBe(true)
    expect((await chair.post(contract.startItem, { ...at, item: "i2" })).status).toBe(409)
    expect((await chair.post(contract.extend, { ...at, of: "item", minutes: 5 })).ok).toBe(true)
    expect((await chair.post(contract.extend, { ...at, of: "speech", minutes: 5 })).status).toBe(409)
    expect((await one()).items[0]).toMatchObject({ state: "on", minutes: 25 })
  })

  it("skips with a reason, and takes up again what was skipped", async () => {
    expect((await chair.post(contract.skipItem, { ...at, item: "i5", because: "" })).status).toBe(400)
    expect((await steward.post(contract.skipItem, { ...at, item: "i5", because: "时间不够" })).status).toBe(
      403,
    )
    expect((await chair.post(contract.skipItem, { ...at, item: "i5", because: "时间不够" })).ok).toBe(true)
    expect((await chair.post(contract.reopenItem, { ...at, item: "i4" })).status).toBe(409)
    expect((await chair.post(contract.reopenItem, { ...at, item: "i5" })).ok).toBe(true)
    expect((await one()).items[4]?.state).toBe("pending")
  })
})

describe("speakers", () => {
  it("ask on their phones when they are here; nobody else", async () => {
    expect((await w.stranger.post(contract.ask, at)).status).toBe(401)
    expect((await student.post(contract.ask, at)).status).toBe(403)
    expect(because(await delegates[8]!.post(contract.ask, at))).toContain("还没有签到")
    expect((await delegates[0]!.post(contract.ask, at)).ok).toBe(true)
    expect((await delegates[0]!.post(contract.ask, at)).status).toBe(409)
    expect((await delegates[1]!.post(contract.ask, at)).ok).toBe(true)
    expect((await observer.post(contract.ask, at)).ok).toBe(true)
    expect((await observer.post(contract.ask, { ...at, point: true })).status).toBe(403)
  })

  it("hears points of order first, also when the list is closed", async () => {
    expect((await student.post(contract.setList, { ...at, open: false })).status).toBe(403)
    expect((await steward.post(contract.setList, { ...at, open: false })).ok).toBe(true)
    expect(because(await delegates[2]!.post(contract.ask, at))).toBe("发言名单已经截止")
    expect((await delegates[2]!.post(contract.ask, { ...at, point: true })).ok).toBe(true)
    expect((await one()).waiting.map((s) => s.name)).toEqual(["代表D3", "代表D1", "代表D2", "代表O1"])
    expect(unwrap(await delegates[1]!.get(contract.mine, at)).wishes).toMatchObject([{ ahead: 2 }])
  })

  it("are put down, moved and taken off by the stewards; withdrawn by themselves only", async () => {
    expect((await delegates[0]!.post(contract.addSpeaker, { ...at, number: "D4" })).status).toBe(403)
    expect((await steward.post(contract.addSpeaker, { ...at, number: "D44" })).status).toBe(400)
    expect((await steward.post(contract.addSpeaker, { ...at, name: "顾老师" })).ok).toBe(true)
    const [, d1, d2, , guest] = (await one()).waiting
    expect((await steward.post(contract.moveSpeaker, { id: d1!.id, up: true })).status).toBe(409)
    expect((await student.post(contract.moveSpeaker, { id: d2!.id, up: true })).status).toBe(403)
    expect((await steward.post(contract.moveSpeaker, { id: d2!.id, up: true })).ok).toBe(true)
    expect((await delegates[0]!.post(contract.withdraw, { id: d2!.id })).status).toBe(403)
    expect((await delegates[1]!.post(contract.withdraw, { id: d2!.id })).ok).toBe(true)
    expect((await delegates[1]!.post(contract.dropSpeaker, { id: guest!.id })).status).toBe(403)
    expect((await steward.post(contract.dropSpeaker, { id: guest!.id })).ok).toBe(true)
    expect((await one()).waiting.map((s) => s.name)).toEqual(["代表D3", "代表D1", "代表O1"])
  })

  it("have the floor one at a time, with a time limit, from the chair", async () => {
    const { next, waiting } = await one()
    expect(next).toEqual({ do: "call-speaker", speaker: waiting[0]!.id })
    expect((await steward.post(contract.callSpeaker, { id: waiting[0]!.id })).status).toBe(403)
    expect((await chair.post(contract.callSpeaker, { id: waiting[0]!.id, minutes: 3 })).ok).toBe(true)
    expect(await one()).toMatchObject({
      speaking: { name: "代表D3", minutes: 3 },
      next: { do: "end-speech" },
    })
    expect((await chair.post(contract.extend, { ...at, of: "speech", minutes: 2 })).ok).toBe(true)
    expect((await chair.post(contract.callSpeaker, { id: waiting[1]!.id })).ok).toBe(true)
    expect(await one()).toMatchObject({
      speaking: { name: "代表D1", minutes: 5 },
      spoke: [{ name: "代表D3", minutes: 5 }],
    })
    expect((await student.post(contract.endSpeech, { id: waiting[1]!.id })).status).toBe(403)
    expect((await steward.post(contract.endSpeech, { id: waiting[1]!.id })).ok).toBe(true)
  })
})

const poll = (since?: number) =>
  w.stranger.get(contract.live, {
    assembly: id,
    university: w.university.id,
    ...(since === undefined ? {} : { since }),
  })

describe("hall.live", () => {
  it("answers the revision alone where nothing changed, and all that is public where something did", async () => {
    const { revision, shown } = unwrap(await poll())
    expect(shown).toMatchObject({ state: "sitting", assembly: { name: "桥梁大学第三次学生代表大会" } })
    expect(unwrap(await poll(revision))).toEqual({ revision })
    expect((await steward.post(contract.note, { ...at, words: "全体起立，奏唱国歌" })).ok).toBe(true)
    const later = unwrap(await poll(revision))
    expect(later.revision).toBe(revision + 1)
    expect(later.shown?.waiting.map((s) => s.name)).toEqual(["代表O1"])
  })

  it("holds no number of a person, and knows nothing of another university or of a hall prepared", async () => {
    expect(JSON.stringify(unwrap(await poll()))).not.toMatch(/"number"|"[DCSTO]\d"/)
    const other = await w.addUniversity("另一所大学")
    expect((await w.stranger.get(contract.live, { assembly: id, university: other.id })).status).toBe(404)
    await w.world.db.scoped(w.university.id, (tx) => changeAssembly(tx, id, { state: "preparing" }))
    await w.world.within(w.university, (await openActor(w.world, w.university, "C1"))!, (ctx) =>
      ctx.emit("assembly.changed", { assembly: id }),
    )
    expect((await poll()).status).toBe(404)
    await w.world.db.scoped(w.university.id, (tx) => changeAssembly(tx, id, { state: "open" }))
    await w.world.within(w.university, (await openActor(w.world, w.university, "C1"))!, (ctx) =>
      ctx.emit("assembly.changed", { assembly: id }),
    )
    expect((await poll()).ok).toBe(true)
  })
})

describe("news from other rooms", () => {
  const tell = async (topic: string, payload: object) => {
    const actor = (await openActor(w.world, w.university, "C1"))!
    await w.world.within(w.university, actor, (ctx) => ctx.emit(topic, { ...payload }))
    return unwrap(await poll()).revision
  }

  it("reaches the screens, of delegates who come in at most every five seconds", async () => {
    const { revision } = unwrap(await poll())
    expect(await tell("elections.changed", { assembly: id })).toBe(revision + 1)
    expect(await tell("records.changed", { unions: [hall.union] })).toBe(revision + 2)
    expect(await tell("records.changed", { unions: ["another"] })).toBe(revision + 2)
    expect(await tell("roll.changed", { assembly: id })).toBe(revision + 2)
    w.moveTo("2025-11-15T02:00:06Z")
    expect(await tell("roll.changed", { assembly: id })).toBe(revision + 3)
    expect(await tell("roll.changed", { assembly: id })).toBe(revision + 3)
  })
})

describe("the console", () => {
  it("is closed to strangers and students, open to those who serve and those who guide", async () => {
    expect((await w.stranger.get(contract.one, at)).status).toBe(401)
    expect((await student.get(contract.one, at)).status).toBe(403)
    for (const person of [steward, teller, league]) expect((await person.get(contract.one, at)).ok).toBe(true)
    expect(unwrap(await teller.get(contract.one, at)).can).toEqual({
      chair: false,
      steward: false,
      count: true,
    })
    expect(agenda).toHaveLength((await one()).items.length)
  })
})
