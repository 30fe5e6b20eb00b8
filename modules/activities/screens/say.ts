import { useWords } from "#kit/web/words.ts"

interface Audience {
  readonly who: "union" | "everyone"
  readonly faculties: readonly string[]
  readonly grades: readonly number[]
}

/** For whom, in words: 文学院、理学院 2024级. */
export function useAudience() {
  const t = useWords("activities")
  return ({ who, faculties, grades }: Audience, host: string): string => {
    const narrowed = [
      faculties.join(t("comma")),
      grades.map((grade) => t("grade", { grade })).join(t("comma")),
    ].filter(Boolean)
    if (narrowed.length > 0) return narrowed.join(" ")
    return t(who === "everyone" ? "audience.everyone" : "audience.union", { host })
  }
}

/** 12.5% */
export const percent = (part: number, of: number): string =>
  of > 0 ? `${((part / of) * 100).toFixed(part > 0 && part * 100 < of ? 2 : 1)}%` : "—"
