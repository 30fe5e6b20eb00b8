import { addDays, type Day } from "./days.ts"

/** Whether people work on a day. National holidays and make-up working days are the caller's data. */
export type Calendar = (day: Day) => boolean

/** Monday to Friday, no holidays. */
export const weekdays: Calendar = (day) => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

/** A calendar that says no for so long is wrong, and must not hang the caller. */
const longest = 366

/** The `count`-th working day after `day`; with 0, `day` itself. Throws RangeError on a calendar without work. */
export function addWorkingDays(day: Day, count: number, works: Calendar): Day {
  let at = day
  let idle = 0
  for (let left = count; left > 0; ) {
    at = addDays(at, 1)
    if (works(at)) {
      left--
      idle = 0
    } else if (++idle > longest) throw new RangeError("the calendar has no working day for a year")
  }
  return at
}

/** Working days after `from` up to and including `to`; 0 where `to` is not later. */
export function workingDaysBetween(from: Day, to: Day, works: Calendar): number {
  let count = 0
  for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) if (works(at)) count++
  return count
}
