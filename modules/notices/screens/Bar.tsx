import type { ReactNode } from "react"
import { ShareBar } from "#kit/web/ShareBar.tsx"
import "./notices.css"

interface BarProps {
  readonly of: number
  readonly all: number
  readonly words: string
  readonly late?: boolean
}

/** A share as a bar; the words beside it say the same. */
export function Bar({ of, all, words, late = false }: BarProps): ReactNode {
  return (
    <span className="notice-bar">
      <ShareBar part={of} of={all} late={late} />
      <span>{words}</span>
    </span>
  )
}
