import { Button, Input, Radio } from "antd"
import { type ReactNode, useState } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { Go, useParam } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer, Problem } from "#kit/web/states.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { rules, settle } from "../contract.ts"
import "./meetings.css"

type Rules = Out<typeof rules>

/** What a union counts as important, and how many must be present; every version kept. */
export default function RulesPage(): ReactNode {
  const t = useWords("meetings")
  const union = useParam("id")
  return (
    <Answer of={useAsk(rules, { union })} rows={8}>
      {(of) => (
        <Page
          title={t("rules.title", { union: of.union.name })}
          lead={t("rules.lead")}
          actions={
            <Go to={`/office/meetings?union=${union}`} className="button">
              {t("page.all")}
            </Go>
          }
          narrow
        >
          {of.can.settle ? <RulesForm key={of.versions.length} of={of} /> : <Shown of={of} />}
          <Versions of={of} />
        </Page>
      )}
    </Answer>
  )
}

function Shown({ of }: { of: Rules }): ReactNode {
  const t = useWords("meetings")
  return (
    <section className="panel">
      <h2>
        {t("rules.matters")} <ClauseLabel clause="2.2a" />
      </h2>
      <ul className="meetings-matters">
        {of.matters.map((m) => (
          <li key={m}>{m}</li>
        ))}
      </ul>
      <p>
        {t("rules.quorum")}：{t(`quorum.${of.quorum}`)}
      </p>
      <p className="muted">{t("rules.by", { source: of.source })}</p>
    </section>
  )
}

function RulesForm({ of }: { of: Rules }): ReactNode {
  const t = useWords("meetings")
  const [text, setText] = useState(of.matters.join("\n"))
  const [quorum, setQuorum] = useState(of.quorum)
  const [source, setSource] = useState("")
  const { run, busy, refused } = useDo(settle, { quiet: true, done: t("rules.done") })
  const matters = text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
  return (
    <section className="panel">
      <h2>
        {t("rules.matters")} <ClauseLabel clause="2.2a" />
      </h2>
      {refused ? <Problem refusal={refused} /> : null}
      <div className="meetings-field">
        <label htmlFor="rules-one-a-line">{t("rules.one-a-line")}</label>
        <Input.TextArea
          id="rules-one-a-line"
          autoSize={{ minRows: 6, maxRows: 20 }}
          value={text}
          onChange={(e) => setText(e.target.value)}
        />
      </div>
      <div className="meetings-field">
        <span id="quorum-label">{t("rules.quorum-more")}</span>
        <Radio.Group
          aria-labelledby="quorum-label"
          className="meetings-choices"
          value={quorum}
          onChange={(e) => setQuorum(e.target.value as Rules["quorum"])}
          options={(["half", "two-thirds", "all"] as const).map((value) => ({
            value,
            label: t(`quorum.${value}`),
          }))}
        />
      </div>
      <div className="meetings-field">
        <label htmlFor="rules-source">{t("rules.source")}</label>
        <Input
          id="rules-source"
          value={source}
          maxLength={300}
          placeholder={t("rules.source-like")}
          onChange={(e) => setSource(e.target.value)}
        />
      </div>
      <Button
        type="primary"
        loading={busy}
        disabled={source.trim().length < 2}
        onClick={() => void run({ union: of.union.id, matters, quorum, source: source.trim() })}
      >
        {t("rules.submit")}
      </Button>
    </section>
  )
}

function Versions({ of }: { of: Rules }): ReactNode {
  const t = useWords("meetings")
  const say = useSay()
  return (
    <section className="panel">
      <h2>{t("rules.history")}</h2>
      {of.versions.length === 0 ? <p className="muted">{t("rules.usual")}</p> : null}
      {of.versions.map((v) => (
        <details key={v.version} className="meetings-version">
          <summary>
            {t("rules.version", { version: v.version, by: v.by, time: say.recorded(v.at) })}{" "}
            <span className="muted">{v.source}</span>
          </summary>
          <p>
            {t("rules.quorum")}：{t(`quorum.${v.quorum}`)}
          </p>
          <ul className="meetings-matters">
            {v.matters.map((m) => (
              <li key={m}>{m}</li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  )
}
