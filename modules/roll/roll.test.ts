import { newId, unwrap } from "@qiaoliang/basics"
import { describe, expect, it } from "vitest"
import type { Ctx } from "#kit/server/world.ts"
import { nobody } from "#kit/server/world.ts"
import { testWorld } from "#modules/accounts/build.ts"
import { openActor } from "#modules/accounts/index.ts"
import { changeAssembly, insertAssembly } from "#modules/assembly/index.ts"
import { addDelegates, addDuty, addHall } from "./build.ts"
import { codeOf, isCode, slotOf } from "./code.ts"
import * as contract from "./contract.ts"
import {
  inboxItems,
  insertAttendance,
  presentAt,
  presentIn,
  quorumOf,
  requireQuorum,
  rollModule,
} from "./index.ts"
import { rollOf } from "./store.ts"

const told: string[] = []
const w = await testWorld({
  modules: [
    rollModule,
    {
      name: "listener",
      at: import.meta.url.replace("roll.test.ts", "none/none.ts"),
      clauses: [],
      served: [],
      on: { "roll.changed": async (_, { assembly }) => void told.push(String(assembly)) },
    },
  ],
})
const hall = await addHall(w, "preparing")
const assembly = hall.id
await addDuty(w, hall, "W1", "steward")
await addDuty(w, hall, "C1", "credentials")
await addDuty(w, hall, "B1", "presiding")
const six = ["D1", "D2", "D3", "D4", "D5", "D6"]
await addDelegates(w, hall, [
  ...six.map((number, i) => ({ number, ...(i > 3 ? { delegation: "历史代表团" } : {}), head: i === 0 })),
  { number: "O1", voting: false, delegation: "列席人员" },
  { number: "C1", delegation: "历史代表团" },
])
const steward = await w.as("W1")
const committee = await w.as("C1")
const presiding = await w.as("B1")
const first = await w.as("D1")
const outsider = await w.as("S9")
const league = await w.as("F1")

const at = <T>(work: (ctx: Ctx) => Promise<T>) => w.world.within(w.university, nobody, work)
const state = (to: "preparing" | "convened" | "open" | "closed", openedAt: Date | null = null) =>
  at((ctx) => changeAssembly(ctx.tx, assembly, { state: to, openedAt }))
const shown = () => at(async (ctx) => codeOf((await rollOf(ctx.tx, assembly))!, slotOf(ctx.now)))
const site = "http://hall.test"
const listed = async () => unwrap(await steward.get(contract.list, { assembly }))
const why = (answer: { ok: boolean; error?: { because: string } }) => (answer.ok ? "" : answer.error?.because)

describe("the code", () => {
  it("is shown to the stewards and the credentials committee only", async () => {
    expect((await w.stranger.get(contract.code, { assembly, site })).status).toBe(401)
    for (const person of [outsider, first, presiding, league])
      expect((await person.get(contract.code, { assembly, site })).status).toBe(403)
  })

  it("is not shown before the assembly is convened", async () => {
    expect(why(await steward.get(contract.code, { assembly, site }))).toContain("筹备")
    await state("convened")
    const of = unwrap(await steward.get(contract.code, { assembly, site }))
    expect(of.code).toMatch(/^[2-9B-Z]{8}$/)
    expect(of.qr).toContain("<svg")
    expect(of.quorum).toMatchObject({ due: 7, present: 0, needed: 5, met: false })
    expect(unwrap(await committee.get(contract.code, { assembly, site })).code).toBe(of.code)
  })

  it("changes with time, holds in its slot and the next, and is bound to the assembly and its key", () => {
    const of = { assemblyId: "a", secret: "key" }
    const now = new Date("2025-11-15T02:00:07Z")
    const code = codeOf(of, slotOf(now))
    const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
    expect(isCode(of, code, now)).toBe(true)
    expect(isCode(of, ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)}`, later(15))).toBe(true)
    expect(isCode(of, code, later(30))).toBe(false)
    expect(isCode(of, code, later(-15))).toBe(false)
    expect(isCode({ ...of, assemblyId: "b" }, code, now)).toBe(false)
    expect(isCode({ ...of, secret: "other" }, code, now)).toBe(false)
    expect(isCode(of, "２２２２", now)).toBe(false)
  })

  it("never leaves with its key", async () => {
    const { secret } = (await at((ctx) => rollOf(ctx.tx, assembly)))!
    const answer = await steward.get(contract.code, { assembly, site })
    expect(JSON.stringify(answer)).not.toContain(secret)
  })
})

describe("roll.check", () => {
  it("refuses the stranger and whoever is not on the list", async () => {
    const code = await shown()
    expect((await w.stranger.post(contract.check, { assembly, code })).status).toBe(401)
    const answer = await outsider.post(contract.check, { assembly, code })
    expect(answer.status).toBe(403)
    expect(why(answer)).toContain("名单")
    expect((await first.post(contract.check, { assembly: newId(), code })).status).toBe(404)
  })

  it("refuses a wrong code and an old one", async () => {
    const old = await shown()
    expect(why(await first.post(contract.check, { assembly, code: "23456789" }))).toContain("过期")
    w.moveTo("2025-11-15T02:01:00Z")
    expect(why(await first.post(contract.check, { assembly, code: old }))).toContain("过期")
    expect(unwrap(await first.get(contract.own, { assembly })).standing).toBe("absent")
  })

  it("checks a delegate in once, and tells the rooms above", async () => {
    told.length = 0
    const code = await shown()
    expect(unwrap(await first.post(contract.check, { assembly, code }))).toMatchObject({
      already: false,
      delegation: "汉语言代表团",
      voting: true,
    })
    expect(unwrap(await first.post(contract.check, { assembly, code })).already).toBe(true)
    expect(told).toEqual([assembly])
    const live = unwrap(await first.get(contract.live, { assembly }))
    expect(live).toMatchObject({ due: 7, present: 1, others: 0, met: false })
    expect(unwrap(await first.get(contract.own, { assembly }))).toMatchObject({ standing: "here" })
  })

  it("counts one in where the same phone asks many times at once, and everybody of a crowd", async () => {
    const people = await Promise.all(["D2", "D3", "O1"].map((n) => w.as(n)))
    const code = await shown()
    const answers = await Promise.all(
      people.flatMap((p) => [1, 2, 3, 4].map(() => p.post(contract.check, { assembly, code }))),
    )
    expect(answers.every((a) => a.ok)).toBe(true)
    expect(answers.filter((a) => a.ok && !a.value.already)).toHaveLength(3)
    expect(unwrap(await first.get(contract.live, { assembly }))).toMatchObject({ present: 3, others: 1 })
    expect(await at((ctx) => quorumOf(ctx.tx, assembly))).toMatchObject({ present: 3 })
  })
})

describe("the list", () => {
  it("is kept by stewards and the credentials committee, read by who serves and by the offices", async () => {
    const wanted = { assembly, numbers: ["D4"], what: "in" as const }
    expect((await w.stranger.post(contract.tick, wanted)).status).toBe(401)
    for (const person of [outsider, first, presiding, league])
      expect((await person.post(contract.tick, wanted)).status).toBe(403)
    expect((await outsider.get(contract.list, { assembly })).status).toBe(403)
    expect((await first.get(contract.list, { assembly })).status).toBe(403)
    expect(unwrap(await presiding.get(contract.list, { assembly })).can.keep).toBe(false)
    expect(unwrap(await league.get(contract.list, { assembly })).items).toHaveLength(8)
  })

  it("finds by name, number and delegation, and counts per delegation", async () => {
    const of = await listed()
    expect(of.delegations).toContainEqual({ name: "汉语言代表团", due: 4, present: 3, others: 0 })
    const found = async (text: string) =>
      unwrap(await steward.get(contract.list, { assembly, text })).items.map((i) => i.number)
    expect(await found("D4号")).toEqual(["D4"])
    expect(await found("历史")).toEqual(["C1", "D5", "D6"])
    expect(await found("查无此人")).toEqual([])
    const here = unwrap(await steward.get(contract.list, { assembly, standing: "here" }))
    expect(here.total).toBe(4)
  })

  it("nobody ticks himself or herself in, nor somebody who is not on it", async () => {
    const tick = (numbers: string[]) => committee.post(contract.tick, { assembly, numbers, what: "in" })
    expect(why(await tick(["D4", "C1"]))).toContain("不能给自己签到")
    expect(why(await tick(["S9"]))).toContain("名单")
    expect((await listed()).counts.here).toBe(4)
    expect(unwrap(await tick(["D4", "D1"])).changed).toBe(1)
  })

  it("takes a slip back once", async () => {
    expect((await first.post(contract.undo, { assembly, number: "D4" })).status).toBe(403)
    expect((await steward.post(contract.undo, { assembly, number: "D5" })).status).toBe(404)
    expect((await committee.post(contract.undo, { assembly, number: "C1" })).status).toBe(403)
    expect((await steward.post(contract.undo, { assembly, number: "D4" })).ok).toBe(true)
    const d4 = (await listed()).items.find((i) => i.number === "D4")
    expect(d4).toMatchObject({ standing: "absent", came: null, left: null, can: { undo: false } })
    expect((await steward.post(contract.undo, { assembly, number: "D4" })).status).toBe(409)
    expect(unwrap(await first.get(contract.live, { assembly })).present).toBe(3)
  })
})

describe("the quorum", () => {
  it("keeps what needs one from opening, saying how many are missing and by what rule", async () => {
    const refused = await at((ctx) => requireQuorum(ctx, assembly))
    expect(why(refused)).toContain("应到代表7名，实到3名")
    expect(why(refused)).toContain("还差2名")
    expect(why(refused)).toContain("工作规则")
    expect((await at((ctx) => requireQuorum(ctx, newId()))).ok).toBe(false)
    await steward.post(contract.tick, { assembly, numbers: ["D4", "D5"], what: "in" })
    expect(await at((ctx) => requireQuorum(ctx, assembly))).toMatchObject({
      ok: true,
      value: { due: 7, present: 5, needed: 5, met: true },
    })
  })

  it("is lost when somebody leaves, found again when somebody comes late; a moment keeps its own", async () => {
    await state("open", new Date("2025-11-15T02:05:00Z"))
    w.moveTo("2025-11-15T02:10:00Z")
    const before = w.world.clock()
    w.moveTo("2025-11-15T02:20:00Z")
    await steward.post(contract.tick, { assembly, numbers: ["D1"], what: "out" })
    expect((await at((ctx) => requireQuorum(ctx, assembly))).ok).toBe(false)
    expect((await at((ctx) => presentAt(ctx.tx, assembly, before))).has("D1")).toBe(true)
    expect((await at((ctx) => presentIn(ctx.tx, assembly))).has("D1")).toBe(false)
    await steward.post(contract.tick, { assembly, numbers: ["D6"], what: "in" })
    expect((await at((ctx) => requireQuorum(ctx, assembly))).ok).toBe(true)
    const { items, counts } = await listed()
    expect(items.find((i) => i.number === "D6")?.late).toBe(true)
    expect(items.find((i) => i.number === "D1")).toMatchObject({ standing: "left", late: false })
    expect(counts).toMatchObject({ left: 1, late: 1, here: 6 })
    const code = await shown()
    expect(unwrap(await first.post(contract.check, { assembly, code })).already).toBe(false)
  })

  it("follows the list of delegates", async () => {
    await addDelegates(w, hall, [{ number: "D7" }, { number: "D8" }])
    await at((ctx) => ctx.emit("delegates.changed", { assembly }))
    expect(unwrap(await first.get(contract.live, { assembly }))).toMatchObject({
      due: 9,
      present: 6,
      needed: 6,
    })
  })
})

describe("around it", () => {
  it("puts the roll into the stewards' inbox, nobody else's", async () => {
    const inbox = async (number: string) => {
      const actor = await openActor(w.world, w.university, number)
      return (await w.world.within(w.university, actor!, inboxItems)).map((i) => i.title)
    }
    expect(await inbox("W1")).toEqual(["组织代表签到"])
    expect(await inbox("B1")).toEqual([])
  })

  it("hands out files to readers only", async () => {
    const url = (file: string) => ({ method: "GET" as const, url: `/api/roll/${assembly}/${file}` })
    expect((await w.stranger.send(url("attendance.xlsx"))).statusCode).toBe(401)
    expect((await first.send(url("attendance.xlsx"))).statusCode).toBe(403)
    expect((await steward.send(url("secret.txt"))).statusCode).toBe(404)
    expect((await steward.send(url("attendance.xlsx"))).rawPayload.subarray(0, 2).toString()).toBe("PK")
    expect((await league.send(url("sign-in.docx"))).rawPayload.subarray(0, 2).toString()).toBe("PK")
  })

  it("is closed with the assembly, and seen from no other university", async () => {
    const code = await shown()
    await state("closed")
    expect(why(await (await w.as("D8")).post(contract.check, { assembly, code }))).toContain("闭幕")
    expect(why(await steward.post(contract.tick, { assembly, numbers: ["D8"], what: "in" }))).toContain(
      "闭幕",
    )
    expect((await steward.post(contract.undo, { assembly, number: "D6" })).status).toBe(409)
    const other = await w.addUniversity("他校")
    const there = await w.as("W1", other)
    expect((await there.get(contract.list, { assembly })).status).toBe(404)
    expect((await there.get(contract.live, { assembly })).status).toBe(404)
  })

  it("keeps 3,000 delegates' sums by one row", async () => {
    const big = await addBigHall()
    await at((ctx) =>
      insertAttendance(
        ctx.tx,
        Array.from({ length: 2500 }, (_, i) => ({
          id: newId(),
          assemblyId: big,
          number: `N${i}`,
          what: "in" as const,
          by: "code" as const,
          recordedBy: null,
          at: ctx.now,
        })),
      ),
    )
    const began = performance.now()
    // More than one address is ordinarily allowed in a minute.
    for (let i = 0; i < 1300; i++)
      expect((await first.get(contract.live, { assembly: big })).status).toBe(200)
    expect((performance.now() - began) / 1300).toBeLessThan(30)
    expect(unwrap(await first.get(contract.live, { assembly: big }))).toMatchObject({
      due: 3000,
      present: 2500,
      needed: 2000,
      met: true,
    })
  })
})

async function addBigHall(): Promise<string> {
  const id = newId()
  await at(async (ctx) => {
    await insertAssembly(ctx.tx, {
      id,
      unionId: hall.union,
      kind: "congress",
      name: "大型会议",
      day: "2025-11-15",
      time: "14:00",
      place: "体育馆",
      state: "open",
      proposedOn: "2025-09-20",
      openedAt: ctx.now,
      closedAt: null,
      cancelledBecause: null,
    })
  })
  await addDelegates(
    w,
    { ...hall, id },
    Array.from({ length: 3000 }, (_, i) => ({ number: `N${i}` })),
  )
  return id
}
