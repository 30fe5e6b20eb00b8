import { useSay } from "#kit/web/days.ts"
import { local } from "#kit/web/moments.ts"
import { useSettings } from "#kit/web/settings.ts"
import { useSpans } from "#kit/web/spans.ts"
import { useWords } from "#kit/web/words.ts"

/** Times, lengths and money as this room says them. */
export function useTell() {
  const t = useWords("projects")
  const say = useSay()
  const { language } = useSettings()
  const { span, clock } = useSpans()
  /** Without the year where it is the same one. */
  const later = (from: string, to: string) =>
    language === "zh" && from.slice(0, 4) === to.slice(0, 4) ? say.day(to).replace(/^\d+年/, "") : say.day(to)
  return {
    ...say,
    span,
    clock,
    days: (from: string, to: string) =>
      from === to ? say.day(from) : t("days", { from: say.day(from), to: later(from, to) }),
    /** From 分. */
    yuan: (fen: number) =>
      t("yuan", { amount: (fen / 100).toLocaleString(local[language], { minimumFractionDigits: 2 }) }),
    length: (minutes: number) => {
      const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
      if (hours === 0) return t("minutes", { minutes: rest })
      return rest === 0 ? t("hours", { hours }) : t("hours-minutes", { hours, minutes: rest })
    },
  }
}
