import { Button } from "antd"
import { type ReactNode, useState } from "react"
import { Can } from "#kit/web/Can.tsx"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import { useSay } from "#kit/web/days.ts"
import { ConfirmButton } from "#kit/web/desk/ConfirmButton.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { agree } from "../contract.ts"
import { PlanForm } from "./PlanForm.tsx"
import type { Presidium } from "./PresidiumPage.tsx"

type Plan = NonNullable<Presidium["plan"]>

/** The plan in force along the semesters, and the one laid before the members. */
export function Rotation({ of }: { of: Presidium }): ReactNode {
  const t = useWords("presidium")
  const say = useSay()
  const [planning, setPlanning] = useState(false)
  return (
    <section className="panel">
      <h2>
        {t("rotation.title")} <ClauseLabel clause="2.2b" />
      </h2>
      {of.plan ? (
        <>
          <p className="muted">
            {t("plan.adopted", {
              day: say.day(of.plan.adoptedOn ?? of.on),
              names: of.plan.agreed.join("、"),
            })}
          </p>
          <Timeline plan={of.plan} />
        </>
      ) : (
        <p className="muted">{t("plan.none")}</p>
      )}
      {of.proposal ? <Proposal of={of} plan={of.proposal} /> : null}
      <Can of={of.can} verb="presidium.propose">
        <Button type={of.plan || of.proposal ? "default" : "primary"} onClick={() => setPlanning(true)}>
          {t(of.plan ? "plan.again" : of.proposal ? "plan.other" : "plan.go")}
        </Button>
      </Can>
      {planning ? <PlanForm of={of} onClose={() => setPlanning(false)} /> : null}
    </section>
  )
}

export function Timeline({ plan }: { plan: Pick<Plan, "turns"> }): ReactNode {
  const t = useWords("presidium")
  const say = useSay()
  return (
    <ol className="presidium-line">
      {plan.turns.map((turn) => (
        <li key={`${turn.schoolYear}-${turn.half}`} className={`presidium-turn presidium-${turn.state}`}>
          <span className="presidium-when">{turn.semester}</span>
          <b>{turn.name}</b>
          <span className="presidium-days">
            {t("turn.days", { from: say.day(turn.from), to: say.day(turn.to) })}
          </span>
          <span className="tag">
            {t(`turn.${turn.member || turn.state === "past" ? turn.state : "left"}`)}
          </span>
        </li>
      ))}
    </ol>
  )
}

function Proposal({ of, plan }: { of: Presidium; plan: NonNullable<Presidium["proposal"]> }): ReactNode {
  const t = useWords("presidium")
  const say = useSay()
  const { run, busy } = useDo(agree, { done: t("proposal.agreed") })
  return (
    <div className="presidium-proposal">
      <h3>{t("proposal.title")}</h3>
      <p>
        {t("proposal.by", { by: plan.by, time: say.recorded(plan.at) })}{" "}
        <span lang="zh-CN">{plan.because}</span>
      </p>
      <Timeline plan={{ turns: plan.turns.filter((turn) => turn.state !== "past") }} />
      <p>
        {t("proposal.count", { count: plan.agreed.length, needed: plan.needed })}
        {plan.agreed.length ? <span className="muted"> {plan.agreed.join("、")}</span> : null}
      </p>
      <Can of={of.can} verb="presidium.agree">
        {plan.mine ? (
          <p className="muted">{t("proposal.mine")}</p>
        ) : (
          <ConfirmButton
            type="primary"
            loading={busy}
            ask={t("proposal.ask")}
            detail={t("proposal.ask-detail")}
            onConfirm={() => run({ id: plan.id })}
          >
            {t("proposal.agree")}
          </ConfirmButton>
        )}
      </Can>
    </div>
  )
}

/** Plans that were in force before, or will be after the day looked at. */
export function EarlierPlans({ of }: { of: Presidium }): ReactNode {
  const t = useWords("presidium")
  const say = useSay()
  return (
    <section className="panel">
      <h2>{t("earlier.title")}</h2>
      {of.earlier.map((plan) => (
        <details key={plan.id} className="presidium-earlier">
          <summary>
            {t("earlier.adopted", { day: plan.adoptedOn ? say.day(plan.adoptedOn) : "" })}{" "}
            <span className="muted">{plan.turns.map((turn) => turn.name).join(" → ")}</span>
          </summary>
          <p className="muted">
            {t("proposal.by", { by: plan.by, time: say.recorded(plan.at) })}{" "}
            <span lang="zh-CN">{plan.because}</span>
          </p>
          <Timeline plan={plan} />
        </details>
      ))}
    </section>
  )
}
