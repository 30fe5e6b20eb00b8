import type { ReactNode } from "react"
import { Page } from "#kit/web/Page.tsx"
import { Answer } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { settings } from "../contract.ts"
import { Mail } from "./Mail.tsx"
import { Robots } from "./Robots.tsx"
import "./settings.css"

/** What leaves the house for me; by itself nothing does. */
export default function ReminderSettings(): ReactNode {
  const t = useWords("reminders")
  return (
    <Page narrow title={t("settings.title")} lead={t("settings.lead")}>
      <Answer of={useAsk(settings, {})} rows={6}>
        {({ mail, desks, robots, robotsReady }) => (
          <>
            <Mail mail={mail} />
            {desks.length > 0 ? <Robots desks={desks} robots={robots} ready={robotsReady} /> : null}
          </>
        )}
      </Answer>
    </Page>
  )
}
