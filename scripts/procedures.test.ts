import { readFileSync } from "node:fs"
import { by, jointly, procedure, step } from "@qiaoliang/procedure"
import { describe, expect, it } from "vitest"
import { courseKinds } from "../apps/server/modules.ts"
import { testKind, testProcedure } from "../modules/courses/build.ts"
import { known } from "./check/known.ts"
import { procedureFaults } from "./check/procedures.ts"
import { proceduresFile } from "./generate/procedures.ts"

/** Over all procedures of the product; it grows with the rooms. */
describe("every procedure", () => {
  const all = courseKinds.map((k) => k.procedure)

  it("names clauses and offices that exist, and can be walked to its end and left at every step", () => {
    expect(procedureFaults(all, known)).toEqual([])
    expect(procedureFaults([testProcedure], known)).toEqual([])
  })
  it("is drawn in docs/procedures.md as it is", () => {
    const file = readFileSync(new URL("../docs/procedures.md", import.meta.url), "utf8")
    expect(file).toBe(proceduresFile(courseKinds))
  })
})

describe("a procedure with something wrong", () => {
  const faults = (...steps: Parameters<typeof procedure>[3][number][]) =>
    procedureFaults([procedure("t", "5.2", "试验", steps)], known)

  it("is named with what is wrong", () => {
    expect(procedureFaults([testProcedure, testProcedure], known)).toEqual([
      "test.chain: two procedures have this id",
    ])
    expect(faults(step("a", by("school-party"), "甲", { clause: "5.99" }))).toEqual([
      "t: a: clause 5.99 does not exist",
    ])
    expect(faults(step("a", by("rector"), "甲"))).toEqual(["t: a: no office rector"])
    expect(faults(step("a", by("school-league", "tall"), "甲"))).toEqual(["t: a: no post is marked tall"])
    // One office named twice in a joint step: the second signature can never be given.
    expect(faults(step("a", jointly("school-league", "school-league"), "甲"))).toHaveLength(1)
    // Words of at least 9 characters and at most 4.
    const asks = [{ key: "x", label: "意见", min: 9, max: 4 }]
    expect(
      faults(step("a", by("school-party"), "甲", { asks }), step("b", by("school-party"), "乙")),
    ).toHaveLength(1)
  })
  it("changes the document when a step changes", () => {
    const kind = testKind()
    const before = proceduresFile([kind])
    expect(before).toContain("党委学生工作部、学校团委<br/>联合审查")
    const steps = testProcedure.steps.with(1, { ...testProcedure.steps[1]!, by: by("school-league") })
    expect(proceduresFile([{ ...kind, procedure: { ...testProcedure, steps } }])).not.toBe(before)
  })
})
