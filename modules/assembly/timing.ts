import { addMonths, addWorkingDays, type Calendar, chineseDay, type Day } from "@qiaoliang/basics"
import { committeeAhead, requestAhead, yearly } from "#policy/practice/congress-rules.ts"
import { clauseFor } from "./procedure.ts"

/** Something to know about the days of an assembly: told, never a refusal. */
export interface Tell {
  readonly key: "year" | "request" | "committee" | "past"
  readonly says: string
  readonly clause?: string
}

interface Days {
  readonly level: "school" | "faculty"
  readonly day: Day
  /** The last congress or general assembly of the union. */
  readonly last: Day | null
  readonly today: Day
  readonly works: Calendar
  /** When the preparatory committee was set up; null: not yet. */
  readonly committeeOn: Day | null
  /** Whether the request was already answered. */
  readonly answered: boolean
  /** Whether it has begun or ended: then only the year is told. */
  readonly begun: boolean
}

/** 6.1, 6.5: the year that begins with the last one is over on this day. */
export const yearOver = (last: Day | null): Day | null => (last === null ? null : addMonths(last, yearly))

/** Warned of from a month before the year is over. */
export const remindFrom = (last: Day): Day => addMonths(last, yearly - 1)

export function tellsOf(d: Days): Tell[] {
  const tells: Tell[] = []
  const until = yearOver(d.last)
  const clause = clauseFor(d.level)
  const often = d.level === "school" ? "每年召开一次" : "原则上每年召开一次"
  if (until !== null && d.day > until)
    tells.push({
      key: "year",
      clause,
      says: `上一次大会在${chineseDay(d.last!)}召开，${often}，应在${chineseDay(until)}前；拟定的日期已超过`,
    })
  if (d.begun) return tells
  if (d.day < d.today)
    tells.push({ key: "past", clause, says: `拟定的日期${chineseDay(d.day)}已过，请改期或取消` })
  const latest = addWorkingDays(d.today, requestAhead.workingDays, d.works)
  if (!d.answered && d.day >= d.today && d.day < latest)
    tells.push({
      key: "request",
      says: `${requestAhead.source}：请示须提前${requestAhead.workingDays}个工作日，现在距拟定日期不足`,
    })
  const set = d.committeeOn ?? d.today
  if (addMonths(set, committeeAhead.months) > d.day)
    tells.push({
      key: "committee",
      says: `${committeeAhead.source}：筹备委员会一般在会期前${committeeAhead.months}个月成立，${
        d.committeeOn ? `本次于${chineseDay(set)}成立` : "今天成立也已不足"
      }`,
    })
  return tells
}
