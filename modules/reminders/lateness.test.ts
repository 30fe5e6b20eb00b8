import { expect, it } from "vitest"
import { reached } from "./lateness.ts"

const told = (days: number, clause: string) => reached(days, clause).map((l) => l.tells)

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
