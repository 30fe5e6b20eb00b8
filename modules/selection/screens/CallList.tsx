import type { ReactNode } from "react"
import { useSay } from "#kit/web/days.ts"
import { List } from "#kit/web/desk/List.tsx"
import { Go } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer, Empty } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { calls } from "../contract.ts"
import "./selection.css"

/** Calls in whose chains the person's posts stand, those with something waiting told by their number. */
export default function CallList(): ReactNode {
  const t = useWords("selection")
  const say = useSay()
  return (
    <Page title={t("calls.title")} lead={t("calls.lead")}>
      <Answer of={useAsk(calls, {})}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t("calls.none")}>
              <p>{t("calls.none-more")}</p>
            </Empty>
          ) : (
            <List
              label={t("calls.title")}
              rows={items}
              rowKey={(c) => c.id}
              columns={[
                {
                  key: "title",
                  title: t("calls.call"),
                  show: (c) => (
                    <span className="selection-cell">
                      <Go to={`/office/selection/calls/${c.id}`}>{c.title}</Go>
                      <span className="muted">{c.union}</span>
                    </span>
                  ),
                },
                {
                  key: "waiting",
                  title: t("calls.waiting"),
                  align: "right",
                  show: (c) => (c.waiting ? <b>{t("people", { count: c.waiting })}</b> : "—"),
                },
                {
                  key: "open",
                  title: t("calls.open"),
                  align: "right",
                  show: (c) => t("people", { count: c.open }),
                },
                {
                  key: "people",
                  title: t("calls.people"),
                  align: "right",
                  show: (c) => t("people", { count: c.people }),
                },
                { key: "closes", title: t("calls.closes"), show: (c) => say.day(c.closesOn) },
              ]}
            />
          )
        }
      </Answer>
    </Page>
  )
}
