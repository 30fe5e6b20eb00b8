import type { ReactNode } from "react"
import { useSay } from "#kit/web/days.ts"
import { Listed } from "#kit/web/desk/Listed.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Empty } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { setUps } from "../contract.ts"

/** The open log of what administrators did to posts. */
export default function SetUps(): ReactNode {
  const t = useWords("offices")
  const say = useSay()
  return (
    <Page title={t("set-ups.title")} lead={t("set-ups.lead")}>
      <Listed
        of={useAsk(setUps, {})}
        label={t("set-ups.title")}
        none={<Empty title={t("set-ups.none")} />}
        rowKey={(i) => `${i.at}${i.verb}${i.name}`}
        columns={[
          { key: "at", title: t("set-ups.at"), show: (i) => say.recorded(i.at) },
          { key: "by", title: t("set-ups.by"), show: (i) => i.by },
          {
            key: "what",
            title: t("set-ups.what"),
            show: (i) => t(i.verb === "offices.end" ? "set-ups.ended" : "set-ups.appointed"),
          },
          { key: "who", title: t("set-ups.who"), show: (i) => `${i.office} ${i.title} ${i.name}` },
          { key: "source", title: t("set-ups.source"), show: (i) => i.source ?? "—" },
        ]}
      />
    </Page>
  )
}
