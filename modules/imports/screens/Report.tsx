import { PrinterOutlined } from "@ant-design/icons"
import { Button } from "antd"
import { type ReactNode, useEffect, useState } from "react"
import { useSay } from "#kit/web/days.ts"
import { ConfirmButton } from "#kit/web/desk/ConfirmButton.tsx"
import { Go } from "#kit/web/nav.tsx"
import { Problem } from "#kit/web/states.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { importsUndo } from "../contract.ts"
import { Counts } from "./Counts.tsx"
import { Problems } from "./Problems.tsx"
import type { Run } from "./status.ts"

/** What was saved; printable whole; to be undone while nothing was built on it. */
export function Report({ run }: { run: Run }): ReactNode {
  const t = useWords("imports")
  const say = useSay()
  const [printing, setPrinting] = useState(false)
  const undo = useDo(importsUndo, { quiet: true, done: t("report.undone-now") })
  useEffect(() => {
    if (!printing) return
    window.print()
    setPrinting(false)
  }, [printing])
  const { outcome } = run
  return (
    <>
      <section className="panel">
        <h2>{t(run.status === "undone" ? "report.undone" : "report.title")}</h2>
        <p className="muted">
          {t(run.status === "undone" ? "report.undone-lead" : "report.lead", {
            by: run.by,
            at: say.recorded(run.at),
            day: say.day(run.asOf),
          })}
        </p>
        {outcome ? <Counts kinds={outcome.kinds} /> : null}
        {undo.refused ? <Problem refusal={undo.refused} /> : null}
        <div className="imports-go no-print">
          {run.status === "done"
            ? outcome?.kinds.map((k) =>
                k.next ? (
                  <Go key={k.kind} to={k.next.href} className="button button-main">
                    {k.next.label}
                  </Go>
                ) : null,
              )
            : null}
          <Button icon={<PrinterOutlined />} onClick={() => setPrinting(true)}>
            {t("report.print")}
          </Button>
          {run.can.undo ? (
            <ConfirmButton
              danger
              loading={undo.busy}
              ask={t("report.undo-ask", { file: run.fileName })}
              detail={t("report.undo-detail")}
              onConfirm={() => undo.run({ id: run.id })}
            >
              {t("report.undo")}
            </ConfirmButton>
          ) : null}
        </div>
      </section>
      {outcome ? <Problems outcome={outcome} whole={printing} /> : null}
    </>
  )
}
