import { useWords, type Words } from "#kit/web/words.ts"

interface Share {
  readonly num: number
  readonly den: number
}

/** Numbers of the board in words: what is too small to be shown says so. */
export function useNumbers() {
  const t = useWords("board")
  return {
    count: (n: number | null): string => (n === null ? t("number.few") : `${n}`),
    days: (n: number | null): string =>
      n === null ? t("number.none") : n === 0 ? t("number.today") : t("number.days", { count: n }),
    /** `2025-10`, whole and short. */
    month: (m: string): string => t("number.month", { year: m.slice(0, 4), month: Number(m.slice(5)) }),
    shortMonth: (m: string): string => t("number.short-month", { month: Number(m.slice(5)) }),
    share: (s: Share | null): string => (s ? percentOf(s, t) : t("number.none")),
  }
}

const percentOf = ({ num, den }: Share, t: Words): string =>
  t("number.percent", { percent: Math.round((num * 100) / den) })
