import { Alert, Button, Tabs } from "antd"
import { type ReactNode, useState } from "react"
import type { Out } from "#kit/web/call.ts"
import { ConfirmButton } from "#kit/web/desk/ConfirmButton.tsx"
import { Go, useFilter, useParam } from "#kit/web/nav.tsx"
import { Page, PageOf } from "#kit/web/Page.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { announce, close, one, publish } from "../contract.ts"
import { CancelForm } from "./CancelForm.tsx"
import { HeardPart } from "./HeardPart.tsx"
import { MinutesPart } from "./MinutesPart.tsx"
import { PhaseTag } from "./PhaseTag.tsx"
import { PlanForm } from "./PlanForm.tsx"
import { PlanPart } from "./PlanPart.tsx"
import { QuestionsPart } from "./QuestionsPart.tsx"
import { ResultsPart } from "./ResultsPart.tsx"
import { useTell } from "./say.ts"
import "./listening.css"

export type One = Out<typeof one>

/** One of them: its plan, its record or questionnaire, what was heard and what came of it. */
export default function ListeningPage(): ReactNode {
  const t = useWords("listening")
  const asked = useAsk(one, { id: useParam("id") })
  return (
    <PageOf of={asked} title={t("room")}>
      {(of) => <Opened of={of} />}
    </PageOf>
  )
}

function Opened({ of }: { of: One }): ReactNode {
  const t = useWords("listening")
  const tell = useTell()
  const [{ part }, set] = useFilter()
  const waiting = of.heard.filter((h) => h.need === null).length
  const heard = {
    key: "heard",
    label: waiting > 0 ? t("tab.heard-waiting", { waiting }) : t("tab.heard"),
    children: <HeardPart of={of} />,
  }
  const plan = { key: "plan", label: t("tab.plan"), children: <PlanPart of={of} /> }
  const items = of.survey
    ? [
        plan,
        {
          key: "questions",
          label: t("tab.questions"),
          children: <QuestionsPart of={of} survey={of.survey} />,
        },
        { key: "results", label: t("tab.results"), children: <ResultsPart of={of} survey={of.survey} /> },
        heard,
      ]
    : [plan, { key: "minutes", label: t("tab.minutes"), children: <MinutesPart of={of} /> }, heard]
  return (
    <Page
      title={of.title}
      lead={
        <span className="listening-lead">
          <PhaseTag of={of} />
          <span>{t(`kind.${of.kind}`)}</span>
          <span>{of.union.name}</span>
          <span>{tell.when(of)}</span>
        </span>
      }
      actions={<Deeds of={of} />}
    >
      {of.phase === "cancelled" ? (
        <Alert
          className="listening-alert"
          type="info"
          showIcon
          title={t("one.cancelled", { because: of.because ?? "" })}
        />
      ) : null}
      {of.phase === "over" ? (
        <Alert className="listening-alert" type="warning" showIcon title={t("one.over")} />
      ) : null}
      <Tabs
        activeKey={items.some((i) => i.key === part) ? part! : "plan"}
        onChange={(to) => set({ part: to === "plan" ? undefined : to })}
        items={items}
      />
    </Page>
  )
}

function Deeds({ of }: { of: One }): ReactNode {
  const t = useWords("listening")
  const [doing, setDoing] = useState<"change" | "cancel">()
  const announcing = useDo(announce, { done: t("one.announced") })
  const closing = useDo(close, { done: t("one.closed") })
  const publishing = useDo(publish, { done: t("one.published") })
  const { id, can } = of
  return (
    <>
      {can.announce ? (
        <ConfirmButton
          type="primary"
          ask={t("one.announce-ask")}
          detail={t("one.announce-more")}
          loading={announcing.busy}
          onConfirm={() => announcing.run({ id })}
        >
          {t("one.announce")}
        </ConfirmButton>
      ) : null}
      {can.publish ? (
        <ConfirmButton
          type="primary"
          ask={t("one.publish-ask")}
          detail={t("one.publish-more")}
          loading={publishing.busy}
          onConfirm={() => publishing.run({ id })}
        >
          {t("one.publish")}
        </ConfirmButton>
      ) : null}
      {can.close ? (
        <ConfirmButton ask={t("one.close-ask")} loading={closing.busy} onConfirm={() => closing.run({ id })}>
          {t("one.close")}
        </ConfirmButton>
      ) : null}
      {of.kind === "survey" && (of.phase === "coming" || of.phase === "open") ? (
        <Go to={`/office/listening/${id}/poster`} className="button">
          {t("poster.title")}
        </Go>
      ) : null}
      {can.change ? <Button onClick={() => setDoing("change")}>{t("plan.change")}</Button> : null}
      {can.cancel ? (
        <Button danger onClick={() => setDoing("cancel")}>
          {t("cancel.title")}
        </Button>
      ) : null}
      {doing === "change" ? (
        <PlanForm
          of={{ hosts: [], faculties: of.known.faculties, grades: of.known.grades }}
          before={of}
          onClose={() => setDoing(undefined)}
        />
      ) : null}
      {doing === "cancel" ? <CancelForm id={id} onClose={() => setDoing(undefined)} /> : null}
    </>
  )
}
