import { Drawer } from "antd"
import type { ReactNode } from "react"
import { useSay } from "#kit/web/days.ts"
import { useReturn } from "#kit/web/desk/focus.ts"
import { Answer, Empty } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { history } from "../contract.ts"
import { Term } from "./OfficePanel.tsx"

/** Everyone who ever held a post in an office, newest first. */
export function History(props: { office: string; name: string; onClose: () => void }): ReactNode {
  const t = useWords("offices")
  const say = useSay()
  const asked = useAsk(history, { office: props.office })
  useReturn()
  return (
    <Drawer open title={t("history.title", { office: props.name })} onClose={props.onClose}>
      <Answer of={asked} rows={6}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t("history.none")} />
          ) : (
            <ol className="offices-history">
              {items.map((h) => (
                <li key={`${h.id}/${h.from}`}>
                  <b>{h.name}</b> {h.title}{" "}
                  {h.designated ? <span className="tag">{t("holder.designated")}</span> : null}{" "}
                  {h.basis === "set-up" ? <span className="tag">{t("holder.set-up")}</span> : null}
                  <small className="muted">
                    <Term from={h.from} to={h.to} />
                    {h.source ? ` · ${h.source}` : ""}
                    {h.recordedAt && h.recordedBy
                      ? ` · ${t("history.recorded", { by: h.recordedBy, time: say.recorded(h.recordedAt) })}`
                      : ""}
                  </small>
                </li>
              ))}
            </ol>
          )
        }
      </Answer>
    </Drawer>
  )
}
