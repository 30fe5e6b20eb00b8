import { type Day, isDay, schoolYearOf } from "@qiaoliang/basics"
import { narrowText } from "@qiaoliang/sheets"

/** What the titles, sheet names and file names of the workbooks say about all of them. */

/** The last day of a month. */
const monthEnd = (year: number, month: number): Day =>
  new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)

const earlier = (a: Day, b: Day): Day => (a < b ? a : b)
const latest = (days: readonly Day[]): Day | undefined =>
  days.reduce<Day | undefined>((a, b) => (a === undefined || b > a ? b : a), undefined)

/**
 * The day the workbooks hold for: the latest 截至; else, within the latest 学年 named, its last day or
 * today; else the latest day or month written; else today. Never after today.
 */
export function statedDay(texts: readonly string[], today: Day): Day {
  const plain = texts.map((text) => narrowText(text).replace(/\s/g, ""))
  const until = latest(plain.flatMap((text) => daysIn(text, /截至|截止/)))
  if (until) return earlier(until, today)
  const years = plain.flatMap((text) =>
    [...text.matchAll(/(20\d{2})[—\-–~至]+(20)?(\d{2})学?年/g)].flatMap(([, from, , to]) =>
      Number(to) === (Number(from) + 1) % 100 ? [Number(from)] : [],
    ),
  )
  if (years.length > 0) {
    const year = Math.max(...years)
    return schoolYearOf(today) <= year ? today : `${year + 1}-08-31`
  }
  const written = latest(plain.flatMap((text) => daysIn(text)))
  return written ? earlier(written, today) : today
}

function daysIn(text: string, after?: RegExp): Day[] {
  const from = after ? text.search(after) : 0
  if (from < 0) return []
  const days: Day[] = []
  for (const [, year, month, day] of text
    .slice(from)
    .matchAll(/(20\d{2})[年.\-/](\d{1,2})(?:[月.\-/](\d{1,2})日?|月)/g)) {
    if (Number(month) < 1 || Number(month) > 12) continue
    const whole = day
      ? `${year}-${month!.padStart(2, "0")}-${day.padStart(2, "0")}`
      : monthEnd(Number(year), Number(month))
    if (isDay(whole)) days.push(whole)
  }
  return days
}

/** The university most of the texts name; "" where none does. */
export function statedUniversity(texts: readonly string[]): string {
  return mostNamed(texts, /(?:共青团)?(\p{Script=Han}{2,15}?大学)/u) || mostNamed(texts, ownCollege)
}

/** 某某职业技术学院, where it stands before its own union, congress or a dash: not one of its faculties. */
const ownCollege =
  /^(\p{Script=Han}{2,20}?(?:职业|技术|师范|专科|职工|高等)\p{Script=Han}{0,10}?(?:学院|学校))/u

function mostNamed(texts: readonly string[], pattern: RegExp): string {
  const times = new Map<string, number>()
  for (const text of texts) {
    const name = pattern.exec(narrowText(text).replace(/\s/g, ""))?.[1]
    if (name) times.set(name, (times.get(name) ?? 0) + 1)
  }
  return [...times].sort((a, b) => b[1] - a[1])[0]?.[0] ?? ""
}
