import { unwrap } from "@qiaoliang/basics"
import { beforeEach, describe, expect, it } from "vitest"
import type { Ctx } from "#kit/server/world.ts"
import { letters, monday, school } from "#modules/approvals/build.ts"
import { list as reminders } from "#modules/reminders/contract.ts"
import { readOutward, remindersModule } from "#modules/reminders/index.ts"
import { activitiesWorld, after, evening, plan } from "./build.ts"
import { concerns } from "./concerns.ts"
import * as contract from "./contract.ts"
import { inboxItems } from "./inbox.ts"
import * as open from "./public-contract.ts"

const { w, chair, head, member, league, approved, drafted, opened } = await activitiesWorld([
  remindersModule({ sources: [], kinds: new Map(), outward: readOutward({}).outward }),
])
const [s1, s2, s3, s4, n1, other, outsider] = (await Promise.all(
  ["S1", "S2", "S3", "S4", "N1", "W1", "Z9"].map((n) => w.as(n)),
)) as [typeof chair, typeof chair, typeof chair, typeof chair, typeof chair, typeof chair, typeof chair]
const elsewhere = await w.addUniversity("彼岸大学")
const foreign = await w.as("S1", elsewhere)

const look = async (id: string) => unwrap(await head.get(contract.one, { id }))
const own = async (who: typeof s1, id: string) => unwrap(await who.get(open.shownOne, { id }))
/** As the room's doors answer one person. */
const asked = async <T>(number: string, ask: (ctx: Ctx) => Promise<T>): Promise<T> => {
  const capacities = number === "X1" ? await postsOf() : []
  const actor = { account: number, number, name: `${number}号`, admin: false, capacities }
  return w.world.within(w.university, actor, ask)
}
const postsOf = async () => [
  {
    office: "union",
    officeId: school,
    officeName: "校学生会",
    scope: { kind: "union" as const, id: school, name: "校学生会" },
    post: "presidium",
    title: "执行主席",
  },
]

beforeEach(() => w.moveTo(monday))

describe("activities.draft", () => {
  const input = { union: school, ...plan }
  it("refuses the stranger, another union, members, offices", async () => {
    expect((await w.stranger.post(contract.draft, input)).status).toBe(401)
    for (const who of [other, member, league, s1])
      expect((await who.post(contract.draft, input)).status).toBe(403)
    expect((await head.post(contract.draft, { ...input, union: "nowhere" })).status).toBe(404)
  })

  it("takes times in order, and classes, societies, faculties of the registers", async () => {
    const at = async (as: Partial<typeof plan>) => {
      const answer = await head.post(contract.draft, { ...input, ...as })
      return answer.ok ? "ok" : answer.error.at
    }
    expect(await at({})).toBe("ok")
    expect(await at({ endsAt: plan.startsAt })).toBe("endsAt")
    expect(await at({ opensAt: plan.closesAt })).toBe("closesAt")
    expect(await at({ closesAt: "2025-11-18T21:00:00+08:00" })).toBe("closesAt")
    expect(await at({ opensAt: null, walkIns: false })).toBe("walkIns")
    expect(await at({ classes: ["文学院/没有的班"] })).toBe("classes")
    expect(await at({ societies: ["没有的社团"] })).toBe("societies")
    expect(await at({ audience: { ...plan.audience, faculties: ["没有的学院"] } })).toBe("audience")
    expect(await at({ audience: { ...plan.audience, faculties: ["理学院"] } })).toBe("ok")
  })

  it("lets a faculty's union hold one for everybody only in a project that is guided (2.4)", async () => {
    const faculty = { ...input, union: letters }
    const everyone = { ...plan.audience, who: "everyone" as const }
    expect(await other.post(contract.draft, { ...faculty, audience: everyone })).toMatchObject({
      status: 422,
      error: { clause: "2.4", at: "audience" },
    })
    expect((await other.post(contract.draft, faculty)).ok).toBe(true)
  })
})

describe("activities.open", () => {
  it("refuses the stranger and whoever does not decide", async () => {
    const id = await drafted({ requestId: await approved() })
    expect((await w.stranger.post(contract.open, { id })).status).toBe(401)
    for (const who of [head, member, other, league, s1])
      expect((await who.post(contract.open, { id })).status).toBe(403)
    unwrap(await chair.post(contract.open, { id }))
    expect((await chair.post(contract.open, { id })).status).toBe(409)
    expect(await look(id)).toMatchObject({ phase: "coming", approvedOn: "2025-11-17" })
  })

  it("wants a review that is passed (10.4) and a ground (2.5)", async () => {
    const without = await drafted()
    expect(await chair.post(contract.open, { id: without })).toMatchObject({
      status: 422,
      error: { clause: "10.4" },
    })
    expect((await look(without)).wants[0]).toMatchObject({ clause: "10.4" })
    const bare = await drafted({ requestId: await approved(), classes: [], societies: [] })
    expect(await chair.post(contract.open, { id: bare })).toMatchObject({ error: { clause: "2.5" } })
  })

  it("waits in the presidium's inbox: to ask for a review, then to announce", async () => {
    const waits = async (id: string) =>
      (await asked("X1", inboxItems)).filter((i) => i.id.endsWith(id)).map((i) => i.heading)
    expect(await waits(await drafted())).toEqual(["提出活动申请"])
    expect(await waits(await drafted({ requestId: await approved() }))).toEqual(["发布活动"])
    const id = await opened()
    expect(await waits(id)).toEqual([])
    w.moveTo(after)
    expect(await waits(id)).toEqual(["登记参加同学"])
  })

  it("is not there for anybody before", async () => {
    const id = await drafted()
    expect((await w.stranger.get(open.shownOne, { id })).status).toBe(404)
    expect((await s1.post(open.signUp, { id })).status).toBe(404)
    const shown = unwrap(await w.stranger.get(open.shownList, { size: 200 })).items.map((i) => i.id)
    expect(shown).not.toContain(id)
  })
})

describe("activities.edit", () => {
  it("moves those who wait up when places are added, takes none away, and keeps the day reviewed", async () => {
    const id = await opened({ places: 1 })
    for (const s of [s1, s2, s3]) unwrap(await s.post(open.signUp, { id }))
    const { requestId: _, ...rest } = plan
    const to = { id, ...rest, requestId: null }
    expect((await w.stranger.post(contract.edit, { ...to, places: 2 })).status).toBe(401)
    expect((await s1.post(contract.edit, { ...to, places: 2 })).status).toBe(403)
    unwrap(await head.post(contract.edit, { ...to, places: 2 }))
    expect((await own(s2, id)).mine).toMatchObject({ state: "accepted", movedUp: true })
    expect((await own(s3, id)).mine).toMatchObject({ state: "waiting", nth: 1 })
    expect(await head.post(contract.edit, { ...to, places: 1 })).toMatchObject({
      status: 409,
      error: { at: "places" },
    })
    expect(await head.post(contract.edit, { ...to, opensAt: null })).toMatchObject({
      status: 409,
      error: { because: "已有2人报上名，不能改为不用报名", at: "signs" },
    })
    const moved = {
      ...to,
      startsAt: "2025-11-20T18:30:00+08:00",
      endsAt: "2025-11-20T20:00:00+08:00",
    }
    expect(await head.post(contract.edit, moved)).toMatchObject({ status: 422, error: { clause: "10.4" } })
  })
})

describe("whoever signed up", () => {
  const told = async (who: typeof s1, id: string) =>
    unwrap(await who.get(reminders, {}))
      .items.filter((r) => r.href.endsWith(id))
      .map((r) => r.title)

  it("is told of another hour or place, and not of another word", async () => {
    const id = await opened({ places: 1 })
    for (const s of [s1, s2]) unwrap(await s.post(open.signUp, { id }))
    const to = { id, ...plan, requestId: null, places: 1 }
    unwrap(await head.post(contract.edit, { ...to, purpose: "请同学来听歌，也来唱歌。" }))
    expect(await told(s1, id)).toEqual([])
    unwrap(await head.post(contract.edit, { ...to, place: "体育馆" }))
    for (const s of [s1, s2]) expect(await told(s, id)).toEqual([`活动时间或地点有变：${plan.title}`])
    expect(await told(s3, id)).toEqual([])
  })

  it("is told that it is off, and why; whoever gave the place back is not", async () => {
    const id = await opened()
    for (const s of [s1, s2]) unwrap(await s.post(open.signUp, { id }))
    unwrap(await s2.post(open.signOff, { id }))
    unwrap(await chair.post(contract.cancel, { id, because: "剧场临时检修" }))
    expect(await told(s1, id)).toEqual([`活动已取消：${plan.title}`])
    expect(await told(s2, id)).toEqual([])
  })
})

describe("activities.sign-up", () => {
  it("refuses the stranger, who is not in the register, and who it is not for", async () => {
    const id = await opened({ audience: { who: "union", faculties: ["文学院"], grades: [] } })
    expect((await w.stranger.post(open.signUp, { id })).status).toBe(401)
    expect((await outsider.post(open.signUp, { id })).status).toBe(403)
    expect(await n1.post(open.signUp, { id })).toMatchObject({
      status: 403,
      error: { because: "这项活动面向文学院同学" },
    })
    expect((await own(n1, id)).can.signUp).toBe(false)
    expect((await own(n1, id)).not).toContain("文学院")
    expect(unwrap(await s1.post(open.signUp, { id }))).toEqual({ state: "accepted", nth: null })
    expect((await s1.post(open.signUp, { id })).status).toBe(409)
  })

  it("gives two places to two of three who ask at once, and the third waits", async () => {
    const id = await opened()
    const all = await Promise.all([s1, s2, s3].map((s) => s.post(open.signUp, { id })))
    expect(all.map((a) => (a.ok ? a.value.state : "")).sort()).toEqual(["accepted", "accepted", "waiting"])
    expect(await look(id)).toMatchObject({ accepted: 2, waiting: 1 })
  })

  it("keeps to its hours", async () => {
    const id = await opened({ opensAt: "2025-11-17T10:00:00+08:00" })
    const refused = (because: string, cure: string) => ({ status: 409, error: { because, cure } })
    w.moveTo("2025-11-17T01:59:00Z")
    expect(await s1.post(open.signUp, { id })).toMatchObject(
      refused("报名还没有开始", "报名从11月17日 10:00开始"),
    )
    w.moveTo(monday)
    expect((await s1.post(open.signUp, { id })).ok).toBe(true)
    w.moveTo("2025-11-18T04:00:01Z")
    expect(await s2.post(open.signUp, { id })).toMatchObject(
      refused("报名已经截止", "没有报名也可以直接到场签到"),
    )
    w.moveTo(after)
    expect(await s2.post(open.signUp, { id })).toMatchObject(refused("活动已经结束", "看看其他近期活动"))
  })

  it("gives the last place to one of two who ask at once", async () => {
    const id = await opened({ places: 1 })
    const both = await Promise.all([s1, s2].map((s) => s.post(open.signUp, { id })))
    expect(both.map((a) => (a.ok ? a.value.nth : "refused")).sort()).toEqual([1, null])
    expect(await look(id)).toMatchObject({ accepted: 1, waiting: 1 })
  })

  it("over midnight and the end of a month counts until its end", async () => {
    const night = {
      startsAt: "2025-11-30T22:00:00+08:00",
      endsAt: "2025-12-01T01:00:00+08:00",
      closesAt: null,
    }
    const { id } = unwrap(await head.post(contract.draft, { union: school, ...plan, ...night }))
    expect(await look(id)).toMatchObject({ phase: "draft" })
    expect(unwrap(await head.post(contract.edit, { id, ...plan, ...night, places: 3 }))).toEqual({ id })
    w.moveTo("2025-12-01T02:00:00Z")
    unwrap(await chair.post(contract.open, { id }))
    expect(await look(id)).toMatchObject({ phase: "held" })
    w.moveTo("2025-11-30T16:30:00Z")
    expect(await look(id)).toMatchObject({ phase: "running" })
    expect((await own(s1, id)).can.here).toBe(true)
    w.moveTo("2025-11-30T17:00:01Z")
    expect((await own(s1, id)).can.here).toBe(false)
  })
})

describe("activities.sign-off", () => {
  it("gives the place to whoever waits longest, and tells", async () => {
    const id = await opened({ places: 1 })
    for (const s of [s1, s2, s3, s4]) unwrap(await s.post(open.signUp, { id }))
    expect((await own(s3, id)).mine?.nth).toBe(2)
    expect((await w.stranger.post(open.signOff, { id })).status).toBe(401)
    expect((await n1.post(open.signOff, { id })).status).toBe(409)
    unwrap(await s1.post(open.signOff, { id }))
    expect((await own(s2, id)).mine).toMatchObject({ state: "accepted", movedUp: true })
    expect((await own(s3, id)).mine?.nth).toBe(1)
    expect(unwrap(await s2.get(reminders, {})).items.some((r) => r.href.endsWith(id))).toBe(true)
    expect(unwrap(await s3.get(reminders, {})).items.some((r) => r.href.endsWith(id))).toBe(false)
    const told = await asked("S2", concerns)
    expect(told.find((c) => c.href.endsWith(id))).toMatchObject({
      state: "news",
      note: expect.stringContaining("候补已递补"),
    })
    expect((await asked("S3", concerns)).find((c) => c.href.endsWith(id))?.note).toContain("候补第1位")
    // Whoever comes back stands at the end.
    expect(unwrap(await s1.post(open.signUp, { id }))).toEqual({ state: "waiting", nth: 3 })
  })

  it("is over at its hour", async () => {
    const id = await opened({ signOffUntil: "2025-11-18T12:00:00+08:00" })
    unwrap(await s1.post(open.signUp, { id }))
    w.moveTo("2025-11-18T04:00:01Z")
    expect((await s1.post(open.signOff, { id })).status).toBe(409)
    expect((await own(s1, id)).can.signOff).toBe(false)
    w.moveTo("2025-11-18T04:00:00Z")
    expect((await s1.post(open.signOff, { id })).ok).toBe(true)
  })
})

describe("activities.cancel", () => {
  it("is the presidium's, with a reason, and told to everybody", async () => {
    const id = await opened()
    const input = { id, because: "剧场临时检修，改期另行通知" }
    expect((await w.stranger.post(contract.cancel, input)).status).toBe(401)
    for (const who of [head, other, s1]) expect((await who.post(contract.cancel, input)).status).toBe(403)
    unwrap(await chair.post(contract.cancel, input))
    const seen = unwrap(await w.stranger.get(open.shownOne, { id }))
    expect(seen).toMatchObject({ phase: "cancelled", cancelledBecause: input.because })
    expect(await s1.post(open.signUp, { id })).toMatchObject({
      status: 409,
      error: { because: "活动已经取消" },
    })
    const held = await opened()
    w.moveTo(after)
    expect((await chair.post(contract.cancel, { ...input, id: held })).status).toBe(409)
  })
})

describe("lists", () => {
  it("are found by words, state, faculty, and page by page", async () => {
    const id = await opened({
      title: "理学院科普夜",
      audience: { who: "union", faculties: ["理学院"], grades: [] },
    })
    const titles = async (input: object) =>
      unwrap(await w.stranger.get(open.shownList, { size: 200, ...input })).items.map((i) => i.id)
    expect(await titles({ text: "科普" })).toEqual([id])
    expect(await titles({ faculty: "理学院" })).toContain(id)
    expect(await titles({ faculty: "文学院" })).not.toContain(id)
    expect(await titles({ when: "past" })).not.toContain(id)
    const office = unwrap(await head.get(contract.list, { text: "科普", phase: "coming" }))
    expect(office).toMatchObject({ total: 1, items: [{ id, phase: "coming" }] })
    expect(unwrap(await head.get(contract.list, { page: 2, size: 1 })).items).toHaveLength(1)
    expect((await w.stranger.get(contract.list, {})).status).toBe(401)
    expect((await s1.get(contract.list, {})).status).toBe(403)
    expect(unwrap(await other.get(contract.list, { text: "科普" })).total).toBe(0)
  })

  it("show a second university nothing, and the public no names", async () => {
    const id = await opened()
    unwrap(await s1.post(open.signUp, { id }))
    w.moveTo(evening)
    expect((await foreign.get(open.shownOne, { id })).status).toBe(404)
    expect((await foreign.post(open.signUp, { id })).status).toBe(404)
    expect(unwrap(await foreign.get(open.shownList, {})).total).toBe(0)
    const seen = [
      await w.stranger.get(open.shownOne, { id }),
      await s2.get(open.shownOne, { id }),
      await w.stranger.get(open.shownList, { size: 200 }),
    ]
    expect(JSON.stringify(seen)).not.toMatch(/S1|号"/)
  })
})
