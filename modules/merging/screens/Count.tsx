import type { ReactNode } from "react"
import { NavNumber } from "#kit/web/desk/NavNumber.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { count } from "../contract.ts"

/** How many groups wait. */
export function Count(): ReactNode {
  const t = useWords("merging")
  const total = useAsk(count, {}, { every: 300_000 }).data?.groups ?? 0
  return <NavNumber of={total} words={t("count", { count: total })} />
}
