import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { useSettings } from "#kit/web/settings.ts"
import { useWords } from "#kit/web/words.ts"
import type { one } from "../contract.ts"

type When = Pick<Out<typeof one>, "kind" | "onDay" | "untilDay" | "fromTime" | "untilTime">

/** Times and people as this room says them. */
export function useTell() {
  const t = useWords("listening")
  const say = useSay()
  const { language } = useSettings()
  /** Without the year where it is the same one. */
  const later = (from: string, to: string) =>
    language === "zh" && from.slice(0, 4) === to.slice(0, 4) ? say.day(to).replace(/^\d+年/, "") : say.day(to)
  return {
    ...say,
    /** 2025年11月15日 14:00—16:00; of a questionnaire its first and last day. */
    when: (l: Pick<When, "kind" | "onDay" | "untilDay" | "fromTime"> & { readonly untilTime?: string }) => {
      if (l.kind === "survey") return t("days", { from: say.day(l.onDay), to: later(l.onDay, l.untilDay) })
      return [say.day(l.onDay), [l.fromTime, l.untilTime].filter(Boolean).join("\u2060—\u2060")]
        .filter(Boolean)
        .join(" ")
    },
    audience: (l: { readonly faculties: readonly string[]; readonly grades: readonly number[] }) =>
      [l.faculties.join(t("and")), l.grades.map((year) => t("grade", { year })).join(t("and"))]
        .filter(Boolean)
        .join(t("comma")) || t("everyone"),
    percent: (part: number, of: number) => (of > 0 ? `${Math.round((part / of) * 1000) / 10}%` : "—"),
  }
}
