import { unwrap } from "@qiaoliang/basics"
import { describe, expect, it } from "vitest"
import { openActor } from "#modules/accounts/index.ts"
import { one as courseOne, move } from "../courses/contract.ts"
import { asked, congressWorld, refusalOf } from "./build.ts"
import * as contract from "./contract.ts"
import { inboxItems, type Readiness } from "./index.ts"

/** What another room of the congress would say of its own part. */
let seats = false
const ofSeats: Readiness = async (_, assembly) => [
  {
    key: "seats",
    title: "代表名额",
    ready: seats,
    says: seats ? "已通过分配方案" : "还没有通过分配方案",
    href: `/office/seats/${assembly.id}`,
  },
]
const { w, school, letters, people } = await congressWorld({
  readiness: [ofSeats],
  documents: [
    async (_, of) => [
      {
        key: "allocation",
        title: `${of.assembly.name}名额分配表`,
        group: "代表",
        waits: "通过分配方案",
        files: [],
      },
    ],
  ],
})
type Who = (typeof people)[keyof typeof people]

const at = async (id: string, person: Who) => unwrap(await person.get(contract.one, { id }))
const courseIn = async (course: string, person: Who) => unwrap(await person.get(courseOne, { id: course }))

/** Pass a step in the name of an office, on the version that is there. */
async function pass(
  person: Who,
  course: string,
  step: string,
  office: string,
  says?: Record<string, string>,
) {
  const { version } = await courseIn(course, people.league)
  const made = { kind: "pass" as const, step, office, version, ...(says ? { says } : {}) }
  return person.post(move, { id: course, move: made })
}

describe("a faculty's request, 6.5", () => {
  let id = ""
  let course = ""

  it("goes from the union to the League and the Party organisation of its faculty, no step skipped", async () => {
    ;({ id, course } = unwrap(await people.writer.post(contract.propose, asked(letters))))
    const skipped = await pass(people.facultyParty, course, "approved", "faculty-party")
    expect(skipped.status).toBe(422)
    expect(refusalOf(skipped)).toMatchObject({
      clause: "6.5",
      because: expect.stringContaining("团组织审核"),
    })
    for (const who of [people.league, people.facultyParty, people.outsider])
      expect((await pass(who, course, "reviewed", "faculty-league")).status).toBe(403)
    expect((await pass(people.facultyLeague, course, "reviewed", "faculty-league")).ok).toBe(true)
    const reply = { reply: "文学院党〔2025〕12号" }
    expect((await pass(people.facultyParty, course, "approved", "faculty-party", reply)).ok).toBe(true)
    expect((await pass(people.league, course, "reported-up", "school-league")).ok).toBe(true)
  })

  it("waits for the committee and its secretary-general, and says who is to name them", async () => {
    const refused = await pass(people.facultyLeague, course, "committee", "faculty-league")
    expect(refused.status).toBe(422)
    expect(refusalOf(refused)).toMatchObject({
      clause: "6.5",
      because: expect.stringContaining("筹备委员会"),
    })
    expect((await at(id, people.writer)).next).toMatchObject({ who: "主席团和团组织" })
    const inbox = async () => {
      const actor = await openActor(w.world, w.university, "S002")
      return (await w.world.within(w.university, actor!, inboxItems)).map((i) => i.title)
    }
    expect(await inbox()).toEqual(["提出筹备委员会名单"])
    const members = { assembly: id, duty: "preparatory" as const, basis: "团组织提名" }
    unwrap(await people.writer.post(contract.appoint, { ...members, lead: true, people: ["F1"] }))
    unwrap(await people.writer.post(contract.appoint, { ...members, people: ["S001", "S002"] }))
    expect(await inbox()).toEqual(["筹备大会"])
    expect((await pass(people.facultyLeague, course, "committee", "faculty-league")).ok).toBe(true)
  })

  it("is asked for again only when every room is ready; what is missing is named", async () => {
    const missing = await pass(people.writer, course, "ready", "applicant")
    expect(missing.status).toBe(422)
    expect(refusalOf(missing)?.because).toBe("筹备工作还没有完成：代表资格审查委员会、大会议程、代表名额")
    const seen = await at(id, people.writer)
    expect(seen.readiness.map((r) => [r.key, r.ready])).toEqual([
      ["committee", true],
      ["credentials-committee", false],
      ["agenda", false],
      ["seats", false],
    ])
    expect(seen.next?.says).toContain("代表资格审查委员会")
    const credentials = { assembly: id, duty: "credentials" as const, basis: "筹备委员会决定" }
    unwrap(await people.writer.post(contract.appoint, { ...credentials, lead: true, people: ["S004"] }))
    const items = [{ kind: "election" as const, title: "选举主席团", minutes: 40 }]
    unwrap(await people.writer.post(contract.setAgenda, { assembly: id, items }))
    expect((await pass(people.writer, course, "ready", "applicant")).status).toBe(422)
    seats = true
    expect((await pass(people.second, course, "ready", "applicant")).status).toBe(403)
    expect((await pass(people.writer, course, "ready", "applicant")).ok).toBe(true)
  })

  it("is convened by the last reply, which is checked once more, and is public from then on", async () => {
    seats = false
    expect((await pass(people.facultyParty, course, "convened", "faculty-party")).status).toBe(422)
    seats = true
    expect((await pass(people.facultyParty, course, "convened", "faculty-party")).ok).toBe(true)
    expect(await at(id, people.writer)).toMatchObject({ state: "convened", next: { says: "签到并开幕" } })
    expect(unwrap(await w.stranger.get(contract.published, {})).items).toHaveLength(1)
  })

  it("has its papers drawn up from the records, each once its data are there", async () => {
    const { documents } = await at(id, people.writer)
    expect(documents.filter((d) => d.waits !== null).map((d) => d.key)).toEqual(["allocation"])
    for (const { key, files } of documents.filter((d) => d.waits === null)) {
      const url = files.find((f) => f.format === "docx")!.href
      expect((await people.outsider.send({ method: "GET", url })).statusCode, key).toBe(404)
      const file = await people.party.send({ method: "GET", url })
      expect(file.rawPayload.subarray(0, 2).toString(), key).toBe("PK")
    }
    const url = `/api/assembly/documents/${id}/none.docx`
    expect((await people.writer.send({ method: "GET", url })).statusCode).toBe(404)
  })

  it("goes through all of it again for another day", async () => {
    const { union: _, ...now } = asked(letters)
    const moved = { assembly: id, ...now, day: "2026-01-24" }
    expect((await people.second.post(contract.change, moved)).status).toBe(403)
    expect((await people.writer.post(contract.change, moved)).ok).toBe(true)
    expect(await at(id, people.writer)).toMatchObject({
      state: "preparing",
      next: { says: "学院（系）团组织审核" },
    })
    expect(unwrap(await w.stranger.get(contract.published, {})).items).toEqual([])
  })

  it("is over when whoever asked takes it back", async () => {
    const off = { assembly: id, because: "推迟到下学期" }
    expect((await people.outsider.post(contract.cancel, off)).status).toBe(403)
    expect((await people.writer.post(contract.cancel, off)).ok).toBe(true)
    expect(await at(id, people.writer)).toMatchObject({
      state: "cancelled",
      cancelledBecause: "推迟到下学期",
      next: null,
    })
    expect((await courseIn(course, people.writer)).status).toBe("withdrawn")
    expect((await people.writer.post(contract.cancel, off)).status).toBe(409)
  })
})

describe("a school's request, 6.1", () => {
  const wanted = { ...asked(school), name: "桥梁大学第三十三次学生代表大会" }
  let id = ""
  let course = ""

  it("goes to the school's League and Party committees and up to the federation, with its reply's number", async () => {
    ;({ id, course } = unwrap(await people.chair.post(contract.propose, wanted)))
    const skipped = await pass(people.party, course, "convened", "school-party")
    expect(refusalOf(skipped)).toMatchObject({ code: "against-clause", clause: "6.1" })
    expect((await pass(people.league, course, "reviewed", "school-league")).ok).toBe(true)
    expect((await pass(people.party, course, "approved", "school-party")).ok).toBe(true)
    const silent = await pass(people.league, course, "reported-up", "school-league")
    expect(silent.status).toBe(400)
    expect(refusalOf(silent)?.clause).toBe("10.1")
    const reply = { reply: "省学联函〔2025〕8号" }
    expect((await pass(people.league, course, "reported-up", "school-league", reply)).ok).toBe(true)
    expect(await at(id, people.chair)).toMatchObject({ next: { who: "主席团和团组织" } })
  })

  it("called off by another than the proposer, can only be ended by the office it waits for", async () => {
    const other = await w.as("P2")
    expect((await other.post(contract.cancel, { assembly: id, because: "校党委安排调整" })).ok).toBe(true)
    expect((await at(id, people.chair)).state).toBe("cancelled")
    const going = await pass(people.league, course, "committee", "school-league")
    expect(refusalOf(going)).toMatchObject({ code: "conflict", because: "大会已经取消" })
    const no = { kind: "refuse" as const, step: "committee", because: "大会已经取消" }
    expect((await people.league.post(move, { id: course, move: no })).ok).toBe(true)
    expect((await at(id, people.chair)).cancelledBecause).toBe("校党委安排调整")
  })

  it("is cancelled by a refusal, with its reason", async () => {
    const made = unwrap(
      await people.chair.post(contract.propose, { ...wanted, name: "桥梁大学第三十四次学代会" }),
    )
    const no = { kind: "refuse" as const, step: "reviewed", because: "筹备时间不足" }
    expect((await people.league.post(move, { id: made.course, move: no })).ok).toBe(true)
    expect(await at(made.id, people.chair)).toMatchObject({
      state: "cancelled",
      cancelledBecause: "筹备时间不足",
    })
  })
})
