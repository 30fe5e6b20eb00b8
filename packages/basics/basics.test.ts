import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  addDays,
  addMonths,
  compareRatio,
  dayOf,
  isDay,
  newId,
  percent,
  ratio,
  schoolYearOf,
  semesterBounds,
  semesterOf,
} from "./index.ts"

describe("days", () => {
  it("accepts real days and refuses others", () => {
    expect(isDay("2024-02-29")).toBe(true)
    expect(isDay("2025-02-29")).toBe(false)
    expect(isDay("2025-2-9")).toBe(false)
  })
  it("is already tomorrow in China in the evening of UTC", () => {
    expect(dayOf(new Date("2025-11-14T16:00:00Z"))).toBe("2025-11-15")
    expect(dayOf(new Date("2025-11-14T15:59:59Z"))).toBe("2025-11-14")
  })
  it("adds months within the month's end", () => {
    expect(addMonths("2025-01-31", 1)).toBe("2025-02-28")
    expect(addMonths("2025-10-26", 12)).toBe("2026-10-26")
  })
  it("adding and taking days away cancels", () => {
    fc.assert(
      fc.property(fc.integer({ min: -5000, max: 5000 }), (n) => {
        expect(addDays(addDays("2025-11-15", n), -n)).toBe("2025-11-15")
      }),
    )
  })
  it("begins the school year on 1 September and the spring semester in February", () => {
    expect(schoolYearOf("2025-08-31")).toBe(2024)
    expect(schoolYearOf("2025-09-01")).toBe(2025)
    expect(semesterOf("2026-01-20")).toEqual({ schoolYear: 2025, half: 1 })
    expect(semesterOf("2026-02-01")).toEqual({ schoolYear: 2025, half: 2 })
    const autumn = { from: "2025-09-01", to: "2026-01-31" }
    const spring = { from: "2026-02-01", to: "2026-08-31" }
    for (const day of ["2025-09-01", "2026-01-31"]) expect(semesterBounds(day)).toEqual(autumn)
    for (const day of ["2026-02-01", "2026-08-31"]) expect(semesterBounds(day)).toEqual(spring)
  })
})

describe("ratios", () => {
  it("puts 36 of 120 exactly at three tenths and 10 of 33 above it", () => {
    expect(compareRatio(ratio(36, 120), ratio(3, 10))).toBe(0)
    expect(compareRatio(ratio(10, 33), ratio(3, 10))).toBe(1)
  })
  it("prints per cent half up", () => {
    expect(percent(ratio(17, 40), 1)).toBe("42.5%")
    expect(percent(ratio(0, 0))).toBe("—")
  })
  it("refuses a denominator of 0", () => {
    expect(() => compareRatio(ratio(1, 0), ratio(1, 2))).toThrow(RangeError)
  })
})

it("ids of later moments sort later", () => {
  expect(newId(1_000) < newId(2_000)).toBe(true)
  expect(newId()).toHaveLength(26)
})
