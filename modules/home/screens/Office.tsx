import type { ReactNode } from "react"
import { Go } from "#kit/web/nav.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { count } from "#modules/inbox/contract.ts"

/** Who holds an office, or counts ballots for a day, finds the way to what waits there. */
export function Office(): ReactNode {
  const t = useWords("home")
  const { capacities, admin } = useViewer()
  const total = useAsk(count, {}).data?.total ?? 0
  const holds = capacities.length > 0 || admin === true
  if (!holds && total === 0) return null
  return (
    <Go to="/office" className="home-office">
      <b>{t("office.title")}</b>
      <span>{total > 0 ? t("office.waits", { count: total }) : t("office.none")}</span>
    </Go>
  )
}
