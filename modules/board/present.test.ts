import { addDays, weekdays, workingDaysBetween } from "@qiaoliang/basics"
import { expect, it } from "vitest"
import { daysUntil } from "./present.ts"

it("counts working days until today as they are counted one by one, in whatever order it is asked", () => {
  const today = "2025-11-15"
  const until = daysUntil(today, weekdays)
  for (const back of [0, 3, 200, 40, 1, 400])
    expect(until(addDays(today, -back))).toBe(workingDaysBetween(addDays(today, -back), today, weekdays))
  expect(until("2025-12-01")).toBe(0)
})
