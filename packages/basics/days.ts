/** A calendar day in China, `YYYY-MM-DD`. Days compare correctly as strings. */
export type Day = string & { readonly __day?: never }

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/

/** True for a real calendar day written `YYYY-MM-DD`. */
export function isDay(text: string): text is Day {
  const match = pattern.exec(text)
  if (!match) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** The day it is in China (UTC+8, no daylight saving) at an instant. */
export const dayOf = (instant: Date): Day =>
  new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)

/** `day` moved by whole days; negative moves back. */
export function addDays(day: Day, days: number): Day {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** `day` moved by whole months; the 31st becomes the month's last day where it has none. */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}

/** `2026年3月30日`, as official documents write a day. */
export function chineseDay(day: Day): string {
  const [year, month, date] = day.split("-").map(Number)
  return `${year}年${month}月${date}日`
}

/** A school year by the year it begins in: 2025 is 2025—2026学年. It begins on 1 September. */
export interface Semester {
  readonly schoolYear: number
  /** 1 autumn (September to January), 2 spring (February to August). */
  readonly half: 1 | 2
}

export const schoolYearOf = (day: Day): number => Number(day.slice(0, 4)) - (day.slice(5) < "09-01" ? 1 : 0)

export function semesterOf(day: Day): Semester {
  const month = Number(day.slice(5, 7))
  return { schoolYear: schoolYearOf(day), half: month >= 9 || month === 1 ? 1 : 2 }
}

/** The first and the last day of the semester a day lies in: September to January, or February to August. */
export function semesterBounds(day: Day): { from: Day; to: Day } {
  const { schoolYear: year, half } = semesterOf(day)
  return half === 1
    ? { from: `${year}-09-01`, to: `${year + 1}-01-31` }
    : { from: `${year + 1}-02-01`, to: `${year + 1}-08-31` }
}

/** `2025—2026学年`, with the long dash the published forms use. */
export const schoolYearName = (year: number): string => `${year}—${year + 1}学年`

export const semesterName = (s: Semester): string =>
  `${schoolYearName(s.schoolYear)}第${s.half === 1 ? "一" : "二"}学期`
