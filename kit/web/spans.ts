import { local } from "./moments.ts"
import { useSettings } from "./settings.ts"

const china = { timeZone: "Asia/Shanghai" } as const
/** Joined, so that no line breaks between two times. */
export const dash = "\u2060—\u2060"

/** Hours of a day in China, in the reader's language. */
export function useSpans() {
  const { language } = useSettings()
  const at = (form: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(local[language], { ...china, ...form })
  const clock = at({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" })
  const date = at({ month: "long", day: "numeric", weekday: "short" })
  const day = at({ year: "numeric", month: "numeric", day: "numeric" })
  const side = (moment: string) => `${date.format(new Date(moment))} ${clock.format(new Date(moment))}`
  return {
    clock: (moment: string) => clock.format(new Date(moment)),
    /** 11月15日周六 09:00 */
    at: side,
    /** 11月15日周六 09:00—11:00; with both days where it goes on overnight. */
    span: (from: string, to: string) =>
      day.format(new Date(from)) === day.format(new Date(to))
        ? `${side(from)}${dash}${clock.format(new Date(to))}`
        : `${side(from)}${dash}${side(to)}`,
  }
}
