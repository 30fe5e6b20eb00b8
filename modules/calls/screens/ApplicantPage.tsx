import type { ReactNode } from "react"
import { useSay } from "#kit/web/days.ts"
import { Go, useParam } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { CoursePanel } from "#modules/courses/screens/forms.ts"
import { applicantOne } from "../contract.ts"
import { Conditions, usePost } from "./Parts.tsx"
import "./desk.css"

/** One application as it was handed in, with the judgement it was accepted under. */
export default function ApplicantPage(): ReactNode {
  const t = useWords("calls")
  const say = useSay()
  const post = usePost()
  const id = useParam("id")
  return (
    <Answer of={useAsk(applicantOne, { id })} rows={8}>
      {(a) => (
        <Page
          title={t("applicant.title", { name: a.name })}
          lead={<Go to={`/office/calls/${a.callId}`}>{`${a.unionName} · ${a.callTitle}`}</Go>}
          narrow
        >
          <section className="panel">
            <dl className="facts">
              <dt>{t("call.post")}</dt>
              <dd>{post({ kind: a.postKind, department: a.department })}</dd>
              <dt>{t("applicants.class")}</dt>
              <dd>
                {a.faculty} {a.className} {t("grade", { grade: a.grade })} {t(`level.${a.level}`)}
              </dd>
              <dt>{t("apply.source")}</dt>
              <dd>
                {t(`source.${a.source}`)} {a.sourceNote}
                <br />
                <span className="muted">
                  {a.sourceOnRecord
                    ? t("mine.on-record", { post: a.sourceOnRecord })
                    : a.source.endsWith("union")
                      ? t("applicant.not-on-record")
                      : null}
                </span>
              </dd>
              <dt>{t("desk.status")}</dt>
              <dd>
                {t(`application.${a.status}`)}{" "}
                <span className="muted">
                  {t(a.changedOn === a.submittedOn ? "mine.submitted" : "mine.changed", {
                    day: say.day(a.submittedOn),
                    changed: say.day(a.changedOn),
                  })}
                </span>
              </dd>
            </dl>
          </section>
          {a.courseId ? (
            <section className="panel">
              <CoursePanel id={a.courseId} />
            </section>
          ) : null}
          <section className="panel">
            <h2>{t("applicant.conditions")}</h2>
            {a.conditions ? (
              <Conditions of={a.conditions} />
            ) : (
              <p className="muted">{t("applicant.conditions-hidden")}</p>
            )}
          </section>
          <section className="panel">
            <h2>{t("apply.statement")}</h2>
            <p className="calls-text" lang="zh-CN">
              {a.statement}
            </p>
            {a.achievements ? (
              <>
                <h3>{t("applicant.achievements")}</h3>
                <p className="calls-text" lang="zh-CN">
                  {a.achievements}
                </p>
              </>
            ) : null}
            <p className="muted calls-version">
              {t("applicant.version")} <code>{a.version}</code>
            </p>
          </section>
        </Page>
      )}
    </Answer>
  )
}
