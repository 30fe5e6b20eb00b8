import type { ReactNode } from "react"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { Go } from "#kit/web/nav.tsx"
import { useWords } from "#kit/web/words.ts"
import { bars, lines } from "../chart.ts"
import type { content } from "../contract.ts"
import { Chart } from "./Chart.tsx"
import { Months } from "./Months.tsx"
import { Tag } from "./Tag.tsx"
import { useNumbers } from "./words.ts"
import "./board.css"
import "./briefing.css"
import "./figures.css"

type Content = Out<{ kind: "query"; name: string; input: never; output: typeof content }>
type Listed = Content["shared"][number]

/** A 简报 as a page: the same for everybody, before and after it is published. */
export function BriefingView({ of }: { of: Content }): ReactNode {
  const t = useWords("board")
  const say = useSay()
  const numbers = useNumbers()
  const bar = (c: { name: string; count: number | null }) => ({
    name: c.name,
    value: c.count,
    said: numbers.count(c.count),
  })
  const f = of.figures
  const sums = [
    ["received", numbers.count(f.received)],
    ["before", numbers.count(f.before)],
    ["answered", numbers.count(f.answered)],
    ["solved", numbers.count(f.solved)],
    ["late", numbers.count(f.late)],
    ["answer-days", numbers.days(f.answerDays)],
    ["rated", numbers.share(f.rated)],
  ] as const
  return (
    <div className="briefing">
      {of.words ? (
        <section className="panel briefing-words" lang="zh-CN">
          <h2>{t("briefing.words")}</h2>
          {of.words.split(/\n+/).map((p) => (
            <p key={p}>{p}</p>
          ))}
        </section>
      ) : null}
      <section>
        <h2 className="unseen">{t("briefing.overview")}</h2>
        <dl className="board-big">
          {sums.map(([key, value]) => (
            <div key={key}>
              <dt>{t(`briefing.${key}`)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      {of.months.length > 1 ? (
        <section className="panel board-pair">
          <Chart
            of={lines(
              [t("figures.raised"), t("figures.answered-count")],
              of.months.map((m) => ({
                label: numbers.shortMonth(m.month),
                values: [m.raised, m.answered],
              })),
            )}
            label={t("figures.by-month")}
          />
          <Months of={of.months} />
        </section>
      ) : null}
      <section className="panel">
        <h2>{t("briefing.kinds")}</h2>
        <div className="board-pair">
          <Chart of={bars(of.fields.map(bar))} label={t("figures.chart-field")} />
          <Chart of={bars(of.categories.slice(0, 8).map(bar))} label={t("figures.chart-category")} />
        </div>
        <Pairs
          label={t("briefing.kinds")}
          head={[t("find.category"), t("figures.count")]}
          rows={[...of.fields, ...of.categories].map((c) => [c.name, numbers.count(c.count)])}
        />
        <Pairs
          label={t("briefing.outcomes")}
          head={[t("briefing.outcomes"), t("figures.count")]}
          rows={of.outcomes.map((o) => [`${o.outcome} ${o.name}`, numbers.count(o.count)])}
        />
      </section>
      {of.offices.length > 0 ? (
        <section className="panel">
          <h2>{t("briefing.offices")}</h2>
          <Pairs
            label={t("briefing.offices")}
            head={[t("find.office"), t("briefing.sent"), t("briefing.answered"), t("briefing.was-late")]}
            rows={of.offices.map((o) => [
              o.name,
              numbers.count(o.sent),
              numbers.count(o.answered),
              numbers.count(o.late),
            ])}
          />
        </section>
      ) : null}
      <Needs title={t("briefing.shared")} of={of.shared} />
      <Needs title={t("briefing.done")} of={of.solved} />
      <Needs title={t("briefing.overdue")} of={of.late} late />
      {of.answers.length > 0 ? (
        <section className="panel">
          <h2>{t("briefing.answers")}</h2>
          <ul className="briefing-needs">
            {of.answers.map((a) => (
              <li key={a.id}>
                <NeedName of={a} />
                <p className="board-answer" lang="zh-CN">
                  <b>
                    {t(a.outcome ? "line.answer" : "line.answer-plain", {
                      office: a.office ?? "",
                      outcome: a.outcome ?? "",
                    })}
                  </b>
                  {a.answer}
                </p>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <p className="muted">{t("briefing.until", { day: say.day(of.until) })}</p>
    </div>
  )
}

function Needs({
  title,
  of,
  late = false,
}: {
  title: string
  of: readonly Listed[]
  late?: boolean
}): ReactNode {
  const t = useWords("board")
  if (of.length === 0) return null
  return (
    <section className="panel">
      <h2>{title}</h2>
      <ul className="briefing-needs">
        {of.map((l) => (
          <li key={l.id}>
            <NeedName of={l} />
            <p className="board-facts">
              <Tag state={l.state} late={late} />
              <span>{l.category}</span>
              {l.office ? <span>{l.office}</span> : null}
              {l.voices === null ? null : <span>{t("line.voices", { count: l.voices })}</span>}
              {l.days === null ? null : <span>{t("briefing.took", { count: l.days })}</span>}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function NeedName({ of }: { of: Listed }): ReactNode {
  const t = useWords("board")
  return (
    <p className="briefing-name" lang="zh-CN">
      <Go to={`/needs/${of.id}`}>{t("briefing.name", { nth: of.nth, title: of.title })}</Go>
    </p>
  )
}

interface PairsProps {
  readonly label: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

function Pairs({ label, head, rows }: PairsProps): ReactNode {
  return (
    <table className="board-table">
      <caption className="unseen">{label}</caption>
      <thead>
        <tr>
          {head.map((h) => (
            <th key={h} scope="col">
              {h}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...values]) => (
          <tr key={name}>
            <th scope="row" lang="zh-CN">
              {name}
            </th>
            {values.map((v, i) => (
              <td key={head[i + 1]}>{v}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
