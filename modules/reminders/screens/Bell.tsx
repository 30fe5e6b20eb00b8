import type { ReactNode } from "react"
import { Go } from "#kit/web/nav.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { count } from "../contract.ts"
import "./bell.css"

/** The bell with how many reminders are unread; leads to the list, in the office or on the light pages. */
export function Bell({ to }: { to: string }): ReactNode {
  const t = useWords("reminders")
  const unread = useAsk(count, {}, { every: 60_000 }).data?.unread ?? 0
  return (
    <Go to={to} className="bell">
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path d="M10 2.5a5 5 0 0 0-5 5v3.2L3.5 14h13L15 10.7V7.5a5 5 0 0 0-5-5zM8 16.5a2 2 0 0 0 4 0" />
      </svg>
      <span className="unseen">{unread > 0 ? t("bell", { count: unread }) : t("bell-none")}</span>
      {unread > 0 ? (
        <span className="bell-number" aria-hidden="true">
          {unread > 99 ? "99+" : unread}
        </span>
      ) : null}
    </Go>
  )
}
