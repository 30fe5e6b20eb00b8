import type { ReactNode } from "react"
import { List } from "#kit/web/desk/List.tsx"
import { Go } from "#kit/web/nav.tsx"
import { Answer, Empty } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { delegations } from "../contract.ts"
import type { Progress } from "./DelegatesPage.tsx"

/** The delegations with their heads; their people are in the list of everybody. */
export function DelegationsPart({ of }: { of: Progress }): ReactNode {
  const t = useWords("delegates")
  const at = (name: string) =>
    `/office/delegates/${of.assembly.id}?part=people&delegation=${encodeURIComponent(name)}`
  return (
    <Answer of={useAsk(delegations, { assembly: of.assembly.id })}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={t("delegations.none")}>
            <p>{t("people.none-more")}</p>
          </Empty>
        ) : (
          <section className="panel">
            <h2>{t("delegations.title", { count: items.length })}</h2>
            {of.can["delegates.name-head"] ? <p className="muted">{t("delegations.lead")}</p> : null}
            <List
              label={t("tab.delegations")}
              rows={items}
              rowKey={(d) => d.name}
              columns={[
                {
                  key: "name",
                  title: t("delegation"),
                  by: (d) => d.name,
                  show: (d) => <Go to={at(d.name)}>{d.name}</Go>,
                },
                {
                  key: "voting",
                  title: t("delegations.voting"),
                  phone: "titled",
                  align: "right",
                  by: (d) => d.voting,
                  show: (d) => d.voting,
                },
                {
                  key: "observers",
                  title: t("observer"),
                  phone: "titled",
                  align: "right",
                  show: (d) => d.observers || "",
                },
                {
                  key: "head",
                  title: t("head.tag"),
                  phone: "titled",
                  show: (d) => d.head?.name ?? <span className="delegates-late">{t("head.none")}</span>,
                },
              ]}
            />
          </section>
        )
      }
    </Answer>
  )
}
