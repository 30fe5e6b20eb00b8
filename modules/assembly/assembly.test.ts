import { unwrap } from "@qiaoliang/basics"
import { describe, expect, it } from "vitest"
import { openActor } from "#modules/accounts/index.ts"
import { asked, candidate, congressWorld, refusalOf } from "./build.ts"
import * as contract from "./contract.ts"
import { assembliesOn, closeAssembly, inboxItems, openAssembly } from "./index.ts"
import { assemblyById, changeAssembly } from "./store.ts"

const { w, school, letters, works, people } = await congressWorld()
const { writer, second, member, builder, outsider, facultyLeague, chair } = people
const call = asked(letters)
const at = async (id: string, person = writer) => unwrap(await person.get(contract.one, { id }))
let id = ""

describe("assembly.propose", () => {
  it("refuses the stranger, the student, a member without the presidium, another union, an office", async () => {
    expect((await w.stranger.post(contract.propose, call)).status).toBe(401)
    for (const who of [outsider, member, builder, chair, facultyLeague]) {
      const answer = await who.post(contract.propose, call)
      expect(answer.status).toBe(403)
      expect(refusalOf(answer)?.clause).toBe("6.5")
    }
    expect((await writer.post(contract.propose, { ...call, union: school })).status).toBe(403)
  })

  it("refuses a day that is not to come", async () => {
    expect((await writer.post(contract.propose, { ...call, day: "2025-11-15" })).status).toBe(400)
  })

  it("lets a faculty of fewer than 400 students meet all together, and no other, citing the working rules", async () => {
    const general = { ...call, kind: "general" as const }
    const answer = await builder.post(contract.propose, { ...general, union: works })
    expect(answer.status).toBe(422)
    expect(refusalOf(answer)).toMatchObject({
      clause: "6.5",
      because: expect.stringContaining("400"),
      cure: expect.stringContaining("《高校学生代表大会工作规则》"),
    })
    expect((await chair.post(contract.propose, { ...general, union: school })).status).toBe(422)
    const made = unwrap(await writer.post(contract.propose, { ...general, name: "文学院全体学生大会" }))
    expect((await at(made.id)).kind).toBe("general")
    expect((await writer.post(contract.cancel, { assembly: made.id, because: "改开代表大会" })).ok).toBe(true)
  })

  it("begins the request, once at a time, under a name of its own", async () => {
    const agenda = [{ kind: "report" as const, title: "听取工作报告", minutes: 30 }]
    id = unwrap(await writer.post(contract.propose, { ...call, agenda })).id
    const seen = await at(id)
    expect(seen).toMatchObject({ state: "preparing", clause: "6.5", next: { says: "学院（系）团组织审核" } })
    expect(seen.agenda.map((i) => i.title)).toEqual(["听取工作报告"])
    expect((await second.post(contract.propose, { ...call, name: "又一次大会" })).status).toBe(409)
  })

  it("tells beforehand whom it stands for and how to begin", async () => {
    expect((await w.stranger.get(contract.start, { union: letters })).status).toBe(401)
    expect((await outsider.get(contract.start, { union: letters })).status).toBe(403)
    const told = unwrap(await builder.get(contract.start, { union: works, day: "2025-11-18" }))
    expect(told).toMatchObject({ students: 400, kinds: ["congress"], last: null, can: { propose: true } })
    expect(told.tells.map((t) => t.key)).toEqual(["request", "committee"])
    expect(told.agenda.length).toBeGreaterThan(4)
    const busy = unwrap(await second.get(contract.start, { union: letters }))
    expect(busy).toMatchObject({ can: { propose: false }, kinds: ["congress", "general"] })
  })
})

describe("who reads it", () => {
  it("is the union and the offices over it; the others find nothing, not even in the list", async () => {
    expect((await w.stranger.get(contract.one, { id })).status).toBe(401)
    for (const who of [outsider, builder]) expect((await who.get(contract.one, { id })).status).toBe(403)
    for (const who of [member, people.league, people.party])
      expect((await who.get(contract.one, { id })).ok).toBe(true)
    expect((await outsider.get(contract.list, {})).status).toBe(403)
    expect(unwrap(await builder.get(contract.list, {})).items).toEqual([])
    expect(unwrap(await people.league.get(contract.list, { text: "第五次" })).items).toHaveLength(1)
    expect(unwrap(await people.league.get(contract.list, { state: "open" })).items).toEqual([])
  })

  it("has its name and day on every page, and the links of a reader only", async () => {
    expect((await w.stranger.get(contract.head, { id })).status).toBe(401)
    expect(unwrap(await outsider.get(contract.head, { id }))).toMatchObject({ name: call.name, links: [] })
    const { links } = unwrap(await writer.get(contract.head, { id }))
    expect(links.map((l) => l.place)).toEqual([
      "about",
      "seats",
      "delegates",
      "roll",
      "proposals",
      "elections",
      "hall",
    ])
    expect((await writer.get(contract.head, { id: "none" })).status).toBe(404)
  })

  it("is nobody outside before it is approved, and everybody afterwards", async () => {
    expect(unwrap(await w.stranger.get(contract.published, {})).items).toEqual([])
    expect((await w.stranger.get(contract.publishedOne, { id })).status).toBe(404)
    const set = (state: "preparing" | "convened") =>
      w.world.db.scoped(w.university.id, (tx) => changeAssembly(tx, id, { state }))
    await set("convened")
    expect(unwrap(await w.stranger.get(contract.publishedOne, { id }))).toEqual({
      id,
      name: call.name,
      union: "文学院学生会",
      day: call.day,
      time: call.time,
      place: call.place,
      state: "convened",
      theme: call.theme,
      agenda: [{ id: expect.any(String), title: "听取工作报告" }],
    })
    expect(unwrap(await w.stranger.get(contract.published, {})).items).toHaveLength(1)
    await set("preparing")
  })
})

describe("assembly.appoint", () => {
  const give = (
    duty: "preparatory" | "scrutineer" | "teller" | "credentials" | "presiding",
    ...of: string[]
  ) => ({
    assembly: id,
    duty,
    people: of,
    basis: "筹备会议确定",
  })
  const secretary = (...of: string[]) => ({ ...give("preparatory", ...of), lead: true })

  it("refuses whoever does not prepare it", async () => {
    expect((await w.stranger.post(contract.appoint, give("preparatory", "S005"))).status).toBe(401)
    for (const who of [outsider, member, builder, people.party])
      expect((await who.post(contract.appoint, give("preparatory", "S005"))).status).toBe(403)
    expect((await outsider.get(contract.find, { assembly: id, text: "S0" })).status).toBe(403)
  })

  it("finds people in the register and in the offices over the union", async () => {
    const found = async (text: string) =>
      unwrap(await writer.get(contract.find, { assembly: id, text })).people.map((p) => p.number)
    expect(await found("同学S004")).toEqual(["S004"])
    expect(await found("文院团委")).toEqual(["F1"])
    expect(await found("G001")).toEqual([])
  })

  it("takes a League cadre of the union's level as secretary-general, nobody else", async () => {
    for (const number of ["S005", "F2", "L2"]) {
      const answer = await writer.post(contract.appoint, secretary(number))
      expect(answer.status).toBe(422)
      expect(refusalOf(answer)?.cure).toContain("团委专职干部")
    }
    expect((await writer.post(contract.appoint, secretary("none"))).status).toBe(400)
    expect((await writer.post(contract.appoint, secretary("F1", "S005"))).status).toBe(400)
    expect((await writer.post(contract.appoint, secretary("F1"))).ok).toBe(true)
    expect((await writer.post(contract.appoint, secretary("F1"))).status).toBe(409)
    const body = (await at(id)).team.find((t) => t.duty === "preparatory")
    expect(body?.people).toMatchObject([{ number: "F1", lead: true, basis: "筹备会议确定" }])
  })

  it("keeps candidates, the count and the credentials apart", async () => {
    await candidate(w, letters, "S009")
    for (const duty of ["scrutineer", "teller", "credentials"] as const) {
      const answer = await writer.post(contract.appoint, give(duty, "S009"))
      expect(answer.status).toBe(422)
      expect(refusalOf(answer)?.because).toContain("候选人")
    }
    expect((await writer.post(contract.appoint, { ...give("presiding", "S009"), lead: true })).status).toBe(
      422,
    )
    expect((await writer.post(contract.appoint, give("presiding", "S009"))).ok).toBe(true)
    expect((await writer.post(contract.appoint, give("scrutineer", "S010", "S011"))).ok).toBe(true)
    expect(refusalOf(await writer.post(contract.appoint, give("teller", "S010")))?.because).toContain(
      "监票人",
    )
    expect((await writer.post(contract.appoint, give("credentials", "S011"))).status).toBe(422)
    expect((await writer.post(contract.appoint, give("teller", "F2"))).status).toBe(422)
    expect((await writer.post(contract.appoint, give("teller", "S012"))).ok).toBe(true)
    // A scrutineer who comes to head them stays one person in one post.
    expect((await writer.post(contract.appoint, { ...give("scrutineer", "S010"), lead: true })).ok).toBe(true)
    const body = (await at(id)).team.find((t) => t.duty === "scrutineer")
    expect(body?.people.map((p) => [p.number, p.lead])).toEqual([
      ["S010", true],
      ["S011", false],
    ])
    const again = await writer.post(contract.appoint, { ...give("scrutineer", "S011"), lead: true })
    expect(again.status).toBe(409)
  })

  it("is taken back with a reason; the committee may act from then on, and no longer", async () => {
    expect((await outsider.post(contract.appoint, give("teller", "S013"))).status).toBe(403)
    expect((await writer.post(contract.appoint, give("preparatory", "S020"))).ok).toBe(true)
    expect((await outsider.post(contract.appoint, give("teller", "S013"))).ok).toBe(true)
    const inbox = async () =>
      w.world.within(w.university, (await openActor(w.world, w.university, "S020"))!, inboxItems)
    expect((await inbox()).map((i) => i.title)).toEqual(["筹备大会"])
    const post = (await at(id)).team.flatMap((t) => t.people).find((p) => p.number === "S020")!
    const end = { assembly: id, appointment: post.id, because: "外出实习" }
    expect((await w.stranger.post(contract.dismiss, end)).status).toBe(401)
    expect((await member.post(contract.dismiss, end)).status).toBe(403)
    expect((await writer.post(contract.dismiss, end)).ok).toBe(true)
    expect((await writer.post(contract.dismiss, end)).status).toBe(404)
    expect((await outsider.post(contract.appoint, give("teller", "S014"))).status).toBe(403)
    expect(await inbox()).toEqual([])
  })
})

describe("assembly.set-agenda", () => {
  it("is the preparers' own, keeps what is known of an item, refuses one that is gone", async () => {
    const [first] = (await at(id)).agenda
    const items = [
      { kind: "election" as const, title: "选举主席团" },
      {
        id: first!.id,
        kind: "report" as const,
        title: "听取和审议工作报告",
        reporter: "主席团",
        minutes: 40,
      },
    ]
    const wanted = { assembly: id, items }
    expect((await w.stranger.post(contract.setAgenda, wanted)).status).toBe(401)
    for (const who of [outsider, member, people.party])
      expect((await who.post(contract.setAgenda, wanted)).status).toBe(403)
    expect((await writer.post(contract.setAgenda, wanted)).ok).toBe(true)
    const { agenda } = await at(id)
    expect(agenda.map((i) => i.title)).toEqual(["选举主席团", "听取和审议工作报告"])
    expect(agenda[1]?.id).toBe(first!.id)
    const gone = { assembly: id, items: [{ ...items[1]!, id: "none" }] }
    expect((await writer.post(contract.setAgenda, gone)).status).toBe(409)
    const twice = { assembly: id, items: [items[1]!, items[1]!] }
    expect((await writer.post(contract.setAgenda, twice)).status).toBe(409)
  })

  it("carries papers, for those who prepare and those over them", async () => {
    const body = [
      '--x\r\nContent-Disposition: form-data; name="file"; filename="工作报告.pdf"',
      "Content-Type: application/pdf\r\n\r\n%PDF-1\r\n--x--\r\n",
    ].join("\r\n")
    const headers = { "content-type": "multipart/form-data; boundary=x" }
    const sending = { method: "POST" as const, url: "/api/assembly/papers", payload: body, headers }
    expect((await w.stranger.send(sending)).statusCode).toBe(401)
    expect((await outsider.send(sending)).statusCode).toBe(403)
    const sent = (await writer.send(sending)).json() as { id: string }
    const items = [{ kind: "report" as const, title: "听取工作报告", papers: [sent.id] }]
    expect((await second.post(contract.setAgenda, { assembly: id, items })).status).toBe(400)
    expect((await writer.post(contract.setAgenda, { assembly: id, items })).ok).toBe(true)
    const url = `/api/assembly/papers/${sent.id}`
    expect((await outsider.send({ method: "GET", url })).statusCode).toBe(404)
    expect((await w.stranger.send({ method: "GET", url })).statusCode).toBe(404)
    expect((await people.party.send({ method: "GET", url })).body).toContain("%PDF-1")
  })
})

describe("assembly.change", () => {
  it("lets the place be changed by any preparer, the day by the proposer only, who asks anew", async () => {
    const { union: _, ...now } = call
    const wanted = { assembly: id, ...now, place: "大学生活动中心" }
    expect((await w.stranger.post(contract.change, wanted)).status).toBe(401)
    expect((await outsider.post(contract.change, wanted)).status).toBe(403)
    expect((await second.post(contract.change, wanted)).ok).toBe(true)
    const moved = { ...wanted, day: "2026-01-17" }
    expect(refusalOf(await second.post(contract.change, moved))?.because).toContain("提出请示的人")
    expect((await writer.post(contract.change, { ...moved, day: "2025-11-01" })).status).toBe(400)
    expect((await writer.post(contract.change, { ...wanted, name: "文学院全体学生大会" })).status).toBe(409)
    expect((await writer.post(contract.change, moved)).ok).toBe(true)
    expect(await at(id)).toMatchObject({ day: "2026-01-17", place: "大学生活动中心" })
  })
})

describe("opening and closing", () => {
  const inside = <T>(work: Parameters<typeof w.world.within<T>>[2]) =>
    openActor(w.world, w.university, "S001").then((actor) => w.world.within(w.university, actor!, work))
  const codeOf = (r: { ok: boolean; error?: { because: string } }) => (r.ok ? "" : r.error!.because)

  it("follow the state, whoever calls", async () => {
    expect(codeOf(await inside((ctx) => openAssembly(ctx, "none")))).toBe("没有这次大会")
    expect(codeOf(await inside((ctx) => openAssembly(ctx, id)))).toBe("大会还没有批准召开")
    expect(codeOf(await inside((ctx) => closeAssembly(ctx, id)))).toBe("大会没有开幕")
    await inside((ctx) => changeAssembly(ctx.tx, id, { state: "convened" }))
    expect(unwrap(await inside((ctx) => openAssembly(ctx, id)))).toMatchObject({
      state: "open",
      day: "2025-11-15",
    })
    expect(codeOf(await inside((ctx) => openAssembly(ctx, id)))).toBe("大会已经开幕")
  })

  it("fix the agenda, and let the presiding body give duties", async () => {
    expect((await writer.post(contract.setAgenda, { assembly: id, items: [] })).status).toBe(409)
    const { union: _, ...now } = call
    expect((await writer.post(contract.change, { assembly: id, ...now })).status).toBe(409)
    expect((await writer.post(contract.cancel, { assembly: id, because: "不开了" })).status).toBe(409)
    const presides = await w.as("S009")
    const wanted = {
      assembly: id,
      duty: "teller" as const,
      people: ["S015"],
      basis: "大会通过",
    }
    expect((await presides.post(contract.appoint, wanted)).ok).toBe(true)
  })

  it("make the year begin: 6.5 is answered from the day it opened", async () => {
    const facts = (day: string) =>
      w.world.db.scoped(w.university.id, (tx) => assembliesOn(tx, [letters], day))
    expect((await facts("2025-11-14")).get(letters)).toBeUndefined()
    expect((await facts("2025-11-15")).get(letters)?.answers["congress-held"]).toMatchObject({
      value: "2025-11-15",
      rows: [{ id, name: call.name }],
    })
    expect(unwrap(await inside((ctx) => closeAssembly(ctx, id))).state).toBe("closed")
    expect(codeOf(await inside((ctx) => closeAssembly(ctx, id)))).toBe("大会已经闭幕")
    expect((await w.world.db.scoped(w.university.id, (tx) => assemblyById(tx, id)))?.closedAt).toBeTruthy()
    const wanted = { assembly: id, duty: "teller" as const, people: ["S016"], basis: "补充" }
    expect((await writer.post(contract.appoint, wanted)).status).toBe(409)
  })

  it("remind the union eleven months later, and no sooner", async () => {
    const inbox = async () => (await inside(inboxItems)).filter((i) => i.id.startsWith("assembly/propose"))
    expect(await inbox()).toEqual([])
    w.moveTo("2026-10-14T02:00:00Z")
    expect(await inbox()).toEqual([])
    w.moveTo("2026-10-15T02:00:00Z")
    expect(await inbox()).toMatchObject([{ clause: "6.5", due: "2026-11-15", overdue: false }])
    const writer = await w.as("S001")
    const { due } = unwrap(await writer.get(contract.list, {}))
    expect(due).toMatchObject([{ last: "2025-11-15", until: "2026-11-15", late: false, can: true }])
    w.moveTo("2026-11-16T02:00:00Z")
    expect(await inbox()).toMatchObject([{ overdue: true }])
    const again = await w.as("S001")
    const told = unwrap(await again.get(contract.start, { union: letters, day: "2026-12-20" }))
    expect(told).toMatchObject({ name: "桥梁大学文学院第六次学生代表大会", until: "2026-11-15" })
    expect(told.tells[0]).toMatchObject({ key: "year", clause: "6.5" })
  })
})

it("another university sees nothing of it", async () => {
  const far = await w.addUniversity("江湖大学")
  const person = await w.as("Q1", far)
  expect((await person.get(contract.one, { id })).status).toBe(404)
  expect((await person.get(contract.head, { id })).status).toBe(404)
  expect((await person.post(contract.cancel, { assembly: id, because: "试试" })).status).toBe(404)
})
