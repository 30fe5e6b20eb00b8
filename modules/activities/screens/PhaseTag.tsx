import type { ReactNode } from "react"
import { useWords } from "#kit/web/words.ts"
import "./tags.css"

/** Where an activity stands: 报名中, 即将举办, 进行中, 已举办… */
export function PhaseTag({ of }: { of: { phase: string; signing: string } }): ReactNode {
  const t = useWords("activities")
  const key = of.phase === "coming" && of.signing === "open" ? "signing" : of.phase
  return <span className={`tag activity-${key}`}>{t(`phase.${key}`)}</span>
}
