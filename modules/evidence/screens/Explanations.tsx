import { Button } from "antd"
import { type ReactNode, useState } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import { useSay } from "#kit/web/days.ts"
import { ConfirmButton } from "#kit/web/desk/ConfirmButton.tsx"
import { Go } from "#kit/web/nav.tsx"
import { Empty } from "#kit/web/states.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { evidenceDecide } from "../contract.ts"
import type { Evidence } from "./EvidencePage.tsx"
import { ReasonForm } from "./ReasonForm.tsx"

type Explanation = Evidence["explanations"][number]

/** Reasons on file; those who may decide approve or refuse them here. */
export function Explanations({ unionId, evidence }: { unionId: string; evidence: Evidence }): ReactNode {
  const t = useWords("evidence")
  const [refusing, setRefusing] = useState<Explanation>()
  const approve = useDo(evidenceDecide, { done: t("decide.approved") })
  const refuse = useDo(evidenceDecide, { quiet: true, done: t("decide.refused") })
  if (evidence.explanations.length === 0)
    return (
      <Empty title={t("explanations.none")}>
        <p>{t("explanations.none-more")}</p>
        <Go to={`/office/findings?union=${encodeURIComponent(unionId)}&open=1`} className="button">
          {t("explanations.find")}
        </Go>
      </Empty>
    )
  return (
    <>
      <ul className="evidence-list">
        {evidence.explanations.map((e) => (
          <li key={e.id}>
            <Shown explanation={e} />
            {e.can.decide ? (
              <span className="evidence-row">
                <ConfirmButton
                  type="primary"
                  size="small"
                  ask={t("decide.ask")}
                  detail={t("decide.detail")}
                  onConfirm={() => approve.run({ id: e.id, approve: true })}
                >
                  {t("decide.approve")}
                </ConfirmButton>
                <Button size="small" onClick={() => setRefusing(e)}>
                  {t("decide.refuse")}
                </Button>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {refusing ? (
        <ReasonForm
          title={t("decide.refuse-title")}
          lead={refusing.reason}
          label={t("decide.because")}
          go={t("decide.refuse")}
          busy={refuse.busy}
          refused={refuse.refused}
          onClose={() => {
            refuse.forget()
            setRefusing(undefined)
          }}
          onGo={async (because) => {
            if (await refuse.run({ id: refusing.id, approve: false, because })) setRefusing(undefined)
          }}
        />
      ) : null}
    </>
  )
}

function Shown({ explanation: e }: { explanation: Explanation }): ReactNode {
  const t = useWords("evidence")
  const say = useSay()
  const state = e.decided ? (e.approved ? "approved" : "refused") : "waiting"
  return (
    <div className="evidence-entry">
      <p className="evidence-what">
        <Go to={`/office/findings/${encodeURIComponent(e.unionId)}/${e.clause}`}>
          <ClauseLabel clause={e.clause} />
        </Go>{" "}
        {e.subject ? <span className="tag">{e.subject}</span> : null}{" "}
        <span className={`tag evidence-${state}`}>{t(`state.${state}`)}</span>
      </p>
      <p className="evidence-reason" lang="zh-CN">
        {e.reason}
      </p>
      <p className="evidence-small">
        <span>
          {e.until
            ? t("explanations.span", { from: say.day(e.from), until: say.day(e.until) })
            : t("explanations.since", { from: say.day(e.from) })}
        </span>
        <span>{t("explanations.by", { by: e.by, time: say.recorded(e.at) })}</span>
        {e.document ? <span>{t("attestations.document", { name: e.document.name })}</span> : null}
      </p>
      {e.decided ? (
        <p className="evidence-small">
          <span>{t(`decide.${state}-by`, { by: e.decided.by, time: say.recorded(e.decided.at) })}</span>
          {e.decided.refusedBecause ? <span lang="zh-CN">{e.decided.refusedBecause}</span> : null}
        </p>
      ) : null}
    </div>
  )
}
