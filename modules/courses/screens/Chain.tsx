import type { ReactNode } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { useWords } from "#kit/web/words.ts"
import type { one } from "../contract.ts"

export type StepSeen = Out<typeof one>["steps"][number]

interface ChainProps {
  readonly steps: readonly (StepSeen & { readonly days?: number | undefined })[]
  /** The procedure's: of a step only another one is shown. */
  readonly clause: string
  /** Under a step, e.g. the button that ends it. */
  readonly below?: (step: StepSeen, at: number) => ReactNode
  /** Of a procedure, no course: nothing is done or ahead. */
  readonly plain?: boolean
}

/** The steps from first to last: beside each other where there is room, else below each other. */
export function Chain({ steps, clause, below, plain = false }: ChainProps): ReactNode {
  const t = useWords("courses")
  return (
    <ol
      className={steps.length > 6 ? "chain chain-long" : "chain"}
      aria-label={t("panel.steps")}
      data-plain={plain || undefined}
    >
      {steps.map((step, i) => (
        <li
          key={step.id}
          className={plain ? "chain-step" : `chain-step chain-${step.stage}`}
          aria-current={!plain && step.stage === "here" ? "step" : undefined}
        >
          <span className="chain-mark" aria-hidden="true">
            {!plain && step.stage === "done" ? <Tick /> : i + 1}
          </span>
          <div className="chain-body">
            {plain ? null : <span className="unseen">{t(`step.${step.stage}`)}</span>}
            <b lang="zh-CN">{step.label}</b>
            <Offices step={step} plain={plain} />
            <small className="chain-notes">
              {step.extra ? <span className="tag chain-extra">{t("step.extra")}</span> : null}
              {step.notice === undefined ? null : <span>{t("step.notice", { count: step.notice })}</span>}
              {step.days === undefined ? null : <span>{t("step.days", { count: step.days })}</span>}
              {step.clause === clause ? null : <ClauseLabel clause={step.clause} />}
            </small>
            {below?.(step, i)}
          </div>
        </li>
      ))}
    </ol>
  )
}

/** Who takes the step; of a joint one, side by side, who has signed. */
function Offices({ step, plain }: { step: StepSeen; plain: boolean }): ReactNode {
  const t = useWords("courses")
  const say = useSay()
  const joint = step.offices.length > 1
  return (
    <ul className={joint ? "chain-offices chain-joint" : "chain-offices"} lang="zh-CN">
      {step.offices.map((o) => (
        <li key={o.name} className={o.signed && !plain ? "chain-signed" : undefined}>
          <span>{o.name}</span>
          {plain ? null : o.by && o.on ? (
            <small>
              <span>{o.by}</span> <span>{say.day(o.on)}</span>
            </small>
          ) : joint && step.stage === "here" ? (
            <small>{t(o.signed ? "step.signed" : "step.unsigned")}</small>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

const Tick = () => (
  <svg viewBox="0 0 16 16" aria-hidden="true">
    <path d="M3.5 8.5l3 3 6-7" fill="none" stroke="currentColor" strokeWidth="2" />
  </svg>
)
