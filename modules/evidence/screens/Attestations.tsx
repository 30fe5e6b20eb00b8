import { Button } from "antd"
import { type ReactNode, useState } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import { useSay } from "#kit/web/days.ts"
import { Empty } from "#kit/web/states.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { evidenceRetract } from "../contract.ts"
import type { Evidence } from "./EvidencePage.tsx"
import { ReasonForm } from "./ReasonForm.tsx"
import { useValue } from "./value.ts"

type Attestation = Evidence["attestations"][number]

/** What was vouched for; a withdrawn one stays to be read, struck out and with the reason. */
export function Attestations({ evidence }: { evidence: Evidence }): ReactNode {
  const t = useWords("evidence")
  const [leaving, setLeaving] = useState<Attestation>()
  const retract = useDo(evidenceRetract, { quiet: true, done: t("retract.done") })
  if (evidence.attestations.length === 0)
    return (
      <Empty title={t("attestations.none")}>
        <p>{t("attestations.none-more")}</p>
      </Empty>
    )
  return (
    <>
      <ul className="evidence-list">
        {evidence.attestations.map((a) => (
          <li key={a.id} className={a.retracted ? "evidence-gone" : undefined}>
            <Shown attestation={a} />
            {evidence.can.attest && !a.retracted ? (
              <Button size="small" danger onClick={() => setLeaving(a)}>
                {t("retract.go")}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {leaving ? (
        <ReasonForm
          title={t("retract.title")}
          lead={t("retract.lead", { what: leaving.prompt })}
          label={t("retract.because")}
          go={t("retract.go")}
          busy={retract.busy}
          refused={retract.refused}
          onClose={() => {
            retract.forget()
            setLeaving(undefined)
          }}
          onGo={async (because) => {
            if (await retract.run({ id: leaving.id, because })) setLeaving(undefined)
          }}
        />
      ) : null}
    </>
  )
}

function Shown({ attestation: a }: { attestation: Attestation }): ReactNode {
  const t = useWords("evidence")
  const say = useSay()
  const value = useValue()
  return (
    <div className="evidence-entry">
      <p className="evidence-what" lang="zh-CN">
        {a.prompt} <b>{value(a.value)}</b>
      </p>
      <p>{t("attestations.source", { source: a.source })}</p>
      <p className="evidence-small">
        {a.clauses.map((c) => (
          <ClauseLabel key={c} clause={c} />
        ))}
        <span>{t("attestations.on", { day: say.day(a.on) })}</span>
        <span>
          {a.until ? t("attestations.until", { day: say.day(a.until) }) : t("attestations.standing")}
        </span>
        <span>{t("attestations.by", { by: a.by, as: a.capacity, time: say.recorded(a.at) })}</span>
        <span>
          {a.document ? t("attestations.document", { name: a.document.name }) : t("attestations.bare")}
        </span>
      </p>
      {a.retracted ? (
        <p className="evidence-retracted">
          {t("retract.told", {
            by: a.retracted.by,
            time: say.recorded(a.retracted.at),
            because: a.retracted.because,
          })}
        </p>
      ) : null}
    </div>
  )
}
