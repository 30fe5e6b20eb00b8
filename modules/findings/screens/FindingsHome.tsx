import { Segmented } from "antd"
import type { ReactNode } from "react"
import { useAsOf, useFilter } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer, Empty } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { Verdict, type VerdictName } from "#kit/web/Verdict.tsx"
import { useWords } from "#kit/web/words.ts"
import { findingsMatrix } from "../contract.ts"
import { Clauses } from "./Clauses.tsx"
import { Matrix } from "./Matrix.tsx"
import "./home.css"

/** From what asks for a hand to what is in order. */
export const verdictOrder: readonly VerdictName[] = ["violated", "warning", "unknown", "explained", "met"]

/** Where every union stands with every article, and the same clause by clause. */
export default function FindingsHome(): ReactNode {
  const t = useWords("findings")
  const [asOf] = useAsOf()
  const [filter, set] = useFilter()
  const asked = useAsk(findingsMatrix, { asOf }, { keep: true })
  // Of a single union the clauses are what one comes for.
  const one = asked.data?.unions.length === 1 && filter.view !== "unions"
  const clauses =
    one || filter.view === "clauses" || Boolean(filter.union || filter.article || filter.verdict)
  const choose = (view: string) =>
    set({
      view,
      union: undefined,
      article: undefined,
      verdict: undefined,
      open: view === "clauses" ? "1" : undefined,
    })
  return (
    <Page
      title={t("home.title")}
      lead={t("home.lead")}
      actions={
        <Segmented
          aria-label={t("home.view")}
          value={clauses ? "clauses" : "unions"}
          onChange={choose}
          options={[
            { value: "unions", label: t("home.by-union") },
            { value: "clauses", label: t("home.by-clause") },
          ]}
        />
      }
    >
      <Answer of={asked} rows={8}>
        {({ totals, unions }) =>
          unions.length === 0 ? (
            <Empty title={t("home.none")}>
              <p>{t("home.none-more")}</p>
            </Empty>
          ) : clauses ? (
            <Clauses />
          ) : (
            <>
              <Totals of={totals} choose={(verdict) => set({ verdict, view: "clauses" })} />
              <Matrix unions={unions} />
            </>
          )
        }
      </Answer>
    </Page>
  )
}

interface TotalsProps {
  readonly of: Readonly<Record<VerdictName, number>>
  readonly chosen?: string | undefined
  readonly choose: (verdict: VerdictName | undefined) => void
}

/** How many of each verdict; pressing one keeps only those. */
export function Totals({ of, chosen, choose }: TotalsProps): ReactNode {
  const t = useWords("findings")
  return (
    <fieldset className="findings-totals">
      <legend className="unseen">{t("home.totals")}</legend>
      {verdictOrder.map((v) => (
        <button
          key={v}
          type="button"
          aria-pressed={chosen === v}
          onClick={() => choose(chosen === v ? undefined : v)}
        >
          <b>{of[v] ?? 0}</b>
          <Verdict is={v} />
        </button>
      ))}
    </fieldset>
  )
}
