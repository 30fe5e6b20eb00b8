import type { ReactNode } from "react"
import type { Out } from "#kit/web/call.ts"
import { useWords } from "#kit/web/words.ts"
import type { list } from "../contract.ts"

export type Line = Out<typeof list>["items"][number]

/** Where a request stands, in one word. */
export function StatusTag({ request: r }: { request: Line }): ReactNode {
  const t = useWords("approvals")
  const state = r.cancelled ? "cancelled" : r.closedOn ? "closed" : r.status
  return <span className={`tag approvals-tag approvals-${state}`}>{t(`status.${state}`)}</span>
}

/** How early it came; nothing where it was in time. */
export function LeadTag({ request: r }: { request: Line }): ReactNode {
  const t = useWords("approvals")
  if (r.standing === "in-time") return null
  return (
    <span className={`tag approvals-lead-${r.standing}`}>
      {t(`lead.${r.standing}`, { lead: r.lead, asked: r.asked })}
    </span>
  )
}
