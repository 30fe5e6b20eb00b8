import type { ReactNode } from "react"
import type { Out } from "#kit/web/call.ts"
import { useFilter, useParam } from "#kit/web/nav.tsx"
import { Page, PageOf } from "#kit/web/Page.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { AssemblyNav } from "#modules/assembly/screens/forms.ts"
import { progress } from "../contract.ts"
import { CompositionPart } from "./CompositionPart.tsx"
import { DelegationsPart } from "./DelegationsPart.tsx"
import { ImportPart } from "./ImportPart.tsx"
import { PeoplePart } from "./PeoplePart.tsx"
import { ProgressPart } from "./ProgressPart.tsx"
import { ReportPart } from "./ReportPart.tsx"
import { ReviewPart } from "./ReviewPart.tsx"
import "./delegates.css"

export type Progress = Out<typeof progress>

/** The delegates of one assembly: how far they are, who they are, what they come to. */
export default function DelegatesPage(): ReactNode {
  const t = useWords("delegates")
  const asked = useAsk(progress, { assembly: useParam("id") })
  return (
    <PageOf of={asked} title={t("title")}>
      {(of) => <Opened of={of} />}
    </PageOf>
  )
}

function Opened({ of }: { of: Progress }): ReactNode {
  const t = useWords("delegates")
  return (
    <Page title={t("title")} lead={<Lead of={of} />}>
      <AssemblyNav id={of.assembly.id} now="delegates" />
      {of.whole ? <Parts of={of} /> : <ProgressPart of={of} />}
    </Page>
  )
}

function Parts({ of }: { of: Progress }): ReactNode {
  const t = useWords("delegates")
  const [{ part = "progress" }, set] = useFilter()
  const waiting = of.lists.reduce((n, l) => n + l.awaiting, 0)
  const general = of.assembly.kind === "general"
  const parts: readonly { key: string; label: string; children: ReactNode }[] = [
    { key: "progress", label: t("tab.progress"), children: <ProgressPart of={of} /> },
    { key: "people", label: t("tab.people"), children: <PeoplePart of={of} /> },
    { key: "delegations", label: t("tab.delegations"), children: <DelegationsPart of={of} /> },
    { key: "composition", label: t("tab.composition"), children: <CompositionPart of={of} /> },
    ...(of.can["delegates.review"] && !general
      ? [
          {
            key: "review",
            label: waiting ? t("tab.review-waiting", { count: waiting }) : t("tab.review"),
            children: <ReviewPart of={of} />,
          },
        ]
      : []),
    { key: "report", label: t("tab.report"), children: <ReportPart of={of} /> },
    ...(of.can["delegates.confirm-import"] && !general
      ? [{ key: "import", label: t("tab.import"), children: <ImportPart of={of} /> }]
      : []),
  ]
  const now = parts.find((p) => p.key === part) ?? parts[0]!
  return (
    <>
      <nav className="delegates-parts" aria-label={t("title")}>
        {parts.map((p) => (
          <button
            key={p.key}
            type="button"
            aria-current={p === now ? "page" : undefined}
            onClick={() =>
              set({ part: p.key === "progress" ? undefined : p.key, page: undefined, text: undefined })
            }
          >
            {p.label}
          </button>
        ))}
      </nav>
      {now.children}
    </>
  )
}

function Lead({ of }: { of: Progress }): ReactNode {
  const t = useWords("delegates")
  return (
    <>
      {of.total === null
        ? t("lead.voting", { count: of.voting })
        : t("lead.voting-of", { count: of.voting, total: of.total })}
      {of.exOfficio > 0 ? ` · ${t("lead.ex-officio", { count: of.exOfficio })}` : ""}
      {of.observers > 0 ? ` · ${t("lead.observers", { count: of.observers })}` : ""}
    </>
  )
}
