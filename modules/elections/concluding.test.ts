import { unwrap } from "@qiaoliang/basics"
import { beforeAll, describe, expect, it } from "vitest"
import type { TestWorld } from "#kit/server/test-world.ts"
import { move } from "#modules/courses/contract.ts"
import { courseById } from "#modules/courses/index.ts"
import { openPosts } from "#modules/unions/index.ts"
import { holdVote, makeKeys, noSecrets, registerPhones } from "./browsers.ts"
import { createIn, electionsWorld, furnish, type Hall } from "./build.ts"
import * as contract from "./contract.ts"
import { electionsOn } from "./facts.ts"

let w: TestWorld
let hall: Hall
let id: string

beforeAll(async () => {
  w = await electionsWorld()
  hall = await furnish(w, { delegates: 6 })
  const s = noSecrets()
  id = await createIn(w, hall, { candidates: ["C1", "C3"], trust: { kind: "mandatory", threshold: 3 } })
  await makeKeys(w, id, ["S1", "S2", "S3"], s)
  unwrap(
    await (await w.as("CHAIR")).post(contract.adoptRules, { id, basis: "大会表决通过", on: "2025-11-30" }),
  )
  await registerPhones(w, hall.assembly, hall.delegates, s)
  const yes = [1, 0, 0]
  await holdVote(w, hall, id, Array(5).fill([yes, yes]), ["S1", "S2", "S3"], s)
}, 120_000)

describe("a result, from the congress to the federation", () => {
  it("is announced before anything else, then ratified: posts begin only then", async () => {
    const posts = () => w.world.db.scoped(w.university.id, (tx) => openPosts(tx, hall.union))
    expect(await (await w.as("C1")).post(contract.announce, { id })).toMatchObject({ status: 403 })
    const { course } = unwrap(await (await w.as("CHAIR")).post(contract.announce, { id }))
    expect((await posts()).map((p) => p.number)).toEqual(["OLD1", "C1"])
    // How it is ratified and filed is shown to those who do it.
    for (const [who, follows] of [
      ["PARTY", true],
      ["CHAIR", false],
    ] as const)
      expect(unwrap(await (await w.as(who)).get(contract.one, { id }))).toMatchObject({ course, follows })
    const { version } = (await w.world.db.scoped(w.university.id, (tx) => courseById(tx, course)))!.state
    const pass = async (who: string, step: string, office: string, says?: Record<string, string>) =>
      (await w.as(who)).post(move, {
        id: course,
        move: { kind: "pass", step, office, version, ...(says ? { says } : {}) },
      })
    expect((await pass("LEAGUE", "ratified", "school-party")).ok).toBe(false)
    expect((await pass("C1", "ratified", "school-party")).ok).toBe(false)
    unwrap(await pass("PARTY", "ratified", "school-party"))
    expect((await posts()).map((p) => [p.number, p.kind, p.basis.includes("批准")])).toEqual([
      ["C1", "presidium", true],
      ["C3", "presidium", true],
    ])
    const back = await (await w.as("PARTY")).post(move, {
      id: course,
      move: { kind: "return", step: "filed", to: "ratified", because: "再看看" },
    })
    expect(back.ok).toBe(false)
    const says = { receipt: "学联备〔2025〕12号", "filed-on": "2025-12-31" }
    expect(await pass("LEAGUE", "filed", "school-league", says)).toMatchObject({ status: 400 })
    unwrap(await pass("LEAGUE", "filed", "school-league", { ...says, "filed-on": "2025-11-30" }))
    const seen = unwrap(await (await w.as("CHAIR")).get(contract.one, { id }))
    expect(seen).toMatchObject({ state: "ratified", next: "done", filed: { on: "2025-11-30" } })
  })

  it("answers 5.1 and 6.6 from these records", async () => {
    const facts = await w.world.db.scoped(w.university.id, (tx) =>
      electionsOn(tx, [hall.union], "2025-11-30"),
    )
    const { answers } = facts.get(hall.union)!
    expect(answers).toMatchObject({
      "presidium-elected": { value: true },
      "result-announced": { value: true },
      "result-ratified": { value: true },
      "result-filed": { value: true },
    })
    expect(
      (await w.world.db.scoped(w.university.id, (tx) => electionsOn(tx, ["other"], "2025-11-30"))).size,
    ).toBe(0)
  })

  it("has its documents, for those who may read them", async () => {
    const seen = unwrap(await (await w.as("CHAIR")).get(contract.one, { id }))
    expect(seen.papers.map((p) => p.href.split("/").at(-1))).toEqual([
      "rules.docx",
      "rules.pdf",
      "report.docx",
      "report.pdf",
      "report.xlsx",
      "notice.docx",
      "filing.zip",
      `${id}.bel`,
    ])
    for (const file of ["rules.docx", "report.docx", "report.xlsx", "notice.docx", "filing.zip"]) {
      const url = `/api/elections/papers/${id}/${file}`
      expect((await w.stranger.send({ method: "GET", url })).statusCode).toBe(404)
      expect((await (await w.as("CHAIR")).send({ method: "GET", url })).statusCode).toBe(200)
    }
  })
})
