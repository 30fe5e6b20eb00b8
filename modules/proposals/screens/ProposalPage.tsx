import type { ReactNode } from "react"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { Go, useParam } from "#kit/web/nav.tsx"
import { Page, PageOf } from "#kit/web/Page.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { AssemblyNav } from "#modules/assembly/screens/forms.ts"
import { CoursePanel } from "#modules/courses/screens/forms.ts"
import { one } from "../contract.ts"
import { AnswerBox } from "./AnswerBox.tsx"
import { AnswerForm } from "./AnswerForm.tsx"
import { Review } from "./Review.tsx"
import { Nth, StateTag } from "./StateTag.tsx"
import { Trace } from "./Trace.tsx"
import { ThreeParts } from "./Words.tsx"
import "./proposals.css"

export type Whole = Out<typeof one>

/** One proposal at a desk: its words, what can be done, who brings it, the handling, the trace. */
export default function ProposalPage(): ReactNode {
  const t = useWords("proposals")
  const id = useParam("proposal")
  const asked = useAsk(one, { id })
  return (
    <PageOf of={asked} title={t("own.title")}>
      {(of) => (
        <Page
          title={of.title}
          lead={
            <span className="proposal-lead">
              <Nth of={of.nth} /> <StateTag of={of} /> {of.category}
              {t("page.field", { field: of.field })}
            </span>
          }
          actions={
            <Go to={`/office/proposals/${of.assembly.id}`} className="button">
              {t("page.all")}
            </Go>
          }
        >
          <AssemblyNav id={of.assembly.id} now="proposals" />
          <Review of={of} />
          {of.draft && of.step === "approving" ? <ToApprove of={of} /> : null}
          {of.can.answer ? <AnswerForm key={of.draft?.at ?? "new"} of={of} /> : null}
          <div className="proposal-columns">
            <div>
              <section className="panel">
                <ThreeParts of={of} />
              </section>
              {of.merged.length > 0 ? <Merged of={of} /> : null}
              {of.answer ? <Answered of={of} /> : null}
            </div>
            <div>
              <About of={of} />
              {of.course && !of.can.answer ? (
                <section className="panel">
                  <h2>{t("page.handling")}</h2>
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

/** What the head of the office is asked to approve. */
function ToApprove({ of }: { of: Whole }): ReactNode {
  const t = useWords("proposals")
  if (!of.draft) return null
  return (
    <section className="panel proposal-answering">
      <h2>{t("answer.to-approve", { name: of.draft.byName })}</h2>
      <AnswerBox
        of={{
          office: of.office?.unit ?? of.office?.name ?? null,
          outcome: of.draft.outcome,
          text: of.draft.text,
          on: null,
          rating: null,
        }}
      />
    </section>
  )
}

function About({ of }: { of: Whole }): ReactNode {
  const t = useWords("proposals")
  const say = useSay()
  const joined = of.signers.filter((s) => s.state === "accepted").map((s) => s.name)
  return (
    <section className="panel">
      <h2>{t("page.about")}</h2>
      <dl className="facts">
        <dt>{t("field.by")}</dt>
        <dd>
          {of.author.name} <span className="muted">{of.author.delegation}</span>
        </dd>
        <dt>{t("field.kind")}</dt>
        <dd>{t(`kind.${of.kind}`)}</dd>
        {joined.length > 0 ? (
          <>
            <dt>{t("signers.title")}</dt>
            <dd>{joined.join("、")}</dd>
          </>
        ) : null}
        {of.submittedOn ? (
          <>
            <dt>{t("page.submitted")}</dt>
            <dd>
              {say.day(of.submittedOn)}
              {of.versions > 1 ? (
                <span className="muted"> {t("page.versions", { count: of.versions })}</span>
              ) : null}
            </dd>
          </>
        ) : null}
        {of.source ? (
          <>
            <dt>{t("page.source")}</dt>
            <dd>{of.source}</dd>
          </>
        ) : null}
        {of.office ? (
          <>
            <dt>{t("field.office")}</dt>
            <dd>
              {of.office.name}
              {of.office.unit ? t("page.unit", { unit: of.office.unit }) : ""}
              {of.due ? <span className="muted"> {t("own.due", { day: say.day(of.due) })}</span> : null}
            </dd>
          </>
        ) : null}
        {of.because ? (
          <>
            <dt>{t("decide.because")}</dt>
            <dd lang="zh-CN">{of.because}</dd>
          </>
        ) : null}
        {of.mergedInto ? (
          <>
            <dt>{t("merge.into-short")}</dt>
            <dd>
              <Go to={`/office/proposals/one/${of.mergedInto.id}`}>
                <Nth of={of.mergedInto.nth} /> {of.mergedInto.title}
              </Go>
            </dd>
          </>
        ) : null}
      </dl>
    </section>
  )
}

function Merged({ of }: { of: Whole }): ReactNode {
  const t = useWords("proposals")
  return (
    <section className="panel">
      <h2>{t("page.merged", { count: of.merged.length })}</h2>
      {of.merged.map((m) => (
        <details key={m.id} className="proposal-merged">
          <summary>
            <Nth of={m.nth} /> {m.title} <span className="muted">{m.proposers.join("、")}</span>
          </summary>
          <p className="proposal-text">{m.problem}</p>
          <p className="proposal-text">{m.suggestion}</p>
          <Go to={`/office/proposals/one/${m.id}`}>{t("page.whole")}</Go>
        </details>
      ))}
    </section>
  )
}

function Answered({ of }: { of: Whole }): ReactNode {
  const t = useWords("proposals")
  const said = of.ratings.find((r) => r.of === of.answers)
  return (
    <section className="panel">
      <h2>{t(of.answers > 1 ? "answer.second" : "answer.title")}</h2>
      <AnswerBox
        of={{
          office: of.office?.unit ?? of.office?.name ?? null,
          outcome: of.answer?.outcome ?? null,
          text: of.answer?.text ?? "",
          on: of.answeredOn,
          rating: said?.rating ?? null,
        }}
      />
      {of.ratings
        .filter((r) => r.because)
        .map((r) => (
          <p key={r.of} className="muted">
            {t("answer.said", { nth: r.of, rating: t(`rating.${r.rating}`), because: r.because })}
          </p>
        ))}
    </section>
  )
}
