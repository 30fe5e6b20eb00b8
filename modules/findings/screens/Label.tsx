import type { ReactNode } from "react"
import { clauseLabel } from "#kit/web/Clause.tsx"
import { useSettings } from "#kit/web/settings.ts"

/** A clause's place as the server says it (第三条·4, 附则·2), or Art. 3 · 4. */
export function Label({ clause, label }: { clause: string; label: string }): ReactNode {
  const { language } = useSettings()
  return <span className="clause-label">{language === "zh" ? label : clauseLabel(clause, "en")}</span>
}
