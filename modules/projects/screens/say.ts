import { useSay } from "#kit/web/days.ts"
import { useSettings } from "#kit/web/settings.ts"
import { useWords } from "#kit/web/words.ts"

/** Joined, so that no line breaks between two times. */
const dash = "\u2060—\u2060"
const china = { timeZone: "Asia/Shanghai" } as const

/** Times, lengths and money as this room says them. */
export function useTell() {
  const t = useWords("projects")
  const say = useSay()
  const { language } = useSettings()
  const local = language === "zh" ? "zh-CN" : "en-GB"
  const clock = new Intl.DateTimeFormat(local, {
    ...china,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  })
  const date = new Intl.DateTimeFormat(local, { ...china, month: "long", day: "numeric", weekday: "short" })
  /** Without the year where it is the same one. */
  const later = (from: string, to: string) =>
    language === "zh" && from.slice(0, 4) === to.slice(0, 4) ? say.day(to).replace(/^\d+年/, "") : say.day(to)
  return {
    ...say,
    /** 11月15日周六 09:00—11:00 */
    span: (from: string, to: string) =>
      `${date.format(new Date(from))} ${clock.format(new Date(from))}${dash}${clock.format(new Date(to))}`,
    clock: (at: string) => clock.format(new Date(at)),
    days: (from: string, to: string) =>
      from === to ? say.day(from) : t("days", { from: say.day(from), to: later(from, to) }),
    /** From 分. */
    yuan: (fen: number) =>
      t("yuan", { amount: (fen / 100).toLocaleString(local, { minimumFractionDigits: 2 }) }),
    length: (minutes: number) => {
      const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
      if (hours === 0) return t("minutes", { minutes: rest })
      return rest === 0 ? t("hours", { hours }) : t("hours-minutes", { hours, minutes: rest })
    },
  }
}
