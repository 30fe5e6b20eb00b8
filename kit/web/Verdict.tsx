import type { ReactNode } from "react"
import { useWords } from "./words.ts"

export type VerdictName = "met" | "explained" | "warning" | "violated" | "unknown"

/** Five different outlines, so that shape alone tells them apart, also in grey and in print. */
const shapes: Record<VerdictName, ReactNode> = {
  met: <path d="M2.5 8.5 6.5 12.5 13.5 4" />,
  explained: <path d="M2 2.5h12v8H7L4 13.5v-3H2zM5 5.5h6M5 7.8h4" />,
  warning: <path d="M8 2 14.5 13.5h-13zM8 6.2v3.4M8 11.4v.4" />,
  violated: <path d="M3.5 3.5l9 9M12.5 3.5l-9 9" />,
  unknown: (
    <>
      <circle cx="8" cy="8" r="6.2" strokeDasharray="2.6 2.2" />
      <path d="M6.2 6.4c.1-2.3 3.6-2.2 3.6 0 0 1.3-1.8 1.3-1.8 2.8M8 11.2v.3" />
    </>
  ),
}

/** 符合 / 已说明 / 提示 / 不符合 / 待证明: icon, word and colour together, never colour alone. */
export function Verdict({ is, count }: { is: VerdictName; count?: number }): ReactNode {
  const t = useWords()
  return (
    <span className={`verdict verdict-${is}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {shapes[is]}
      </svg>
      {t(`verdict.${is}`)}
      {count === undefined ? null : <b>{count}</b>}
    </span>
  )
}
