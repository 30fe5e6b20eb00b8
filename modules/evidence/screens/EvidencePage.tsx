import { Select, Tabs } from "antd"
import type { ReactNode } from "react"
import type { Out } from "#kit/web/call.ts"
import { useFilter } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer, Empty } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { findingsMatrix } from "#modules/findings/contract.ts"
import { evidenceOf } from "../contract.ts"
import { Attestations } from "./Attestations.tsx"
import { Explanations } from "./Explanations.tsx"
import { OpenQuestions } from "./OpenQuestions.tsx"
import "./evidence.css"

export type Evidence = Out<typeof evidenceOf>

/** What is on file for a union beside its records: what was vouched for, what was explained, what is open. */
export default function EvidencePage(): ReactNode {
  const t = useWords("evidence")
  const [{ union }, set] = useFilter()
  return (
    <Page title={t("page.title")} lead={t("page.lead")}>
      <Answer of={useAsk(findingsMatrix, {})}>
        {({ unions }) => {
          const chosen = unions.find((u) => u.id === union) ?? unions[0]
          if (!chosen)
            return (
              <Empty title={t("page.none")}>
                <p>{t("page.none-more")}</p>
              </Empty>
            )
          return (
            <>
              <div className="evidence-union">
                <Select
                  aria-label={t("page.union")}
                  showSearch={{ optionFilterProp: "label" }}
                  value={chosen.id}
                  onChange={(id: string) => set({ union: id })}
                  options={unions.map((u) => ({ value: u.id, label: u.name }))}
                />
              </div>
              <OnFile key={chosen.id} unionId={chosen.id} />
            </>
          )
        }}
      </Answer>
    </Page>
  )
}

function OnFile({ unionId }: { unionId: string }): ReactNode {
  const t = useWords("evidence")
  const { university } = useViewer()
  const [{ part = "questions" }, set] = useFilter()
  return (
    <Answer of={useAsk(evidenceOf, { unionId })} rows={8}>
      {(evidence) => {
        const open = openOnes(evidence, university.today).length
        const waiting = evidence.explanations.filter((e) => e.decided === null).length
        return (
          <Tabs
            activeKey={part}
            onChange={(to) => set({ part: to === "questions" ? undefined : to })}
            items={[
              {
                key: "questions",
                label: t("tab.questions", { count: open }),
                children: <OpenQuestions unionId={unionId} evidence={evidence} />,
              },
              {
                key: "attestations",
                label: t("tab.attestations", { count: evidence.attestations.length }),
                children: <Attestations evidence={evidence} />,
              },
              {
                key: "explanations",
                label: waiting
                  ? t("tab.explanations-waiting", { count: evidence.explanations.length, waiting })
                  : t("tab.explanations", { count: evidence.explanations.length }),
                children: <Explanations unionId={unionId} evidence={evidence} />,
              },
            ]}
          />
        )
      }}
    </Answer>
  )
}

/** The attestation that speaks for a question today. */
export const answerTo = (evidence: Evidence, question: string, today: string) =>
  evidence.attestations.find(
    (a) => a.question === question && a.retracted === null && (a.until === null || a.until >= today),
  )

export const openOnes = (evidence: Evidence, today: string): Evidence["questions"] =>
  evidence.questions.filter((q) => !answerTo(evidence, q.id, today))
