import { unwrap } from "@qiaoliang/basics"
import { describe, expect, it } from "vitest"
import { nobody } from "#kit/server/actor.ts"
import { testWorld } from "#modules/accounts/build.ts"
import { coursesModule } from "#modules/courses/index.ts"
import { homeModule } from "#modules/home/index.ts"
import { inboxModule } from "#modules/inbox/index.ts"
import { people } from "#modules/people/index.ts"
import { remindersModule } from "#modules/reminders/index.ts"
import { unions } from "#modules/unions/index.ts"
import { mine as home } from "../home/contract.ts"
import { list as inbox } from "../inbox/contract.ts"
import { list as reminders } from "../reminders/contract.ts"
import { addClass, addPeople, handIn, passReview, written } from "./build.ts"
import { concerns } from "./concerns.ts"
import * as contract from "./contract.ts"
import { inboxItems } from "./inbox.ts"
import { notices } from "./module.ts"
import * as reader from "./public-contract.ts"
import { reviewKind } from "./reviewing.ts"
import { tellLate } from "./telling.ts"

const kinds = new Map([[reviewKind.procedure.id, reviewKind]])
const w = await testWorld({
  modules: [
    people,
    unions,
    coursesModule([reviewKind]),
    notices,
    inboxModule([inboxItems]),
    remindersModule({ sources: [inboxItems], kinds, outward: {} as never }),
    homeModule([concerns]),
  ],
})
const { faculty } = await addPeople(w)
const as = (n: string) => w.as(n)
const chair = await as("P1")
const facultyChair = await as("FP")
const league = await as("L1")
const clerk = await as("LC")
const deputy = await as("LD")
const affairs = await as("SA")
const letters = await as("FL")
const maths = await as("ML")
const branchA = await as("A1")
const branchB = await as("B1")
const student = await as("A2")
const elsewhere = await w.addUniversity("彼岸大学")
const foreign = await w.as("FL", elsewhere)

const published = async (more: Partial<typeof written> = {}) => {
  const id = await handIn(clerk, { office: "school-league", place: w.university.id }, more)
  unwrap(await passReview(league, id))
  return id
}
const told = (id: string, of: string, classNames: string[] = [], onDay = "2025-11-15") => ({
  id,
  faculty: of,
  classNames,
  onDay,
  how: "meeting" as const,
  note: "",
})
const reach = async (id: string, who = chair, more: object = {}) =>
  unwrap(await who.get(contract.reach, { id, ...more }))

describe("notices.pass", () => {
  it("is for the faculty's own League organisation and union, and the class's League branch", async () => {
    const id = await published()
    expect(await w.stranger.post(contract.pass, told(id, "文学院"))).toMatchObject({ status: 401 })
    for (const who of [student, maths, branchA, chair])
      expect(await who.post(contract.pass, told(id, "文学院"))).toMatchObject({ status: 403 })
    unwrap(await facultyChair.post(contract.pass, told(id, "文学院")))
    for (const who of [student, maths, branchB, facultyChair])
      expect(await who.post(contract.pass, told(id, "文学院", ["汉语言2301"]))).toMatchObject({ status: 403 })
    unwrap(await branchA.post(contract.pass, told(id, "文学院", ["汉语言2301"])))
    unwrap(await letters.post(contract.pass, told(id, "文学院", ["汉语言2401"])))
    expect(await foreign.post(contract.pass, told(id, "文学院"))).toMatchObject({ status: 404 })
  })
  it("goes level by level, once, to where the notice goes, on a day that was", async () => {
    const id = await published({ targets: { ...written.targets, grades: [2023] } })
    const classA = told(id, "文学院", ["汉语言2301"])
    expect(await branchA.post(contract.pass, classA)).toMatchObject({ status: 422, error: { clause: "1.2" } })
    expect(await letters.post(contract.pass, told(id, "文学院", [], "2025-11-14"))).toMatchObject({
      status: 400,
    })
    expect(await letters.post(contract.pass, told(id, "文学院", [], "2025-11-16"))).toMatchObject({
      status: 400,
    })
    expect(await letters.post(contract.pass, told(id, "文学院", ["汉语言2401"]))).toMatchObject({
      status: 404,
    })
    unwrap(await letters.post(contract.pass, told(id, "文学院")))
    expect(await letters.post(contract.pass, told(id, "文学院"))).toMatchObject({ status: 409 })
    unwrap(await branchA.post(contract.pass, classA))
    expect(await branchA.post(contract.pass, classA)).toMatchObject({ status: 409 })
    const service = await published({ kind: "service", passDown: false })
    expect(await letters.post(contract.pass, told(service, "文学院"))).toMatchObject({ status: 409 })
  })
  it("waits in the inboxes of faculty and class, one after the other", async () => {
    const id = await published({ title: "待传达" })
    const waits = async (who: typeof letters) =>
      unwrap(await who.get(inbox, {}))
        .items.filter((i) => i.href.endsWith(id))
        .map((i) => [i.title, i.due])
    expect(await waits(letters)).toEqual([["把通知传达到班级", "2025-11-21"]])
    expect(await waits(branchA)).toEqual([])
    unwrap(await letters.post(contract.pass, told(id, "文学院")))
    expect(await waits(letters)).toEqual([])
    expect(await waits(branchA)).toEqual([["把通知传达到全班同学", "2025-11-21"]])
    unwrap(await branchA.post(contract.pass, told(id, "文学院", ["汉语言2301"])))
    expect(await waits(branchA)).toEqual([])
    expect((await reach(id)).passing).toMatchObject({
      done: 1,
      of: 4,
      faculties: [
        { faculty: "数学学院", told: null },
        { faculty: "文学院", done: 1, of: 2, told: { how: "meeting" } },
      ],
    })
    // A faculty sees its own part, a class its own line.
    expect((await reach(id, maths)).passing).toMatchObject({ of: 2, faculties: [{ can: { pass: true } }] })
    expect((await reach(id, branchB)).passing?.faculties).toMatchObject([
      { of: 1, classes: [{ className: "汉语言2401" }], can: { pass: false, passClasses: ["汉语言2401"] } },
    ])
  })
})

describe("notices.reach", () => {
  it("is for those who follow it", async () => {
    const id = await published()
    expect(await w.stranger.get(contract.reach, { id })).toMatchObject({ status: 401 })
    expect(await student.get(contract.reach, { id })).toMatchObject({ status: 403 })
    expect(await foreign.get(contract.reach, { id })).toMatchObject({ status: 404 })
  })
  it("counts delivered, opened, confirmed and the median by faculty and class; of fewer than five nothing", async () => {
    const id = await published()
    for (const [number, minutes, confirms] of [
      ["A1", 10, true],
      ["A2", 20, true],
      ["A3", 30, false],
      ["A4", 40, false],
      ["A5", 200, false],
      ["D1", 5, true],
    ] as const) {
      w.moveTo(new Date(Date.parse("2025-11-15T02:00:00Z") + minutes * 60_000).toISOString())
      const who = await as(number)
      unwrap(await who.post(reader.open, { id }))
      if (confirms) unwrap(await who.post(reader.confirm, { id, version: 1 }))
    }
    w.moveTo("2025-11-15T02:00:00Z")
    const seen = await reach(id, chair, { faculty: "文学院" })
    expect(seen.total).toMatchObject({ delivered: 21, opened: 6, confirmed: 3, median: 25 })
    expect(seen.faculties).toMatchObject([
      { faculty: "数学学院", delivered: 8, opened: 1, confirmed: 1, median: null },
      { faculty: "文学院", delivered: 13, opened: 5, confirmed: 2, median: 30 },
    ])
    expect(seen.classes).toMatchObject([
      { className: "汉语言2301", delivered: 6, opened: 5, median: 30 },
      { className: "汉语言2401", delivered: 7, opened: 0, confirmed: 0 },
    ])
    // Three doctors would tell of each of them, and their neighbours' sum would tell of the three.
    const few = await reach(id, chair, { faculty: "数学学院" })
    expect(few.classes).toMatchObject([
      { className: "数学2301", delivered: 5, opened: null, confirmed: null, median: null },
      { className: "数学博士2301", delivered: 3, opened: null, confirmed: null, median: null },
    ])
    const own = await reach(id, letters)
    expect(own).toMatchObject({ total: null, faculties: [{ faculty: "文学院" }], faculty: "文学院" })
    expect(await reach(id, branchA)).toMatchObject({
      faculties: [],
      classes: [{ className: "汉语言2301", opened: 5 }],
    })
  })
  it("names those who have not confirmed to whoever has to tell them, where confirming was asked", async () => {
    const id = await published()
    unwrap(await student.post(reader.confirm, { id, version: 1 }))
    const ask = { id, faculty: "文学院", className: "汉语言2301" }
    expect(await w.stranger.get(contract.unconfirmed, ask)).toMatchObject({ status: 401 })
    for (const who of [student, chair, facultyChair, maths, branchB])
      expect(await who.get(contract.unconfirmed, ask)).toMatchObject({ status: 403 })
    expect(await branchA.get(contract.unconfirmed, { id, faculty: "文学院" })).toMatchObject({ status: 403 })
    const numbers = async (who: typeof letters) =>
      unwrap(await who.get(contract.unconfirmed, ask)).items.map((p) => p.number)
    expect(await numbers(branchA)).toEqual(["A1", "A3", "A4", "A5", "A6"])
    expect(await numbers(affairs)).toEqual(await numbers(letters))
    const unasked = await published({ confirm: false })
    expect(unwrap(await letters.get(contract.unconfirmed, { ...ask, id: unasked })).total).toBe(0)
  })
})

describe("notices.remind", () => {
  it("is within one's own extent", async () => {
    const id = await published()
    const input = { id, whom: "readers" as const }
    expect(await w.stranger.post(contract.remind, input)).toMatchObject({ status: 401 })
    for (const who of [student, letters, branchA])
      expect(await who.post(contract.remind, input)).toMatchObject({ status: 403 })
    expect(await letters.post(contract.remind, { ...input, faculty: "数学学院" })).toMatchObject({
      status: 403,
    })
    unwrap(await letters.post(contract.remind, { ...input, faculty: "文学院" }))
    expect(await foreign.post(contract.remind, { ...input, faculty: "文学院" })).toMatchObject({
      status: 404,
    })
  })
  it("reaches readers by rule, once a day: on the student's own page and in the list", async () => {
    const id = await published({ confirm: false, title: "请读" })
    const own = async () => unwrap(await student.get(home, {})).items.find((i) => i.href === `/notices/${id}`)
    expect(await own()).toMatchObject({ heading: "notices", state: "news" })
    unwrap(await letters.post(contract.remind, { id, whom: "readers", faculty: "文学院" }))
    expect(await letters.post(contract.remind, { id, whom: "readers", faculty: "文学院" })).toMatchObject({
      status: 409,
    })
    expect(await own()).toMatchObject({ state: "todo" })
    const line = async (who: typeof student) =>
      unwrap(await who.get(reader.publicList, { text: "请读" })).items[0]!.mine!.remindedOn
    expect(await line(student)).toBe("2025-11-15")
    expect(await line(await as("C1"))).toBeNull()
    unwrap(await student.post(reader.open, { id }))
    expect(await own()).toBeUndefined()
    expect(await line(student)).toBeNull()
  })
  it("tells by name those who have to pass it on, and again once the day has passed", async () => {
    const id = await published({ title: "催传达" })
    unwrap(await letters.post(contract.pass, told(id, "文学院")))
    unwrap(await branchA.post(contract.pass, told(id, "文学院", ["汉语言2301"])))
    expect(unwrap(await affairs.post(contract.remind, { id, whom: "passing" })).people).toBe(2)
    const heard = async (who: typeof maths) =>
      unwrap(await who.get(reminders, {}))
        .items.filter((r) => r.title.endsWith("催传达"))
        .map((r) => r.title)
    expect(await heard(maths)).toEqual(["请传达：催传达"])
    expect(await heard(branchB)).toEqual(["请传达：催传达"])
    expect(await heard(branchA)).toEqual([])
    w.moveTo("2025-11-22T00:00:00Z")
    for (const _ of [1, 2]) await w.world.within(w.university, nobody, tellLate)
    expect(await heard(maths)).toEqual(["已逾期：催传达", "请传达：催传达"])
    w.moveTo("2025-11-15T02:00:00Z")
    const service = await published({ kind: "service", passDown: false })
    expect(await affairs.post(contract.remind, { id: service, whom: "passing" })).toMatchObject({
      status: 409,
    })
  })
})

describe("a faculty's own notice", () => {
  it("needs no passing from the faculty to itself", async () => {
    const id = await handIn(
      facultyChair,
      { office: "union", place: faculty },
      {
        targets: { ...written.targets, everybody: false, faculties: ["文学院"] },
      },
    )
    unwrap(await passReview(letters, id, "faculty-league", "faculty"))
    unwrap(await passReview(deputy, id))
    expect(await letters.post(contract.pass, told(id, "文学院"))).toMatchObject({ status: 409 })
    unwrap(await branchA.post(contract.pass, told(id, "文学院", ["汉语言2301"])))
    expect((await reach(id, facultyChair)).passing).toMatchObject({
      done: 1,
      of: 2,
      faculties: [{ own: true }],
    })
    expect(await maths.get(contract.reach, { id })).toMatchObject({ status: 403 })
    await addClass(w, { faculty: "文学院", className: "汉语言2501", name: "E", size: 5, grade: 2025 })
    expect((await reach(id, facultyChair)).passing).toMatchObject({ done: 1, of: 3 })
  })
})
