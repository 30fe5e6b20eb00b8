import type { ReactNode } from "react"
import type { Out } from "#kit/web/call.ts"
import { List } from "#kit/web/desk/List.tsx"
import { Go, useParam } from "#kit/web/nav.tsx"
import { Page, PageOf } from "#kit/web/Page.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { AssemblyNav } from "#modules/assembly/screens/forms.ts"
import { report } from "../contract.ts"
import "./proposals.css"

type Report = Out<typeof report>

/** 提案工作报告: the numbers for the congress. */
export default function ReportPage(): ReactNode {
  const t = useWords("proposals")
  const id = useParam("id")
  return (
    <PageOf of={useAsk(report, { assembly: id })} title={t("report.title")}>
      {(of) => (
        <Page
          title={t("report.title")}
          lead={of.assembly.name}
          actions={
            <>
              <Go to={`/api/proposals/report/${id}.docx`} className="button button-main">
                {t("report.docx")}
              </Go>
              <Go to={`/office/proposals/${id}`} className="button">
                {t("page.all")}
              </Go>
            </>
          }
        >
          <AssemblyNav id={id} now="proposals" />
          <Sums of={of} />
          <div className="report-tables">
            <Categories of={of} />
            <Offices of={of} />
          </div>
          <Declined of={of} />
        </Page>
      )}
    </PageOf>
  )
}

function Sums({ of }: { of: Report }): ReactNode {
  const t = useWords("proposals")
  const sums = [
    ["received", of.received],
    ["merged", of.merged],
    ["filed", of.filed],
    ["suggestions", of.suggestions],
    ["declined", of.declined],
    ["pending", of.pending],
    ["answered", of.answered],
    ["late", of.late],
  ] as const
  const parts = (of: readonly { name: string; count: number }[]) =>
    of.map((p) => t("report.part", { name: p.name, count: p.count })).join("　")
  return (
    <section className="panel">
      <dl className="report-sums">
        {sums.map(([key, n]) => (
          <div key={key}>
            <dt>{t(`report.${key}`)}</dt>
            <dd>{n}</dd>
          </div>
        ))}
      </dl>
      <dl className="facts" lang="zh-CN">
        <dt>{t("field.kind")}</dt>
        <dd>{parts(of.kinds)}</dd>
        <dt>{t("field.outcome")}</dt>
        <dd>{parts(of.outcomes.map((o) => ({ name: `${o.outcome} ${o.name}`, count: o.count })))}</dd>
        <dt>{t("field.rating")}</dt>
        <dd>{parts(of.ratings)}</dd>
      </dl>
    </section>
  )
}

function Categories({ of }: { of: Report }): ReactNode {
  const t = useWords("proposals")
  if (of.categories.length === 0) return null
  return (
    <section className="panel">
      <h2>{t("report.by-category")}</h2>
      <List
        label={t("report.by-category")}
        rows={of.categories}
        rowKey={(c) => c.name}
        columns={[
          { key: "name", title: t("field.category"), show: (c) => c.name },
          { key: "field", title: t("field.field"), show: (c) => c.field },
          { key: "received", title: t("report.received"), show: (c) => c.received, align: "right" },
          { key: "filed", title: t("report.filed"), show: (c) => c.filed, align: "right" },
        ]}
      />
    </section>
  )
}

function Offices({ of }: { of: Report }): ReactNode {
  const t = useWords("proposals")
  if (of.offices.length === 0) return null
  return (
    <section className="panel">
      <h2>{t("report.by-office")}</h2>
      <List
        label={t("report.by-office")}
        rows={of.offices}
        rowKey={(o) => o.name}
        columns={[
          { key: "name", title: t("field.office"), show: (o) => o.name },
          { key: "filed", title: t("report.filed"), show: (o) => o.filed, align: "right" },
          { key: "answered", title: t("report.answered"), show: (o) => o.answered, align: "right" },
          { key: "late", title: t("report.late"), show: (o) => o.late, align: "right" },
        ]}
      />
    </section>
  )
}

function Declined({ of }: { of: Report }): ReactNode {
  const t = useWords("proposals")
  if (of.reasons.length === 0) return null
  return (
    <section className="panel">
      <h2>{t("report.reasons")}</h2>
      <ul className="report-reasons" lang="zh-CN">
        {of.reasons.map((r) => (
          <li key={`${r.nth}${r.title}`}>
            <b>{r.title}</b>
            <br />
            {r.because}
          </li>
        ))}
      </ul>
    </section>
  )
}
