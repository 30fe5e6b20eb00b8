import type { ReactNode } from "react"
import { useWords } from "#kit/web/words.ts"
import "./tags.css"

/** Where a listening stands. */
export function PhaseTag({ of }: { of: { readonly kind: string; readonly phase: string } }): ReactNode {
  const t = useWords("listening")
  const key = of.kind === "survey" && of.phase === "held" ? "closed" : of.phase
  return <span className={`tag listening-${of.phase}`}>{t(`phase.${key}`)}</span>
}

/** Where a need stands that came of it. */
export function StandingTag({
  standing,
  late,
}: {
  readonly standing: string | null
  readonly late?: boolean
}): ReactNode {
  const t = useWords("listening")
  if (!standing) return null
  return (
    <span className="listening-tags">
      <span className={`tag listening-need-${standing}`}>{t(`standing.${standing}`)}</span>
      {late ? <span className="tag listening-late">{t("standing.late")}</span> : null}
    </span>
  )
}
