import { CloseCircleOutlined, QrcodeOutlined } from "@ant-design/icons"
import { Alert, Button, Tabs } from "antd"
import { type ReactNode, useState } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import type { Out } from "#kit/web/call.ts"
import { ConfirmButton } from "#kit/web/desk/ConfirmButton.tsx"
import { ReasonForm } from "#kit/web/desk/ReasonForm.tsx"
import { useFilter, useGo, useParam } from "#kit/web/nav.tsx"
import { Page, PageOf } from "#kit/web/Page.tsx"
import { useSpans } from "#kit/web/spans.ts"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { cancel, one, open } from "../contract.ts"
import { ImportPart } from "./ImportPart.tsx"
import { PeoplePart } from "./PeoplePart.tsx"
import { PhaseTag } from "./PhaseTag.tsx"
import { PlanPart } from "./PlanPart.tsx"
import { RatingPart } from "./RatingPart.tsx"
import { ReachPart } from "./ReachPart.tsx"
import "./activities.css"

export type Activity = Out<typeof one>

/** One activity: its plan, who signed up and came, whom it reached, how it was found. */
export default function ActivityPage(): ReactNode {
  const t = useWords("activities")
  const asked = useAsk(one, { id: useParam("id") })
  return (
    <PageOf of={asked} title={t("one.title")}>
      {(activity) => <Opened of={activity} />}
    </PageOf>
  )
}

function Opened({ of: a }: { of: Activity }): ReactNode {
  const t = useWords("activities")
  const spans = useSpans()
  const [{ part = "plan" }, set] = useFilter()
  const begun = a.phase === "running" || a.phase === "held"
  return (
    <Page
      title={a.title}
      lead={
        <span className="activity-lead">
          <PhaseTag of={a} />
          <span>{a.union.name}</span>
          <span>{spans.span(a.startsAt, a.endsAt)}</span>
          <span>{a.place}</span>
        </span>
      }
      actions={<Deeds of={a} />}
    >
      {a.cancelledBecause ? (
        <Alert
          className="activity-alert"
          type="warning"
          showIcon
          title={t("one.cancelled", { because: a.cancelledBecause })}
        />
      ) : null}
      {a.wants.map((w) => (
        <Alert
          key={w.because}
          className="activity-alert"
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
      {a.phase === "held" && a.approvedOn === null ? (
        <Alert
          className="activity-alert"
          type="warning"
          showIcon
          title={
            <>
              {t("one.unreviewed")} <ClauseLabel clause="7.3" />
            </>
          }
        />
      ) : null}
      <Tabs
        className="activity-parts"
        activeKey={part}
        onChange={(to) => set({ part: to === "plan" ? undefined : to, page: undefined, standing: undefined })}
        items={[
          { key: "plan", label: t("tab.plan"), children: <PlanPart of={a} /> },
          { key: "people", label: t("tab.people"), children: <PeoplePart of={a} /> },
          { key: "reach", label: t("tab.reach"), children: <ReachPart of={a} /> },
          { key: "rating", label: t("tab.rating"), children: <RatingPart of={a} /> },
          ...(begun && a.can.correct
            ? [{ key: "import", label: t("tab.import"), children: <ImportPart of={a} /> }]
            : []),
        ]}
      />
    </Page>
  )
}

function Deeds({ of: a }: { of: Activity }): ReactNode {
  const t = useWords("activities")
  const go = useGo()
  const [cancelling, setCancelling] = useState(false)
  const opening = useDo(open, { done: t("one.opened") })
  const off = useDo(cancel, { quiet: true, done: t("one.cancel-done") })
  const past = Date.parse(a.endsAt) < Date.now()
  return (
    <>
      {a.can.open ? (
        <ConfirmButton
          type="primary"
          ask={t("one.open-ask")}
          detail={t(a.request?.status === "passed" ? "one.open-more" : "one.open-unreviewed")}
          danger={past && a.request?.status !== "passed"}
          loading={opening.busy}
          onConfirm={() => opening.run({ id: a.id })}
        >
          {t(a.request?.status === "passed" ? "one.open" : "one.record")}
        </ConfirmButton>
      ) : null}
      {a.can.keep && a.phase !== "held" ? (
        <Button
          type="primary"
          icon={<QrcodeOutlined />}
          onClick={() => go(`/office/activities/${a.id}/code`)}
        >
          {t("one.code")}
        </Button>
      ) : null}
      {a.can.cancel ? (
        <Button icon={<CloseCircleOutlined />} onClick={() => setCancelling(true)}>
          {t("one.cancel")}
        </Button>
      ) : null}
      {cancelling ? (
        <ReasonForm
          label={t("because")}
          needed={t("because-needed")}
          title={t("one.cancel-title")}
          lead={t("one.cancel-lead")}
          go={t("one.cancel")}
          danger
          busy={off.busy}
          refused={off.refused}
          onGo={async (because) => {
            if (await off.run({ id: a.id, because })) setCancelling(false)
          }}
          onClose={() => setCancelling(false)}
        />
      ) : null}
    </>
  )
}
