import type { ReactNode } from "react"
import type { Out } from "#kit/web/call.ts"
import { Go } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer, Empty } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { projectsMine } from "../public-contract.ts"
import { useTell } from "./say.ts"
import "./volunteer.css"

/** One's own volunteering: shifts, signing in, hours, certificates. */
export default function Mine(): ReactNode {
  const t = useWords("projects")
  const { signedIn } = useViewer()
  return (
    <Page narrow title={t("mine.title")} lead={t("mine.lead")}>
      {signedIn ? (
        <Own />
      ) : (
        <Empty title={t("mine.stranger")}>
          <Go to={`/sign-in?back=${encodeURIComponent("/volunteer/mine")}`} className="button button-main">
            {t("call.sign-in-only")}
          </Go>
        </Empty>
      )}
    </Page>
  )
}

type Answered = Out<typeof projectsMine>

function Own(): ReactNode {
  const t = useWords("projects")
  const tell = useTell()
  return (
    <Answer of={useAsk(projectsMine, {})}>
      {({ minutes, items }) =>
        items.length === 0 ? (
          <Empty title={t("mine.none")}>
            <Go to="/volunteer" className="button">
              {t("mine.find")}
            </Go>
          </Empty>
        ) : (
          <>
            <p className="vol-total">
              <span className="muted">{t("mine.total")}</span>
              <b>{tell.length(minutes)}</b>
            </p>
            {items.map((p) => (
              <One key={p.id} of={p} />
            ))}
          </>
        )
      }
    </Answer>
  )
}

function One({ of: p }: { of: Answered["items"][number] }): ReactNode {
  const t = useWords("projects")
  const tell = useTell()
  const ended = p.state === "accepted" && p.until !== null
  return (
    <section className="panel">
      <h2>
        <Go to={`/volunteer/${p.id}`}>{p.title}</Go>
      </h2>
      <p className="vol-standing">
        <em className="tag">{t(`volunteer.${ended ? "ended" : p.state}`)}</em>
        <span className="muted">{p.host}</span>
        {p.because ? <span className="muted">{p.because}</span> : null}
      </p>
      {p.shifts.length > 0 ? (
        <ul className="vol-shifts">
          {p.shifts.map((s) => (
            <li key={s.id}>
              <span>
                <b>{s.title}</b>
                <span>{tell.span(s.startsAt, s.endsAt)}</span>
                <span className="muted">{s.place}</span>
              </span>
              {s.now ? (
                <Go to={`/volunteer/check?shift=${s.id}`} className="button button-main">
                  {t(s.came ? "sign.out" : "sign.in")}
                </Go>
              ) : (
                <span className="vol-minutes">
                  {s.minutes > 0
                    ? tell.length(s.minutes)
                    : t(s.came && !s.went ? "mine.open" : "mine.nothing")}
                </span>
              )}
            </li>
          ))}
        </ul>
      ) : null}
      {p.certificate ? (
        <p className="vol-certificate">
          <span>{t("mine.certificate", { number: p.certificate })}</span>
          <span>
            <Go to={`/api/projects/certificates/${p.certificate}.pdf`} className="button">
              {t("mine.pdf")}
            </Go>
            <Go to={`/api/projects/certificates/${p.certificate}.docx`} className="button">
              {t("mine.docx")}
            </Go>
          </span>
        </p>
      ) : null}
    </section>
  )
}
