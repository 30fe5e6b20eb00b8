import type { ReactNode } from "react"

interface ShareBarProps {
  readonly part: number
  readonly of: number
  readonly late?: boolean
}

/** A share drawn. The words beside it say the same, so that it is not read out. */
export const ShareBar = ({ part, of, late = false }: ShareBarProps): ReactNode => (
  <i className={late ? "share-bar share-bar-late" : "share-bar"} aria-hidden="true">
    <b style={{ width: `${of > 0 ? (part / of) * 100 : 0}%` }} />
  </i>
)
