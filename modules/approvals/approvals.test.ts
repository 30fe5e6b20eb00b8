import { unwrap } from "@qiaoliang/basics"
import { beforeEach, describe, expect, it } from "vitest"
import { batch, one as course, move } from "#modules/courses/contract.ts"
import { list as inbox } from "#modules/inbox/contract.ts"
import { hold } from "#modules/offices/build.ts"
import { activityOn, approvalsWorld, fundsOn, letters, monday, review, school, send } from "./build.ts"
import { amend, calendar, file, form, list, one, queue, setLead } from "./contract.ts"

const w = await approvalsWorld()
const chair = await w.as("X1")
const head = await w.as("X2")
const member = await w.as("X3")
const letterHead = await w.as("W1")
const deputy = await w.as("L2")
const league = await w.as("L1")
const other = await w.as("L3")
const faculty = await w.as("F1")
const otherFaculty = await w.as("F9")
const outsider = await w.as("S9")

const fresh = async (day = "2025-11-24", person = head) => unwrap(await person.post(file, activityOn(day))).id

beforeEach(() => w.moveTo(monday))

describe("approvals.file", () => {
  it("refuses the stranger, another union, a plain member and the offices", async () => {
    const asked = activityOn("2025-11-24")
    expect((await w.stranger.post(file, asked)).status).toBe(401)
    for (const person of [letterHead, member, league, outsider])
      expect((await person.post(file, asked)).status).toBe(403)
    expect((await chair.post(file, { ...asked, unionId: "nowhere" })).status).toBe(404)
  })

  it("takes what the declaration asks, and says what is missing and where", async () => {
    const asked = activityOn("2025-11-24")
    const without = { ...asked.fields, safety: "" }
    expect(await head.post(file, { ...asked, fields: without })).toMatchObject({
      status: 400,
      error: { at: "safety", because: "请填写“安全保卫方案”" },
    })
    const backwards = { ...asked.fields, ends: "2025-11-24T10:00" }
    expect(await head.post(file, { ...asked, fields: backwards })).toMatchObject({ error: { at: "ends" } })
    const outsiders = { ...asked.fields, outsiders: true }
    expect(await head.post(file, { ...asked, fields: outsiders })).toMatchObject({
      error: { at: "outsidersAre" },
    })
    const sponsored = {
      ...asked.fields,
      commercial: true,
      sponsors: [
        { name: "明湖书店", form: "现金", amount: 50_000 },
        { name: "湖畔影像", form: "物资", amount: 30_000 },
      ],
    }
    const { id } = unwrap(await head.post(file, { ...asked, fields: sponsored }))
    // 200.00 of one's own and 500.00 in cash; goods are declared and not counted.
    expect(unwrap(await head.get(one, { id })).amount).toBe(70_000)
  })

  it("does not take another person's attachment", async () => {
    const theirs = await send(letterHead)
    expect((await head.post(file, { ...activityOn("2025-11-24"), files: [theirs] })).status).toBe(404)
    const own = await send(head, "策划案.pdf")
    const { id } = unwrap(await head.post(file, { ...activityOn("2025-11-24"), files: [own] }))
    expect(unwrap(await deputy.get(one, { id })).files).toEqual([{ id: own, name: "策划案.pdf" }])
    const fetch = (p: typeof head) => p.send({ method: "GET", url: `/api/approvals/document/${own}` })
    expect((await fetch(deputy)).statusCode).toBe(200)
    expect((await fetch(letterHead)).statusCode).toBe(404)
    expect((await fetch(w.stranger)).statusCode).toBe(404)
  })
})

describe("lead times", () => {
  it("count working days: exactly five is in time, four is short, the day itself is after", async () => {
    const told = async (day: string) => {
      const { standing, lead } = unwrap(await head.get(one, { id: await fresh(day) }))
      return `${lead} ${standing}`
    }
    expect(await told("2025-11-24")).toBe("5 in-time")
    expect(await told("2025-11-23")).toBe("4 short")
    expect(await told("2025-11-17")).toBe("0 after")
    expect(await told("2025-11-10")).toBe("0 after")
  })

  it("are the League committee's to set, and hold for what is handed in afterwards", async () => {
    const before = await fresh("2025-11-24")
    const change = { kind: "activity" as const, days: 6, source: "本校活动管理办法第八条" }
    expect((await w.stranger.post(setLead, change)).status).toBe(401)
    expect((await chair.post(setLead, change)).status).toBe(403)
    expect((await other.post(setLead, change)).status).toBe(403)
    unwrap(await deputy.post(setLead, change))
    expect(unwrap(await head.get(one, { id: before })).standing).toBe("in-time")
    const after = unwrap(await head.get(one, { id: await fresh("2025-11-24") }))
    expect(after).toMatchObject({ asked: 6, standing: "short" })
    const asked = unwrap(await head.get(form, {})).leads.find((l) => l.kind === "activity")
    expect(asked).toMatchObject({ days: 6, own: true, earliest: "2025-11-25" })
    unwrap(await deputy.post(setLead, { ...change, days: 5 }))
  })
})

describe("review", () => {
  it("is the one designated deputy secretary's, and waits in that inbox alone", async () => {
    const id = await fresh()
    const waits = async (p: typeof deputy) =>
      unwrap(await p.get(inbox, {})).items.filter((i) => i.href === `/office/requests/${id}`).length
    expect(await waits(deputy)).toBe(1)
    expect(await waits(league)).toBe(0)
    const pass = { kind: "pass" as const, step: "reviewed", office: "school-league" }
    const { version } = unwrap(await deputy.get(course, { id }))
    for (const person of [league, other, chair])
      expect((await person.post(move, { id, move: { ...pass, version } })).status).toBe(403)
    expect((await outsider.post(move, { id, move: { ...pass, version } })).status).toBe(403)
    expect((await review(deputy, id, "结束后恢复场地原状")).ok).toBe(true)
    const told = unwrap(await head.get(one, { id }))
    expect(told).toMatchObject({ status: "passed", inForce: true })
    expect(told.versions[0]).toMatchObject({ approvedOn: "2025-11-17", conditions: "结束后恢复场地原状" })
  })

  it("is not one's own: a deputy secretary who asks cannot approve, a stand-in of the office can", async () => {
    const id = await fresh("2025-11-24", deputy)
    const answer = await review(deputy, id)
    expect(answer).toMatchObject({ status: 403, error: { because: "不能办理与自己有关的事项" } })
    const { items } = unwrap(await deputy.get(queue, {}))
    expect(items.map((i) => i.id)).not.toContain(id)
    await hold(w, { kind: "school-league", number: "L8", post: "deputy-secretary", designated: true })
    expect((await review(await w.as("L8"), id)).ok).toBe(true)
  })

  it("is bound to the version: a change goes back, and the history says what changed", async () => {
    const id = await fresh()
    const first = unwrap(await deputy.get(course, { id })).version
    unwrap(await review(deputy, id))
    const fields = { ...activityOn("2025-11-25").fields, venue: "大学生活动中心" }
    const change = { id, fields, because: "报告厅另有安排" }
    expect((await w.stranger.post(amend, change)).status).toBe(401)
    for (const person of [chair, letterHead, deputy])
      expect((await person.post(amend, change)).status).toBe(403)
    expect(unwrap(await head.post(amend, change))).toEqual({ version: 2 })
    const told = unwrap(await head.get(one, { id }))
    expect(told).toMatchObject({ status: "open", inForce: false, on: "2025-11-25", version: 2 })
    expect(told.versions[0]?.changes).toEqual([
      { label: "活动开始时间", before: "2025年11月24日 18:30", after: "2025年11月25日 18:30" },
      { label: "活动结束时间", before: "2025年11月24日 20:30", after: "2025年11月25日 20:30" },
      { label: "活动场地", before: "图书馆报告厅", after: "大学生活动中心" },
    ])
    // The old version is no longer there to be approved.
    const old = { kind: "pass" as const, step: "reviewed", office: "school-league", version: first }
    expect((await deputy.post(move, { id, move: old })).status).toBe(409)
    // Nor can an approved matter be ended through its change.
    const no = { kind: "refuse" as const, step: "reviewed", because: "不同意改动" }
    expect((await deputy.post(move, { id, move: no })).status).toBe(409)
    expect((await head.post(move, { id, move: { kind: "withdraw", because: "不办了" } })).status).toBe(409)
    unwrap(await review(deputy, id))
    expect(unwrap(await head.get(one, { id })).inForce).toBe(true)
    expect((await head.post(amend, change)).status).toBe(400)
  })

  it("begins with the faculty's League organisation for a faculty union", async () => {
    const asked = { ...activityOn("2025-11-24"), unionId: letters }
    const { id } = unwrap(await letterHead.post(file, asked))
    const steps = unwrap(await letterHead.get(course, { id })).steps
    expect(steps.map((s) => [s.label, s.extra])).toEqual([
      ["学生会提出申请", false],
      ["学院（系）团组织审核", true],
      ["校团委专职副书记审核", false],
    ])
    expect((await otherFaculty.get(one, { id })).status).toBe(403)
    const early = { kind: "pass" as const, step: "reviewed", office: "school-league", version: "" }
    expect((await deputy.post(move, { id, move: early })).status).toBe(422)
    unwrap(await review(faculty, id))
    unwrap(await review(deputy, id, "同意"))
    expect(unwrap(await faculty.get(one, { id })).status).toBe("passed")
  })

  it("decides many at once from the queue", async () => {
    const ids = [await fresh(), await fresh()]
    const { items } = unwrap(await deputy.get(queue, {}))
    for (const id of ids)
      expect(items.find((i) => i.id === id)).toMatchObject({
        due: "2025-11-20",
        gist: "200.00元，图书馆报告厅",
      })
    expect(unwrap(await league.get(queue, {})).items).toEqual([])
    expect(
      unwrap(await deputy.post(batch, { ids, decision: "pass", says: { conditions: "同意" } })),
    ).toMatchObject({ passed: 2 })
  })
})

describe("a prior report", () => {
  it("has the agenda item it was made for as its course's subject, under the id meetings look for", async () => {
    const report = {
      unionId: school,
      kind: "report" as const,
      title: "调整工作部门设置",
      fields: {
        charge: "X1号",
        contact: "内线 8021",
        matter: "将学习部与科创部合并",
        grounds: "职责相近，工作部门一般不超过6个",
        body: "主席团会议",
        decidesOn: "2025-11-20",
      },
      for: "agenda-7",
    }
    const { id } = unwrap(await chair.post(file, report))
    const told = unwrap(await chair.get(course, { id }))
    expect(told).toMatchObject({
      subject: "agenda-7",
      procedure: { id: "approvals.prior-report", clause: "7.4" },
      href: `/office/requests/${id}`,
    })
    expect(unwrap(await chair.get(one, { id }))).toMatchObject({ major: { declared: true }, lead: 3 })
  })
})

describe("approvals.list and approvals.calendar", () => {
  it("show each union its own, the university all of them, and pages", async () => {
    const title = "独此一场"
    const { id } = unwrap(await head.post(file, { ...activityOn("2025-12-24"), title }))
    expect((await w.stranger.get(list, {})).status).toBe(401)
    const found = async (p: typeof head) => unwrap(await p.get(list, { text: title }))
    expect((await found(head)).items.map((i) => i.id)).toEqual([id])
    expect((await found(league)).total).toBe(1)
    for (const person of [letterHead, faculty, outsider]) expect((await found(person)).total).toBe(0)
    const page = unwrap(await head.get(list, { page: 2, size: 3, kind: "activity" }))
    expect(page.items.length).toBe(3)
    expect(page.total).toBeGreaterThan(6)
    expect(unwrap(await head.get(calendar, { month: "2025-12" })).items).toEqual([])
    unwrap(await review(deputy, id))
    const december = unwrap(await head.get(calendar, { month: "2025-12" }))
    expect(december.items).toMatchObject([{ id, starts: "2025-12-24T18:30", venue: "图书馆报告厅" }])
    expect(unwrap(await letterHead.get(calendar, { month: "2025-12" })).items).toEqual([])
  })

  it("are empty from another university, whose people reach nothing of this one", async () => {
    const id = await fresh()
    const there = await w.addUniversity("湖畔大学")
    await hold(w, { kind: "school-league", number: "L2", post: "deputy-secretary", designated: true }, there)
    const foreign = await w.as("L2", there)
    expect((await foreign.get(one, { id })).status).toBe(404)
    expect(unwrap(await foreign.get(list, {})).total).toBe(0)
    expect(unwrap(await foreign.get(queue, {})).items).toEqual([])
    const paper = await foreign.send({ method: "GET", url: `/api/approvals/form/${id}.docx` })
    expect(paper.statusCode).toBe(404)
  })
})

describe("documents", () => {
  it("are the form as it stands, and blank, for those who may read it", async () => {
    const { id } = unwrap(await head.post(file, fundsOn("2025-11-24")))
    unwrap(await review(deputy, id, "据实报销"))
    const get = (p: typeof head, name: string) => p.send({ method: "GET", url: `/api/approvals/${name}` })
    expect((await get(w.stranger, `form/${id}.docx`)).statusCode).toBe(401)
    expect((await get(letterHead, `form/${id}.docx`)).statusCode).toBe(404)
    const docx = await get(head, `form/${id}.docx`)
    expect(docx.headers["content-type"]).toContain("wordprocessingml")
    expect(docx.rawPayload.subarray(0, 2).toString()).toBe("PK")
    expect((await get(head, "form/activity.docx")).statusCode).toBe(200)
    expect((await get(head, `form/${id}.exe`)).statusCode).toBe(404)
    const sheet = await get(head, "requests.xlsx")
    expect(sheet.rawPayload.subarray(0, 2).toString()).toBe("PK")
    expect((await get(outsider, "requests.xlsx")).statusCode).toBe(403)
  })
})
