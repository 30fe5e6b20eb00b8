import type { ReactNode } from "react"
import { NavNumber } from "#kit/web/desk/NavNumber.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { count } from "../contract.ts"

/** How many things wait. */
export function Count(): ReactNode {
  const t = useWords("inbox")
  const total = useAsk(count, {}, { every: 60_000 }).data?.total ?? 0
  return <NavNumber of={total} words={t("count", { count: total })} />
}
