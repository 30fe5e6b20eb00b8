import type { ReactNode } from "react"
import { Page } from "#kit/web/Page.tsx"
import { Answer, Empty } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { disclosures } from "../contract.ts"
import { DisclosureList } from "./DisclosureList.tsx"
import "./site.css"

/** Every disclosure still published, by school year. */
export default function Disclosures(): ReactNode {
  const t = useWords("site")
  return (
    <Page title={t("disclosures.title")} lead={t("disclosures.lead")}>
      <Answer of={useAsk(disclosures, {})}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t("disclosures.none")}>{<p>{t("disclosures.none-more")}</p>}</Empty>
          ) : (
            [...new Set(items.map((d) => d.schoolYear))].map((year) => (
              <section key={year} className="site-section">
                <h2>{t("disclosures.year", { year })}</h2>
                <DisclosureList of={items.filter((d) => d.schoolYear === year)} />
              </section>
            ))
          )
        }
      </Answer>
    </Page>
  )
}
