import { EditOutlined, FileAddOutlined, FileWordOutlined, GlobalOutlined } from "@ant-design/icons"
import { Button } from "antd"
import { type ReactNode, useState } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import { Go, useGo } from "#kit/web/nav.tsx"
import { useSpans } from "#kit/web/spans.ts"
import { useWords } from "#kit/web/words.ts"
import type { Activity } from "./ActivityPage.tsx"
import { PlanForm } from "./PlanForm.tsx"
import { useAudience } from "./say.ts"

/** The plan as it stands. */
export function PlanPart({ of: a }: { of: Activity }): ReactNode {
  const t = useWords("activities")
  const spans = useSpans()
  const audience = useAudience()
  const [editing, setEditing] = useState(false)
  const go = useGo()
  return (
    <section className="panel">
      <div className="activity-bar">
        {a.can.prepare ? (
          <Button icon={<EditOutlined />} onClick={() => setEditing(true)}>
            {t("plan.edit")}
          </Button>
        ) : null}
        <Button icon={<FileWordOutlined />} href={`/api/activities/${a.id}/sign-in.docx`}>
          {t("people.sheet")}
        </Button>
        {a.phase === "draft" ? null : (
          <Button icon={<GlobalOutlined />} onClick={() => go(`/activities/${a.id}`)}>
            {t("plan.public")}
          </Button>
        )}
      </div>
      <p className="activity-purpose">{a.purpose}</p>
      <dl className="facts">
        <dt>{t("plan.who")}</dt>
        <dd>{audience(a.audience, a.union.name)}</dd>
        <dt>{t("plan.signs")}</dt>
        <dd>
          {a.opensAt
            ? t("plan.signing-from", {
                from: spans.at(a.opensAt),
                to: spans.at(a.closesAt ?? a.startsAt),
              })
            : t("plan.no-signing")}
        </dd>
        {a.opensAt ? (
          <>
            <dt>{t("plan.places")}</dt>
            <dd>{a.places === null ? t("plan.no-limit") : t("people-count", { count: a.places })}</dd>
            <dt>{t("plan.sign-off")}</dt>
            <dd>{spans.at(a.signOffUntil ?? a.startsAt)}</dd>
          </>
        ) : null}
        <dt>{t("plan.counts")}</dt>
        <dd>
          {t("plan.counts-from", { minutes: a.early })}
          {t(a.walkIns ? "plan.walks" : "plan.no-walks")}
        </dd>
        <dt>
          {t("plan.ground")} <ClauseLabel clause="2.5" />
        </dt>
        <dd>
          {[...a.classes.map((c) => c.replace("/", " ")), ...a.societies].join(t("comma")) || t("plan.none")}
        </dd>
        <dt>
          {t("plan.request")} <ClauseLabel clause="10.4" />
        </dt>
        <dd>
          <Review of={a} />
        </dd>
        {a.project ? (
          <>
            <dt>{t("plan.project")}</dt>
            <dd>
              <Go to={`/office/projects/${a.project.id}`}>{a.project.title}</Go>
            </dd>
          </>
        ) : null}
        <dt>{t("plan.by")}</dt>
        <dd>{a.by}</dd>
      </dl>
      {editing ? <PlanForm hosts={[a.union]} activity={a} onClose={() => setEditing(false)} /> : null}
    </section>
  )
}

function Review({ of: a }: { of: Activity }): ReactNode {
  const t = useWords("activities")
  const go = useGo()
  if (a.request)
    return (
      <span className="activity-review">
        <Go to={a.request.href}>{a.request.title}</Go>
        <span className="tag">{t(`review.${a.request.status}`)}</span>
      </span>
    )
  const asking = new URLSearchParams({ kind: "activity", title: a.title, for: a.id, union: a.union.id })
  return (
    <span className="activity-review">
      {t("plan.review-none")}
      {a.can.prepare && a.phase === "draft" ? (
        <Button icon={<FileAddOutlined />} onClick={() => go(`/office/requests/new?${asking}`)}>
          {t("plan.ask")}
        </Button>
      ) : null}
    </span>
  )
}
