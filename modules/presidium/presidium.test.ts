import { unwrap } from "@qiaoliang/basics"
import { beforeAll, describe, expect, it } from "vitest"
import { nobody } from "#kit/server/actor.ts"
import type { Person, TestWorld } from "#kit/server/test-world.ts"
import { testWorld } from "#modules/accounts/build.ts"
import { charterModule } from "#modules/charter/index.ts"
import { coursesModule } from "#modules/courses/index.ts"
import { addUnion, hold } from "#modules/offices/build.ts"
import { articles } from "#policy/index.ts"
import { addPresidium, withCharter } from "./build.ts"
import * as contract from "./contract.ts"
import { rotationOn } from "./facts.ts"
import { changeChairs } from "./follow.ts"
import { inboxItems, type Matter, presidiumModule } from "./index.ts"

let open: Matter[] = []
const meeting = {
  id: "m1",
  title: "主席团第三次会议",
  at: new Date("2026-03-05T11:00:00Z"),
  hours: 2,
  place: "活动中心",
}
let w: TestWorld
let union: string
let members: Person[]
let league: Person
let outsider: Person

const one = async (on?: string) =>
  unwrap(await members[1]!.get(contract.one, { union, ...(on ? { on } : {}) }))
const chairs = async () => (await one()).plan?.turns.map((t) => t.name).join("")
const inboxOf = async (number: string) => {
  const { openActor } = await import("#modules/accounts/index.ts")
  const actor = await openActor(w.world, w.university, number)
  return w.world.within(w.university, actor!, inboxItems)
}
const signIn = async () => {
  members = await Promise.all([1, 2, 3, 4, 5].map((i) => w.as(`P${i}`)))
  league = await w.as("L1")
  outsider = await w.as("S9")
}
/** Sessions do not last until another semester. */
const moveTo = async (day: string) => {
  w.moveTo(`${day}T02:00:00Z`)
  await signIn()
}
const night = () => w.world.within(w.university, nobody, changeChairs)

beforeAll(async () => {
  w = await testWorld({
    modules: [
      coursesModule([]),
      charterModule(articles),
      presidiumModule({ openMatters: [async () => open], calendar: [async () => [meeting]] }),
    ],
  })
  union = await addPresidium(w, ["甲", "乙", "丙", "丁", "戊"])
  await hold(w, { kind: "school-league", number: "L1", post: "deputy-secretary", designated: true })
  await hold(w, { kind: "school-league", number: "L9", post: "secretary", union })
  await signIn()
})

describe("presidium.propose and presidium.agree", () => {
  it("refuse the stranger, the student and the office that is not of the presidium", async () => {
    expect((await w.stranger.post(contract.propose, { union })).status).toBe(401)
    expect((await outsider.post(contract.propose, { union })).status).toBe(403)
    expect((await league.post(contract.propose, { union })).status).toBe(403)
    expect((await outsider.get(contract.one, { union })).status).toBe(403)
  })

  it("ask for the charter first", async () => {
    const answer = await members[0]!.post(contract.propose, { union })
    expect(answer.ok ? undefined : answer.error).toMatchObject({ code: "conflict", clause: "2.2b" })
    await withCharter(members[0]!, union, true)
    expect(await inboxOf("P2")).toMatchObject([{ title: "拟定轮值计划" }])
  })

  it("refuse a plan that gives somebody a second turn before all had one", async () => {
    const turns = [
      { schoolYear: 2025, half: 1 as const, number: "P1" },
      { schoolYear: 2025, half: 2 as const, number: "P2" },
      { schoolYear: 2026, half: 1 as const, number: "P1" },
    ]
    const answer = await members[0]!.post(contract.propose, { union, turns })
    expect(answer.status).toBe(422)
    expect(answer.ok ? undefined : answer.error.clause).toBe("2.2b")
  })

  it("bring a plan into force with more than half of the members, not before", async () => {
    const { id, adopted } = unwrap(await members[0]!.post(contract.propose, { union }))
    expect(adopted).toBe(false)
    expect(await inboxOf("P2")).toMatchObject([{ title: "表决轮值计划" }])
    expect((await outsider.post(contract.agree, { id })).status).toBe(403)
    expect(unwrap(await members[1]!.post(contract.agree, { id })).adopted).toBe(false)
    expect(unwrap(await members[1]!.post(contract.agree, { id })).adopted).toBe(false)
    expect((await one()).plan).toBeNull()
    expect(unwrap(await members[2]!.post(contract.agree, { id })).adopted).toBe(true)
    expect(await chairs()).toBe("甲乙丙丁戊")
    expect((await members[3]!.post(contract.agree, { id })).status).toBe(409)
  })

  it("let the presidium swap semesters that lie ahead, and keep the plan before", async () => {
    const { suggestion } = await one()
    expect(suggestion[0]?.semester).toBe("2025—2026学年第二学期")
    const numbers = ["P3", "P2", "P4", "P5"]
    const turns = suggestion.map(({ schoolYear, half }, i) => ({ schoolYear, half, number: numbers[i]! }))
    const { id } = unwrap(await members[0]!.post(contract.propose, { union, turns, because: "乙外出实习" }))
    await members[2]!.post(contract.agree, { id })
    expect(unwrap(await members[1]!.post(contract.agree, { id })).adopted).toBe(true)
    expect(await chairs()).toBe("甲丙乙丁戊")
    expect((await one()).earlier).toHaveLength(1)
  })
})

describe("presidium.name-stand-in", () => {
  const days = { from: "2025-11-20", until: "2025-11-25", because: "参加省学联会议" }
  it("refuses the stranger, another member, somebody from outside, the past, an overlap", async () => {
    const wanted = { union, number: "P2", ...days }
    expect((await w.stranger.post(contract.nameStandIn, wanted)).status).toBe(401)
    expect((await members[1]!.post(contract.nameStandIn, wanted)).status).toBe(403)
    expect((await members[0]!.post(contract.nameStandIn, { ...wanted, number: "S9" })).status).toBe(422)
    expect((await members[0]!.post(contract.nameStandIn, { ...wanted, number: "P1" })).status).toBe(409)
    expect((await members[0]!.post(contract.nameStandIn, { ...wanted, from: "2025-11-01" })).status).toBe(400)
    expect((await members[0]!.post(contract.nameStandIn, wanted)).ok).toBe(true)
    expect((await members[0]!.post(contract.nameStandIn, { ...wanted, from: days.until })).status).toBe(409)
  })
  it("serves on its days only, and ends early", async () => {
    expect((await one("2025-11-19")).standIn).toBeNull()
    expect((await one("2025-11-20")).standIn?.name).toBe("乙")
    const [row] = (await one()).standIns
    expect((await outsider.post(contract.endStandIn, { id: row!.id })).status).toBe(403)
    expect((await league.post(contract.endStandIn, { id: row!.id })).ok).toBe(true)
    expect((await one("2025-11-20")).standIn).toBeNull()
  })
})

describe("handover", () => {
  const second = { schoolYear: 2025, half: 2 as const }
  const note = "本学期工作概要：迎新、学代会筹备已完成；春季招新尚在准备，经费余额与物资清单另附。"

  it("drops a proposal that came too late for the semester it would change", async () => {
    const { suggestion } = await one()
    const turns = suggestion.map(({ schoolYear, half }, i) => ({ schoolYear, half, number: `P${i + 2}` }))
    const { id } = unwrap(await members[0]!.post(contract.propose, { union, turns }))
    await moveTo("2026-02-03")
    const late = await members[1]!.post(contract.agree, { id })
    expect(late.ok ? undefined : late.error.clause).toBe("2.2b")
    await night()
    expect((await one()).proposal).toBeNull()
    expect((await one()).chair?.name).toBe("丙")
  })

  it("is refused to the stranger and to who is not the chair leaving or coming", async () => {
    await moveTo("2026-02-03")
    await night()
    expect((await w.stranger.post(contract.handOver, { union, ...second, note, matters: [] })).status).toBe(
      401,
    )
    expect((await members[1]!.post(contract.handOver, { union, ...second, note, matters: [] })).status).toBe(
      403,
    )
    expect((await members[2]!.post(contract.handOver, { union, ...second, note, matters: [] })).status).toBe(
      403,
    )
    expect((await members[2]!.post(contract.takeOver, { union, ...second })).status).toBe(409)
  })

  it("asks for every open matter, is signed by both, and cannot be changed after", async () => {
    open = [
      { id: "c1", kind: "course", title: "迎春晚会申请", since: "2026-01-10", href: "/office/courses/c1" },
    ]
    const give = (matters: string[]) =>
      members[0]!.post(contract.handOver, { union, ...second, note, matters })
    expect((await give([])).status).toBe(409)
    expect((await inboxOf("P1"))[0]).toMatchObject({ title: "写交接说明并签字", due: "2026-02-15" })
    expect((await give(["c1"])).ok).toBe(true)
    await moveTo("2026-02-20")
    expect((await inboxOf("P3"))[0]).toMatchObject({ title: "签收执行主席交接", overdue: true })
    expect(await inboxOf("P4")).toMatchObject([{ title: "执行主席交接逾期" }])
    expect((await members[2]!.post(contract.takeOver, { union, ...second })).ok).toBe(true)
    expect((await give(["c1"])).status).toBe(409)
    expect((await one()).handovers[0]).toMatchObject({ late: true, taken: { by: "丙", on: "2026-02-20" } })
    expect(await inboxOf("P4")).toEqual([])
  })
})

describe("a rotation over five semesters", () => {
  it("seats each chair on the semester's first day; any past day can be asked", async () => {
    const seen: string[] = []
    for (const day of ["2026-03-01", "2026-09-01", "2027-02-01", "2027-09-01"]) {
      await moveTo(day)
      await night()
      const { chair, members: all } = await one()
      expect(all.filter((m) => m.title === "执行主席").map((m) => m.name)).toEqual([chair?.name])
      seen.push(chair!.name)
    }
    expect(seen.join("")).toBe("丙乙丁戊")
    expect(await one("2025-10-01")).toMatchObject({ plan: null, chair: { name: "甲" } })
    expect((await one("2025-11-15")).chair?.name).toBe("甲")
    expect((await one("2026-05-01")).chair?.name).toBe("丙")
    expect((await one("2026-12-01")).chair?.name).toBe("乙")
    const facts = await w.world.db.scoped(w.university.id, (tx) => rotationOn(tx, [union], "2027-03-01"))
    expect(facts.get(union)?.turn?.chair).toEqual({ name: "丁", studentId: "P4" })
  })

  it("proposes the rest anew when members leave and join", async () => {
    await w.world.within(w.university, nobody, async (ctx) => {
      await ctx.tx.client.query(
        "update post set valid_to = '2027-09-10', closed_by = 'x' where university_id = $1 and number in ('P1', 'P5') and valid_to is null",
        [ctx.tx.university],
      )
      await ctx.tx.client.query(
        `insert into post (university_id, id, union_id, kind, title, name, number, basis, valid_from, opened_by)
         values ($1, 'p6', $2, 'presidium', '主席团成员', '己', 'P6', 'test', '2027-09-10', 'test')`,
        [ctx.tx.university, union],
      )
    })
    await moveTo("2027-09-12")
    expect((await one("2027-09-12")).chair).toBeNull()
    await w.world.within(w.university, nobody, (ctx) => ctx.emit("records.changed", { unions: [union] }))
    const { proposal } = unwrap(await members[1]!.get(contract.one, { union }))
    expect(proposal?.because).toBe("甲、戊离任，己新任，重排其余学期")
    expect(proposal?.turns.map((t) => t.name).join("")).toBe("甲丙乙丁己")
    expect(proposal?.agreed).toEqual([])
    const twice = w.world.within(w.university, nobody, (ctx) =>
      ctx.emit("records.changed", { unions: [union] }),
    )
    await twice
    expect(unwrap(await members[1]!.get(contract.one, { union })).proposal?.id).toBe(proposal?.id)
  })
})

describe("the calendar", () => {
  it("is opened by members only, read by its secret only, and closed for good", async () => {
    expect((await w.stranger.post(contract.openFeed, { union })).status).toBe(401)
    expect((await outsider.post(contract.openFeed, { union })).status).toBe(403)
    const { address } = unwrap(await members[1]!.post(contract.openFeed, { union }))
    const answer = await w.stranger.send({ method: "GET", url: address })
    expect(answer.headers["content-type"]).toContain("text/calendar")
    expect(answer.body).toContain("SUMMARY:执行主席：丙")
    expect(answer.body).toContain("DTSTART;VALUE=DATE:20260201\r\nDTEND;VALUE=DATE:20260901")
    expect(answer.body).toContain("DTSTART:20260305T110000Z")
    const second = unwrap(await members[1]!.post(contract.openFeed, { union }))
    expect((await w.stranger.send({ method: "GET", url: address })).statusCode).toBe(404)
    expect((await members[1]!.post(contract.closeFeed, { union })).ok).toBe(true)
    expect((await w.stranger.send({ method: "GET", url: second.address })).statusCode).toBe(404)
    expect((await w.stranger.send({ method: "GET", url: "/calendars/x/y.ics" })).statusCode).toBe(404)
  })
})

it("another university sees nothing of it", async () => {
  const other = await w.addUniversity("江湖大学")
  await addUnion(
    w,
    { name: "江湖大学学生会", posts: [{ number: "Q1", kind: "presidium", title: "执行主席" }] },
    other,
  )
  const person = await w.as("Q1", other)
  expect((await person.get(contract.one, { union })).status).toBe(404)
  expect(unwrap(await person.get(contract.list, {})).items.map((i) => i.name)).toEqual(["江湖大学学生会"])
  const mine = unwrap(await members[1]!.get(contract.list, {})).items
  expect(mine.map((i) => i.name)).toEqual(["桥梁大学学生会"])
})
