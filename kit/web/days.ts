import { type Language, useSettings } from "./settings.ts"

const local = { zh: "zh-CN", en: "en-GB" } as const
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

/** Numbers and days in the reader's language. */
export function useSay() {
  const { language } = useSettings()
  return {
    day: (day: string) => sayDay(day, language),
    time: (time: string) => sayTime(time, language),
    number: (n: number) => new Intl.NumberFormat(local[language]).format(n),
  }
}
