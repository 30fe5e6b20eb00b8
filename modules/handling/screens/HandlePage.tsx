import type { ReactNode } from "react"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { Go, useParam } from "#kit/web/nav.tsx"
import { Page, PageOf } from "#kit/web/Page.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { CoursePanel } from "#modules/courses/screens/forms.ts"
import { one } from "../contract.ts"
import { AboutBox } from "./AboutBox.tsx"
import { AnswerForm, SolveForm } from "./AnswerForm.tsx"
import { Answers, Photos } from "./Answers.tsx"
import { Sorting } from "./Sorting.tsx"
import { Nth, StateTag } from "./StateTag.tsx"
import { Notes, Talk } from "./Talk.tsx"
import "./handling.css"

export type Whole = Out<typeof one>

/** One need at a desk or an office: its words, what can be done, the answer, the talk, the trace. */
export default function HandlePage(): ReactNode {
  const t = useWords("handling")
  const id = useParam("id")
  const asked = useAsk(one, { id })
  return (
    <PageOf of={asked} title={t("one.title")}>
      {(of) => (
        <Page
          title={of.title}
          lead={
            <span className="handling-lead">
              <Nth of={of.nth} /> <StateTag of={{ ...of, closed: of.closedOn !== null }} />{" "}
              {t("one.lead", { category: of.category.name, field: of.category.field })}
            </span>
          }
          actions={
            <Go to="/office/desk" className="button">
              {t("one.all")}
            </Go>
          }
        >
          <Sorting of={of} />
          <div className="handling-columns">
            <div>
              <WordsBox of={of} />
              {of.can.answer ? <AnswerForm key={of.draft?.text ?? "new"} of={of} /> : null}
              {of.can.solve ? <SolveForm key={of.draft?.text ?? "new"} of={of} /> : null}
              {of.step === "approving" && of.draft ? <ToApprove of={of} /> : null}
              {of.answers.length > 0 ? (
                <section className="panel">
                  <h2>{t("answers.title")}</h2>
                  <Answers of={of.answers} />
                </section>
              ) : null}
              <Ratings of={of} />
              <Talk of={of} />
              <Notes of={of} />
            </div>
            <div>
              <AboutBox of={of} />
              {of.course && !of.can.answer && !of.can.solve ? (
                <section className="panel">
                  <h2>{t("one.handling")}</h2>
                  <CoursePanel id={of.course} compact />
                </section>
              ) : null}
              <Trace of={of} />
            </div>
          </div>
        </Page>
      )}
    </PageOf>
  )
}

function WordsBox({ of }: { of: Whole }): ReactNode {
  const t = useWords("handling")
  const say = useSay()
  return (
    <section className="panel">
      <p className="handling-text" lang="zh-CN">
        {of.text || t("one.no-text")}
      </p>
      <Photos of={of.photos} />
      {of.parts.length > 0 && of.can.unmerge ? (
        <p>
          <Go to={`/office/desk/duplicates?into=${of.id}`}>{t("one.unmerge", { count: of.parts.length })}</Go>
        </p>
      ) : null}
      {of.parts.map((p) => (
        <details key={p.id} className="handling-part">
          <summary>
            <Nth of={p.nth} /> {p.title}{" "}
            <span className="muted">
              {say.day(p.raisedOn)}
              {p.raiser ? ` · ${p.raiser}` : ""}
            </span>
          </summary>
          <p className="handling-text" lang="zh-CN">
            {p.text}
          </p>
          <Photos of={p.photos} />
        </details>
      ))}
    </section>
  )
}

/** What the head of the office is asked to approve; the step itself is in the course beside it. */
function ToApprove({ of }: { of: Whole }): ReactNode {
  const t = useWords("handling")
  if (!of.draft) return null
  return (
    <section className="panel handling-approve">
      <h2>{t("answer.to-approve", { name: of.draft.byName })}</h2>
      <p className="handling-answer-head">
        <span className="tag">
          {of.draft.outcome} {t(`outcome.${of.draft.outcome}`)}
        </span>
      </p>
      <p className="handling-text" lang="zh-CN">
        {of.draft.text}
      </p>
    </section>
  )
}

function Ratings({ of }: { of: Whole }): ReactNode {
  const t = useWords("handling")
  const say = useSay()
  const { count, solved, stars, words } = of.ratings
  if (count === 0 && words.length === 0) return null
  return (
    <section className="panel">
      <h2>{t("rating.title")}</h2>
      {count > 0 ? (
        <p>{t("rating.sums", { count, solved, stars: say.number(Math.round((10 * stars) / count) / 10) })}</p>
      ) : null}
      {words.length > 0 ? (
        <ul className="handling-said">
          {words.map((w) => (
            <li key={`${w.round}${w.words}`}>
              <span className="muted">{t(w.solved ? "rating.yes" : "rating.no")}</span> {w.words}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}

function Trace({ of }: { of: Whole }): ReactNode {
  const t = useWords("handling")
  const say = useSay()
  if (of.deeds.length === 0) return null
  return (
    <section className="panel">
      <h2>{t("trace.title")}</h2>
      <ol className="handling-trace">
        {of.deeds.map((d) => (
          <li key={`${d.on}${d.what}${d.because}`}>
            <b>{t(`trace.${d.what}`)}</b> <span className="muted">{d.byName}</span>
            {d.because ? <p lang="zh-CN">{d.because}</p> : null}
            <small className="muted">{say.day(d.on)}</small>
          </li>
        ))}
      </ol>
    </section>
  )
}
