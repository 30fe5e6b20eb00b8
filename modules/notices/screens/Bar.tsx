import type { ReactNode } from "react"
import "./notices.css"

interface BarProps {
  readonly of: number
  readonly all: number
  readonly words: string
  readonly late?: boolean
}

/** A share as a bar; the words beside it say the same. */
export function Bar({ of, all, words, late = false }: BarProps): ReactNode {
  const percent = all === 0 ? 0 : (of / all) * 100
  return (
    <span className="notice-bar">
      <i aria-hidden="true">
        <b className={late ? "notice-bar-late" : undefined} style={{ width: `${percent}%` }} />
      </i>
      <span>{words}</span>
    </span>
  )
}
