import { Button } from "antd"
import { type ReactNode, useState } from "react"
import { useSay } from "#kit/web/days.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { Documents } from "./Content.tsx"
import type { Request } from "./RequestPage.tsx"
import { SummaryForm } from "./SummaryForm.tsx"

/** What came of an activity, and whom it reached; or until when that is to be archived. */
export function Summary({ request: r }: { request: Request }): ReactNode {
  const t = useWords("approvals")
  const say = useSay()
  const { university } = useViewer()
  const [writing, setWriting] = useState(false)
  if (r.kind !== "activity" || r.status !== "passed" || r.cancelled) return null
  const s = r.summary
  const late = s === null && r.summaryDue !== null && r.summaryDue < university.today
  return (
    <section className="panel">
      <h2>{t("summary.title")}</h2>
      {s ? (
        <>
          <p>
            {t("summary.held", { day: say.day(s.heldOn), count: s.participants })}{" "}
            {s.late ? <span className="tag approvals-lead-short">{t("summary.late")}</span> : null}
          </p>
          <p className="approvals-words" lang="zh-CN">
            {s.text}
          </p>
          <Reach request={r} />
          {s.files.length ? <Documents files={s.files} /> : null}
          <p className="muted">{t("summary.by", { by: s.by, day: say.day(s.on) })}</p>
        </>
      ) : (
        <p className={late ? "approvals-overdue" : "muted"}>
          {r.summaryDue ? t(late ? "summary.overdue" : "summary.due", { day: say.day(r.summaryDue) }) : ""}
        </p>
      )}
      {r.can.archive ? (
        <p className="approvals-do">
          <Button type={s ? "default" : "primary"} onClick={() => setWriting(true)}>
            {t(s ? "summary.correct" : "summary.write")}
          </Button>
        </p>
      ) : null}
      {writing ? <SummaryForm request={r} onClose={() => setWriting(false)} /> : null}
    </section>
  )
}

/** Participants by faculty and year of entry: numbers, no names. */
function Reach({ request: r }: { request: Request }): ReactNode {
  const t = useWords("approvals")
  const reach = r.summary?.reach ?? []
  if (reach.length === 0) return null
  const grades = [...new Set(reach.map((x) => x.grade))].toSorted((a, b) => a - b)
  const faculties = [...new Set(reach.map((x) => x.faculty))]
  const count = (faculty: string, grade?: number) =>
    reach
      .filter((x) => x.faculty === faculty && (grade === undefined || x.grade === grade))
      .reduce((n, x) => n + x.count, 0)
  return (
    <div className="approvals-scroll">
      <table className="approvals-table approvals-reach" aria-label={t("summary.reach")}>
        <thead>
          <tr>
            <th scope="col">{t("summary.faculty")}</th>
            {grades.map((g) => (
              <th key={g} scope="col">
                {t("summary.grade-is", { grade: g })}
              </th>
            ))}
            <th scope="col">{t("summary.sum")}</th>
          </tr>
        </thead>
        <tbody>
          {faculties.map((f) => (
            <tr key={f}>
              <th scope="row">{f}</th>
              {grades.map((g) => (
                <td key={g}>{count(f, g) || ""}</td>
              ))}
              <td>{count(f)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
