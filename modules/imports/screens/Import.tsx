import { type ReactNode, useState } from "react"
import { useSay } from "#kit/web/days.ts"
import { ConfirmButton } from "#kit/web/desk/ConfirmButton.tsx"
import { Go, useGo, useParam } from "#kit/web/nav.tsx"
import { Page, PageOf } from "#kit/web/Page.tsx"
import { Problem } from "#kit/web/states.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { importsDrop, importsOne } from "../contract.ts"
import { Preview } from "./Preview.tsx"
import { Recognised } from "./Recognised.tsx"
import { Report } from "./Report.tsx"
import { Status } from "./Status.tsx"
import { isBusy, type Run, stepOf } from "./status.ts"
import { Working } from "./Working.tsx"
import "./imports.css"

/** One workbook's way through: columns, rows, confirmation. */
export default function Import(): ReactNode {
  const t = useWords("imports")
  const id = useParam("id")
  const [live, setLive] = useState(true)
  const asked = useAsk(importsOne, { id }, live ? { every: 1000 } : {})
  const busy = asked.data ? isBusy(asked.data.status) : live
  if (busy !== live) setLive(busy)
  return (
    <PageOf of={asked} title={t("one.title")}>
      {(run) => <Loaded run={run} />}
    </PageOf>
  )
}

function Loaded({ run }: { run: Run }): ReactNode {
  const t = useWords("imports")
  const say = useSay()
  const go = useGo()
  const drop = useDo(importsDrop, { done: t("one.dropped") })
  const onDrop = async () => {
    if (await drop.run({ id: run.id })) go("/office/imports")
  }
  return (
    <Page
      title={run.fileName}
      lead={
        <>
          <Status is={run.status} /> {t("one.lead", { by: run.by, at: say.recorded(run.at) })}
        </>
      }
      actions={
        <>
          {run.can.drop ? (
            <ConfirmButton ask={t("one.drop-ask")} detail={t("one.drop-detail")} onConfirm={onDrop}>
              {t("one.drop")}
            </ConfirmButton>
          ) : null}
          <Go to="/office/imports" className="button">
            {t("one.all")}
          </Go>
        </>
      }
    >
      <Stages run={run} />
    </Page>
  )
}

function Stages({ run }: { run: Run }): ReactNode {
  const [again, setAgain] = useState(false)
  const back = again && run.status === "checked"
  const step = back ? 1 : stepOf(run.status)
  return (
    <>
      <Steps at={step} over={run.status === "done" || run.status === "undone"} />
      {isBusy(run.status) ? (
        <Working run={run} />
      ) : run.status === "checked" && !back ? (
        <Preview run={run} onBack={() => setAgain(true)} />
      ) : run.status === "done" || run.status === "undone" ? (
        <Report run={run} />
      ) : run.status === "dropped" ? (
        <Over />
      ) : (
        <>
          {run.status === "failed" ? <Failed run={run} /> : null}
          {run.plan.length ? <Recognised run={run} onChecking={() => setAgain(false)} /> : null}
        </>
      )}
    </>
  )
}

function Steps({ at, over }: { at: 1 | 2 | 3; over: boolean }): ReactNode {
  const t = useWords("imports")
  return (
    <ol className="imports-steps no-print">
      {([1, 2, 3] as const).map((n) => (
        <li
          key={n}
          className={n < at || over ? "imports-step-past" : ""}
          aria-current={n === at && !over ? "step" : undefined}
        >
          <b>{n}</b>
          <span>{t(`step.${n}`)}</span>
        </li>
      ))}
    </ol>
  )
}

function Failed({ run }: { run: Run }): ReactNode {
  const t = useWords("imports")
  return (
    <div className="imports-failed">
      <Problem
        refusal={{
          code: "invalid",
          because: run.failure ?? t("failed.unknown"),
          cure: t(run.plan.length ? "failed.again" : "failed.upload"),
        }}
      />
      {run.plan.length ? null : (
        <p>
          <Go to="/office/imports" className="button button-main">
            {t("failed.other")}
          </Go>
        </p>
      )}
    </div>
  )
}

function Over(): ReactNode {
  const t = useWords("imports")
  return (
    <section className="panel">
      <p>{t("one.was-dropped")}</p>
      <Go to="/office/imports" className="button button-main">
        {t("failed.other")}
      </Go>
    </section>
  )
}
