import { unwrap } from "@qiaoliang/basics"
import { beforeAll, describe, expect, it } from "vitest"
import { nobody } from "#kit/server/actor.ts"
import { move, one as oneCourse } from "#modules/courses/contract.ts"
import { join, similar } from "#modules/needs/contract.ts"
import { mergeNeeds, needById, raiseTogether, unmergeNeed } from "#modules/needs/index.ts"
import { answered, type HandlingWorld, handlingWorld, library, logistics, raised, sent } from "./build.ts"
import * as contract from "./contract.ts"
import { handlingsOf, recordHandled } from "./index.ts"

let of: HandlingWorld
beforeAll(async () => {
  of = await handlingWorld()
})

const because = "不属于学校可以办理的事项，请向属地部门反映。"
const handling = (id: string) =>
  of.w.world.within(of.w.university, nobody, async (ctx) =>
    (await handlingsOf(ctx.tx, [id], ctx.today)).get(id),
  )
const error = (answer: { ok: boolean; error?: { code: string; because: string } }) => answer.error

describe("the desk", () => {
  it("finds a new need in its queue, with a day to sort it, and nobody else does", async () => {
    const need = await raised(of)
    const queue = unwrap(await of.people.K2.get(contract.queue, {}))
    expect(queue.items.find((i) => i.id === need.id)).toMatchObject({ state: "sorting", due: "2025-11-17" })
    expect(error(await of.people.S9.get(contract.queue, {}))?.code).toBe("not-allowed")
    expect(error(await of.people.Q1.get(contract.queue, {}))?.code).toBe("not-allowed")
    expect((await of.w.stranger.get(contract.queue, {})).status).toBe(401)
    const theirs = unwrap(await of.people.FK1.get(contract.queue, {}))
    expect(theirs.items).toEqual([])
    expect(error(await of.people.FK1.get(contract.one, { id: need.id }))?.code).toBe("not-allowed")
    expect(error(await of.people.FK1.get(contract.queue, { at: `union:${of.school}` }))?.code).toBe(
      "not-allowed",
    )
  })

  it("hands on to an office that has a head; strangers, other desks and other universities do not", async () => {
    const need = await raised(of)
    const send = { id: need.id, office: logistics, open: true }
    for (const who of [of.people.S9, of.people.S1, of.people.FK1, of.people.Q1, of.people.H1])
      expect(error(await who.post(contract.send, send))?.code).toBe("not-allowed")
    expect(
      error(
        await of.people.K1.post(contract.send, { ...send, office: { kind: "service", place: "没有的处" } }),
      )?.code,
    ).toBe("invalid")
    unwrap(await of.people.K1.post(contract.send, { ...send, words: "请尽快看看" }))
    expect(await handling(need.id)).toMatchObject({
      state: "sent",
      open: true,
      office: { kind: "service", place: "后勤保障处", name: "后勤保障处" },
      due: "2025-11-17",
    })
    expect(error(await of.people.K1.post(contract.send, send))?.code).toBe("conflict")
    const elsewhere = await of.w.addUniversity("江北大学")
    const stranger = await of.w.as("K1", elsewhere)
    expect(error(await stranger.get(contract.one, { id: need.id }))?.code).toBe("not-found")
  })

  it("keeps off the board what the raiser wishes kept off", async () => {
    const id = await sent(of, { discreet: true })
    expect((await handling(id))?.open).toBe(false)
    expect(error(await of.w.stranger.get(contract.open, { id }))?.code).toBe("not-found")
  })

  it("declines with a reason, and can take it up after all", async () => {
    const need = await raised(of)
    expect(error(await of.people.K1.post(contract.decline, { id: need.id, because: "不" }))?.code).toBe(
      "invalid",
    )
    expect(error(await of.people.S9.post(contract.decline, { id: need.id, because }))?.code).toBe(
      "not-allowed",
    )
    unwrap(await of.people.K1.post(contract.decline, { id: need.id, because }))
    expect(await handling(need.id)).toMatchObject({ state: "declined", because, due: null })
    const seen = unwrap(await of.people.S1.get(contract.own, { id: need.id }))
    expect(seen).toMatchObject({ state: "declined", because, raised: true })
    unwrap(await of.people.K1.post(contract.send, { id: need.id, office: library, open: true }))
    expect((await handling(need.id))?.state).toBe("sent")
  })

  it("shows on the board what was declined where the desk lets it be seen, and takes no more voices for it", async () => {
    const [quiet, told] = [await raised(of), await raised(of)]
    const kept = [await raised(of, { discreet: true }), await raised(of, { desk: "league" })]
    unwrap(await of.people.K1.post(contract.decline, { id: quiet.id, because }))
    const deed = { kind: "decline", because, open: true } as const
    unwrap(await of.people.K1.post(contract.batch, { ids: [told.id, kept[0]!.id], deed }))
    unwrap(await of.people.L1.post(contract.decline, { id: kept[1]!.id, because, open: true }))
    for (const { id } of [quiet, ...kept])
      expect(error(await of.w.stranger.get(contract.open, { id }))?.code).toBe("not-found")
    const seen = unwrap(await of.w.stranger.get(contract.open, { id: told.id }))
    expect(seen).toMatchObject({ state: "declined", because })
    const refused = await of.people.S2.post(join, { id: told.id })
    expect(error(refused)?.because).toContain("不再接受附议")
    unwrap(await of.people.S2.post(join, { id: await sent(of) }))
    const { items } = unwrap(await of.people.S2.post(similar, { text: `${told.title}，${told.text}` }))
    expect(items.find((n) => n.id === told.id)?.can.join ?? false).toBe(false)
    expect(items.some((n) => n.can.join)).toBe(true)
  })

  it("does many at once, or none and says which one stood in the way", async () => {
    const [a, b] = [await raised(of), await raised(of)]
    const gone = await sent(of)
    const deed = { kind: "send", office: library, open: true } as const
    const refused = await of.people.K1.post(contract.batch, { ids: [a.id, gone, b.id], deed })
    expect(error(refused)?.because).toContain("已经在办理")
    expect((await handling(a.id))?.state).toBe("sorting")
    expect(error(await of.people.S9.post(contract.batch, { ids: [a.id], deed }))?.code).toBe("not-allowed")
    expect(unwrap(await of.people.K1.post(contract.batch, { ids: [a.id, b.id], deed }))).toEqual({ done: 2 })
    expect((await handling(b.id))?.state).toBe("sent")
  })

  it("gives work to its own people only", async () => {
    const need = await raised(of)
    expect(error(await of.people.K1.post(contract.assign, { id: need.id, number: "Q1" }))?.code).toBe(
      "invalid",
    )
    unwrap(await of.people.K1.post(contract.assign, { id: need.id, number: "K2" }))
    const mine = unwrap(await of.people.K2.get(contract.queue, { mine: "true" }))
    expect(mine.items.map((i) => i.id)).toEqual([need.id])
  })

  it("leaves reports of conduct to the League committee", async () => {
    const need = await raised(of, { desk: "league", categoryId: "usual-17", title: "部长辱骂干事" })
    for (const who of [of.people.K1, of.people.P1, of.people.G1, of.people.A1, of.people.D1])
      expect(error(await who.get(contract.one, { id: need.id }))?.code).toBe("not-allowed")
    expect(unwrap(await of.people.L1.get(contract.queue, { at: "league" })).items.map((i) => i.id)).toEqual([
      need.id,
    ])
    unwrap(await of.people.L1.post(contract.send, { id: need.id, office: logistics, open: true }))
    expect((await handling(need.id))?.open).toBe(false)
    // The union's desk finds one among its own: with the right category it leaves.
    const other = await raised(of, { title: "干事收礼" })
    unwrap(await of.people.K1.post(contract.correct, { id: other.id, categoryId: "usual-17" }))
    expect(error(await of.people.K1.get(contract.one, { id: other.id }))?.code).toBe("not-allowed")
    unwrap(await of.people.L1.get(contract.one, { id: other.id }))
  })

  it("keeps the union's own matters, by its presidium", async () => {
    const need = await raised(of)
    expect(error(await of.people.K1.post(contract.keep, { id: need.id, open: true }))?.code).toBe(
      "not-allowed",
    )
    unwrap(await of.people.P1.post(contract.keep, { id: need.id, open: true }))
    const text = "学生会活动报名已改为统一入口。"
    const prepared = unwrap(await of.people.K2.post(contract.answer, { id: need.id, outcome: "A", text }))
    expect(prepared.state).toBe("prepared")
    unwrap(await of.people.P1.post(contract.answer, { id: need.id, outcome: "A", text, sign: true }))
    expect(await handling(need.id)).toMatchObject({ state: "done", answer: text })
  })

  it("lets nobody handle a need of their own, be it named or not", async () => {
    for (const shown of ["named", "anonymous"] as const) {
      const need = await raised(of, { number: "K1", shown })
      const send = { id: need.id, office: logistics, open: true }
      expect(error(await of.people.K1.post(contract.send, send))?.because).toContain("自己提出的")
      unwrap(await of.people.K2.post(contract.send, send))
    }
    const own = await raised(of, { number: "H1", shown: "anonymous" })
    unwrap(await of.people.K1.post(contract.send, { id: own.id, office: logistics, open: true }))
    const answer = { id: own.id, outcome: "A", text: "问题已经解决，特此答复。" } as const
    expect(error(await of.people.H1.post(contract.answer, answer))?.code).toBe("not-allowed")
    unwrap(await of.people.H2.post(contract.answer, answer))
    const course = unwrap(await of.people.H2.get(contract.one, { id: own.id })).course!
    const seen = unwrap(await of.people.H1.get(oneCourse, { id: course }))
    const pass = { kind: "pass", step: "approved", office: "service", version: seen.version } as const
    expect(error(await of.people.H1.post(move, { id: course, move: pass }))?.because).toContain("自己提出的")
  })
})

describe("the office", () => {
  it("sees its own alone", async () => {
    const id = await sent(of)
    const theirs = unwrap(await of.people.H3.get(contract.queue, {}))
    expect(theirs.items.map((i) => i.id)).toContain(id)
    expect(unwrap(await of.people.H3.get(contract.office, {})).items.map((i) => i.id)).toContain(id)
    expect(unwrap(await of.people.B1.get(contract.queue, {})).items.map((i) => i.id)).not.toContain(id)
    expect(error(await of.people.B1.get(contract.one, { id }))?.code).toBe("not-allowed")
    unwrap(await of.people.A1.get(contract.one, { id }))
    unwrap(await of.people.D1.get(contract.one, { id }))
  })

  it("has a clerk prepare, a deputy hand on, its head approve", async () => {
    const id = await sent(of)
    const text = "洗衣机已经报修，周五前修好。"
    const write = { id, outcome: "A", text } as const
    expect(error(await of.people.B1.post(contract.answer, write))?.code).toBe("not-allowed")
    expect(unwrap(await of.people.H3.post(contract.answer, write)).state).toBe("prepared")
    expect((await handling(id))?.state).toBe("sent")
    expect(error(await of.people.H2.post(contract.answer, { ...write, sign: true }))?.code).toBe(
      "not-allowed",
    )
    expect(unwrap(await of.people.H2.post(contract.answer, write)).state).toBe("handed-on")
    expect(await handling(id)).toMatchObject({ state: "accepted", acceptedOn: "2025-11-14", answer: null })
    const { course } = unwrap(await of.people.H1.get(contract.one, { id }))
    const { version } = unwrap(await of.people.H1.get(oneCourse, { id: course! }))
    const pass = { kind: "pass", step: "approved", office: "service" } as const
    expect(
      error(await of.people.H1.post(move, { id: course!, move: { ...pass, version: "another" } }))?.code,
    ).toBe("conflict")
    unwrap(await of.people.H1.post(move, { id: course!, move: { ...pass, version } }))
    expect(await handling(id)).toMatchObject({
      state: "done",
      outcome: "A",
      answer: text,
      solvedOn: "2025-11-14",
    })
  })

  it("reports the solution of what it answered as under way", async () => {
    const id = await answered(of, "B")
    expect(await handling(id)).toMatchObject({ state: "answered", outcome: "B", answeredOn: "2025-11-14" })
    const { course } = unwrap(await of.people.H1.get(contract.one, { id }))
    const { version } = unwrap(await of.people.H1.get(oneCourse, { id: course! }))
    const pass = { kind: "pass", step: "solved", office: "service", version } as const
    expect(error(await of.people.H1.post(move, { id: course!, move: pass }))?.because).toContain("办结情况")
    const text = "三台洗衣机已全部更换，可以使用。"
    expect(unwrap(await of.people.H3.post(contract.solve, { id, text })).state).toBe("prepared")
    expect(error(await of.people.H3.post(contract.solve, { id, text, sign: true }))?.code).toBe("not-allowed")
    expect(unwrap(await of.people.H1.post(contract.solve, { id, text, sign: true })).state).toBe("signed")
    expect(await handling(id)).toMatchObject({ state: "done", outcome: "A", answer: text })
    const shown = unwrap(await of.w.stranger.get(contract.open, { id }))
    expect(shown.answers.map((a) => a.kind)).toEqual(["answer", "solution"])
  })

  it("sends back what is not its own, to the top of the desk's queue", async () => {
    const id = await sent(of)
    const { course } = unwrap(await of.people.H1.get(contract.one, { id }))
    const refuse = { kind: "refuse", step: "accepted", because: "洗衣机由图书馆管理" } as const
    expect(error(await of.people.B1.post(move, { id: course!, move: refuse }))?.code).toBe("not-allowed")
    unwrap(await of.people.H1.post(move, { id: course!, move: refuse }))
    expect(await handling(id)).toMatchObject({ state: "sorting", office: null })
    expect(error(await of.people.H1.get(contract.one, { id }))?.code).toBe("not-allowed")
    const queue = unwrap(await of.people.K1.get(contract.queue, { tab: "sorting" }))
    expect(queue.items[0]).toMatchObject({ id, misrouted: true })
    const seen = unwrap(await of.people.K1.get(contract.one, { id }))
    expect(seen.deeds.at(-1)).toMatchObject({
      what: "handed-back",
      because: "后勤保障处：洗衣机由图书馆管理",
    })
    unwrap(await of.people.K1.post(contract.send, { id, office: library, open: true }))
    unwrap(await of.people.B1.get(contract.one, { id }))
  })
})

describe("merging", () => {
  it("ends what lay with an office, and begins anew when it is undone", async () => {
    const [lead, part] = [await sent(of), await sent(of, { number: "S2" })]
    const ids = async (id: string) =>
      of.w.world.within(of.w.university, nobody, async (ctx) => (await needById(ctx.tx, id))!)
    await of.w.world.within(of.w.university, nobody, async (ctx) =>
      unwrap(
        await mergeNeeds(ctx, (await needById(ctx.tx, lead))!, [(await needById(ctx.tx, part))!], "同一件事"),
      ),
    )
    expect(unwrap(await of.people.H1.get(contract.queue, {})).items.map((i) => i.id)).not.toContain(part)
    const text = "两台洗衣机都已经修好，可以使用。"
    unwrap(await of.people.H1.post(contract.answer, { id: lead, outcome: "A", text, sign: true }))
    expect(await handling(part)).toMatchObject({ needId: part, state: "done", answer: text })
    expect(unwrap(await of.people.S2.get(contract.own, { id: part }))).toMatchObject({
      id: lead,
      raised: true,
      mergedFrom: { title: "宿舍洗衣机坏了" },
    })
    const again = await ids(part)
    await of.w.world.within(of.w.university, nobody, async (ctx) =>
      unwrap(await unmergeNeed(ctx, again, "不是同一台")),
    )
    expect(await handling(part)).toMatchObject({ state: "sorting", office: null, answer: null })
  })
})

describe("the hand-kept register", () => {
  it("brings needs in as they stood", async () => {
    const register = { topic: "register", id: "1", label: "登记表第1号" }
    const raised = {
      desk: "union",
      unionId: of.school,
      title: "洗衣机坏了",
      text: "洗衣机坏了",
      raisedOn: "2025-10-07",
      categoryId: "usual-11",
      field: "权益维护",
      place: "",
      source: register,
    } as const
    const need = await of.w.world.within(of.w.university, nobody, async (ctx) => {
      const [need] = await raiseTogether(ctx, [{ raised, who: { faculty: "文学院", name: "" } }])
      const on = "2025-10-08"
      await recordHandled(ctx, [{ need: need!, state: "done", officeName: "后勤", on, note: "已修" }])
      return need!
    })
    expect(await handling(need.id)).toMatchObject({
      state: "done",
      office: { kind: "", name: "后勤" },
      solvedOn: "2025-10-08",
      wasLate: false,
    })
  })
})
