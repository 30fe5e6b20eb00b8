import { unwrap } from "@qiaoliang/basics"
import { beforeAll, describe, expect, it } from "vitest"
import { nobody } from "#kit/server/actor.ts"
import { list as courseList, one as oneCourse } from "#modules/courses/contract.ts"
import { tellLate } from "#modules/courses/index.ts"
import { list as inboxList } from "#modules/inbox/contract.ts"
import { list as reminderList } from "#modules/reminders/contract.ts"
import { answered, type HandlingWorld, handlingWorld, raised, sent } from "./build.ts"
import * as contract from "./contract.ts"
import { handlingOn, handlingsOf } from "./index.ts"
import { closeQuiet, tellDesks } from "./jobs.ts"

let of: HandlingWorld
beforeAll(async () => {
  of = await handlingWorld()
})

const handling = (id: string) =>
  of.w.world.within(
    of.w.university,
    nobody,
    async (ctx) => (await handlingsOf(ctx.tx, [id], ctx.today)).get(id)!,
  )
const rows = (sql: string) =>
  of.w.world.within(
    of.w.university,
    nobody,
    async (ctx) => (await ctx.tx.client.query(sql, [ctx.tx.university])).rows,
  )
const error = (answer: { ok: boolean; error?: { code: string; because: string } }) => answer.error
const reminders = async (who: keyof HandlingWorld["people"]) =>
  unwrap(await of.people[who].get(reminderList, {})).items.map((i) => i.title)
const because = "还是坏的，昨天又停了一晚。"

describe("rating", () => {
  it("is for those who raised it or joined, once a round", async () => {
    const id = await answered(of, "A", { voices: ["S2", "S3"] })
    const rate = { id, solved: true, stars: 5, words: "很快" }
    expect(error(await of.people.S9.post(contract.rate, rate))?.code).toBe("not-allowed")
    expect(error(await of.people.H1.post(contract.rate, rate))?.code).toBe("not-allowed")
    expect((await of.w.stranger.post(contract.rate, rate)).status).toBe(401)
    unwrap(await of.people.S1.post(contract.rate, rate))
    expect(error(await of.people.S1.post(contract.rate, rate))?.code).toBe("conflict")
    unwrap(await of.people.S2.post(contract.rate, { ...rate, solved: false, stars: 2 }))
    expect((await handling(id)).ratings).toEqual({ count: 2, solved: 1, stars: 7 })
    // Fewer than five: not told in public.
    expect(unwrap(await of.w.stranger.get(contract.open, { id })).ratings).toBeNull()
    const seen = unwrap(await of.people.K1.get(contract.one, { id }))
    expect(seen.ratings.words).toHaveLength(2)
    expect(JSON.stringify(seen.ratings)).not.toMatch(/S1|S2/)
  })

  it("waits for the end of the handling", async () => {
    const id = await sent(of)
    const rate = { id, solved: true, stars: 5 }
    expect(error(await of.people.S1.post(contract.rate, rate))?.because).toContain("还没有办结")
  })

  it("is told in public from five people on", async () => {
    const voices = ["S2", "V1", "V2", "V3"]
    const id = await answered(of, "A", { voices })
    for (const n of ["S1", ...voices])
      unwrap(await (await of.w.as(n)).post(contract.rate, { id, solved: true, stars: 4 }))
    const shown = unwrap(await of.w.stranger.get(contract.open, { id }))
    expect(shown).toMatchObject({ voices: 5, ratings: { count: 5, solved: 5, stars: 20 } })
  })
})

describe("reopening", () => {
  it("is the raiser's, as often as practice lets it, and begins a new round at the office", async () => {
    const id = await answered(of, "A", { voices: ["S2"], shown: "anonymous" })
    expect(error(await of.people.S2.post(contract.reopen, { id, because }))?.code).toBe("not-allowed")
    const text = "已经再次维修，并更换了电路板。"
    for (const round of [2, 3]) {
      unwrap(await of.people.S1.post(contract.rate, { id, solved: false, stars: 1 }))
      unwrap(await of.people.S1.post(contract.reopen, { id, because }))
      expect(await handling(id)).toMatchObject({ state: "sent", round, outcome: null, ratings: { count: 0 } })
      unwrap(await of.people.H1.post(contract.answer, { id, outcome: "A", text, sign: true }))
    }
    expect(error(await of.people.S1.post(contract.reopen, { id, because }))?.because).toContain("2次")
    expect((await reminders("H1")).filter((t) => t.includes("没有解决"))).toHaveLength(2)
    expect((await reminders("A1")).filter((t) => t.includes("没有解决"))).toHaveLength(2)
    expect(unwrap(await of.w.stranger.get(contract.open, { id })).answers).toHaveLength(3)
  })

  it("is not for who said it was solved, nor of one merged into another by whoever joined", async () => {
    const id = await answered(of, "A")
    unwrap(await of.people.S1.post(contract.rate, { id, solved: true, stars: 5 }))
    expect(error(await of.people.S1.post(contract.reopen, { id, because }))?.code).toBe("conflict")
  })
})

describe("the thread", () => {
  it("is between the handlers and who raised it, who has no name in it", async () => {
    const id = await sent(of, { shown: "anonymous", voices: ["S2"] })
    const text = "请问是三号楼哪一层？"
    expect(error(await of.people.S9.post(contract.ask, { id, of: id, text }))?.code).toBe("not-allowed")
    expect(error(await of.people.B1.post(contract.ask, { id, of: id, text }))?.code).toBe("not-allowed")
    unwrap(await of.people.H3.post(contract.ask, { id, of: id, text }))
    expect(error(await of.people.S2.post(contract.reply, { id, text: "二层" }))?.code).toBe("not-allowed")
    unwrap(await of.people.S1.post(contract.reply, { id, text: "一层东头" }))
    expect(unwrap(await of.people.S1.get(contract.own, { id })).thread).toMatchObject([
      { from: "handler", name: "后勤保障处" },
      { from: "raiser", name: "", text: "一层东头" },
    ])
    expect(unwrap(await of.people.S2.get(contract.own, { id })).thread).toEqual([])
    expect(JSON.stringify(unwrap(await of.w.stranger.get(contract.open, { id })))).not.toContain("一层东头")
    const queue = unwrap(await of.people.H3.get(contract.queue, {}))
    expect(queue.items.find((i) => i.id === id)?.replied).toBe(true)
    unwrap(await of.people.H3.post(contract.note, { id, text: "已派工，单号 211" }))
    expect(unwrap(await of.people.H1.get(contract.one, { id })).notes).toHaveLength(1)
    expect(unwrap(await of.people.K1.get(contract.one, { id })).notes).toHaveLength(0)
    expect(JSON.stringify(unwrap(await of.people.S1.get(contract.own, { id })))).not.toContain("单号")
  })
})

describe("who raised it", () => {
  const number = "X77777"

  it("is found of an anonymous need by no handler: not in an answer, an export, the log, the ledger", async () => {
    const id = await sent(of, { number, shown: "anonymous", title: "匿名的一件", voices: ["S2"] })
    const raiser = await of.w.as(number)
    unwrap(await of.people.H1.post(contract.ask, { id, of: id, text: "在哪一层？" }))
    unwrap(await raiser.post(contract.reply, { id, text: "一层" }))
    unwrap(
      await of.people.H1.post(contract.answer, {
        id,
        outcome: "A",
        text: "已经修好，请放心使用。",
        sign: true,
      }),
    )
    unwrap(await raiser.post(contract.rate, { id, solved: false, stars: 1, words: "没有修" }))
    unwrap(await raiser.post(contract.reopen, { id, because }))
    const seen: string[] = []
    for (const who of [
      of.people.K1,
      of.people.P1,
      of.people.G1,
      of.people.H1,
      of.people.H3,
      of.people.A1,
      of.people.D1,
    ]) {
      seen.push(JSON.stringify(unwrap(await who.get(contract.one, { id }))))
      seen.push(JSON.stringify(unwrap(await who.get(contract.queue, { tab: "all" }))))
      seen.push(JSON.stringify(unwrap(await who.get(courseList, {}))))
      seen.push(JSON.stringify(unwrap(await who.get(inboxList, {}))))
      seen.push(JSON.stringify(unwrap(await who.get(reminderList, {}))))
      const sheet = await who.send({ method: "GET", url: "/api/handling/queue.xlsx?tab=all" })
      expect(sheet.statusCode).toBe(200)
      seen.push(await cells(sheet.rawPayload))
    }
    const { course } = unwrap(await of.people.H1.get(contract.one, { id }))
    seen.push(JSON.stringify(unwrap(await of.people.H1.get(oneCourse, { id: course! }))))
    const logs = await rows("select * from log_entry where university_id = $1 and verb like 'handling.%'")
    expect(logs.some((l) => l.verb === "handling.reopen")).toBe(true)
    seen.push(JSON.stringify(logs))
    for (const table of [
      "ledger_entry",
      "course",
      "handling",
      "handling_deed",
      "handling_message",
      "handling_rating",
      "reminder",
    ])
      seen.push(JSON.stringify(await rows(`select * from ${table} where university_id = $1`)))
    expect(seen.filter((s) => s.includes(number))).toEqual([])
    expect(seen.some((s) => s.includes("匿名的一件"))).toBe(true)
  })

  it("is known to the desk alone where it is shown to the desk, and to all handlers where it is named", async () => {
    const shown = await sent(of, { number: "S2", shown: "desk" })
    expect(unwrap(await of.people.K1.get(contract.one, { id: shown })).raiser?.number).toBe("S2")
    for (const who of [of.people.H1, of.people.A1])
      expect(unwrap(await who.get(contract.one, { id: shown })).raiser).toBeNull()
    const named = await sent(of, { number: "S2", shown: "named" })
    expect(unwrap(await of.people.H1.get(contract.one, { id: named })).raiser?.number).toBe("S2")
    const open = JSON.stringify(unwrap(await of.w.stranger.get(contract.open, { id: named })))
    expect(open).not.toContain("S2")
  })
})

describe("a common need", () => {
  it("becomes a 提案 by a delegate of that assembly alone", async () => {
    const id = await sent(of)
    const wanted = { id, assembly: "01J00000000000000000000000" }
    expect((await of.w.stranger.post(contract.propose, wanted)).status).toBe(401)
    expect(error(await of.people.S1.post(contract.propose, wanted))?.code).toBe("not-found")
    const hidden = await sent(of, { discreet: true })
    expect(error(await of.people.S9.post(contract.propose, { ...wanted, id: hidden }))?.code).toBe(
      "not-found",
    )
  })
})

describe("what is late", () => {
  it("goes to the office, its head, 学工部, the deputy secretary, and stays in the record", async () => {
    const id = await sent(of, { title: "迟办的一件" })
    const late = async (day: string) => {
      of.w.moveTo(`${day}T02:00:00Z`)
      await of.w.world.within(of.w.university, nobody, (ctx) => tellLate(ctx))
    }
    const title = (who: keyof HandlingWorld["people"]) =>
      reminders(who).then((all) => all.some((t) => t.includes("迟办的一件")))
    await late("2025-11-18")
    expect([await title("H2"), await title("A1"), await title("D1")]).toEqual([true, false, false])
    await late("2025-11-21")
    expect([await title("H1"), await title("A1"), await title("D1")]).toEqual([true, true, false])
    await late("2025-11-25")
    expect(await title("D1")).toBe(true)
    expect(await handling(id)).toMatchObject({ late: true, wasLate: true })
    unwrap(
      await of.people.H1.post(contract.answer, {
        id,
        outcome: "A",
        text: "已经修好，请放心使用。",
        sign: true,
      }),
    )
    expect(await handling(id)).toMatchObject({ late: false, wasLate: true })
    const answers = await of.w.world.within(of.w.university, nobody, (ctx) =>
      handlingOn(ctx.tx, [of.school, of.faculty], ctx.today),
    )
    const said = answers.get(of.school)?.answers["needs-answered"]
    expect(said?.value).toBe(false)
    expect(said?.rows?.some((r) => r.name.includes("迟办的一件"))).toBe(true)
    expect(answers.has(of.faculty)).toBe(false)
  })

  it("of the desk is told to the secretary-general and 学工部", async () => {
    await raised(of)
    of.w.moveTo("2025-12-05T02:00:00Z")
    await of.w.world.within(of.w.university, nobody, (ctx) => tellDesks(ctx))
    for (const who of ["G1", "A1"] as const)
      expect((await reminders(who)).some((t) => t.includes("没有转办"))).toBe(true)
    expect((await reminders("FK1")).some((t) => t.includes("没有转办"))).toBe(false)
  })

  it("ends by itself when nobody rates", async () => {
    const id = await answered(of, "C")
    of.w.moveTo("2026-01-05T02:00:00Z")
    await of.w.world.within(of.w.university, nobody, (ctx) => closeQuiet(ctx))
    const raiser = await of.w.as("S1")
    expect(error(await raiser.post(contract.reopen, { id, because }))?.because).toContain("期限已过")
    const shown = unwrap(await of.w.stranger.get(contract.open, { id }))
    expect(shown).toMatchObject({ closed: true, state: "done" })
    expect(shown.steps.at(-1)?.what).toBe("closed")
  })
})

async function cells(bytes: Buffer): Promise<string> {
  const { default: ExcelJS } = await import("exceljs")
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes as never)
  return JSON.stringify(book.worksheets.map((s) => s.getSheetValues()))
}
