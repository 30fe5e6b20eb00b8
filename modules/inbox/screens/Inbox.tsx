import { Segmented } from "antd"
import type { ReactNode } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { Go, useFilter } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer, Empty } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { list } from "../contract.ts"
import "./inbox.css"

/** What waits for me, in all the posts I hold. */
export default function Inbox(): ReactNode {
  const t = useWords("inbox")
  return (
    <Page title={t("title")} lead={t("lead")}>
      <Answer of={useAsk(list, {}, { every: 60_000 })} rows={6}>
        {({ items }) => <Waiting items={items} />}
      </Answer>
    </Page>
  )
}

type Items = Out<typeof list>["items"]

function Waiting({ items }: { items: Items }): ReactNode {
  const t = useWords("inbox")
  const [{ as }, set] = useFilter()
  const capacities = [...new Set(items.map((i) => i.capacity))]
  if (items.length === 0) return <Empty title={t("none")}>{<p>{t("none-more")}</p>}</Empty>
  const shown = items.filter((i) => !as || i.capacity === as)
  return (
    <>
      <div className="inbox-head">
        <span className="muted">{t("count", { count: shown.length })}</span>
        {capacities.length > 1 ? (
          <Segmented
            aria-label={t("by-capacity")}
            value={as ?? ""}
            onChange={(value) => set({ as: value || undefined })}
            options={[{ value: "", label: t("everything") }, ...capacities]}
          />
        ) : null}
      </div>
      <ul className="inbox">
        {shown.map((item) => (
          <Line key={item.id} item={item} />
        ))}
      </ul>
    </>
  )
}

function Line({ item }: { item: Items[number] }): ReactNode {
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
