import { Alert, Button, Tabs } from "antd"
import { type ReactNode, useState } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import type { Out } from "#kit/web/call.ts"
import { ConfirmButton } from "#kit/web/desk/ConfirmButton.tsx"
import { useFilter, useParam } from "#kit/web/nav.tsx"
import { Page, PageOf } from "#kit/web/Page.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { projectsGuide, projectsOne, projectsRecruit, projectsRun } from "../contract.ts"
import { CloseForm } from "./CloseForm.tsx"
import { MoneyPart } from "./MoneyPart.tsx"
import { PlanPart } from "./PlanPart.tsx"
import { ShiftsPart } from "./ShiftsPart.tsx"
import { StateTag } from "./StateTag.tsx"
import { SummaryPart } from "./SummaryPart.tsx"
import { useTell } from "./say.ts"
import { VolunteersPart } from "./VolunteersPart.tsx"

export type Project = Out<typeof projectsOne>

/** One project: its plan, its people, their shifts, its money, what it came to. */
export default function ProjectPage(): ReactNode {
  const t = useWords("projects")
  const asked = useAsk(projectsOne, { id: useParam("id") })
  return (
    <PageOf of={asked} title={t("one.title")}>
      {(project) => <Opened project={project} />}
    </PageOf>
  )
}

function Opened({ project: p }: { project: Project }): ReactNode {
  const t = useWords("projects")
  const tell = useTell()
  const [{ part = "plan" }, set] = useFilter()
  const waiting = p.volunteers.filter((v) => v.state === "applied").length
  return (
    <Page
      title={p.title}
      lead={
        <span className="project-lead">
          <StateTag of={p} />
          <span>{p.union.name}</span>
          <span>{tell.days(p.startsOn, p.endsOn)}</span>
        </span>
      }
      actions={<Deeds project={p} />}
    >
      {p.overdue ? (
        <Alert
          className="project-alert"
          type="warning"
          showIcon
          title={
            <>
              {t("one.overdue", {
                count: p.volunteers.filter((v) => v.state === "accepted" && !v.until).length,
              })}{" "}
              <ClauseLabel clause="3.10" />
            </>
          }
        />
      ) : null}
      {p.wants.map((w) => (
        <Alert
          key={w.because}
          className="project-alert"
          type="info"
          showIcon
          title={
            <>
              {w.because} {w.clause ? <ClauseLabel clause={w.clause} /> : null}
            </>
          }
          description={w.cure}
        />
      ))}
      <Tabs
        className="project-parts"
        activeKey={part}
        onChange={(to) => set({ part: to === "plan" ? undefined : to })}
        items={[
          { key: "plan", label: t("tab.plan"), children: <PlanPart project={p} /> },
          {
            key: "volunteers",
            label: waiting ? t("tab.volunteers-waiting", { waiting }) : t("tab.volunteers"),
            children: <VolunteersPart project={p} />,
          },
          { key: "shifts", label: t("tab.shifts"), children: <ShiftsPart project={p} /> },
          { key: "money", label: t("tab.money"), children: <MoneyPart project={p} /> },
          { key: "summary", label: t("tab.summary"), children: <SummaryPart project={p} /> },
        ]}
      />
    </Page>
  )
}

function Deeds({ project: p }: { project: Project }): ReactNode {
  const t = useWords("projects")
  const [closing, setClosing] = useState(false)
  const guide = useDo(projectsGuide, { done: t("one.guided") })
  const recruit = useDo(projectsRecruit, { done: t("one.recruiting") })
  const run = useDo(projectsRun, { done: t("one.running") })
  const primary = { type: "primary" } as const
  return (
    <>
      {p.can.guide ? (
        <ConfirmButton
          {...primary}
          ask={t("one.guide-ask")}
          loading={guide.busy}
          onConfirm={() => guide.run({ id: p.id })}
        >
          {t("one.guide")}
        </ConfirmButton>
      ) : null}
      {p.can.recruit ? (
        <ConfirmButton
          {...primary}
          ask={t("one.recruit-ask")}
          detail={t("one.recruit-more")}
          loading={recruit.busy}
          onConfirm={() => recruit.run({ id: p.id })}
        >
          {t("one.recruit")}
        </ConfirmButton>
      ) : null}
      {p.can.run ? (
        <ConfirmButton
          {...primary}
          ask={t("one.run-ask")}
          loading={run.busy}
          onConfirm={() => run.run({ id: p.id })}
        >
          {t("one.run")}
        </ConfirmButton>
      ) : null}
      {p.can.close ? (
        <Button danger={p.overdue} onClick={() => setClosing(true)}>
          {t(p.status === "draft" ? "close.cancel-draft" : "close.go")}
        </Button>
      ) : null}
      {closing ? <CloseForm project={p} onClose={() => setClosing(false)} /> : null}
    </>
  )
}
