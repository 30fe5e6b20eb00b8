import type { ReactNode } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { Verdict } from "#kit/web/Verdict.tsx"
import { useWords } from "#kit/web/words.ts"
import type { one } from "../contract.ts"
import "./calls.css"

type Call = Out<typeof one>
export type Condition = NonNullable<Call["me"]>["conditions"][number]
type Post = Pick<Call["posts"][number], "kind" | "department">

/** 学业发展部工作部门成员 */
export function usePost(): (post: Post) => string {
  const t = useWords("calls")
  return ({ kind, department }) =>
    department ? t("post.of", { department, kind: t(`kind.${kind}`) }) : t(`kind.${kind}`)
}

export function Status({ is }: { is: Call["status"] }): ReactNode {
  const t = useWords("calls")
  return <span className={`tag calls-status calls-status-${is}`}>{t(`status.${is}`)}</span>
}

export function Days({ of }: { of: Pick<Call, "opensOn" | "closesOn"> }): ReactNode {
  const t = useWords("calls")
  const say = useSay()
  return (
    <span className="calls-days">
      <span>{t("days.from", { day: say.day(of.opensOn) })}</span>
      <wbr />
      <span>{say.day(of.closesOn)}</span>
    </span>
  )
}

/** Each condition: met or not, what was measured, against what, by which clause; whom to ask where nothing is on record. */
export function Conditions({ of }: { of: readonly Condition[] }): ReactNode {
  const t = useWords("calls")
  return (
    <ul className="calls-conditions">
      {of.map((c) => (
        <li key={c.clause}>
          <p className="calls-condition-head">
            <Verdict is={c.verdict} />
            <ClauseLabel clause={c.clause} />
            <span>{t(`condition.${c.clause.replace(".", "-")}`)}</span>
          </p>
          <p lang="zh-CN">{c.because}</p>
          {c.value ? <p className="muted calls-small">{t("condition.limit", { limit: c.limit })}</p> : null}
          {c.ask ? <p className="calls-ask">{t("condition.ask", { office: c.ask })}</p> : null}
        </li>
      ))}
    </ul>
  )
}
