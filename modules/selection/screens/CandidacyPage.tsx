import { DownloadOutlined } from "@ant-design/icons"
import { Button } from "antd"
import type { ReactNode } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { Go, useParam } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { Verdict } from "#kit/web/Verdict.tsx"
import { useWords } from "#kit/web/words.ts"
import { CoursePanel } from "#modules/courses/screens/forms.ts"
import { one } from "../contract.ts"
import { Changes } from "./Effects.tsx"
import "./selection.css"

type Seen = Out<typeof one>

/** One application on its way: who it is, how he or she stands today, what was written, the chain. */
export default function CandidacyPage(): ReactNode {
  const id = useParam("id")
  return (
    <Answer of={useAsk(one, { id })} rows={10}>
      {(seen) => <Whole seen={seen} />}
    </Answer>
  )
}

function Whole({ seen }: { seen: Seen }): ReactNode {
  const t = useWords("selection")
  const { line, call, can } = seen
  return (
    <Page
      title={t("one.title", { name: line.name, post: `${call.union}${line.post}` })}
      lead={can.slate ? <Go to={`/office/selection/calls/${call.id}`}>{call.title}</Go> : call.title}
      actions={
        can.slate ? (
          <Button icon={<DownloadOutlined />} href={`/api/selection/form.docx?application=${line.id}`}>
            {t("papers.form")}
          </Button>
        ) : null
      }
    >
      <div className="selection-one">
        <div className="panel">
          {line.outcome === "passed" ? <Came seen={seen} /> : null}
          <CoursePanel id={line.courseId} />
        </div>
        <div className="selection-aside">
          <Person seen={seen} />
          {can.effect && line.outcome === null ? (
            <section className="panel selection-effects">
              <h2>{t("effect.one")}</h2>
              <Changes of={line.worse} />
            </section>
          ) : null}
        </div>
        <Words seen={seen} />
      </div>
    </Page>
  )
}

/** What came of it: a place on the roster, or a candidate whom the congress has yet to elect (5.1). */
function Came({ seen: { line, call } }: { seen: Seen }): ReactNode {
  const t = useWords("selection")
  const candidate = line.postKind.endsWith("presidium")
  return (
    <p className="selection-came" role="status">
      <b>{t(candidate ? "one.candidate" : "one.on-roster", { name: line.name, post: line.post })}</b>{" "}
      {candidate ? (
        <>
          <span>{t("one.candidate-next")}</span> <ClauseLabel clause="5.1" />
        </>
      ) : (
        <Go to={`/office/unions/${call.unionId}`}>{t("one.roster", { union: call.union })}</Go>
      )}
    </p>
  )
}

function Person({ seen: { line, political, major, submittedOn } }: { seen: Seen }): ReactNode {
  const t = useWords("selection")
  const say = useSay()
  const facts: readonly [string, ReactNode][] = [
    ["number", line.number],
    ["sex", line.sex],
    [
      "class",
      `${line.faculty} ${t("grade", { grade: line.grade })} ${line.className ?? t("slate.no-class")}`,
    ],
    ["major", major],
    ["political", political],
    ["source", line.source],
    ["submitted", say.day(submittedOn)],
  ]
  return (
    <section className="panel">
      <h2>{t("one.person")}</h2>
      <dl className="facts">
        {facts.map(([key, value]) =>
          value ? (
            <div key={key} className="selection-fact">
              <dt>{t(`one.${key}`)}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
      <h3>{t("one.standing")}</h3>
      <ul className="selection-standing">
        {line.standing.map((s) => (
          <li key={s.clause}>
            <Verdict is={s.verdict} /> <ClauseLabel clause={s.clause} />
            <span lang="zh-CN">{s.because}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Words({ seen: { statement, achievements } }: { seen: Seen }): ReactNode {
  const t = useWords("selection")
  return (
    <section className="panel selection-words">
      <h2>{t("one.statement")}</h2>
      <p>{statement}</p>
      {achievements ? (
        <>
          <h2>{t("one.achievements")}</h2>
          <p>{achievements}</p>
        </>
      ) : null}
    </section>
  )
}
