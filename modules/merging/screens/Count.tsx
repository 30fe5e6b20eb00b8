import type { ReactNode } from "react"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { count } from "../contract.ts"

/** How many groups wait, at the end of the line in the navigation; nothing where nothing waits. */
export function Count(): ReactNode {
  const t = useWords("merging")
  const total = useAsk(count, {}, { every: 300_000 }).data?.groups ?? 0
  if (total === 0) return null
  return (
    <span className="inbox-number">
      <span aria-hidden="true">{total > 999 ? "999+" : total}</span>
      <span className="unseen">{t("count", { count: total })}</span>
    </span>
  )
}
