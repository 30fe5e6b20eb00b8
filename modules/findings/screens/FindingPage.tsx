import { FileDoneOutlined, MessageOutlined } from "@ant-design/icons"
import { clauseLabel } from "@qiaoliang/clause"
import { Button } from "antd"
import { type ReactNode, useState } from "react"
import { Can } from "#kit/web/Can.tsx"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { Go, useAsOf, useParam } from "#kit/web/nav.tsx"
import { Page, PageOf } from "#kit/web/Page.tsx"
import { useSettings } from "#kit/web/settings.ts"
import { useAsk } from "#kit/web/use.ts"
import { Verdict } from "#kit/web/Verdict.tsx"
import { useWords } from "#kit/web/words.ts"
import { AttestForm, ExplainForm } from "#modules/evidence/screens/forms.ts"
import { findingsOne } from "../contract.ts"
import { listAddress } from "./addresses.ts"
import { verdictOrder } from "./FindingsHome.tsx"
import { Judged } from "./Judged.tsx"
import "./finding.css"

export type One = Out<typeof findingsOne>

/** One clause over one union: its words, what was found and why, and what can be done about it. */
export default function FindingPage(): ReactNode {
  const t = useWords("findings")
  const [unionId, clause] = [useParam("union"), useParam("clause")]
  const [asOf] = useAsOf()
  const asked = useAsk(findingsOne, { unionId, clause, asOf }, { keep: true })
  return (
    <PageOf of={asked} title={t("home.title")}>
      {(one) => <Whole one={one} />}
    </PageOf>
  )
}

function Whole({ one }: { one: One }): ReactNode {
  const t = useWords("findings")
  const { language } = useSettings()
  const [form, setForm] = useState<"explain" | "attest">()
  const { union, clause, findings, can, questions } = one
  const label = clauseLabel(clause.id, language)
  const subjects = [...new Set(findings.flatMap((f) => (f.subject ? [f.subject] : [])))]
  const inOrder = findings.toSorted(
    (a, b) => verdictOrder.indexOf(a.verdict) - verdictOrder.indexOf(b.verdict),
  )
  const article = clause.id.split(".")[0]!
  return (
    <Page
      title={`${label}　${union.name}`}
      lead={
        <Go to={listAddress({ union: union.id, article, view: "clauses" })}>
          {t("one.back", { article: t(`article.${article}.title`) })}
        </Go>
      }
      actions={
        <>
          <Can of={can} verb="attest">
            {questions.length ? (
              <Button icon={<FileDoneOutlined />} onClick={() => setForm("attest")}>
                {t("one.attest")}
              </Button>
            ) : null}
          </Can>
          <Can of={can} verb="explain">
            <Button icon={<MessageOutlined />} onClick={() => setForm("explain")}>
              {t("one.explain")}
            </Button>
          </Can>
        </>
      }
    >
      <Words of={clause} />
      {one.unmechanised && findings.length === 0 ? <Unmechanised reason={one.unmechanised} /> : null}
      {findings.length === 0 && !one.unmechanised ? (
        <p className="panel findings-top">{t("one.not-asked")}</p>
      ) : null}
      {inOrder.map((f) => (
        <Judged key={`${f.verdict}/${f.subject}/${f.because}`} finding={f} force={clause.force} />
      ))}
      <Readings of={one} />
      <Questions of={one} onAnswer={() => setForm("attest")} />
      <History of={one} />
      {form === "explain" ? (
        <ExplainForm
          unionId={union.id}
          clause={clause.id}
          subjects={subjects}
          force={clause.force}
          onClose={() => setForm(undefined)}
        />
      ) : null}
      {form === "attest" ? (
        <AttestForm unionId={union.id} questions={questions} onClose={() => setForm(undefined)} />
      ) : null}
    </Page>
  )
}

/** The clause in its own words; the part the rule rests on is marked. */
function Words({ of: { id, words, quote, force } }: { of: One["clause"] }): ReactNode {
  const t = useWords("findings")
  const frame = useWords()
  const at = quote ? words.indexOf(quote) : -1
  return (
    <figure className="clause">
      <blockquote lang="zh-CN">
        {at < 0 ? (
          words
        ) : (
          <>
            {words.slice(0, at)}
            <mark>{quote}</mark>
            {words.slice(at + quote.length)}
          </>
        )}
      </blockquote>
      <figcaption className="findings-caption">
        <span>
          {frame("clause.opinions")} <ClauseLabel clause={id} />
        </span>
        <span className={`findings-force findings-force-${force}`}>{t(`force.${force}`)}</span>
        <span>{t(`force-more.${force}`)}</span>
      </figcaption>
    </figure>
  )
}

function Unmechanised({ reason }: { reason: string }): ReactNode {
  const t = useWords("findings")
  return (
    <section className="panel findings-top">
      <h2>{t("one.unmechanised")}</h2>
      <p className="findings-para" lang="zh-CN">
        {reason}
      </p>
    </section>
  )
}

/** How the clause is read here, and what each other reading would give. */
function Readings({ of: { readings, findings } }: { of: One }): ReactNode {
  const t = useWords("findings")
  if (readings.length < 2) return null
  const subjects = findings.map((f) => f.subject)
  return (
    <section className="panel findings-top">
      <h2>{t("readings.title")}</h2>
      <p className="muted findings-para">{t("readings.lead")}</p>
      <ul className="findings-readings">
        {readings.map((r) => (
          <li key={r.key} className={r.chosen ? "findings-chosen" : undefined}>
            <p>
              <b lang="zh-CN">{r.label}</b>
              {r.chosen ? <span className="tag">{t("readings.chosen")}</span> : null}
            </p>
            <p className="muted" lang="zh-CN">
              {t("readings.source", { source: r.source })}
            </p>
            <ul>
              {r.results.map((x, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the results stand in the order of the findings
                <li key={i}>
                  <Verdict is={x.verdict} />
                  <span lang="zh-CN">
                    {subjects.length > 1 && subjects[i] ? `${subjects[i]}：` : ""}
                    {x.because}
                  </span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What an office-holder may answer for this clause. */
function Questions({ of: { questions, can }, onAnswer }: { of: One; onAnswer: () => void }): ReactNode {
  const t = useWords("findings")
  if (questions.length === 0) return null
  return (
    <section className="panel findings-top">
      <h2>{t("questions.title")}</h2>
      <ul className="findings-questions" lang="zh-CN">
        {questions.map((q) => (
          <li key={q.id}>{q.prompt}</li>
        ))}
      </ul>
      {can.attest ? (
        <Button onClick={onAnswer} className="findings-answer">
          {t("one.attest")}
        </Button>
      ) : (
        <p className="muted findings-para">{t("questions.who")}</p>
      )}
    </section>
  )
}

function History({ of: { history } }: { of: One }): ReactNode {
  const t = useWords("findings")
  const say = useSay()
  return (
    <section className="panel findings-top">
      <h2>{t("history.title")}</h2>
      {history.length === 0 ? <p className="muted findings-para">{t("history.none")}</p> : null}
      <ol className="findings-history">
        {history.map((h) => (
          <li key={`${h.from}/${h.subject}/${h.verdict}/${h.because}`}>
            <p className="muted">
              {t("history.span", {
                from: say.recorded(h.from),
                to: h.to ? say.recorded(h.to) : t("history.now"),
              })}
            </p>
            <p>
              <Verdict is={h.verdict} /> {h.subject ? <span className="tag">{h.subject}</span> : null}
            </p>
            <p lang="zh-CN">{h.because}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}
