import { Tabs } from "antd"
import type { ReactNode } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import type { Out } from "#kit/web/call.ts"
import { ConfirmButton } from "#kit/web/desk/ConfirmButton.tsx"
import { useFilter } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer, Empty } from "#kit/web/states.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { endStep, procedures } from "../contract.ts"
import { AddStep } from "./AddStep.tsx"
import { Calendar } from "./Calendar.tsx"
import { Chain } from "./Chain.tsx"
import { LedgerEnd } from "./LedgerEnd.tsx"
import "./courses.css"

export type ProceduresSeen = Out<typeof procedures>

/** How matters go: every procedure as it reads today, the working days, the end of the ledger. */
export default function Procedures(): ReactNode {
  const t = useWords("courses")
  const [{ part = "procedures" }, set] = useFilter()
  return (
    <Page title={t("procedures.title")} lead={t("procedures.lead")}>
      <Tabs
        activeKey={part}
        onChange={(to) => set({ part: to === "procedures" ? undefined : to })}
        items={[
          { key: "procedures", label: t("procedures.tab"), children: <All /> },
          { key: "calendar", label: t("calendar.tab"), children: <Calendar /> },
          { key: "ledger", label: t("ledger.tab"), children: <LedgerEnd /> },
        ]}
      />
    </Page>
  )
}

function All(): ReactNode {
  const t = useWords("courses")
  return (
    <Answer of={useAsk(procedures, {})} rows={8}>
      {(seen) => (
        <>
          <p className="muted">{t(seen.can.arrange ? "procedures.add-lead" : "procedures.who")}</p>
          {seen.items.length === 0 ? <Empty title={t("procedures.none")} /> : null}
          {seen.items.map((p) => (
            <One key={p.id} procedure={p} seen={seen} />
          ))}
        </>
      )}
    </Answer>
  )
}

function One({
  procedure: p,
  seen,
}: {
  procedure: ProceduresSeen["items"][number]
  seen: ProceduresSeen
}): ReactNode {
  const t = useWords("courses")
  const { run } = useDo(endStep, { done: t("procedures.ended") })
  const extra = new Map(p.steps.map((s) => [s.id, s.extraId]))
  return (
    <section className="panel courses-procedure">
      <header>
        <h2 lang="zh-CN">
          {p.title} <ClauseLabel clause={p.clause} />
        </h2>
        {seen.can.arrange ? <AddStep procedure={p} offices={seen.offices} /> : null}
      </header>
      <Chain
        plain
        steps={p.steps}
        clause={p.clause}
        below={(step) => {
          const id = extra.get(step.id)
          return id && seen.can.arrange ? (
            <span>
              <ConfirmButton
                size="small"
                danger
                ask={t("procedures.end-ask", { label: step.label })}
                detail={t("procedures.end-detail")}
                onConfirm={() => run({ id })}
              >
                {t("procedures.end")}
              </ConfirmButton>
            </span>
          ) : null
        }}
      />
    </section>
  )
}
