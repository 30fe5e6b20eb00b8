import { Button } from "antd"
import type { ReactNode } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { Go, useGo, useParam } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { CoursePanel } from "#modules/courses/screens/forms.ts"
import { one } from "../contract.ts"
import { Cancel } from "./Cancel.tsx"
import { CloseIt } from "./CloseIt.tsx"
import { Content } from "./Content.tsx"
import { Goods } from "./Goods.tsx"
import { Major } from "./Major.tsx"
import { Spending } from "./Spending.tsx"
import { Summary } from "./Summary.tsx"
import { LeadTag, StatusTag } from "./tags.tsx"
import { Versions } from "./Versions.tsx"
import "./approvals.css"
import "./request.css"

export type Request = Out<typeof one>

/** One request: what is asked, where it stands, what changed, and what came of it. */
export default function RequestPage(): ReactNode {
  const id = useParam("id")
  return (
    <Answer of={useAsk(one, { id })} rows={10}>
      {(request) => <Shown request={request} />}
    </Answer>
  )
}

function Shown({ request: r }: { request: Request }): ReactNode {
  const t = useWords("approvals")
  const go = useGo()
  return (
    <Page
      title={r.title}
      lead={
        <span className="approvals-lead">
          <span lang="zh-CN">{r.kindTitle}</span> <ClauseLabel clause={r.clause} /> <StatusTag request={r} />{" "}
          <LeadTag request={r} />
          {r.version > 1 ? <span className="tag">{t("version.is", { number: r.version })}</span> : null}
        </span>
      }
      actions={
        <>
          {r.can.amend ? (
            <Button onClick={() => go(`/office/requests/${r.id}/change`)}>{t("page.change")}</Button>
          ) : null}
          <Button href={`/api/approvals/form/${r.id}.docx`}>{t("page.docx")}</Button>
          <Button href={`/api/approvals/form/${r.id}.pdf`}>{t("page.pdf")}</Button>
          {r.can.cancel ? <Cancel id={r.id} title={r.title} /> : null}
        </>
      }
    >
      <div className="approvals-page">
        <div className="approvals-main">
          <Asked request={r} />
          <Content request={r} />
          <Spending request={r} />
          <Goods request={r} />
          <Summary request={r} />
          <CloseIt request={r} />
          <Versions request={r} />
        </div>
        <aside className="approvals-side" aria-label={t("page.side")}>
          <section className="panel">
            <h2>{t("page.course")}</h2>
            <CoursePanel id={r.id} />
          </section>
          <Major request={r} />
        </aside>
      </div>
    </Page>
  )
}

/** By whom, for when, how early. */
function Asked({ request: r }: { request: Request }): ReactNode {
  const t = useWords("approvals")
  const say = useSay()
  return (
    <section className="panel">
      <dl className="facts">
        <dt>{t("column.union")}</dt>
        <dd>
          <Go to={`/office/requests?union=${encodeURIComponent(r.unionId)}`}>{r.union}</Go>
        </dd>
        <dt>{t("column.applicant")}</dt>
        <dd>{t("page.applicant", { name: r.applicant, title: r.applicantTitle })}</dd>
        <dt>{t("column.filed")}</dt>
        <dd>{say.day(r.filedOn)}</dd>
        <dt lang="zh-CN">{r.onLabel}</dt>
        <dd>
          {say.day(r.on)}
          {t("page.early", {
            words: t(r.standing === "after" ? "page.early-after" : "page.early-is", {
              lead: r.lead,
              asked: r.asked,
            }),
          })}
        </dd>
        {r.cancelledBecause ? (
          <>
            <dt>{t("page.cancelled")}</dt>
            <dd>{r.cancelledBecause}</dd>
          </>
        ) : null}
        {r.closedOn && !r.cancelled ? (
          <>
            <dt>{t("page.closed")}</dt>
            <dd>{t("page.closed-by", { day: say.day(r.closedOn), by: r.closedBy ?? "" })}</dd>
          </>
        ) : null}
      </dl>
    </section>
  )
}
