import type { ReactNode } from "react"
import { useSay } from "#kit/web/days.ts"
import { Listed } from "#kit/web/desk/Listed.tsx"
import { Go, useAsOf } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Empty } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { list } from "../contract.ts"

/** Every union's charter and local rules, on the day chosen. */
export default function CharterList(): ReactNode {
  const t = useWords("charter")
  const say = useSay()
  const [asOf] = useAsOf()
  return (
    <Page title={t("list.title")} lead={t("list.lead")}>
      <Listed
        of={useAsk(list, { on: asOf })}
        label={t("list.title")}
        none={<Empty title={t("list.none")} />}
        rowKey={(i) => i.union.id}
        columns={[
          {
            key: "union",
            title: t("list.union"),
            by: (i) => i.union.name,
            show: (i) => <Go to={`/office/charter/${i.union.id}`}>{i.union.name}</Go>,
          },
          {
            key: "charter",
            title: t("list.charter"),
            phone: "titled",
            by: (i) => i.version?.adoptedOn ?? "",
            show: (i) =>
              i.version ? (
                <>
                  {t("list.adopted", { day: say.day(i.version.adoptedOn) })}{" "}
                  {i.version.public ? null : <span className="tag">{t("version.closed")}</span>}
                </>
              ) : (
                <span className="muted">{t("list.missing")}</span>
              ),
          },
          {
            key: "rotation",
            title: t("list.rotation"),
            phone: "titled",
            show: (i) => t(`rotation.${i.rotation === undefined ? "unsaid" : i.rotation ? "yes" : "no"}`),
          },
          {
            key: "limits",
            title: t("list.limits"),
            phone: "none",
            by: (i) => i.limits,
            show: (i) => say.number(i.limits),
            align: "right",
          },
          {
            key: "readings",
            title: t("list.readings"),
            phone: "none",
            by: (i) => i.readings,
            show: (i) => say.number(i.readings),
            align: "right",
          },
        ]}
      />
    </Page>
  )
}
