import type { ReactNode } from "react"
import { useWords } from "#kit/web/words.ts"
import "./tags.css"

interface Stands {
  readonly state: string
  readonly closed?: boolean
  readonly late?: boolean
  readonly misrouted?: boolean
}

/** How a need stands, in one word. */
export function StateTag({ of }: { of: Stands }): ReactNode {
  const t = useWords("handling")
  const key = of.state === "done" && of.closed ? "closed" : of.state
  return (
    <>
      <span className={`tag handling-is-${key}`}>{t(`state.${key}`)}</span>
      {of.late ? <span className="tag handling-late">{t("state.late")}</span> : null}
      {of.misrouted ? <span className="tag handling-late">{t("state.misrouted")}</span> : null}
    </>
  )
}

/** 第3号 */
export function Nth({ of }: { of: number }): ReactNode {
  const t = useWords("handling")
  return <span className="handling-nth">{t("nth", { nth: of })}</span>
}
