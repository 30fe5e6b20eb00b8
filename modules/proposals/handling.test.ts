import { unwrap } from "@qiaoliang/basics"
import { describe, expect, it } from "vitest"
import type { Ctx } from "#kit/server/world.ts"
import { nobody } from "#kit/server/world.ts"
import { openActor } from "#modules/accounts/index.ts"
import { kindsOf, inboxItems as ofCourses, tellLate } from "#modules/courses/index.ts"
import { one as courseOne, move } from "../courses/contract.ts"
import { handIn, rulesFor, takingProposals } from "./build.ts"
import * as contract from "./contract.ts"
import { handlingKind } from "./index.ts"

const { w, assembly, people } = await takingProposals()
const { T1: committee, D2: author, D3, A1: chief, A2: deputy, A3: clerk, F1: league, S9: outsider } = people
unwrap(await committee.post(contract.settle, rulesFor(assembly)))

const at = <T>(work: (ctx: Ctx) => Promise<T>) => w.world.within(w.university, nobody, work)
const why = (answer: { ok: boolean; error?: { because: string } }) => (answer.ok ? "" : answer.error?.because)
const seen = async (id: string, person = committee) => unwrap(await person.get(contract.one, { id }))
const filed = async (title: string, office?: string) => {
  const id = await handIn(author, assembly, title)
  unwrap(
    await committee.post(contract.decide, { ids: [id], decision: "filed", ...(office ? { office } : {}) }),
  )
  return id
}
const words = { outcome: "B" as const, text: "正在协调值班人员，预计本学期内延长开放时间。" }
const courseInbox = async (number: string) => {
  const actor = await openActor(w.world, w.university, number)
  const items = await w.world.within(w.university, actor!, ofCourses(kindsOf([handlingKind])))
  return items.map((i) => i.heading)
}
/** By whoever is in the chain: the committee is not. */
const courseOf = async (id: string) => (await seen(id, author)).course!

describe("proposals.send", () => {
  it("is the committee's, and goes to an office somebody leads", async () => {
    const id = await filed("交办的提案")
    const wanted = { id, office: "academic-affairs" }
    expect((await w.stranger.post(contract.send, wanted)).status).toBe(401)
    for (const person of [outsider, author, chief, league])
      expect((await person.post(contract.send, wanted)).status).toBe(403)
    for (const office of ["personnel", "nowhere"])
      expect((await committee.post(contract.send, { id, office })).status).toBe(400)
    unwrap(await committee.post(contract.send, wanted))
    expect(await seen(id)).toMatchObject({ step: "answering", office: { name: "教务处" } })
    expect((await committee.post(contract.send, wanted)).status).toBe(409)
    expect(await courseInbox("A2")).toContain("提案办理：承办单位提出答复")
    expect(await courseInbox("D3")).toEqual([])
  })

  it("does nothing with one that was not filed, nor with all of a batch where the office is nobody's", async () => {
    const id = await handIn(author, assembly, "还没立案的提案")
    expect((await committee.post(contract.send, { id, office: "academic-affairs" })).status).toBe(409)
    const batch = { ids: [id], decision: "filed" as const, office: "personnel" }
    expect((await committee.post(contract.decide, batch)).status).toBe(400)
    expect((await seen(id)).state).toBe("submitted")
  })
})

describe("an answer", () => {
  it("is the office's: prepared by a clerk, handed on by who decides there, approved by its head", async () => {
    const id = await filed("由教务处答复", "academic-affairs")
    expect((await w.stranger.post(contract.answer, { id, ...words })).status).toBe(401)
    for (const person of [outsider, author, committee, league])
      expect((await person.post(contract.answer, { id, ...words })).status).toBe(403)
    expect(unwrap(await clerk.post(contract.answer, { id, ...words })).handedOn).toBe(false)
    expect((await seen(id, deputy)).draft?.text).toBe(words.text)
    expect((await seen(id, author)).draft).toBeNull()
    expect(unwrap(await deputy.post(contract.answer, { id, ...words })).handedOn).toBe(true)
    expect((await seen(id)).step).toBe("approving")
    expect((await seen(id, chief)).draft?.text).toBe(words.text)
    expect((await seen(id)).draft).toBeNull()
    const course = await courseOf(id)
    const version = await versionOf(course, chief)
    const approve = { kind: "pass" as const, step: "approved", office: "academic-affairs", version }
    expect((await deputy.post(move, { id: course, move: approve })).ok).toBe(false)
    const before = unwrap(await w.stranger.get(contract.publicList, { assembly })).items
    expect(before.find((i) => i.id === id)).toMatchObject({ answer: null, outcome: null })
    unwrap(await chief.post(move, { id: course, move: approve }))
    const { items } = unwrap(await w.stranger.get(contract.publicList, { assembly }))
    expect(items.find((i) => i.id === id)).toMatchObject({
      answer: words.text,
      outcome: "B",
      office: "教务处",
    })
    expect(await courseInbox("D2")).toContain("提案办理：提案人反馈满意程度")
    await rates(id)
  })

  const rates = async (id: string) => {
    const said = { id, rating: "fairly" as const }
    for (const person of [outsider, committee, deputy, D3])
      expect((await person.post(contract.rate, said)).status).toBe(403)
    expect((await author.post(contract.rate, { ...said, rating: "unsatisfied" })).status).toBe(400)
    expect(unwrap(await author.post(contract.rate, said)).sentBack).toBe(false)
    expect(await seen(id)).toMatchObject({ step: "done", ratings: [{ rating: "fairly", of: 1 }] })
    expect((await author.post(contract.rate, said)).status).toBe(409)
  }

  it("cannot be passed over by the course's own buttons: no words, no going on", async () => {
    const id = await filed("绕过答复的提案", "academic-affairs")
    const course = await courseOf(id)
    const version = await versionOf(course, deputy)
    const pass = { kind: "pass" as const, step: "answered", office: "academic-affairs", version }
    expect(why(await deputy.post(move, { id: course, move: pass }))).toContain("还没有写好答复")
    await answered(id)
    const rate = {
      kind: "pass" as const,
      step: "rated",
      office: "applicant",
      version: await versionOf(course, author),
    }
    expect(why(await author.post(move, { id: course, move: rate }))).toContain("反馈是否满意")
    const back = { kind: "return" as const, step: "rated", to: "answered", because: "想再要一次" }
    expect(why(await author.post(move, { id: course, move: back }))).toContain("反馈是否满意")
    expect(
      why(await author.post(move, { id: course, move: { kind: "withdraw", because: "不提了" } })),
    ).toContain("已经答复")
  })

  it("found unsatisfactory goes back once, no more", async () => {
    const id = await filed("两次答复的提案", "academic-affairs")
    await answered(id)
    const no = { id, rating: "unsatisfied" as const, because: "没有说什么时候解决" }
    expect(unwrap(await author.post(contract.rate, no)).sentBack).toBe(true)
    expect(await seen(id)).toMatchObject({ step: "answering", answers: 1, answer: { outcome: "B" } })
    await answered(id, { outcome: "A", text: "已于本周起延长开放时间至二十二时。" })
    expect(await seen(id)).toMatchObject({ step: "rating", answers: 2, answer: { outcome: "A" } })
    expect(unwrap(await author.post(contract.rate, no)).sentBack).toBe(false)
    const end = await seen(id)
    expect(end.step).toBe("done")
    expect(end.ratings.map((r) => r.of)).toEqual([1, 2])
    expect(end.deeds.filter((d) => d.what === "answered")).toHaveLength(2)
  })

  it("not the office's matter: handed back with a reason, and sent elsewhere", async () => {
    const id = await filed("交错单位的提案", "academic-affairs")
    const course = await courseOf(id)
    const refuse = { kind: "refuse" as const, step: "answered", because: "不属于教务处职责" }
    expect((await author.post(move, { id: course, move: refuse })).ok).toBe(false)
    unwrap(await deputy.post(move, { id: course, move: refuse }))
    expect(await seen(id, author)).toMatchObject({ state: "filed", course: null, office: null })
    expect((await deputy.post(contract.answer, { id, ...words })).status).toBe(403)
    unwrap(await committee.post(contract.send, { id, office: "faculty-party", unit: "学院办公室" }))
    expect(await seen(id)).toMatchObject({ office: { name: "文学院党组织", unit: "学院办公室" } })
    unwrap(await people.F2.post(contract.answer, { id, ...words }))
    expect((await seen(id)).step).toBe("approving")
  })

  it("late is visible: to the committee, and to the rooms that remind", async () => {
    const id = await filed("超期的提案", "academic-affairs")
    expect(await seen(id)).toMatchObject({ late: false })
    w.moveTo("2026-01-15T02:00:00Z")
    const later = await w.as("T1")
    expect(await seen(id, later)).toMatchObject({ late: true })
    expect(await at(tellLate)).toBeGreaterThan(0)
    const of = unwrap(await later.get(contract.list, { assembly, state: "late" }))
    expect(of.items.map((i) => i.id)).toContain(id)
    const numbers = unwrap(await later.get(contract.report, { assembly }))
    expect(numbers.late).toBe(of.total)
    expect(numbers.outcomes.find((o) => o.outcome === "A")?.count).toBe(1)
    expect(numbers.ratings.find((r) => r.rating === "fairly")?.count).toBe(1)
  })
})

async function versionOf(course: string, person: typeof chief): Promise<string> {
  return unwrap(await person.get(courseOne, { id: course })).version
}

async function answered(id: string, said: { outcome: "A" | "B"; text: string } = words): Promise<void> {
  unwrap(await deputy.post(contract.answer, { id, ...said }))
  const course = await courseOf(id)
  const version = await versionOf(course, chief)
  const approve = { kind: "pass" as const, step: "approved", office: "academic-affairs", version }
  unwrap(await chief.post(move, { id: course, move: approve }))
}
