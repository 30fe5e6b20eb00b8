import { describe, expect, it } from "vitest"
import type { Capacity } from "#kit/server/actor.ts"
import { addressed } from "./addressed.ts"
import { changes } from "./changes.ts"
import { presentCounts } from "./present.ts"
import { reviewOf } from "./reviewer.ts"
import { classesReached, outside, reaches, type Targets } from "./targets.ts"

const to = (more: Partial<Targets> = {}): Targets => ({
  everybody: false,
  faculties: [],
  classes: [],
  grades: [],
  groups: [],
  level: "all",
  ...more,
})
const who = {
  faculty: "文学院",
  className: "汉语言2301",
  grade: 2023,
  level: "undergraduate" as const,
  groups: ["staff/u1"],
}

describe("targets", () => {
  it.each([
    [{ everybody: true }, true],
    [{ faculties: ["文学院"] }, true],
    [{ faculties: ["数学学院"] }, false],
    [{ classes: ["文学院/汉语言2301"] }, true],
    [{ classes: ["数学学院/汉语言2301"] }, false],
    [{ everybody: true, grades: [2024] }, false],
    [{ everybody: true, level: "graduate" as const }, false],
    [{ groups: ["staff/u1"] }, true],
    [{ groups: ["staff/u2"] }, false],
    // A group stands beside grade and level, not under them.
    [{ groups: ["staff/u1"], grades: [2024] }, true],
    [{}, false],
  ])("%j reaches: %s", (targets, answer) => expect(reaches(to(targets), who)).toBe(answer))
  it("keep to a faculty, and know what lies outside it", () => {
    expect(outside(to({ everybody: true }), "文学院")).toEqual(["全校"])
    expect(outside(to({ faculties: ["文学院"], classes: ["数学学院/甲"] }), "文学院")).toEqual([
      "数学学院/甲",
    ])
    expect(outside(to({ everybody: true }), null)).toEqual([])
  })
  it("name classes once, whatever grades sit in them", () => {
    const groups = [2023, 2024].map((grade) => ({ ...who, grade }))
    expect([...classesReached(to({ everybody: true }), groups)]).toEqual([["文学院", ["汉语言2301"]]])
    expect(classesReached(to({ groups: ["staff/u1"] }), groups).size).toBe(0)
  })
  it("are said in words", () => {
    expect(addressed(to({ everybody: true }), [])).toBe("全体同学")
    expect(addressed(to({ everybody: true, grades: [2025], level: "undergraduate" }), [])).toBe(
      "2025级本科生",
    )
    expect(addressed(to({ faculties: ["文学院"], grades: [2024] }), ["代表"])).toBe("文学院2024级同学，代表")
  })
})

describe("counts", () => {
  const row = (faculty: string | null, delivered: number) => ({
    faculty,
    className: null,
    classless: false,
    delivered,
    opened: 0,
    confirmed: 0,
    median: null,
  })
  const hidden = (...delivered: number[]) =>
    presentCounts([row(null, 99), ...delivered.map((n, at) => row(`${at}`, n))], null).faculties.flatMap(
      (f, at) => (f.opened === null ? [at] : []),
    )
  it("hide faculties of fewer than five, and so many of the rest that no sum tells them", () => {
    expect(hidden(6, 5, 9)).toEqual([])
    expect(hidden(6, 4, 9)).toEqual([0, 1])
    expect(hidden(4, 3, 9)).toEqual([0, 1])
    expect(hidden(1, 2, 9, 6)).toEqual([0, 1, 3])
    expect(hidden(4)).toEqual([0])
  })
})

describe("changes", () => {
  it("keeps what is common and says what went and came", () => {
    expect(changes("甲\n乙\n丙", "甲\n丁\n丙\n戊")).toEqual([
      { kind: "kept", text: "甲" },
      { kind: "removed", text: "乙" },
      { kind: "added", text: "丁" },
      { kind: "kept", text: "丙" },
      { kind: "added", text: "戊" },
    ])
    expect(changes("甲", "甲")).toEqual([{ kind: "kept", text: "甲" }])
  })
})

describe("who reviews", () => {
  const post = (office: string, post: string, designated = false): Capacity => ({
    office,
    officeId: office,
    officeName: office,
    scope: { kind: "university", id: "u", name: "u" },
    post,
    title: post,
    designated,
  })
  const steps = (office: string, faculty: string | null, ...held: Capacity[]) =>
    reviewOf({ office, place: "u", faculty }, held)
      .steps.slice(1)
      .map((s) => s.by.map((b) => `${b.office} ${b.only ?? ""}`.trim()).join())
  it("is never the author", () => {
    expect(steps("union", null)).toEqual(["school-league designated"])
    expect(steps("union", "文学院")).toEqual(["faculty-league", "school-league designated"])
    expect(steps("union", null, post("school-league", "deputy-secretary", true))).toEqual([
      "school-league head",
    ])
    expect(steps("school-league", null, post("school-league", "clerk"))).toEqual(["school-league head"])
    expect(steps("school-league", null, post("school-league", "head"))).toEqual(["school-league designated"])
    expect(steps("school-league", null, post("school-league", "head", true))).toEqual(["school-party head"])
  })
})
