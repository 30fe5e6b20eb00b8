import { unwrap } from "@qiaoliang/basics"
import { describe, expect, it } from "vitest"
import { nobody } from "#kit/server/actor.ts"
import { testWorld } from "#modules/accounts/build.ts"
import { coursesModule } from "#modules/courses/index.ts"
import { one as course, move } from "../courses/contract.ts"
import { addPeople, draft, handIn, passReview, written } from "./build.ts"
import * as contract from "./contract.ts"
import { notices } from "./module.ts"
import * as reader from "./public-contract.ts"
import { publishDue } from "./publishing.ts"
import { reviewKind } from "./reviewing.ts"

const w = await testWorld({ modules: [coursesModule([reviewKind]), notices] })
const { school, faculty } = await addPeople(w)
const as = (n: string) => w.as(n)
const chair = await as("P1")
const head = await as("H1")
const member = await as("M1")
const facultyChair = await as("FP")
const league = await as("L1")
const deputy = await as("LD")
const clerk = await as("LC")
const affairs = await as("SA")
const facultyLeague = await as("FL")
const academic = await as("AA")
const student = await as("A2")
const elsewhere = await w.addUniversity("彼岸大学")
const foreign = await w.as("A2", elsewhere)

const ofSchool = { office: "union", place: school }
const ofFaculty = { office: "union", place: faculty }
const ofLeague = { office: "school-league", place: w.university.id }
const ofAffairs = { office: "student-affairs", place: w.university.id }
const onlyLetters = { ...written.targets, everybody: false, faculties: ["文学院"] }

const seen = async (id: string, who = chair) => unwrap(await who.get(contract.one, { id }))
const published = async (more: Partial<typeof written> = {}) => {
  const id = await handIn(head, ofSchool, more)
  unwrap(await passReview(deputy, id))
  return id
}

describe("notices.save", () => {
  const input = { from: ofSchool, ...written }
  it("is refused to strangers, to members of a union, to offices that do not speak to students", async () => {
    expect(await w.stranger.post(contract.save, input)).toMatchObject({ status: 401 })
    expect(await student.post(contract.save, input)).toMatchObject({ status: 403, error: { clause: "1.2" } })
    expect(await member.post(contract.save, input)).toMatchObject({ status: 403 })
    expect(await academic.post(contract.save, { ...input, from: ofLeague })).toMatchObject({ status: 403 })
    expect(await foreign.post(contract.save, input)).toMatchObject({ status: 403 })
  })
  it("keeps a draft that only its sender sees, changes and discards it", async () => {
    const id = await draft(head, ofSchool)
    expect(await seen(id)).toMatchObject({
      status: "draft",
      unsent: true,
      can: { edit: true, discard: true },
    })
    expect(await deputy.get(contract.one, { id })).toMatchObject({ status: 403 })
    expect(await facultyChair.post(contract.save, { id, ...input })).toMatchObject({ status: 403 })
    unwrap(await chair.post(contract.save, { id, ...input, title: "改过的题目" }))
    expect((await seen(id)).content.title).toBe("改过的题目")
    expect(await student.post(contract.discard, { id })).toMatchObject({ status: 403 })
    unwrap(await chair.post(contract.discard, { id }))
    expect(await chair.get(contract.one, { id })).toMatchObject({ status: 404 })
  })
  it("keeps a faculty's sender to its faculty, and knows the classes and groups", async () => {
    const from = { from: ofFaculty, ...written }
    expect(await facultyChair.post(contract.save, from)).toMatchObject({
      status: 403,
      error: { because: "只能发给文学院的同学，不能发给全校", at: "targets" },
    })
    const to = (targets: object) =>
      facultyChair.post(contract.save, {
        ...from,
        targets: { ...written.targets, everybody: false, ...targets },
      })
    expect(await to({ classes: ["数学学院/数学2301"] })).toMatchObject({ status: 403 })
    expect(await to({ classes: ["文学院/没有的班"] })).toMatchObject({ status: 404 })
    expect(await to({ groups: [`staff/${school}`] })).toMatchObject({ status: 403 })
    expect(await to({})).toMatchObject({ status: 400 })
    unwrap(await to({ faculties: ["文学院"], groups: [`staff/${faculty}`] }))
  })
  it("takes no file that another sent", async () => {
    expect(await chair.post(contract.save, { ...input, files: ["nothing"] })).toMatchObject({ status: 404 })
  })
})

describe("notices.submit and the review of 10.4", () => {
  it("asks that the Party's voice be passed down, by a day", async () => {
    const bare = await draft(head, ofSchool, { passDown: false })
    expect(await head.post(contract.submit, { id: bare })).toMatchObject({
      status: 422,
      error: { clause: "1.2" },
    })
    const dayless = await draft(head, ofSchool, { dueOn: null })
    expect(await head.post(contract.submit, { id: dayless })).toMatchObject({
      status: 400,
      error: { at: "dueOn" },
    })
    const past = await draft(head, ofSchool, { publishAt: "2025-11-14T08:00" })
    expect(await head.post(contract.submit, { id: past })).toMatchObject({ error: { at: "publishAt" } })
    const groups = { ...written.targets, everybody: false, groups: [`staff/${school}`] }
    const nobodys = await draft(head, ofSchool, { kind: "work", targets: groups })
    expect(await head.post(contract.submit, { id: nobodys })).toMatchObject({ error: { at: "targets" } })
    expect(await student.post(contract.submit, { id: dayless })).toMatchObject({ status: 403 })
  })
  it("a union's is published once the designated deputy secretary has passed it, not by another", async () => {
    const id = await handIn(head, ofSchool)
    expect(await head.post(contract.submit, { id })).toMatchObject({ status: 409 })
    expect(await student.get(reader.publicOne, { id })).toMatchObject({ status: 404 })
    expect(await passReview(league, id)).toMatchObject({ status: 403 })
    unwrap(await passReview(deputy, id))
    expect(await seen(id)).toMatchObject({ status: "published", versions: [{ publishedOn: "2025-11-15" }] })
    expect(unwrap(await student.get(reader.publicOne, { id }))).toMatchObject({
      title: written.title,
      version: 1,
    })
  })
  it("is followed by those who lead the union it speaks for, not by its members", async () => {
    const id = await handIn(head, ofSchool)
    const review = { id: (await seen(id)).course! }
    expect(unwrap(await chair.get(course, review))).toMatchObject(review)
    expect(await member.get(course, review)).toMatchObject({ status: 403 })
    expect(await facultyChair.get(course, review)).toMatchObject({ status: 403 })
  })
  it("a faculty's union goes through its faculty's League organisation first", async () => {
    const id = await handIn(facultyChair, ofFaculty, { targets: onlyLetters })
    expect(await passReview(facultyLeague, id)).toMatchObject({ status: 422 })
    unwrap(await passReview(facultyLeague, id, "faculty-league", "faculty"))
    expect((await seen(id, facultyChair)).status).toBe("reviewing")
    unwrap(await passReview(deputy, id))
    expect((await seen(id, facultyChair)).status).toBe("published")
  })
  it("an office's own is reviewed by its head, what the head wrote by the deputy secretary, hers by the head", async () => {
    const byClerk = await handIn(clerk, ofLeague)
    expect(await passReview(deputy, byClerk)).toMatchObject({ status: 403 })
    unwrap(await passReview(league, byClerk))
    const byHead = await handIn(affairs, ofAffairs)
    expect(await passReview(affairs, byHead, "student-affairs")).toMatchObject({ status: 403 })
    unwrap(await passReview(deputy, byHead))
    const byDeputy = await handIn(deputy, ofLeague)
    expect(await passReview(deputy, byDeputy)).toMatchObject({ status: 403 })
    unwrap(await passReview(league, byDeputy))
  })
  it("holds for the version seen: what is changed meanwhile is reviewed anew", async () => {
    const id = await handIn(head, ofSchool)
    const at = (await seen(id)).course!
    const before = unwrap(await deputy.get(course, { id: at })).version
    unwrap(await head.post(contract.save, { id, from: ofSchool, ...written, text: "全文改过。" }))
    expect((await seen(id)).unsent).toBe(true)
    // Another of the union may write, but the words handed in are the author's to change.
    expect(await chair.post(contract.submit, { id })).toMatchObject({ status: 403 })
    unwrap(await head.post(contract.submit, { id }))
    const stale = { kind: "pass" as const, step: "reviewed", office: "school-league", version: before }
    expect(await deputy.post(move, { id: at, move: stale })).toMatchObject({ status: 409 })
    unwrap(await passReview(deputy, id))
    expect((await seen(id)).content.text).toBe("全文改过。")
  })
  it("tells why it was refused, and may be handed in again", async () => {
    const id = await handIn(head, ofSchool)
    const at = (await seen(id)).course!
    unwrap(
      await deputy.post(move, { id: at, move: { kind: "refuse", step: "reviewed", because: "与校历冲突" } }),
    )
    expect(await seen(id)).toMatchObject({ status: "refused", refused: "与校历冲突", can: { edit: true } })
    unwrap(await head.post(contract.save, { id, from: ofSchool, ...written, text: "改了日期。" }))
    unwrap(await head.post(contract.submit, { id }))
    unwrap(await passReview(deputy, id))
    expect((await seen(id)).status).toBe("published")
  })
  it("publishes at the time set, and not before", async () => {
    const id = await handIn(head, ofSchool, { publishAt: "2025-11-16T08:00" })
    unwrap(await passReview(deputy, id))
    expect((await seen(id)).status).toBe("scheduled")
    const run = () => w.world.within(w.university, nobody, publishDue)
    await run()
    expect((await seen(id)).status).toBe("scheduled")
    w.moveTo("2025-11-16T00:01:00Z")
    await run()
    expect(await seen(id)).toMatchObject({ status: "published", publishedAt: "2025-11-16T00:01:00.000Z" })
    w.moveTo("2025-11-15T02:00:00Z")
  })
})

describe("notices.correct", () => {
  const change = {
    title: written.title,
    text: "各班级：\n一、于下周内组织学习。\n二、登记传达情况。",
    files: [],
  }
  const words = { ...change, dueOn: "2025-11-21", because: "时间推迟一周" }
  it("is the sender's, of a published notice, and of something", async () => {
    const id = await published()
    expect(await student.post(contract.correct, { id, ...words })).toMatchObject({ status: 403 })
    expect(await facultyChair.post(contract.correct, { id, ...words })).toMatchObject({ status: 403 })
    const same = { ...words, text: written.text }
    expect(await head.post(contract.correct, { id, ...same })).toMatchObject({ status: 400 })
    const unpublished = await draft(head, ofSchool)
    expect(await head.post(contract.correct, { id: unpublished, ...words })).toMatchObject({ status: 409 })
    expect(await head.post(contract.save, { id, from: ofSchool, ...written })).toMatchObject({ status: 409 })
  })
  it("stands beside what is published until it is reviewed, then shows what changed and asks to confirm again", async () => {
    const id = await published()
    unwrap(await student.post(reader.open, { id }))
    unwrap(await student.post(reader.confirm, { id, version: 1 }))
    unwrap(await chair.post(contract.correct, { id, ...words }))
    expect(await seen(id)).toMatchObject({
      status: "published",
      pending: "reviewing",
      next: { because: "时间推迟一周" },
    })
    expect((await seen(id, affairs)).next).toBeNull()
    expect(unwrap(await student.get(reader.publicOne, { id })).text).toBe(written.text)
    unwrap(await passReview(deputy, id))
    const now = unwrap(await student.get(reader.publicOne, { id }))
    expect(now).toMatchObject({
      version: 2,
      correctedOn: "2025-11-15",
      mine: { unread: false, corrected: true, confirm: "waiting" },
      corrections: [{ because: "时间推迟一周" }],
    })
    expect(now.corrections[0]!.changes.filter((c) => c.kind !== "kept")).toEqual([
      { kind: "removed", text: "一、于本周内组织学习。" },
      { kind: "added", text: "一、于下周内组织学习。" },
    ])
    expect(await student.post(reader.confirm, { id, version: 1 })).toMatchObject({ status: 409 })
    unwrap(await student.post(reader.confirm, { id, version: 2 }))
  })
  it("leaves the notice as it was when it is refused", async () => {
    const id = await published()
    unwrap(await head.post(contract.correct, { id, ...words }))
    const at = (await seen(id)).course!
    unwrap(
      await deputy.post(move, { id: at, move: { kind: "refuse", step: "reviewed", because: "不必推迟" } }),
    )
    expect(await seen(id)).toMatchObject({ status: "published", pending: "refused", refused: "不必推迟" })
    expect(unwrap(await student.get(reader.publicOne, { id })).corrections).toEqual([])
  })
})

describe("notices.withdraw", () => {
  it("is for those who decide for the sender or guide it", async () => {
    const id = await published()
    for (const who of [student, head, facultyLeague, clerk])
      expect(await who.post(contract.withdraw, { id, because: "内容有误" })).toMatchObject({ status: 403 })
    expect(await w.stranger.post(contract.withdraw, { id, because: "内容有误" })).toMatchObject({
      status: 401,
    })
  })
  it("leaves it in the list with the reason, without its text, and ends a correction's chance", async () => {
    const id = await published({ open: true, title: "撤回的通知" })
    unwrap(
      await head.post(contract.correct, {
        id,
        title: "撤回的通知",
        text: "新的",
        files: [],
        dueOn: "2025-11-21",
        because: "更正",
      }),
    )
    unwrap(await chair.post(contract.withdraw, { id, because: "内容有误" }))
    const { items } = unwrap(await w.stranger.get(reader.publicList, { text: "撤回" }))
    expect(items).toMatchObject([{ id, withdrawn: { on: "2025-11-15", because: "内容有误" } }])
    expect(unwrap(await student.get(reader.publicOne, { id }))).toMatchObject({
      text: "",
      can: { open: false },
    })
    expect(await passReview(deputy, id)).toMatchObject({ status: 409 })
    expect(await student.post(reader.confirm, { id, version: 1 })).toMatchObject({ status: 409 })
    expect(await chair.post(contract.withdraw, { id, because: "再撤" })).toMatchObject({ status: 409 })
  })
})
