import { unwrap } from "@qiaoliang/basics"
import { describe, expect, it } from "vitest"
import { testWorld } from "#modules/accounts/build.ts"
import { charterModule } from "#modules/charter/index.ts"
import { congressModule } from "#modules/congress/index.ts"
import { coursesModule } from "#modules/courses/index.ts"
import { evidence } from "#modules/evidence/index.ts"
import { findings } from "#modules/findings/index.ts"
import { people } from "#modules/people/index.ts"
import { unions } from "#modules/unions/index.ts"
import { articles } from "#policy/index.ts"
import { findingsOne } from "../findings/contract.ts"
import { addPeople, handIn, passReview, written } from "./build.ts"
import * as contract from "./contract.ts"
import { noticesOn } from "./facts.ts"
import { notices } from "./module.ts"
import { reviewKind } from "./reviewing.ts"

const w = await testWorld({
  modules: [
    people,
    unions,
    coursesModule([reviewKind]),
    charterModule(articles),
    congressModule,
    evidence,
    notices,
    findings,
  ],
})
const { school, faculty } = await addPeople(w)
const [clerk, league, letters, maths] = [
  await w.as("LC"),
  await w.as("L1"),
  await w.as("FL"),
  await w.as("ML"),
]

const published = async (more: Partial<typeof written> = {}) => {
  const id = await handIn(clerk, { office: "school-league", place: w.university.id }, more)
  unwrap(await passReview(league, id))
  return id
}
const pass = async (who: typeof letters, id: string, of: string, classNames: string[], onDay: string) =>
  unwrap(await who.post(contract.pass, { id, faculty: of, classNames, onDay, how: "meeting", note: "" }))
const answer = async (union: string, day: string) =>
  w.world.db.scoped(
    w.university.id,
    async (tx) => (await noticesOn(tx, [union], day)).get(union)?.answers["notices-passed-down"],
  )

describe("notices-passed-down", () => {
  it("is no answer while nothing was published, and while a notice still has its time", async () => {
    expect(await answer(faculty, "2025-11-15")).toBeUndefined()
    await published({ kind: "work" })
    const id = await published()
    await pass(letters, id, "文学院", [], "2025-11-15")
    await pass(letters, id, "文学院", ["汉语言2301"], "2025-11-15")
    expect(await answer(faculty, "2025-11-21")).toBeUndefined()
    expect(await answer(faculty, "2025-11-22")).toMatchObject({
      value: false,
      rows: [{ name: "汉语言2401", note: `${written.title}：没有传达` }],
    })
    // The deciding day is the deadline: told after it is late for ever, told on it is in time.
    w.moveTo("2025-11-22T02:00:00Z")
    await pass(letters, id, "文学院", ["汉语言2401"], "2025-11-22")
    expect(await answer(faculty, "2025-11-22")).toMatchObject({
      value: false,
      rows: [{ name: "汉语言2401", note: `${written.title}：没有按时传达` }],
    })
    expect(await answer(school, "2025-11-22")).toMatchObject({
      value: false,
      rows: [
        { name: "数学学院", note: `${written.title}：1个班级没有传达` },
        { name: "文学院", note: `${written.title}：1个班级没有按时传达` },
      ],
    })
    const { finding } = {
      finding: unwrap(await league.get(findingsOne, { unionId: faculty, clause: "1.2" })),
    }
    expect(finding.findings[0]).toMatchObject({ verdict: "violated" })
    unwrap(await league.post(contract.withdraw, { id, because: "重新发布" }))
    expect(await answer(faculty, "2025-11-22")).toBeUndefined()
  })
  it("is yes once every class of the union's own students was told in time", async () => {
    w.moveTo("2025-11-23T02:00:00Z")
    const id = await published({ dueOn: "2025-11-28" })
    await pass(letters, id, "文学院", [], "2025-11-23")
    await pass(letters, id, "文学院", ["汉语言2301", "汉语言2401"], "2025-11-23")
    expect(await answer(faculty, "2025-11-23")).toMatchObject({
      value: true,
      rows: [{ name: written.title }],
    })
    expect(await answer(school, "2025-11-23")).toBeUndefined()
    await pass(maths, id, "数学学院", [], "2025-11-23")
    // The doctors are no students of an undergraduates' union.
    await pass(maths, id, "数学学院", ["数学2301"], "2025-11-23")
    expect(await answer(school, "2025-11-23")).toMatchObject({ value: true })
    expect(await answer(faculty, "2026-02-01")).toBeUndefined()
    const judged = unwrap(await league.get(findingsOne, { unionId: faculty, clause: "1.2" }))
    expect(judged.findings[0]).toMatchObject({ verdict: "met" })
  })
  it("of another university is none", async () => {
    const other = await w.addUniversity("彼岸大学")
    const seen = await w.world.db.scoped(other.id, (tx) => noticesOn(tx, [school, faculty], "2025-11-28"))
    expect(seen.size).toBe(0)
  })
})
