import { unwrap } from "@qiaoliang/basics"
import { describe, expect, it } from "vitest"
import type { TestWorld } from "#kit/server/test-world.ts"
import { move } from "#modules/courses/contract.ts"
import {
  addAssembly,
  allocation,
  committee,
  delegatesWorld,
  furnish,
  listNamed,
  meeting,
  opening,
  passAs,
  sql,
  vote,
} from "./build.ts"
import * as contract from "./contract.ts"

describe("who takes no step in their own case", async () => {
  const { w, adopted } = await delegatesWorld()
  it("is refused, whatever post they hold", async () => {
    const { school } = await furnish(w)
    const assembly = await addAssembly(w, school, {}, [
      ...committee,
      { number: "C1-03", duty: "credentials" },
    ])
    adopted.set(assembly, allocation([{ faculty: "文学院", seats: 1 }]))
    unwrap(await (await w.as("Q1")).post(contract.begin, { assembly }))
    const list = await listNamed(w, assembly, "文学院")
    unwrap(await (await w.as("F1")).post(contract.recommend, meeting(list, "中文2301班", ["C1-01", "C1-03"])))
    unwrap(await passAs(w, await w.as("F1"), list, "recommended", "faculty-league"))
    // The deputy chair of the faculty's union stands as a candidate.
    const own = await vote(await w.as("C1-01"), list, { "C1-01": 20, "C1-03": 0 })
    expect(own.ok ? "" : own.error.because).toContain("您是候选人")
    const result = unwrap(await vote(await w.as("U1"), list, { "C1-01": 5, "C1-03": 15 }))
    expect(result).toMatchObject({ elected: ["C1-03号"], passed: true })
    w.moveTo("2025-11-25T02:00:00Z")
    unwrap(await passAs(w, await w.as("F1"), list, "published", "faculty-league"))
    const member = await w.as("C1-03")
    const { waiting } = unwrap(await member.get(contract.reviewing, { assembly }))
    const decisions = [{ nominee: waiting[0]!.id, accept: true, because: "" }]
    const refused = await member.post(contract.review, { assembly, decisions })
    expect(refused.ok ? "" : refused.error.because).toContain("不能审查本人")
    unwrap(await (await w.as("R1")).post(contract.review, { assembly, decisions }))
    w.moveTo(opening)
  })
})

describe("two lists at once", async () => {
  const { w, adopted } = await delegatesWorld()
  it("seat nobody twice, and go back with what was counted voided", async () => {
    const { school } = await furnish(w)
    const assembly = await addAssembly(w, school, {}, committee)
    adopted.set(assembly, allocation([{ faculty: "文学院", seats: 1 }]))
    unwrap(await (await w.as("Q1")).post(contract.begin, { assembly }))
    const list = await listNamed(w, assembly, "文学院")
    unwrap(await (await w.as("B1")).post(contract.recommend, meeting(list, "中文2301班", ["C1-04", "C1-03"])))
    unwrap(await passAs(w, await w.as("F1"), list, "recommended", "faculty-league"))
    unwrap(await vote(await w.as("U1"), list, { "C1-04": 15, "C1-03": 5 }))
    await returnTo(w, list)
    const seen = unwrap(await (await w.as("B1")).get(contract.list, { list }))
    expect(seen.rounds).toEqual([])
    expect(seen.nominees.map((n) => n.state)).toEqual(["nominated", "nominated"])
  })
})

async function returnTo(w: TestWorld, list: string) {
  const { rows } = await sql(
    w,
    "select course_id as id from delegate_list where university_id = $1 and id = $2",
    [list],
  )
  unwrap(
    await (await w.as("F1")).post(move, {
      id: String(rows[0]?.id),
      move: { kind: "return", step: "published", to: "recommended", because: "班会记录有误" },
    }),
  )
}
