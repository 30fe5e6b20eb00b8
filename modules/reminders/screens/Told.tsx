import type { ReactNode } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { Go } from "#kit/web/nav.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { type list, read } from "../contract.ts"
import "./reminders.css"

type Reminders = Out<typeof list>["items"]

/** Reminders as lines; opening one reads it. In both apps. */
export function Told({ items }: { items: Reminders }): ReactNode {
  const t = useWords("reminders")
  const say = useSay()
  const { run } = useDo(read)
  return (
    <ul className="reminders">
      {items.map((r) => (
        <li key={r.id} className={r.read ? "reminders-read" : "reminders-new"}>
          <Go
            to={r.href}
            className="reminders-line"
            {...(r.read ? {} : { onClick: () => void run({ id: r.id }) })}
          >
            <span lang="zh-CN">
              <b>
                {r.read ? null : <span className="unseen">{t("new")} </span>}
                {r.title}
              </b>
              <span>{r.detail}</span>
            </span>
            <small>
              <span>{say.recorded(r.at)}</span>
              {r.clause ? <ClauseLabel clause={r.clause} /> : null}
            </small>
          </Go>
          {r.read ? null : (
            <button type="button" className="reminders-mark" onClick={() => void run({ id: r.id })}>
              {t("mark")}
              <span className="unseen">{r.title}</span>
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}
