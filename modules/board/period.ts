import { type Day, schoolYearName, semesterBounds, semesterOf } from "@qiaoliang/basics"

export interface Bounds {
  readonly from: Day | null
  readonly to: Day | null
}

const lastOf = (month: string): Day => {
  const [year, at] = month.split("-").map(Number) as [number, number]
  return `${month}-${new Date(Date.UTC(year, at, 0)).getUTCDate()}`
}

export const monthBounds = (month: string): { readonly from: Day; readonly to: Day } => ({
  from: `${month}-01`,
  to: lastOf(month),
})

/** The first and last day of a period: `all`, a month `2025-10`, a semester `2025-1` (autumn of school year 2025) or `2025-2`. */
export function boundsOf(period: string): Bounds {
  if (period === "all") return { from: null, to: null }
  if (/^\d{4}-\d{2}$/.test(period)) return monthBounds(period)
  const [year, half] = period.split("-").map(Number) as [number, number]
  return semesterBounds(half === 1 ? `${year}-09-01` : `${year + 1}-03-01`)
}

/** A month or semester as documents write it. */
export function periodName(period: string): string {
  if (period === "all") return "全部时间"
  if (/^\d{4}-\d{2}$/.test(period)) return monthName(period)
  const [year, half] = period.split("-").map(Number) as [number, number]
  return `${schoolYearName(year)}第${half === 1 ? "一" : "二"}学期`
}

export const monthName = (month: string): string => {
  const [year, at] = month.split("-").map(Number)
  return `${year}年${at}月`
}

export const nextMonth = (month: string, by = 1): string => {
  const [year, at] = month.split("-").map(Number) as [number, number]
  return new Date(Date.UTC(year, at - 1 + by, 1)).toISOString().slice(0, 7)
}

export const monthOf = (day: Day): string => day.slice(0, 7)

/** The months from one to another, both included. */
export function monthsBetween(from: string, to: string): readonly string[] {
  const months: string[] = []
  for (let at = from; at <= to; at = nextMonth(at)) months.push(at)
  return months
}

/** What may be chosen where the first need was raised on a day: everything, semesters and months, the latest first. */
export function periodsSince(first: Day | null, today: Day): readonly string[] {
  if (!first) return ["all"]
  const months = monthsBetween(monthOf(first), monthOf(today)).toReversed()
  const semesters = [
    ...new Set(
      months.map((m) => {
        const { schoolYear, half } = semesterOf(`${m}-01`)
        return `${schoolYear}-${half}`
      }),
    ),
  ]
  return ["all", ...semesters, ...months.slice(0, 12)]
}
