import type { ReactNode } from "react"
import { Go } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer, Empty } from "#kit/web/states.tsx"
import { tell } from "#kit/web/tell.ts"
import { useAsk } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { mine } from "../contract.ts"
import { HelpBar } from "./HelpLines.tsx"
import { type Item, OwnLine } from "./OwnLine.tsx"
import { useWaiting } from "./sending.ts"
import { WaitingList } from "./Waiting.tsx"
import "./needs.css"
import "./own.css"

/** What I raised and what I said "me too" to, and where each stands. */
export default function MinePage(): ReactNode {
  const t = useWords("needs")
  const { account } = useViewer()
  return (
    <Page
      title={t("mine.title")}
      lead={t("mine.lead")}
      narrow
      actions={
        <Go to="/needs/raise" className="button button-main">
          {t("raise.title")}
        </Go>
      }
    >
      <HelpBar />
      {account ? (
        <Own person={account.number} />
      ) : (
        <Empty title={t("sign-in")}>
          <p>{t("sign-in-more")}</p>
          <Go to="/sign-in?back=/needs/mine" className="button button-main">
            {t("sign-in-go")}
          </Go>
        </Empty>
      )}
    </Page>
  )
}

function Own({ person }: { person: string }): ReactNode {
  const t = useWords("needs")
  const asked = useAsk(mine, {})
  const queue = useWaiting(person, (nth) => tell({ kind: "done", words: t("waiting.sent", { nth }) }))
  return (
    <>
      <WaitingList waiting={queue.waiting} onDrop={(ticket) => void queue.drop(ticket)} />
      <Answer of={asked} rows={6}>
        {({ items, student }) => (
          <>
            {student ? null : <p className="needs-hint">{t("mine.no-student")}</p>}
            <Lines title={t("mine.raised")} none={t("mine.none-raised")} of={items.filter((n) => n.raised)} />
            <Lines
              title={t("mine.joined")}
              none={t("mine.none-joined")}
              of={items.filter((n) => !n.raised)}
            />
          </>
        )}
      </Answer>
    </>
  )
}

function Lines({ title, none, of }: { title: string; none: string; of: readonly Item[] }): ReactNode {
  const t = useWords("needs")
  return (
    <section className="needs-own">
      <h2>
        {title}{" "}
        {of.length > 0 ? <small className="muted">{t("mine.count", { count: of.length })}</small> : null}
      </h2>
      {of.length === 0 ? (
        <p className="muted">{none}</p>
      ) : (
        <ul>
          {of.map((n) => (
            <OwnLine key={n.id} of={n} />
          ))}
        </ul>
      )}
    </section>
  )
}
