import { unwrap } from "@qiaoliang/basics"
import { describe, expect, it } from "vitest"
import { testWorld } from "#modules/accounts/build.ts"
import { coursesModule } from "#modules/courses/index.ts"
import { addPeople, handIn, passReview, written } from "./build.ts"
import * as contract from "./contract.ts"
import { notices } from "./module.ts"
import * as reader from "./public-contract.ts"
import { reviewKind } from "./reviewing.ts"

const w = await testWorld({ modules: [coursesModule([reviewKind]), notices] })
const { school, faculty } = await addPeople(w)
const as = (n: string) => w.as(n)
const chair = await as("P1")
const head = await as("H1")
const member = await as("M1")
const facultyChair = await as("FP")
const deputy = await as("LD")
const affairs = await as("SA")
const facultyLeague = await as("FL")
const academic = await as("AA")
const student = await as("A2")
const mathematician = await as("C1")
const elsewhere = await w.addUniversity("彼岸大学")
const foreign = await w.as("A2", elsewhere)

const ofSchool = { office: "union", place: school }
const onlyLetters = { ...written.targets, everybody: false, faculties: ["文学院"] }

const published = async (more: Partial<typeof written> = {}) => {
  const id = await handIn(head, ofSchool, more)
  unwrap(await passReview(deputy, id))
  return id
}

describe("reading", () => {
  it("is for those it is meant for, and for everybody where it is open", async () => {
    const id = await published({ targets: onlyLetters, title: "文学院的通知" })
    expect(await w.stranger.get(reader.publicOne, { id })).toMatchObject({ status: 403 })
    expect(await mathematician.get(reader.publicOne, { id })).toMatchObject({ status: 403 })
    expect(await mathematician.post(reader.open, { id })).toMatchObject({ status: 403 })
    expect(await mathematician.post(reader.confirm, { id, version: 1 })).toMatchObject({ status: 403 })
    expect(await w.stranger.post(reader.open, { id })).toMatchObject({ status: 401 })
    expect(unwrap(await mathematician.get(reader.publicList, { text: "文学院的通知" })).total).toBe(0)
    expect(unwrap(await student.get(reader.publicList, { text: "文学院的通知" })).items[0]).toMatchObject({
      mine: { unread: true, confirm: "waiting" },
    })
    const open = await published({ targets: onlyLetters, open: true })
    expect(unwrap(await w.stranger.get(reader.publicOne, { id: open })).mine).toBeNull()
  })
  it("is kept once, the first time, and the log says of nobody what was read", async () => {
    const id = await published({ title: "读一次" })
    const { unread } = unwrap(await student.get(reader.publicList, { only: "unread" }))
    unwrap(await student.post(reader.open, { id }))
    w.moveTo("2025-11-15T05:00:00Z")
    unwrap(await student.post(reader.open, { id }))
    w.moveTo("2025-11-15T02:00:00Z")
    expect(unwrap(await student.get(reader.publicList, { only: "unread" })).unread).toBe(unread - 1)
    const { rows } = await w.world.db.scoped(w.university.id, (tx) =>
      tx.client.query("select at from notice_opening where university_id = $1 and notice_id = $2", [
        w.university.id,
        id,
      ]),
    )
    expect(rows).toEqual([{ at: new Date("2025-11-15T02:00:00Z") }])
    const log = await w.world.db.scoped(w.university.id, (tx) =>
      tx.client.query(
        "select distinct account, name, summary from log_entry where university_id = $1 and verb in ('notices.open', 'notices.confirm')",
        [w.university.id],
      ),
    )
    expect(log.rows).toEqual([{ account: null, name: "（不记名）", summary: {} }])
  })
  it("goes by grade, level and group", async () => {
    const to = async (targets: Partial<typeof written.targets>) =>
      published({
        kind: "work",
        passDown: false,
        confirm: false,
        dueOn: null,
        targets: { ...written.targets, ...targets },
      })
    const freshmen = await to({ grades: [2024] })
    const staff = await to({ everybody: false, groups: [`staff/${faculty}`] })
    const graduates = await to({ level: "graduate" })
    const b = await as("B2")
    const d = await as("D1")
    const reads = async (id: string) =>
      (await Promise.all([student, b, d].map((p) => p.get(reader.publicOne, { id })))).map(
        (a) => a.status === 200,
      )
    expect(await reads(freshmen)).toEqual([false, true, false])
    expect(await reads(graduates)).toEqual([false, false, true])
    expect(await reads(staff)).toEqual([false, false, false])
    expect(await student.post(reader.confirm, { id: freshmen, version: 1 })).toMatchObject({ status: 403 })
    expect(await b.post(reader.confirm, { id: freshmen, version: 1 })).toMatchObject({ status: 409 })
  })
  it("of another university's there is nothing to see", async () => {
    const id = await published({ open: true })
    expect(await foreign.get(reader.publicOne, { id })).toMatchObject({ status: 404 })
    expect(await foreign.get(contract.one, { id })).toMatchObject({ status: 404 })
    expect(await foreign.post(reader.open, { id })).toMatchObject({ status: 404 })
    expect(unwrap(await foreign.get(reader.publicList, {})).total).toBe(0)
  })
})

describe("notices.list and notices.form", () => {
  it("are for people in posts; the form for those who write", async () => {
    expect(await w.stranger.get(contract.list, {})).toMatchObject({ status: 401 })
    expect(await student.get(contract.list, {})).toMatchObject({ status: 403 })
    expect(await member.get(contract.form, {})).toMatchObject({ status: 403 })
    expect(unwrap(await facultyChair.get(contract.form, {}))).toMatchObject({
      senders: [
        { name: "文学院学生会", faculty: "文学院", review: ["学院（系）团组织审核", "校团委专职副书记审核"] },
      ],
      faculties: ["文学院"],
      classes: ["文学院/汉语言2301", "文学院/汉语言2401"],
      dueOn: "2025-11-21",
    })
  })
  it("list what one writes, reviews and passes on, by words, kind and state", async () => {
    const own = await handIn(head, ofSchool, { title: "只在审核中" })
    const find = async (who = chair, more: object = {}) =>
      unwrap(await who.get(contract.list, { text: "只在审核中", ...more })).items.map((i) => i.id)
    expect(await find()).toEqual([own])
    expect(await find(deputy)).toEqual([own])
    expect(await find(affairs)).toEqual([])
    expect(await find(facultyLeague)).toEqual([])
    unwrap(await passReview(deputy, own))
    expect(await find(affairs)).toEqual([own])
    expect(await find(facultyLeague)).toEqual([own])
    expect(await find(chair, { status: "reviewing" })).toEqual([])
    expect(await find(chair, { status: "published", kind: "voice" })).toEqual([own])
    expect(unwrap(await academic.get(contract.list, {})).total).toBe(0)
    const away = await published({
      title: "只在审核中",
      targets: { ...written.targets, everybody: false, faculties: ["数学学院"] },
    })
    expect(await find(facultyLeague)).not.toContain(away)
    expect(await facultyLeague.get(contract.one, { id: away })).toMatchObject({ status: 403 })
  })
})

describe("attachments and the printed notice", () => {
  const sent = async (who = head) => {
    const boundary = "-----notice"
    const payload = [
      `--${boundary}`,
      'Content-Disposition: form-data; name="file"; filename="安排表.pdf"',
      "Content-Type: application/pdf",
      "",
      "%PDF-1.4",
      `--${boundary}--`,
      "",
    ].join("\r\n")
    return who.send({
      method: "POST",
      url: "/api/notices/files",
      headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
      payload,
    })
  }
  it("are sent by those who write, and fetched by those who read", async () => {
    expect((await sent(student)).statusCode).toBe(403)
    const { id: file } = (await sent()).json()
    const of = { targets: onlyLetters, files: [file] }
    expect(await chair.post(contract.save, { from: ofSchool, ...written, ...of })).toMatchObject({
      status: 404,
    })
    const id = await handIn(head, ofSchool, of)
    const fetched = async (who = student) =>
      (await who.send({ method: "GET", url: `/api/notices/files/${file}` })).statusCode
    const paper = async (who = student) =>
      (await who.send({ method: "GET", url: `/api/notices/paper/${id}.docx` })).statusCode
    expect([await fetched(), await paper()]).toEqual([404, 404])
    expect([await fetched(deputy), await paper(deputy)]).toEqual([200, 200])
    unwrap(await passReview(deputy, id))
    expect([await fetched(), await paper()]).toEqual([200, 200])
    for (const who of [mathematician, w.stranger, foreign])
      expect([await fetched(who), await paper(who)]).toEqual([404, 404])
    unwrap(await chair.post(contract.withdraw, { id, because: "内容有误" }))
    expect([await fetched(), await paper()]).toEqual([404, 404])
  })
})
