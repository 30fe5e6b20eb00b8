import type { Language } from "./settings.ts"

export const local = { zh: "zh-CN", en: "en-GB" } as const
const long = { year: "numeric", month: "long", day: "numeric" } as const

/** 2026年3月30日, from a day `YYYY-MM-DD`. */
export const sayDay = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(local[language], { ...long, timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`))

/** A moment (ISO 8601) in China's time: 2026年3月30日 09:05. */
export const sayTime = (time: string, language: Language): string =>
  new Intl.DateTimeFormat(local[language], {
    ...long,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: "Asia/Shanghai",
  }).format(new Date(time))

const dayIn = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai" })

/**
 * When something was recorded. A sample university's day stands still while the clock that writes its records
 * does not: what was written after that day was done on it, as far as anybody reading can tell.
 */
export const sayRecorded = (time: string, language: Language, stands: string | undefined): string =>
  stands && dayIn.format(new Date(time)) > stands ? sayDay(stands, language) : sayTime(time, language)
