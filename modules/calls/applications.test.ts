import { unwrap } from "@qiaoliang/basics"
import { openWorkbook } from "@qiaoliang/sheets"
import { describe, expect, it } from "vitest"
import type { Module } from "#kit/server/module.ts"
import { nobody } from "#kit/server/world.ts"
import { testWorld } from "#modules/accounts/build.ts"
import { chooseReading, setLimit } from "#modules/charter/contract.ts"
import { charterModule } from "#modules/charter/index.ts"
import { coursesModule } from "#modules/courses/index.ts"
import { addFaculty, addUnion, hold } from "#modules/offices/build.ts"
import { articles } from "#policy/index.ts"
import { addStudent, form, openCallBy } from "./build.ts"
import * as c from "./contract.ts"
import { applicationOf, applicationsOf, callOf } from "./index.ts"
import { callsModule } from "./module.ts"

/** What the room above hears. */
const heard: string[] = []
const hears =
  (topic: string) =>
  async (_: unknown, { application }: Record<string, unknown>) => {
    heard.push(`${topic} ${application}`)
  }
const above: Module = {
  name: "above",
  at: import.meta.url.replace("applications.test.ts", "none/none.ts"),
  clauses: [],
  served: [],
  on: {
    "calls.applied": hears("applied"),
    "calls.changed": hears("changed"),
    "calls.withdrawn": hears("withdrawn"),
  },
}

const w = await testWorld({
  modules: [coursesModule([]), charterModule(articles), callsModule(() => []), above],
})
for (const f of ["文学院", "数学学院"]) await addFaculty(w, f)
const school = await addUnion(w, {
  name: "校学生会",
  posts: [{ number: "P1", kind: "presidium", title: "执行主席" }],
})
const graduate = await addUnion(w, { name: "研究生会", kind: "graduate" })
const faculty = await addUnion(w, {
  name: "文学院学生会",
  level: "faculty",
  faculty: "文学院",
  posts: [{ number: "S36", kind: "head", title: "部长" }],
})
await hold(w, { kind: "school-league", number: "L1" })
await hold(w, { kind: "student-affairs", number: "A1" })
await hold(w, { kind: "school-party", number: "Y1" })
await hold(w, { kind: "faculty-league", number: "F1", faculty: "文学院" })
await hold(w, { kind: "faculty-league", number: "F2", faculty: "数学学院" })
for (const s of [
  { number: "S36", rank: "36/120" },
  { number: "S37", rank: "37/120" },
  { number: "S30", rank: "30/120", faculty: "数学学院", className: "数学2301" },
  { number: "S1F", rank: "1/120", fails: 1 },
  { number: "S1O", rank: "1/120", political: "other" as const },
  { number: "SNO", rank: null },
  { number: "SNEW", rank: null, grade: 2025 },
  { number: "SM", rank: null, level: "master" as const },
  { number: "P1", rank: "2/120" },
])
  await addStudent(w, s)
await hold(w, { kind: "class-branch", number: "C1", faculty: "文学院", scope: "汉语2301" })
await hold(w, { kind: "class-branch", number: "C2", faculty: "数学学院", scope: "数学2301" })

const league = await w.as("L1")
const one = await w.as("S36")
const call = await openCallBy(league, school, ["school-member", "school-presidium"])
const [memberPost, presidiumPost] = unwrap(await w.stranger.get(c.one, { id: call })).posts.map((p) => p.id)
const ofMember = { callId: call, postId: memberPost!, ...form }
const stored = (id: string) => w.world.db.scoped(w.university.id, (tx) => applicationOf(tx, id))
const applyAs = async (number: string, more: object = {}) =>
  (await w.as(number)).post(c.apply, { ...ofMember, ...more })

describe("calls.apply", () => {
  it("refuses the stranger, whoever is no student of the register, an unknown post", async () => {
    expect((await w.stranger.post(c.apply, ofMember)).status).toBe(401)
    expect(await applyAs("L1")).toMatchObject({ status: 403, error: { clause: "4.4" } })
    expect((await applyAs("S36", { postId: "none" })).status).toBe(404)
  })

  it("tells at once, before a word is written, which condition is met and by how much", async () => {
    const seen = unwrap(await (await w.as("S37")).get(c.one, { id: call })).me
    expect(seen?.fit).toBe("violated")
    expect(seen?.conditions.find((x) => x.clause === "4.3")).toMatchObject({
      verdict: "violated",
      value: "37/120",
      limit: "前30%（36名）",
    })
    const listed = unwrap(await one.get(c.publicList, {})).items.find((x) => x.id === call)
    expect(listed?.fit).toBe("met")
    expect(unwrap(await w.stranger.get(c.publicList, {})).items[0]?.fit).toBeNull()
  })

  it("accepts 36 of 120 and refuses 37 with the clause and the measure", async () => {
    const refused = await applyAs("S37")
    expect(refused).toMatchObject({ status: 422, error: { clause: "4.3" } })
    expect(refused.ok ? "" : refused.error.because).toContain("综合排名37/120，超过30%（36名）")
    const made = unwrap(await one.post(c.apply, ofMember))
    expect(heard).toContain(`applied ${made.id}`)
    expect(await stored(made.id)).toMatchObject({
      number: "S36",
      faculty: "文学院",
      className: "汉语2301",
      grade: 2023,
      postKind: "school-member",
      department: "学业发展部",
      status: "submitted",
      version: made.version,
      submittedOn: "2025-11-15",
    })
    expect(made.version).toMatch(/^[0-9a-f]{64}$/)
  })

  it("refuses a failed course and whoever is in neither Party nor League", async () => {
    expect(await applyAs("S1F")).toMatchObject({ status: 422, error: { clause: "4.3" } })
    const other = await applyAs("S1O")
    expect(other).toMatchObject({ status: 422, error: { clause: "4.1" } })
    expect(other.ok ? "" : other.error.because).toContain("群众")
  })

  it("does not refuse for lack of a record: says whom to ask, and lets the chain see it", async () => {
    const person = await w.as("SNO")
    const me = unwrap(await person.get(c.one, { id: call })).me
    expect(me?.fit).toBe("unknown")
    expect(me?.conditions.find((x) => x.clause === "4.3")).toMatchObject({
      verdict: "unknown",
      ask: "教务处",
    })
    const { id } = unwrap(await person.post(c.apply, ofMember))
    expect((await stored(id))?.conditions.find((x) => x.clause === "4.3")?.verdict).toBe("unknown")
    expect((await applyAs("SNEW")).ok).toBe(true)
  })

  it("takes one application a post, another for another post", async () => {
    expect((await one.post(c.apply, ofMember)).status).toBe(409)
    const both = await Promise.all(
      [1, 2].map(() => one.post(c.apply, { ...ofMember, postId: presidiumPost! })),
    )
    expect(both.map((b) => b.status).toSorted()).toEqual([200, 409])
  })

  it("asks for the source and looks it up in the rosters", async () => {
    expect((await applyAs("P1", { source: "exemplar", sourceNote: "" })).status).toBe(400)
    const known = unwrap(await applyAs("P1", { source: "school-union", sourceNote: "" }))
    expect((await stored(known.id))?.sourceOnRecord).toBe("校学生会执行主席")
    const claimed = unwrap(await applyAs("S30", { source: "faculty-union", sourceNote: "数学学院学生会" }))
    expect((await stored(claimed.id))?.sourceOnRecord).toBeNull()
  })

  it("is for the union's own students", async () => {
    const theirs = await openCallBy(await w.as("F1"), faculty, ["faculty-staff"])
    const [post] = unwrap(await w.stranger.get(c.one, { id: theirs })).posts
    const at = { callId: theirs, postId: post!.id }
    expect((await applyAs("S30", at)).status).toBe(403)
    expect(unwrap(await (await w.as("S30")).get(c.one, { id: theirs })).me?.fit).toBe("outside")
    expect((await applyAs("S36", at)).ok).toBe(true)
    const branch = unwrap(await (await w.as("C1")).get(c.applicants, { id: theirs }))
    expect(branch.items.map((a) => [a.name, a.conditions?.length])).toEqual([["学生S36", 2]])
    expect((await (await w.as("C2")).get(c.applicants, { id: theirs })).status).toBe(403)
    expect(unwrap(await league.get(c.applicants, { id: theirs })).items[0]?.conditions).toBeNull()
    const masters = await openCallBy(league, graduate, ["school-presidium"])
    const [seat] = unwrap(await w.stranger.get(c.one, { id: masters })).posts
    expect((await applyAs("S36", { callId: masters, postId: seat!.id })).status).toBe(403)
    expect((await applyAs("SM", { callId: masters, postId: seat!.id })).ok).toBe(true)
    expect((await applyAs("SM")).status).toBe(403)
  })

  it("only on the days of the call", async () => {
    const later = await openCallBy(league, school, ["school-presidium"], {
      opensOn: "2025-11-20",
      closesOn: "2025-11-21",
    })
    const [post] = unwrap(await w.stranger.get(c.one, { id: later })).posts
    const at = { callId: later, postId: post!.id }
    expect((await applyAs("S36", at)).status).toBe(409)
    w.moveTo("2025-11-21T15:59:00Z")
    expect((await applyAs("S36", at)).ok).toBe(true)
    w.moveTo("2025-11-21T16:01:00Z")
    expect((await applyAs("S30", at)).status).toBe(409)
    w.moveTo("2025-11-15T02:00:00Z")
  })
})

describe("the charter's stricter bar and the union's reading", () => {
  it("refuse whom the Opinions alone would let in, and say the union's number", async () => {
    const bar = { kind: "share" as const, atMost: { num: 1, den: 4 } }
    const set = { union: school, clause: "4.3", limit: bar, from: "2025-11-15", source: "校学生会章程第十条" }
    expect(
      (await league.post(setLimit, { ...set, limit: { ...bar, atMost: { num: 2, den: 5 } } })).status,
    ).toBe(422)
    expect((await league.post(setLimit, set)).status).toBe(200)
    const fresh = await openCallBy(league, school, ["school-presidium"])
    const read = unwrap(await one.get(c.one, { id: fresh }))
    expect(read.conditions.find((x) => x.clause === "4.3")?.local).toBe("≤25%")
    const at = { callId: fresh, postId: read.posts[0]!.id }
    const refused = await applyAs("S36", at)
    expect(refused.ok ? "" : refused.error.because).toContain("36/120，超过25%（30名）")
    expect((await applyAs("S30", at)).ok).toBe(true)
    const text = {
      union: school,
      clause: "4.3",
      reading: "text",
      from: "2025-11-15",
      source: "校团委会议纪要",
    }
    expect((await league.post(chooseReading, text)).status).toBe(200)
    expect(unwrap(await (await w.as("SNEW")).get(c.one, { id: fresh })).me?.fit).toBe("unknown")
  })
})

describe("calls.change and calls.withdraw", () => {
  it("are the applicant's own; a change is a new version and is told", async () => {
    const id = unwrap(await one.get(c.mine, {})).items.find((a) => a.postId === memberPost)!.id
    const before = (await stored(id))!.version
    const changed = { id, ...form, statement: `${form.statement}愿意从小事做起。` }
    expect((await (await w.as("S37")).post(c.changeOwn, changed)).status).toBe(403)
    expect((await w.stranger.post(c.withdraw, { id })).status).toBe(401)
    // The union settled a stricter bar meanwhile: a change is judged by the bar of the day.
    expect((await one.post(c.changeOwn, changed)).status).toBe(422)
    expect((await stored(id))!.version).toBe(before)
    const theirs = unwrap(await (await w.as("S30")).get(c.mine, {})).items[0]!
    const person = await w.as("S30")
    const next = { id: theirs.id, ...form, statement: `${form.statement}愿意从小事做起。` }
    const after = unwrap(await person.post(c.changeOwn, next))
    expect(heard).toContain(`changed ${theirs.id}`)
    expect((await stored(theirs.id))?.version).toBe(after.version)
    const again = unwrap(await person.post(c.changeOwn, next))
    expect(again.version).toBe(after.version)
    expect(heard.filter((h) => h === `changed ${theirs.id}`)).toHaveLength(1)
  })

  it("withdrawn, one may apply again; ended by the chain, nothing more", async () => {
    const person = await w.as("S30")
    const [first] = unwrap(await person.get(c.mine, {})).items
    expect((await one.post(c.withdraw, { id: first!.id })).status).toBe(403)
    unwrap(await person.post(c.withdraw, { id: first!.id }))
    expect(heard).toContain(`withdrawn ${first!.id}`)
    expect((await person.post(c.withdraw, { id: first!.id })).status).toBe(409)
    const second = unwrap(
      await person.post(c.apply, { ...ofMember, callId: first!.callId, postId: first!.postId }),
    )
    await w.world.within(w.university, nobody, (ctx) =>
      ctx.emit("selection.ended", { application: second.id, outcome: "determined" }),
    )
    expect((await stored(second.id))?.status).toBe("determined")
    expect((await person.post(c.changeOwn, { id: second.id, ...form })).status).toBe(409)
    expect((await person.post(c.withdraw, { id: second.id })).status).toBe(409)
    expect((await league.post(c.cancel, { id: first!.callId, because: "不再办理" })).status).toBe(409)
  })
})

describe("who sees what", () => {
  const rowsOf = async (number: string, more: object = {}) =>
    unwrap(await (await w.as(number)).get(c.applicants, { id: call, ...more }))

  it("is closed to students, and to offices without a part in the chain", async () => {
    expect((await w.stranger.get(c.applicants, { id: call })).status).toBe(401)
    expect((await one.get(c.applicants, { id: call })).status).toBe(403)
    expect((await (await w.as("C1")).get(c.applicants, { id: call })).status).toBe(403)
  })

  it("shows a faculty its own, the Party committee the presidium's, the university's offices all", async () => {
    expect(new Set((await rowsOf("F1")).items.map((a) => a.faculty))).toEqual(new Set(["文学院"]))
    expect((await rowsOf("F2")).items.every((a) => a.faculty === "数学学院")).toBe(true)
    expect(new Set((await rowsOf("Y1")).items.map((a) => a.postKind))).toEqual(new Set(["school-presidium"]))
    const all = await rowsOf("A1")
    expect(all.whole).toBe(true)
    expect(all.items.every((a) => a.conditions?.length === 2)).toBe(true)
  })

  it("keeps the record from the union itself", async () => {
    const rows = await rowsOf("P1")
    const own = rows.items.filter((a) => a.name === "学生P1")
    const others = rows.items.filter((a) => a.name !== "学生P1")
    expect(own.every((a) => a.conditions !== null)).toBe(true)
    expect(others.length).toBeGreaterThan(0)
    expect(JSON.stringify(others)).not.toMatch(/36\/120|共青团员|"number"/)
    expect((await rowsOf("P1", { verdict: "unknown" })).items).toEqual([])
    const id = others.find((a) => a.faculty !== "数学学院")!.id
    expect(unwrap(await (await w.as("P1")).get(c.applicantOne, { id })).conditions).toBeNull()
    expect((await (await w.as("F2")).get(c.applicantOne, { id })).status).toBe(403)
    expect(
      (await one.get(c.applicantOne, { id: rows.items.find((a) => a.name !== "学生S36")!.id })).status,
    ).toBe(403)
  })

  it("searches, sorts and pages", async () => {
    expect((await rowsOf("A1", { text: "S36" })).items.every((a) => a.name === "学生S36")).toBe(true)
    expect((await rowsOf("A1", { verdict: "unknown" })).items.map((a) => a.name)).toEqual(["学生SNO"])
    const sorted = (await rowsOf("A1", { sort: "rank", post: memberPost })).items.map((a) => a.name)
    expect(sorted.indexOf("学生P1")).toBeLessThan(sorted.indexOf("学生S36"))
    const paged = await rowsOf("A1", { size: 1, page: 2 })
    expect(paged.items).toHaveLength(1)
    expect(paged.total).toBeGreaterThan(1)
  })

  it("hands out a workbook with no number of anybody, the record only to the chain", async () => {
    const url = `/api/calls/${call}/applicants.xlsx`
    expect((await w.stranger.send({ method: "GET", url })).statusCode).toBe(401)
    expect((await one.send({ method: "GET", url })).statusCode).toBe(403)
    const cells = async (number: string) => {
      const sent = await (await w.as(number)).send({ method: "GET", url })
      expect(sent.statusCode).toBe(200)
      const book = unwrap(openWorkbook("报名汇总.xlsx", new Uint8Array(sent.rawPayload)))
      return JSON.stringify(book)
    }
    const whole = await cells("A1")
    expect(whole).toContain("36/120")
    expect(whole).not.toMatch(/"S36"/)
    expect(await cells("P1")).not.toMatch(/36\/120|待核实/)
  })
})

describe("for the room that takes them on", () => {
  it("answers the call and its applications", async () => {
    const [found, all] = await w.world.db.scoped(
      w.university.id,
      async (tx) => [await callOf(tx, call, "2025-11-15"), await applicationsOf(tx, call)] as const,
    )
    expect(found).toMatchObject({
      unionName: "校学生会",
      level: "school",
      kind: "undergraduate",
      status: "open",
    })
    expect(all.length).toBeGreaterThan(3)
  })
  it("answers nothing to another university", async () => {
    const there = await w.addUniversity("彼岸大学")
    const [found, all] = await w.world.db.scoped(
      there.id,
      async (tx) => [await callOf(tx, call), await applicationsOf(tx, call)] as const,
    )
    expect(found).toBeUndefined()
    expect(all).toEqual([])
    expect(unwrap(await (await w.as("S36", there)).get(c.mine, {})).items).toEqual([])
  })
})
