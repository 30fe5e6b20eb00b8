import type { ReactNode } from "react"
import "./nav-number.css"

/** How many wait, at the end of a line in the navigation; nothing where nothing waits. `words` say it to who hears it. */
export function NavNumber({ of, words }: { of: number; words: string }): ReactNode {
  if (of === 0) return null
  return (
    <span className="nav-number">
      <span aria-hidden="true">{of > 999 ? "999+" : of}</span>
      <span className="unseen">{words}</span>
    </span>
  )
}
