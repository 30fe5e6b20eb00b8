import { EditOutlined, FileAddOutlined } from "@ant-design/icons"
import { Button, Select } from "antd"
import { type ReactNode, useState } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import { Go, useGo } from "#kit/web/nav.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { projectsLink, projectsList } from "../contract.ts"
import { PlanForm } from "./PlanForm.tsx"
import type { Project } from "./ProjectPage.tsx"
import { useTell } from "./say.ts"

/** What was planned, on what it is built, and the way it has come. */
export function PlanPart({ project: p }: { project: Project }): ReactNode {
  const t = useWords("projects")
  const tell = useTell()
  const [editing, setEditing] = useState(false)
  const hosts = useAsk(projectsList, {}, { when: editing }).data?.hosts
  return (
    <>
      <section className="panel">
        <div className="project-head">
          <h2>{t("tab.plan")}</h2>
          {p.can.prepare ? (
            <Button icon={<EditOutlined />} onClick={() => setEditing(true)}>
              {t("plan.edit")}
            </Button>
          ) : null}
        </div>
        <p className="project-purpose">{p.purpose}</p>
        <dl className="facts">
          <dt>{t("plan.reach")}</dt>
          <dd>
            {t(p.reach === "school" ? "plan.reach-school" : "plan.reach-own")}
            {p.guide ? (
              <span className="project-guide">
                {t(p.guide.agreedBy ? "plan.guided-by" : "plan.guide-waits", {
                  department: p.guide.department,
                  by: p.guide.agreedBy ?? "",
                })}{" "}
                <ClauseLabel clause="2.4" />
              </span>
            ) : null}
          </dd>
          <dt>
            {t("plan.ground")} <ClauseLabel clause="2.5" />
          </dt>
          <dd>
            <Names of={p.classes.map((c) => c.replace("/", " "))} none={t("plan.no-classes")} />
            <Names of={p.societies} none={t("plan.no-societies")} />
          </dd>
          <dt>{t("plan.volunteers")}</dt>
          <dd>
            {p.wanted > 0
              ? t("plan.volunteers-of", { count: p.wanted, how: t(`plan.${p.admits}`) })
              : t("list.no-volunteers")}
            {p.callUntil ? ` ${t("plan.call-ends", { day: tell.day(p.callUntil) })}` : null}
          </dd>
          <dt>{t("plan.budget-label")}</dt>
          <dd>{tell.yuan(p.budget)}</dd>
          <dt>{t("plan.review")}</dt>
          <dd>
            <Review project={p} />
          </dd>
        </dl>
      </section>
      {p.moves.length > 0 ? (
        <section className="panel">
          <h2>{t("moves.title")}</h2>
          <ul className="project-moves">
            {p.moves.map((m) => (
              <li key={m.at + m.move}>
                <b>{t(`moves.${m.move}`)}</b>
                <span>
                  {m.capacity} {m.by}
                </span>
                <span className="muted">{tell.time(m.at)}</span>
                {m.because ? <p>{m.because}</p> : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {editing && hosts ? <PlanForm hosts={hosts} project={p} onClose={() => setEditing(false)} /> : null}
    </>
  )
}

const shownNames = 8

function Names({ of, none }: { of: readonly string[]; none: string }): ReactNode {
  const t = useWords("projects")
  if (of.length === 0) return <p className="muted project-names">{none}</p>
  return (
    <p className="project-names">
      {of.slice(0, shownNames).map((name) => (
        <span key={name} className="tag">
          {name}
        </span>
      ))}
      {of.length > shownNames ? (
        <span className="muted">{t("plan.and-more", { count: of.length - shownNames })}</span>
      ) : null}
    </p>
  )
}

/** The review of the activity (10.4), linked by its course. */
function Review({ project: p }: { project: Project }): ReactNode {
  const t = useWords("projects")
  const go = useGo()
  const { run, busy } = useDo(projectsLink, { done: t("plan.linked") })
  if (!p.activity) return t("plan.no-review")
  if (p.request)
    return (
      <>
        <Go to={p.request.href}>{p.request.title}</Go> {t(`review.${p.request.status}`)}
      </>
    )
  const asking = new URLSearchParams({ kind: "activity", title: p.title, for: p.id, union: p.union.id })
  return (
    <>
      <span>
        {t("plan.review-none")} <ClauseLabel clause="10.4" />
      </span>
      {p.can.prepare ? (
        <p className="project-ask">
          <Button icon={<FileAddOutlined />} onClick={() => go(`/office/requests/new?${asking}`)}>
            {t("plan.ask")}
          </Button>
        </p>
      ) : null}
      {p.can.prepare && p.requests.length > 0 ? (
        <Select
          className="project-link"
          aria-label={t("plan.link")}
          placeholder={t("plan.link")}
          loading={busy}
          onChange={(requestId: string) => void run({ id: p.id, requestId })}
          options={p.requests.map((r) => ({ value: r.id, label: r.title }))}
        />
      ) : null}
    </>
  )
}
