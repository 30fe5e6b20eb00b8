import { describe, expect, it } from "vitest"
import type { Facts, Post } from "#policy/vocabulary.ts"
import { type Chosen, changes, forbidden, judgeRoster, withChosen, worse } from "./what-if.ts"

const post = (n: number, kind: Post["kind"], department: string): Post => ({
  row: { id: `p${n}`, name: `${n}号`, studentId: `${n}` },
  name: `${n}号`,
  kind,
  title: kind === "head" ? "负责人" : "工作人员",
  department,
  student: null,
  origin: "other",
})

const facts = (posts: readonly Post[], more: Partial<Facts> = {}): Facts => ({
  asOf: "2025-11-15",
  unit: { id: "u", name: "校学生会" },
  union: { id: "u", name: "校学生会", level: "school", kind: "undergraduate" },
  university: { name: "桥梁大学", students: 0, campuses: [] },
  posts,
  departments: [{ name: "学习部" }],
  answers: {},
  explanations: [],
  limits: {},
  readings: {},
  ...more,
})

const someone = (number: string, more: Partial<Chosen> = {}): Chosen => ({
  id: `a${number}`,
  number,
  name: `${number}号`,
  postKind: "school-member",
  department: "学习部",
  title: "工作人员",
  origin: "faculty-union",
  student: null,
  ...more,
})

const heads = (n: number) => Array.from({ length: n }, (_, i) => post(i, "head", "学习部"))
const head = (number: string) => someone(number, { title: "负责人" })

describe("what a choice would do", () => {
  it("moves whoever is on the roster already instead of counting twice", () => {
    const f = withChosen(facts(heads(2)), [someone("1")])
    expect(f.posts).toHaveLength(2)
    expect(f.posts?.filter((p) => p.kind === "head")).toHaveLength(1)
    const before = facts(heads(2))
    expect(withChosen(before, [])).toBe(before)
  })
  it("tells what turns for the worse, and leaves what gets better", () => {
    const before = judgeRoster(facts(heads(3)))
    const turned = worse(changes(before, judgeRoster(withChosen(facts(heads(3)), [head("9")]))))
    expect(turned.map((c) => c.clause)).toEqual(["3.5"])
    const better = changes(
      judgeRoster(facts(heads(1))),
      judgeRoster(withChosen(facts(heads(1)), [head("9")])),
    )
    expect(better.find((c) => c.clause === "3.5")?.after?.verdict).toBe("met")
    expect(worse(better)).toEqual([])
  })
})

describe("a bound no office may pass", () => {
  it("is passed by a fourth head, and passed further by a fifth", () => {
    expect(forbidden(facts(heads(2)), [head("9")])).toBeUndefined()
    expect(forbidden(facts(heads(3)), [head("9")])?.clause).toBe("3.5")
    expect(forbidden(facts(heads(4)), [head("9")])?.clause).toBe("3.5")
  })
  it("is not passed where there are still too few, by others, or elsewhere", () => {
    expect(forbidden(facts([]), [head("9")])).toBeUndefined()
    expect(forbidden(facts(heads(4)), [someone("9")])).toBeUndefined()
    // 3.6 is general: shown, and never a reason to refuse.
    const full = Array.from({ length: 7 }, (_, i) => post(i, "member", "学习部"))
    expect(forbidden(facts(full), [someone("9")])).toBeUndefined()
  })
  it("follows a stricter rule of the union's own (11.2)", () => {
    const limits = { "3.5": { kind: "count", min: 2, max: 2 } } as const
    expect(forbidden(facts(heads(2), { limits }), [head("9")])?.clause).toBe("3.5")
  })
})
