import type { ReactNode } from "react"
import type { Out } from "#kit/web/call.ts"
import { Go, useParam } from "#kit/web/nav.tsx"
import { Page, PageOf } from "#kit/web/Page.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { publicOne } from "../public-contract.ts"
import { AnswerForm } from "./AnswerForm.tsx"
import { Bars, ShareBars } from "./Bars.tsx"
import { PhaseTag, StandingTag } from "./PhaseTag.tsx"
import { useTell } from "./say.ts"
import "./public.css"

type Shown = Out<typeof publicOne>

/** One of them for a reader on a phone: when and where, the questionnaire, what came of it. */
export default function PublicPage(): ReactNode {
  const t = useWords("listening")
  const asked = useAsk(publicOne, { id: useParam("id") })
  return (
    <PageOf of={asked} title={t("public.title")}>
      {(of) => (
        <Page
          narrow
          title={of.title}
          lead={
            <span className="listening-lead">
              <PhaseTag of={of} />
              <span>{t(`kind.${of.kind}`)}</span>
              <span>{of.union}</span>
            </span>
          }
        >
          {of.phase === "cancelled" ? (
            <p className="panel listening-called-off">{t("one.cancelled", { because: of.because ?? "" })}</p>
          ) : null}
          <Plan of={of} />
          {of.kind === "survey" ? <Questionnaire of={of} /> : null}
          {of.phase === "held" || of.phase === "over" ? <Came of={of} /> : null}
          {of.results ? (
            <section className="panel listening-panel">
              <h2>{t("results.title")}</h2>
              <p>
                <b>{t("results.answers", { count: of.results.answers })}</b>
              </p>
              {of.results.shares ? <ShareBars of={of.results.shares} /> : null}
              <Bars of={of.results.questions} />
            </section>
          ) : null}
        </Page>
      )}
    </PageOf>
  )
}

function Plan({ of }: { of: Shown }): ReactNode {
  const t = useWords("listening")
  const tell = useTell()
  return (
    <section className="panel">
      {of.about ? (
        <p className="listening-text" lang="zh-CN">
          {of.about}
        </p>
      ) : null}
      <dl className="facts">
        <dt>{t("field.when")}</dt>
        <dd>{tell.when(of)}</dd>
        {of.place ? (
          <>
            <dt>{t("field.place")}</dt>
            <dd>{of.place}</dd>
          </>
        ) : null}
        {of.offices.length > 0 ? (
          <>
            <dt>{t("field.offices")}</dt>
            <dd>{of.offices.join(t("and"))}</dd>
          </>
        ) : null}
        {of.elsewhere ? null : (
          <>
            <dt>{t("field.audience")}</dt>
            <dd>{tell.audience(of)}</dd>
          </>
        )}
        {of.places ? (
          <>
            <dt>{t("field.places")}</dt>
            <dd>{of.places}</dd>
          </>
        ) : null}
      </dl>
    </section>
  )
}

function Questionnaire({ of }: { of: Shown }): ReactNode {
  const t = useWords("listening")
  if (of.mine === "to-answer")
    return (
      <section className="panel">
        <AnswerForm id={of.id} questions={of.questions} />
      </section>
    )
  if (of.mine === "sign-in")
    return (
      <section className="panel listening-door">
        <p>{t("public.door", { count: of.questions.length })}</p>
        <Go to={`/sign-in?back=${encodeURIComponent(`/listening/${of.id}`)}`} className="button button-main">
          {t("public.sign-in")}
        </Go>
      </section>
    )
  if (of.mine === "answered") return <p className="panel listening-thanks">{t("public.answered")}</p>
  if (of.mine === "not-asked") return <p className="panel">{t("public.not-asked")}</p>
  if (of.phase === "coming") return <p className="panel">{t("public.not-open")}</p>
  return null
}

/** What came of it: sums, and the needs that stand on the public board. */
function Came({ of }: { of: Shown }): ReactNode {
  const t = useWords("listening")
  if (of.came.heard === 0)
    return of.kind === "survey" ? null : <p className="panel muted">{t("public.nothing-yet")}</p>
  return (
    <section className="panel listening-panel">
      <h2>{t("follow.title")}</h2>
      <dl className="listening-follow">
        {(["heard", "raised", "answered", "solved"] as const).map((key) => (
          <div key={key}>
            <dt>{t(`follow.${key}`)}</dt>
            <dd>{of.came[key]}</dd>
          </div>
        ))}
      </dl>
      {of.needs.length > 0 ? (
        <ul className="listening-needs">
          {of.needs.map((n) => (
            <li key={n.id}>
              <Go to={`/needs/${n.id}`}>
                {t("nth", { nth: n.nth })} <span lang="zh-CN">{n.title}</span>
              </Go>
              <StandingTag standing={n.standing} />
            </li>
          ))}
        </ul>
      ) : (
        <p className="muted">{t("public.needs-inside")}</p>
      )}
    </section>
  )
}
