import type { ReactNode } from "react"
import { useWords } from "#kit/web/words.ts"

interface ThreeParts {
  readonly problem: string
  readonly analysis: string
  readonly suggestion: string
}

/** The three parts of a proposal, as they were written. */
export function ThreeParts({ of }: { of: ThreeParts }): ReactNode {
  const t = useWords("proposals")
  return (["problem", "analysis", "suggestion"] as const).map((key) => (
    <section key={key} className="proposal-part">
      <h2>{t(`field.${key}`)}</h2>
      <p className="proposal-text" lang="zh-CN">
        {of[key] || t("part.empty")}
      </p>
    </section>
  ))
}
