import { describe, expect, it } from "vitest"
import { sheetFor } from "#policy/practice/self-assessment/index.ts"
import { buildFinding, buildUnion } from "./build.ts"
import { formRows, rowKey } from "./forms.ts"
import { blankOwn } from "./input.ts"
import { edited, type Filling } from "./own.ts"

const union = buildUnion({ findings: [buildFinding("3.3", "violated", { value: 6 })] })
const computed = formRows(union, sheetFor(2025), [], {})
const over = rowKey(computed.find((r) => r.text.includes("主席团成员不超过5人"))!.number)
const filling: Filling = {
  by: "周敏",
  capacity: "学生会 秘书长",
  today: "2025-11-15",
  computed,
  documents: new Map(),
}
const attest = (more: object) =>
  edited(
    blankOwn,
    {
      id: "d",
      version: 1,
      attest: [{ row: "row-01", answer: "yes", on: "2025-11-10", source: "会议纪要", ...more }],
    },
    filling,
  )

describe("a person's word", () => {
  it("is kept with who, in which capacity, when and resting on what", () => {
    const own = attest({})
    expect(own.ok && own.value.attested).toEqual([
      {
        row: "row-01",
        answer: "yes",
        by: "周敏",
        capacity: "学生会 秘书长",
        on: "2025-11-10",
        source: "会议纪要",
      },
    ])
  })
  it("is refused where the records say 否", () => {
    expect(attest({ row: over })).toMatchObject({ ok: false, error: { code: "conflict" } })
    expect(attest({ row: over, answer: "no" }).ok).toBe(true)
  })
  it("is refused for a day to come, for a row that is not there, for a document that is not there", () => {
    expect(attest({ on: "2025-11-16" }).ok).toBe(false)
    expect(attest({ row: "row-99" }).ok).toBe(false)
    expect(attest({ document: "nothing" }).ok).toBe(false)
  })
  it("can be withdrawn, and so can a remark", () => {
    const own = attest({})
    if (!own.ok) throw new Error("refused")
    const left = edited(
      { ...own.value, pending: { charter: "修订中" } },
      { id: "d", version: 1, withdraw: ["row-01"], pending: { charter: null } },
      filling,
    )
    expect(left.ok && left.value).toMatchObject({ attested: [], pending: {} })
  })
})
