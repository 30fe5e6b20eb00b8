import type { ReactNode } from "react"
import { useWords } from "#kit/web/words.ts"
import "./projects.css"

interface StateTagProps {
  readonly of: { status: string; outcome: string | null; overdue?: boolean }
}

/** Where a project stands; past its end and still open, that it waits to be closed. */
export function StateTag({ of }: StateTagProps): ReactNode {
  const t = useWords("projects")
  const state = of.outcome === "cancelled" ? "cancelled" : of.status
  return (
    <span className="project-tags">
      <span className={`tag project-${state}`}>{t(`status.${state}`)}</span>
      {of.overdue ? <span className="tag project-overdue">{t("status.overdue")}</span> : null}
    </span>
  )
}
