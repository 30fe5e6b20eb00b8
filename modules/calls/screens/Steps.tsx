import type { ReactNode } from "react"
import { useSay } from "#kit/web/days.ts"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { one } from "#modules/courses/contract.ts"

/** The chain as the applicant sees it: which steps are behind, where it is, what is ahead. */
export function Steps({ course }: { course: string }): ReactNode {
  const t = useWords("calls")
  const say = useSay()
  const { data } = useAsk(one, { id: course })
  if (!data) return null
  return (
    <div className="calls-course">
      <ol className="calls-steps" aria-label={data.procedure.title}>
        {data.steps.map((s) => (
          <li
            key={s.id}
            className={`calls-step-${s.stage}`}
            aria-current={s.stage === "here" ? "step" : undefined}
          >
            <b>{s.label}</b>
            <small className="muted">{t(`stage.${s.stage}`)}</small>
          </li>
        ))}
      </ol>
      {data.status === "open" ? (
        <p className="muted calls-small">{t("mine.since", { day: say.day(data.since) })}</p>
      ) : null}
    </div>
  )
}
