import type { ReactNode } from "react"
import type { Out } from "#kit/web/call.ts"
import { useFilter } from "#kit/web/nav.tsx"
import { Page, PageOf } from "#kit/web/Page.tsx"
import { Empty } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { bars, lines } from "../chart.ts"
import { figures } from "../contract.ts"
import { BoardNav } from "./BoardNav.tsx"
import { Chart } from "./Chart.tsx"
import { FiguresTable } from "./FiguresTable.tsx"
import { Months } from "./Months.tsx"
import { Period } from "./Period.tsx"
import { useNumbers } from "./words.ts"
import "./board.css"
import "./figures.css"

type Told = Out<typeof figures>

/** What nobody can dress up: counts, medians and shares, with how they are counted. */
export default function FiguresPage(): ReactNode {
  const t = useWords("board")
  const [{ period }] = useFilter()
  const asked = useAsk(figures, period ? { period } : {}, { keep: true })
  return (
    <PageOf of={asked} title={t("figures.title")}>
      {(of) => (
        <Page title={t("figures.title")} lead={t("figures.lead")}>
          <BoardNav now="figures" />
          <Period of={of} />
          {of.all.count === 0 ? <Empty title={t("figures.none")} /> : <All of={of} />}
          <Counting of={of} />
        </Page>
      )}
    </PageOf>
  )
}

function All({ of }: { of: Told }): ReactNode {
  const t = useWords("board")
  const numbers = useNumbers()
  const bar = (p: { name: string; count: number | null }) => ({
    name: p.name,
    value: p.count,
    said: numbers.count(p.count),
  })
  return (
    <>
      <Sums of={of} />
      {of.months.length > 1 ? (
        <section className="panel board-pair">
          <Chart
            of={lines(
              [t("figures.raised"), t("figures.answered-count")],
              of.months.map((m) => ({ label: numbers.shortMonth(m.month), values: [m.raised, m.answered] })),
            )}
            label={t("figures.by-month")}
          />
          <Months of={of.months} />
        </section>
      ) : null}
      <section className="panel">
        <h2>{t("figures.by-field")}</h2>
        <div className="board-pair">
          <Chart of={bars(of.fields.map(bar))} label={t("figures.chart-field")} />
          <Chart of={bars(of.categories.slice(0, 8).map(bar))} label={t("figures.chart-category")} />
        </div>
        <FiguresTable of={of.fields} name={t("find.field")} label={t("figures.by-field")} />
      </section>
      <section className="panel">
        <h2>{t("figures.by-office")}</h2>
        <p className="muted">{t("figures.league", { count: of.comparedFrom })}</p>
        <FiguresTable of={of.offices} name={t("find.office")} label={t("figures.by-office")} ranked />
      </section>
      <section className="panel">
        <h2>{t("figures.by-category")}</h2>
        <FiguresTable of={of.categories} name={t("find.category")} label={t("figures.by-category")} />
      </section>
      <section className="panel">
        <h2>{t("figures.by-faculty")}</h2>
        <p className="muted">{t("figures.faculty-more")}</p>
        <FiguresTable of={of.faculties} name={t("find.faculty")} label={t("figures.by-faculty")} />
      </section>
    </>
  )
}

function Sums({ of }: { of: Told }): ReactNode {
  const t = useWords("board")
  const numbers = useNumbers()
  const sums = [
    ["count", numbers.count(of.all.count)],
    ["open", numbers.count(of.open)],
    ["answered", numbers.share(of.all.answered)],
    ["answer-days", numbers.days(of.all.answerDays)],
    ["solve-days", numbers.days(of.all.solveDays)],
    ["solved", numbers.share(of.all.solved)],
    ["late", numbers.share(of.all.late)],
  ] as const
  return (
    <dl className="board-big">
      {sums.map(([key, value]) => (
        <div key={key}>
          <dt>{t(`figures.${key}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

const terms = ["count", "answered", "days", "solved", "late", "league", "faculty", "few"] as const

function Counting({ of }: { of: Told }): ReactNode {
  const t = useWords("board")
  return (
    <section className="panel">
      <h2>{t("counting.title")}</h2>
      <dl className="board-counting">
        {terms.map((key) => (
          <div key={key}>
            <dt>{t(`counting.${key}`)}</dt>
            <dd>{t(`counting.${key}-is`, { fewest: of.fewest, from: of.comparedFrom })}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
