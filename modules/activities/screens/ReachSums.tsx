import type { ReactNode } from "react"
import { useWords } from "#kit/web/words.ts"
import type { Activity } from "./ActivityPage.tsx"
import { Shares } from "./Shares.tsx"
import { percent } from "./say.ts"

interface ReachSumsProps {
  readonly of: Activity["reach"]
  readonly more?: readonly (readonly [key: string, count: number])[]
}

/** The figures of 7.3, and by faculty and grade. */
export function ReachSums({ of: r, more = [] }: ReachSumsProps): ReactNode {
  const t = useWords("activities")
  return (
    <>
      <dl className="activity-sums">
        <div>
          <dt>{t("reach.people")}</dt>
          <dd>{t("people-count", { count: r.people })}</dd>
        </div>
        <div>
          <dt>{t("reach.of-students")}</dt>
          <dd>{t("people-count", { count: r.students })}</dd>
        </div>
        <div>
          <dt>{t("reach.share")}</dt>
          <dd>{percent(r.people, r.students)}</dd>
        </div>
        {[...(r.others > 0 ? [["reach.others", r.others] as const] : []), ...more].map(([key, count]) => (
          <div key={key}>
            <dt>{t(key)}</dt>
            <dd>{t("people-count", { count })}</dd>
          </div>
        ))}
      </dl>
      <div className="activity-columns">
        <Shares title={t("reach.by-faculty")} name={t("reach.faculty")} of={r.byFaculty} />
        <Shares title={t("reach.by-grade")} name={t("reach.grade")} of={r.byGrade} />
      </div>
    </>
  )
}
