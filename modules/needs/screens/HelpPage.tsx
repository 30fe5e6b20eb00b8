import type { ReactNode } from "react"
import { Go } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { useWords } from "#kit/web/words.ts"
import { HelpLines } from "./HelpLines.tsx"

/** Who helps in danger or distress: open to everybody, without a form. */
export default function HelpPage(): ReactNode {
  const t = useWords("needs")
  return (
    <Page title={t("help.title")} lead={t("help.lead")} narrow>
      <section className="panel">
        <HelpLines />
      </section>
      <p>
        <Go to="/needs/raise">{t("help.raise")}</Go>
      </p>
    </Page>
  )
}
