import { Button } from "antd"
import type { ReactNode } from "react"
import { useSay } from "#kit/web/days.ts"
import { ConfirmButton } from "#kit/web/desk/ConfirmButton.tsx"
import { Problem } from "#kit/web/states.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { importsConfirm } from "../contract.ts"
import { Counts } from "./Counts.tsx"
import { Problems } from "./Problems.tsx"
import type { Run } from "./status.ts"

/** Step 2: what would be saved and what is wrong, row by row; then the confirmation. */
export function Preview({ run, onBack }: { run: Run; onBack: () => void }): ReactNode {
  const t = useWords("imports")
  const say = useSay()
  const confirm = useDo(importsConfirm, { quiet: true })
  const { outcome } = run
  if (!outcome) return null
  const errors = outcome.counts.error
  return (
    <>
      <section className="panel">
        <h2>{t("preview.title")}</h2>
        <p className="muted">{t("preview.lead", { day: say.day(run.asOf) })}</p>
        <Counts kinds={outcome.kinds} />
      </section>
      <Problems outcome={outcome} />
      <section className="panel imports-settle">
        {errors ? (
          <div className="problem" role="alert">
            <p className="problem-because">{t("preview.blocked", { count: errors })}</p>
            <p className="problem-cure">{t("preview.blocked-cure")}</p>
          </div>
        ) : (
          <p>
            {outcome.counts.refused
              ? t("preview.ready-refused", { count: outcome.counts.refused })
              : t("preview.ready")}
          </p>
        )}
        {confirm.refused ? <Problem refusal={confirm.refused} /> : null}
        <div className="imports-go">
          <ConfirmButton
            type="primary"
            size="large"
            loading={confirm.busy}
            disabled={!run.can.confirm}
            ask={t("preview.ask", { file: run.fileName })}
            detail={t("preview.detail")}
            onConfirm={() => confirm.run({ id: run.id })}
          >
            {t("preview.confirm")}
          </ConfirmButton>
          {run.can.plan ? (
            <Button size="large" onClick={onBack}>
              {t("preview.back")}
            </Button>
          ) : null}
        </div>
      </section>
    </>
  )
}
