import type { ReactNode } from "react"
import { useWords } from "#kit/web/words.ts"

interface Stands {
  readonly state: string
  readonly step: string | null
  readonly late?: boolean
}

/** How a proposal stands, in one word: 待审查, 办理中, 已答复… */
export function StateTag({ of }: { of: Stands }): ReactNode {
  const t = useWords("proposals")
  const key = of.state === "filed" ? `filed-${of.step ?? "unsent"}` : of.state
  return (
    <>
      <span className={`tag proposal-is-${key}`}>{t(`state.${key}`)}</span>
      {of.late ? <span className="tag proposal-late">{t("state.late")}</span> : null}
    </>
  )
}

/** 第3号 */
export function Nth({ of }: { of: number | null }): ReactNode {
  const t = useWords("proposals")
  return of === null ? null : <span className="proposal-nth">{t("nth", { nth: of })}</span>
}
