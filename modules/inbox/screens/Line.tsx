import type { ReactNode } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import { useSay } from "#kit/web/days.ts"
import { Go } from "#kit/web/nav.tsx"
import { useWords } from "#kit/web/words.ts"
import type { Items } from "./Inbox.tsx"

/** One thing that waits: what, in which post, since when, until when. */
export function Line({ item }: { item: Items[number] }): ReactNode {
  const t = useWords("inbox")
  const say = useSay()
  return (
    <li>
      <Go to={item.href} className="inbox-line">
        <span className="inbox-what">
          <b>{item.title}</b>
          <span>{item.detail}</span>
          <small>
            <span>{item.capacity}</span>
            <span>{t("since", { day: say.day(item.since) })}</span>
            {item.clause ? <ClauseLabel clause={item.clause} /> : null}
          </small>
        </span>
        {item.due ? (
          <span className={item.overdue ? "inbox-due inbox-overdue" : "inbox-due"}>
            {item.overdue ? <b>{t("overdue")}</b> : null}
            {t("due", { day: say.day(item.due) })}
          </span>
        ) : null}
      </Go>
    </li>
  )
}
