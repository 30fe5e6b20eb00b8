import type { ReactNode } from "react"
import { useWords } from "#kit/web/words.ts"
import "./notices.css"

interface Stands {
  readonly status: string
  readonly pending: string | null
  readonly corrected?: boolean
}

/** How a notice stands, and a correction on its way beside it. */
export function StatusTag({ of }: { of: Stands }): ReactNode {
  const t = useWords("notices")
  return (
    <span className="notice-tags">
      <span className={`tag notice-is-${of.status}`}>{t(`status.${of.status}`)}</span>
      {of.pending ? <span className="tag notice-is-reviewing">{t(`pending.${of.pending}`)}</span> : null}
      {of.corrected ? <span className="tag">{t("list.corrected")}</span> : null}
    </span>
  )
}
