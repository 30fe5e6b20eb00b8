import type { ReactNode } from "react"
import { useSay } from "#kit/web/days.ts"
import { ConfirmButton } from "#kit/web/desk/ConfirmButton.tsx"
import { List } from "#kit/web/desk/List.tsx"
import { Go } from "#kit/web/nav.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { close } from "../contract.ts"
import type { Line } from "./tags.tsx"

/** What has been done and accounted for: looked at once more, and closed. */
export function ToClose({ items }: { items: readonly Line[] }): ReactNode {
  const t = useWords("approvals")
  const say = useSay()
  const { run, busy } = useDo(close, { done: t("close.done") })
  if (items.length === 0) return null
  return (
    <section className="approvals-to-close">
      <h2>{t("close.title", { count: items.length })}</h2>
      <List
        label={t("close.label")}
        rows={items}
        rowKey={(r) => r.id}
        columns={[
          {
            key: "title",
            title: t("column.title"),
            show: (r) => (
              <span className="approvals-what">
                <Go to={`/office/requests/${r.id}`}>{r.title}</Go>
                <small className="muted" lang="zh-CN">
                  {r.kindTitle}
                </small>
              </span>
            ),
          },
          { key: "union", title: t("column.union"), show: (r) => r.union },
          { key: "on", title: t("column.on"), show: (r) => say.day(r.on) },
          {
            key: "close",
            title: t("column.do"),
            show: (r) => (
              <ConfirmButton
                size="small"
                loading={busy}
                ask={t("close.ask", { title: r.title })}
                detail={t("close.detail")}
                onConfirm={() => run({ id: r.id })}
              >
                {t("close.go")}
              </ConfirmButton>
            ),
          },
        ]}
      />
    </section>
  )
}
