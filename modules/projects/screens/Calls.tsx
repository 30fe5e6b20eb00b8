import type { ReactNode } from "react"
import type { Out } from "#kit/web/call.ts"
import { Go } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer, Empty } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { projectsCalls } from "../public-contract.ts"
import { useTell } from "./say.ts"
import "./volunteer.css"

/** What is looking for volunteers now, for everybody. */
export default function Calls(): ReactNode {
  const t = useWords("projects")
  const { signedIn } = useViewer()
  return (
    <Page
      title={t("calls.title")}
      lead={t("calls.lead")}
      actions={
        <>
          {signedIn ? (
            <Go to="/volunteer/mine" className="button button-main">
              {t("mine.title")}
            </Go>
          ) : null}
          <Go to="/certificates" className="button">
            {t("certificate.check")}
          </Go>
        </>
      }
    >
      <Answer of={useAsk(projectsCalls, {})}>
        {({ items, done }) => (
          <>
            {items.length === 0 ? (
              <Empty title={t("calls.none")}>
                <p>{t("calls.none-more")}</p>
              </Empty>
            ) : (
              <ul className="grid vol-calls">
                {items.map((p) => (
                  <Card key={p.id} of={p} />
                ))}
              </ul>
            )}
            {done.length > 0 ? (
              <section className="vol-done">
                <h2>{t("calls.done")}</h2>
                <ul className="panel vol-lines">
                  {done.map((p) => (
                    <Done key={p.id} of={p} />
                  ))}
                </ul>
              </section>
            ) : null}
          </>
        )}
      </Answer>
    </Page>
  )
}

type Answered = Out<typeof projectsCalls>

function Card({ of: p }: { of: Answered["items"][number] }): ReactNode {
  const t = useWords("projects")
  const tell = useTell()
  return (
    <li>
      <Go to={`/volunteer/${p.id}`}>
        <b>{p.title}</b>
        <span>{p.host}</span>
        <span>{tell.days(p.startsOn, p.endsOn)}</span>
        <span className="vol-left">
          <em className={p.left > 0 ? "tag vol-open" : "tag"}>
            {p.left > 0 ? t("calls.left", { count: p.left }) : t("calls.full")}
          </em>
          {p.mine ? <em className="tag vol-mine">{t(`volunteer.${p.mine.state}`)}</em> : null}
        </span>
      </Go>
    </li>
  )
}

function Done({ of: p }: { of: Answered["done"][number] }): ReactNode {
  const t = useWords("projects")
  const tell = useTell()
  return (
    <li>
      <Go to={`/volunteer/${p.id}`}>{p.title}</Go>
      <span className="muted">
        {p.host} · {t("calls.closed", { day: tell.day(p.closedOn) })}
      </span>
    </li>
  )
}
