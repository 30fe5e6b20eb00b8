import type { ReactNode } from "react"
import { useWords } from "#kit/web/words.ts"
import type { Run } from "./status.ts"

/** Where an import stands, in words. */
export function Status({ is }: { is: Run["status"] }): ReactNode {
  const t = useWords("imports")
  return <span className={`imports-status imports-status-${is}`}>{t(`status.${is}`)}</span>
}
