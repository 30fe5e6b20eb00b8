import { describe, expect, it } from "vitest"
import { testWorld } from "#modules/accounts/build.ts"
import { charterModule } from "#modules/charter/index.ts"
import { congressModule } from "#modules/congress/index.ts"
import { findings } from "#modules/findings/index.ts"
import { addUnion, hold } from "#modules/offices/build.ts"
import { articles } from "#policy/index.ts"
import { findingsOne } from "../findings/contract.ts"
import { evidenceAttest, evidenceDecide, evidenceExplain, evidenceOf, evidenceRetract } from "./contract.ts"
import { evidence } from "./module.ts"

const w = await testWorld({ modules: [charterModule(articles), congressModule, evidence, findings] })
const school = await addUnion(w, { name: "桥梁大学学生会" })
await hold(w, { kind: "school-league", number: "L1", post: "deputy-secretary", designated: true })
await hold(w, { kind: "school-league", number: "L2", post: "secretary" })
await hold(w, { kind: "faculty-league", number: "F1", faculty: "文学院" }).catch(() => undefined)
const deputy = await w.as("L1")
const secretary = await w.as("L2")
const outsider = await w.as("S9")

const held = {
  unionId: school,
  question: "congress-held",
  value: "2025-03-30",
  on: "2025-03-30",
  source: "校团委会议纪要",
}
const verdictOf = async (clause: string) => {
  const answer = await secretary.get(findingsOne, { unionId: school, clause })
  return answer.ok ? answer.value.findings[0] : undefined
}

describe("evidence.attest", () => {
  it("refuses the stranger and whoever holds no office", async () => {
    expect((await w.stranger.post(evidenceAttest, held)).status).toBe(401)
    expect((await outsider.post(evidenceAttest, held)).status).toBe(403)
  })

  it("answers a question; the finding says what it rests on; a retraction takes it back", async () => {
    const told = await secretary.post(evidenceAttest, held)
    expect(told.ok).toBe(true)
    const found = await verdictOf("6.1")
    expect(found?.verdict).toBe("met")
    expect(found?.attestation?.source).toBe("校团委会议纪要")
    const id = told.ok ? told.value.id : ""
    expect((await secretary.post(evidenceRetract, { id, because: "日期有误" })).ok).toBe(true)
    expect((await verdictOf("6.1"))?.verdict).toBe("unknown")
  })

  it("refuses a day to come, a wrong shape, an unknown question", async () => {
    expect((await secretary.post(evidenceAttest, { ...held, on: "2030-01-01" })).status).toBe(400)
    expect((await secretary.post(evidenceAttest, { ...held, value: true })).status).toBe(400)
    expect((await secretary.post(evidenceAttest, { ...held, question: "nothing" })).status).toBe(400)
  })
})

describe("evidence.explain and evidence.decide", () => {
  const reason = { unionId: school, clause: "3.7", reason: "学生三万余人，三个校区", from: "2025-09-01" }

  it("has nothing to explain where the clause is hard", async () => {
    const answer = await secretary.post(evidenceExplain, { ...reason, clause: "3.3" })
    expect(answer.status).toBe(422)
    expect(answer.ok ? undefined : answer.error.clause).toBe("3.3")
  })

  it("lets the designated deputy decide, once, and nobody on their own", async () => {
    const asked = await secretary.post(evidenceExplain, reason)
    const own = await deputy.post(evidenceExplain, reason)
    const id = asked.ok ? asked.value.id : ""
    expect((await secretary.post(evidenceDecide, { id, approve: true })).status).toBe(403)
    expect(
      (await deputy.post(evidenceDecide, { id: own.ok ? own.value.id : "", approve: true })).status,
    ).toBe(403)
    expect((await deputy.post(evidenceDecide, { id, approve: true })).ok).toBe(true)
    expect((await deputy.post(evidenceDecide, { id, approve: false, because: "改主意" })).status).toBe(409)
    const file = await secretary.get(evidenceOf, { unionId: school })
    expect(file.ok && file.value.explanations.some((e) => e.approved)).toBe(true)
  })
})
