import { unwrap } from "@qiaoliang/basics"
import { beforeEach, describe, expect, it } from "vitest"
import { monday, school } from "#modules/approvals/build.ts"
import { activitiesWorld, after, evening, shownCode } from "./build.ts"
import * as contract from "./contract.ts"
import { activitiesOn } from "./facts.ts"
import * as open from "./public-contract.ts"

const { w, chair, head, member, league, drafted, opened } = await activitiesWorld()
const [s1, s2, s3, n1, other] = (await Promise.all(["S1", "S2", "S3", "N1", "W1"].map((n) => w.as(n)))) as [
  typeof chair,
  typeof chair,
  typeof chair,
  typeof chair,
  typeof chair,
]

const look = async (id: string) => unwrap(await head.get(contract.one, { id }))
const own = async (who: typeof s1, id: string) => unwrap(await who.get(open.shownOne, { id }))
const factsOf = async () =>
  (await w.world.db.scoped(w.university.id, (tx) => activitiesOn(tx, [school], "2025-11-19"))).get(school)

const handIn = async (who: typeof s1, id: string, rows: readonly string[]) => {
  const boundary = "----qiaoliang"
  const payload = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="签到.csv"\r\ncontent-type: text/csv\r\n\r\n${["学号,姓名", ...rows].join("\n")}\n\r\n--${boundary}--\r\n`
  return who.send({
    method: "POST",
    url: `/api/activities/sheet?id=${id}`,
    headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
    payload,
  })
}

beforeEach(() => w.moveTo(monday))

describe("activities.here", () => {
  it("refuses the stranger, an old code, another activity's, and before its time", async () => {
    const id = await opened()
    const another = await opened()
    w.moveTo(evening)
    const code = await shownCode(w, id)
    expect((await w.stranger.post(open.here, { id, code })).status).toBe(401)
    expect((await s1.post(open.here, { id, code: await shownCode(w, another) })).status).toBe(400)
    w.moveTo("2025-11-18T10:42:00Z")
    expect((await s1.post(open.here, { id, code })).status).toBe(400)
    w.moveTo("2025-11-18T09:59:00Z")
    expect((await s1.post(open.here, { id, code: await shownCode(w, id) })).status).toBe(409)
    w.moveTo("2025-11-18T12:31:00Z")
    expect((await s1.post(open.here, { id, code: await shownCode(w, id) })).status).toBe(409)
  })

  it("takes the code once, of whoever signed up and of whoever walks in", async () => {
    const id = await opened({ places: 1 })
    unwrap(await s1.post(open.signUp, { id }))
    unwrap(await s2.post(open.signUp, { id }))
    w.moveTo(evening)
    const code = await shownCode(w, id)
    expect(unwrap(await s1.post(open.here, { id, code })).already).toBe(false)
    expect(unwrap(await s1.post(open.here, { id, code })).already).toBe(true)
    expect((await n1.post(open.here, { id, code })).ok).toBe(true)
    expect(await look(id)).toMatchObject({ there: 2, walkedIn: 1, absent: 0 })
    w.moveTo(after)
    const people = unwrap(await head.get(contract.people, { id }))
    expect(people.items.map((p) => [p.number, p.signedUp, p.there !== null])).toEqual([
      ["S1", "accepted", true],
      ["S2", "waiting", false],
      ["N1", null, true],
    ])
    expect(unwrap(await head.get(contract.people, { id, standing: "walk-in" })).total).toBe(1)
  })

  it("keeps out who has no place where one must sign up", async () => {
    const id = await opened({ places: 1, walkIns: false })
    for (const s of [s1, s2]) unwrap(await s.post(open.signUp, { id }))
    w.moveTo(evening)
    const code = await shownCode(w, id)
    for (const s of [s2, s3]) expect((await s.post(open.here, { id, code })).status).toBe(403)
    expect((await s1.post(open.here, { id, code })).ok).toBe(true)
  })

  it("counts a thousand behind one address, and twice at once as once", async () => {
    const id = await opened()
    w.moveTo(evening)
    const code = await shownCode(w, id)
    await Promise.all([1, 2, 3, 4].map(() => s1.post(open.here, { id, code })))
    expect((await look(id)).there).toBe(1)
    const statuses = new Set<number>()
    for (let i = 0; i < 1300; i++) statuses.add((await w.stranger.post(open.here, { id, code })).status)
    expect([...statuses]).toEqual([401])
  })
})

describe("activities.shown", () => {
  it("offers at the door what one may enter now, and nothing before or after", async () => {
    const id = await opened({ places: 1, walkIns: false })
    for (const s of [s1, s2]) unwrap(await s.post(open.signUp, { id }))
    const door = async (who: typeof s1) =>
      unwrap(await who.get(open.shownList, { size: 100 })).items.find((a) => a.id === id)?.here
    expect(await door(s1)).toBe(false)
    w.moveTo(evening)
    expect([await door(s1), await door(s2), await door(w.stranger)]).toEqual([true, false, false])
    unwrap(await s1.post(open.here, { id, code: await shownCode(w, id) }))
    expect(await door(s1)).toBe(false)
  })
})

describe("activities.code", () => {
  it("is shown by the host's people alone", async () => {
    const id = await opened()
    w.moveTo(evening)
    const input = { id, site: "http://localhost:3000/x" }
    expect((await w.stranger.get(contract.code, input)).status).toBe(401)
    for (const who of [s1, other, league]) expect((await who.get(contract.code, input)).status).toBe(403)
    const shown = unwrap(await member.get(contract.code, input))
    expect(shown.qr).toContain("<svg")
    expect((await s1.post(open.here, { id, code: shown.code.toLowerCase() })).ok).toBe(true)
    expect(JSON.stringify(shown)).not.toContain("secret")
  })
})

describe("activities.mark and unmark", () => {
  it("are the host's, never for oneself, with a reason afterwards", async () => {
    const id = await opened()
    w.moveTo(evening)
    expect((await w.stranger.post(contract.mark, { id, numbers: ["S1"] })).status).toBe(401)
    for (const who of [s1, other, league])
      expect((await who.post(contract.mark, { id, numbers: ["S1"] })).status).toBe(403)
    expect((await member.post(contract.mark, { id, numbers: ["X3"] })).status).toBe(403)
    expect((await member.post(contract.mark, { id, numbers: ["S1", "Q7"] })).status).toBe(400)
    expect(unwrap(await member.post(contract.mark, { id, numbers: ["S1", "S2"] })).marked).toBe(2)
    expect(unwrap(await member.post(contract.mark, { id, numbers: ["S1"] })).marked).toBe(0)
    w.moveTo(after)
    expect((await member.post(contract.mark, { id, numbers: ["S3"] })).status).toBe(400)
    const late = { id, numbers: ["S3"], because: "手机没电，由负责人核实" }
    expect(unwrap(await member.post(contract.mark, late)).marked).toBe(1)
    const out = { id, number: "S1", because: "签错了活动" }
    expect((await w.stranger.post(contract.unmark, out)).status).toBe(401)
    for (const who of [member, s1, other]) expect((await who.post(contract.unmark, out)).status).toBe(403)
    unwrap(await head.post(contract.unmark, out))
    expect((await head.post(contract.unmark, out)).status).toBe(409)
    expect(await look(id)).toMatchObject({ there: 2, reach: { people: 2 } })
    const line = unwrap(await head.get(contract.people, { id, text: "S1" })).items[0]
    expect(line).toMatchObject({ there: null, corrected: { because: "签错了活动" } })
  })
})

describe("a list as a file", () => {
  it("is taken over whole or not at all, and taken back whole", async () => {
    const id = await opened()
    const early = await w.as("20230001")
    w.moveTo(evening)
    unwrap(await early.post(open.here, { id, code: await shownCode(w, id) }))
    w.moveTo(after)
    expect((await handIn(w.stranger, id, ["S2,S2号"])).statusCode).toBe(401)
    for (const who of [s1, member, other]) expect((await handIn(who, id, ["S2,S2号"])).statusCode).toBe(403)
    expect((await handIn(head, id, [])).statusCode).toBe(400)
    const wrong = (
      await handIn(head, id, ["20230001,20230001号", "20230002,张三", "20239999,李四", "2,王五"])
    ).json()
    expect(wrong.problems.map((p: { kind: string; row: number }) => [p.kind, p.row])).toEqual([
      ["notice", 2],
      ["error", 3],
      ["error", 4],
      ["error", 5],
    ])
    expect(await head.post(contract.confirmImport, { id, file: wrong.id })).toMatchObject({
      status: 400,
      error: { because: expect.stringContaining("3处") },
    })
    expect((await look(id)).there).toBe(1)
    const good = (
      await handIn(head, id, [
        "20230001,20230001号",
        "20230002,20230002号",
        "20230002,20230002号",
        "20230003,20230003号",
      ])
    ).json()
    expect(good.lines).toHaveLength(2)
    expect((await w.stranger.post(contract.confirmImport, { id, file: good.id })).status).toBe(401)
    expect((await member.post(contract.confirmImport, { id, file: good.id })).status).toBe(403)
    expect(unwrap(await head.post(contract.confirmImport, { id, file: good.id })).added).toBe(2)
    expect((await head.post(contract.confirmImport, { id, file: good.id })).status).toBe(409)
    expect((await look(id)).there).toBe(3)
    expect((await w.stranger.post(contract.undoImport, { id, file: good.id })).status).toBe(401)
    expect((await other.post(contract.undoImport, { id, file: good.id })).status).toBe(403)
    expect(unwrap(await head.post(contract.undoImport, { id, file: good.id })).gone).toBe(2)
    expect((await look(id)).there).toBe(1)
    expect((await head.post(contract.undoImport, { id, file: good.id })).status).toBe(409)
    expect(
      unwrap(await head.get(contract.imports, { id }))
        .items.map((i) => i.state)
        .sort(),
    ).toEqual(["preview", "undone"])
  })
})

describe("activities.rate", () => {
  it("is once, by those who were there, nameless in the log, and shown from five on", async () => {
    const id = await opened({ places: null })
    w.moveTo(evening)
    const code = await shownCode(w, id)
    const five = await Promise.all(["S1", "S2", "S3", "S4", "S5"].map((n) => w.as(n)))
    expect((await w.stranger.post(open.rate, { id, stars: 5 })).status).toBe(401)
    expect((await n1.post(open.rate, { id, stars: 5 })).status).toBe(403)
    for (const s of five) unwrap(await s.post(open.here, { id, code }))
    for (const [i, s] of five.entries()) {
      expect(unwrap(await w.stranger.get(open.shownOne, { id })).rating).toBeNull()
      expect((await look(id)).rating.stars).toBeNull()
      unwrap(await s.post(open.rate, { id, stars: i < 4 ? 5 : 2, ...(i === 1 ? { words: "灯光太暗" } : {}) }))
    }
    expect((await s1.post(open.rate, { id, stars: 1 })).status).toBe(409)
    expect(unwrap(await w.stranger.get(open.shownOne, { id })).rating).toEqual({
      people: 5,
      stars: [0, 1, 0, 0, 4],
    })
    expect((await look(id)).rating).toEqual({ people: 5, stars: [0, 1, 0, 0, 4], remarks: ["灯光太暗"] })
    expect((await own(s1, id)).can.rate).toBe(false)
    const { rows } = await w.world.db.scoped(w.university.id, (tx) =>
      tx.client.query("select account, name, capacity from log_entry where verb = 'activities.rate'"),
    )
    expect(rows).toHaveLength(5)
    for (const row of rows) expect(row).toMatchObject({ account: null, capacity: null })
    expect(JSON.stringify(rows)).not.toMatch(/S\d/)
  })

  it("is over after two weeks", async () => {
    const id = await opened()
    w.moveTo(evening)
    unwrap(await s1.post(open.here, { id, code: await shownCode(w, id) }))
    w.moveTo("2025-12-02T12:30:01Z")
    expect((await s1.post(open.rate, { id, stars: 4 })).status).toBe(409)
    w.moveTo("2025-12-02T12:30:00Z")
    expect((await s1.post(open.rate, { id, stars: 4 })).ok).toBe(true)
  })
})

describe("reach", () => {
  it("counts each student once over the semester, against the students the union stands for", async () => {
    const [one, two] = [await opened(), await opened()]
    w.moveTo(evening)
    for (const id of [one, two]) unwrap(await member.post(contract.mark, { id, numbers: ["S1", "S2", "N1"] }))
    w.moveTo(after)
    const now = unwrap(await head.get(contract.reached, { union: school }))
    expect(now.of?.activities.length).toBeGreaterThanOrEqual(2)
    const all = now.of!.reach
    expect(all.students).toBe(16)
    expect(all.people).toBeLessThanOrEqual(16)
    expect(all.byFaculty.find((f) => f.name === "理学院")).toEqual({ name: "理学院", students: 4, people: 2 })
    expect((await w.stranger.get(contract.reached, {})).status).toBe(401)
    expect((await s1.get(contract.reached, {})).status).toBe(403)
  })

  it("hides small groups from everybody, and those who could be worked out", async () => {
    const id = await opened({ places: null })
    w.moveTo(evening)
    const numbers = ["S1", "S2", "S3", "S4", "S5", "S6", "N1"]
    unwrap(await member.post(contract.mark, { id, numbers }))
    w.moveTo(after)
    expect((await look(id)).reach).toMatchObject({ people: 7, students: 16 })
    const seen = unwrap(await w.stranger.get(open.shownOne, { id })).reach
    expect(seen?.people).toBe(7)
    expect(seen?.byFaculty.map((f) => f.people)).toEqual([null, null])
  })

  it("answers 2.5 and 7.3: what was held without a review is a violation, with its row", async () => {
    const id = await drafted({
      startsAt: "2025-11-12T18:30:00+08:00",
      endsAt: "2025-11-12T20:00:00+08:00",
      opensAt: null,
    })
    unwrap(await chair.post(contract.open, { id }))
    const facts = await factsOf()
    expect(facts?.answers?.["built-on-classes"]).toMatchObject({ value: true })
    expect(facts?.reach?.students).toBe(16)
    const held = facts?.reach?.activities.find((a) => a.row.id === id)
    expect(held).toMatchObject({ on: "2025-11-12", approved: null, people: 0 })
    expect(JSON.stringify(facts)).not.toMatch(/"S\d/)
  })
})

describe("papers", () => {
  it("are for those who may read the list; the calendar for whoever has a place", async () => {
    const id = await opened({ places: 1 })
    unwrap(await s1.post(open.signUp, { id }))
    unwrap(await s2.post(open.signUp, { id }))
    const fetch = async (who: typeof s1, file: string) =>
      (await who.send({ method: "GET", url: `/api/activities/${id}/${file}` })).statusCode
    for (const file of ["sign-in.docx", "summary.docx", "attendance.xlsx"]) {
      expect(await fetch(w.stranger, file)).toBe(401)
      for (const who of [s1, other]) expect(await fetch(who, file)).toBe(403)
      expect(await fetch(head, file)).toBe(200)
    }
    expect(await fetch(head, "secret.docx")).toBe(404)
    expect(await fetch(w.stranger, "calendar.ics")).toBe(401)
    expect(await fetch(s2, "calendar.ics")).toBe(403)
    expect(await fetch(s1, "calendar.ics")).toBe(200)
  })
})
