import { expect, it } from "vitest"
import { reached } from "./lateness.ts"

const told = (days: number, clause: string, id = "test") => reached(days, { id, clause }).map((l) => l.tells)

it("tells the step's office first, then upward", () => {
  expect(told(0, "5.2")).toEqual([])
  expect(told(1, "5.2")).toEqual(["step"])
  expect(told(2, "5.2")).toEqual(["step"])
  expect(told(3, "5.2")).toEqual(["head", "step"])
  expect(told(5, "5.2")).toEqual(["student-affairs", "head", "step"])
})

it("tells the deputy secretary of requests under 10.4, and of nothing else", () => {
  expect(told(2, "10.4")).toEqual(["step"])
  expect(told(3, "10.4")).toEqual(["head", "deputy-secretary", "step"])
  expect(told(9, "5.4")).not.toContain("deputy-secretary")
})

it("tells of needs sooner: the office, its head, 学工部, the deputy secretary of the party", () => {
  const needs = (days: number) => told(days, "1.4", "needs.handling")
  expect(needs(0)).toEqual([])
  expect(needs(1)).toEqual(["step"])
  expect(needs(2)).toEqual(["head", "step"])
  expect(needs(4)).toEqual(["student-affairs", "head", "step"])
  expect(needs(6)).toEqual(["party-deputy", "student-affairs", "head", "step"])
  expect(told(6, "1.4")).not.toContain("party-deputy")
})
