import { Progress } from "antd"
import type { ReactNode } from "react"
import { useSay } from "#kit/web/days.ts"
import { useWords } from "#kit/web/words.ts"
import type { Run } from "./status.ts"

/** What the server is doing with it, and how far it is. */
export function Working({ run }: { run: Run }): ReactNode {
  const t = useWords("imports")
  const say = useSay()
  const known = run.total > 0
  const percent = known ? Math.min(100, Math.floor((run.progress / run.total) * 100)) : 0
  return (
    <section className="panel imports-working" aria-live="polite">
      <h2>{t(`working.${run.status}`)}</h2>
      <Progress
        percent={known ? percent : 100}
        status="active"
        showInfo={known}
        aria-label={t(`working.${run.status}`)}
      />
      <p className="muted">
        {run.stage ? t(`stage.${run.stage}`) : null}{" "}
        {known && run.stage === "reading"
          ? t("working.rows", { done: say.number(run.progress), total: say.number(run.total) })
          : null}
      </p>
      <p className="muted">{t("working.leave")}</p>
    </section>
  )
}
