import type { ReactNode } from "react"
import { List } from "#kit/web/desk/List.tsx"
import { Go } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer, Empty } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { list } from "../contract.ts"
import "./presidium.css"

/** Every union one is concerned with: who is in the chair, how far ahead it is planned, whether it was handed over. */
export default function PresidiumList(): ReactNode {
  const t = useWords("presidium")
  return (
    <Page title={t("list.title")} lead={t("list.lead")}>
      <Answer of={useAsk(list, {})} rows={8}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t("list.none")} />
          ) : (
            <List
              label={t("list.title")}
              rows={items}
              rowKey={(i) => i.id}
              columns={[
                {
                  key: "union",
                  title: t("list.union"),
                  show: (i) => <Go to={`/office/presidium/${i.id}`}>{i.name}</Go>,
                },
                {
                  key: "rotation",
                  title: t("list.rotation"),
                  show: (i) => t(`rotation.${i.rotation === null ? "unsaid" : i.rotation ? "yes" : "no"}`),
                },
                {
                  key: "chair",
                  title: t("list.chair"),
                  show: (i) => (
                    <>
                      {i.chair ?? <span className="muted">{t("list.no-chair")}</span>}
                      {i.standIn ? (
                        <span className="tag">{t("list.stand-in", { name: i.standIn })}</span>
                      ) : null}
                    </>
                  ),
                },
                { key: "members", title: t("list.members"), show: (i) => i.members, align: "right" },
                { key: "planned", title: t("list.planned"), show: (i) => i.planned, align: "right" },
                {
                  key: "handover",
                  title: t("list.handover"),
                  show: (i) => (
                    <span className={i.handover === "late" ? "presidium-late" : "muted"}>
                      {t(`handover.state.${i.handover}`)}
                    </span>
                  ),
                },
              ]}
            />
          )
        }
      </Answer>
    </Page>
  )
}
