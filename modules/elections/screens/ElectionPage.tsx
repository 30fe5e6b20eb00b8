import type { ReactNode } from "react"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { Go, useParam } from "#kit/web/nav.tsx"
import { Page, PageOf } from "#kit/web/Page.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { AssemblyNav } from "#modules/assembly/screens/forms.ts"
import { CoursePanel } from "#modules/courses/screens/forms.ts"
import { one } from "../contract-asked.ts"
import { About } from "./About.tsx"
import { CancelForm } from "./Deeds.tsx"
import { NextStep } from "./NextStep.tsx"
import { Requirements } from "./Requirements.tsx"
import { ResultTable } from "./ResultTable.tsx"
import "./elections.css"

export type Election = Out<typeof one>

/** Something happens from minute to minute: the page follows. */
const lively = new Set(["preparing", "open", "closed", "counted"])

/** One round of one vote: what comes next and for whom, then everything there is to know of it. */
export default function ElectionPage(): ReactNode {
  const t = useWords("elections")
  const id = useParam("id")
  const first = useAsk(one, { id })
  const following = first.data !== undefined && lively.has(first.data.state)
  // The same answer, asked again every few seconds while something may happen.
  useAsk(one, { id }, { when: following, ...(following ? { every: 4_000 } : {}) })
  return (
    <PageOf of={first} title={t("room")}>
      {(of) => <Shown of={of} />}
    </PageOf>
  )
}

function Shown({ of }: { of: Election }): ReactNode {
  const t = useWords("elections")
  return (
    <Page
      title={of.title}
      lead={
        <>
          {of.round > 1 ? `${t("round", { n: of.round })} · ` : ""}
          {t("list.terms", { seats: of.seats })} · {t(`mode.${of.mode}`)} · {t(`method.${of.method}`)}
        </>
      }
      actions={
        of.can.change ? (
          <Go to={`/office/elections/${of.id}/change`} className="button">
            {t("terms.change")}
          </Go>
        ) : null
      }
    >
      <AssemblyNav id={of.assembly.id} now="elections" />
      <NextStep of={of} />
      {of.state === "preparing" ? <Requirements of={of} /> : null}
      {of.result ? (
        <section className="panel">
          <h2>{t("result.title")}</h2>
          <ResultTable of={of.result} method={of.method} seats={of.seats} />
        </section>
      ) : null}
      {of.course ? (
        <section className="panel">
          <h2>{t("page.course")}</h2>
          {of.follows ? <CoursePanel id={of.course} /> : <p>{t("page.course-others")}</p>}
        </section>
      ) : null}
      <About of={of} />
      <Rules of={of} />
      <Papers of={of} />
      <Rounds of={of} />
      {of.can.cancel ? <CancelForm id={of.id} /> : null}
    </Page>
  )
}

function Rules({ of }: { of: Election }): ReactNode {
  const t = useWords("elections")
  const say = useSay()
  const { adopted, text } = of.rules
  return (
    <section className="panel">
      <h2>
        {t("rules.title")}{" "}
        <span className={adopted ? "tag elections-ratified" : "tag"}>
          {t(adopted ? "rules.adopted" : "rules.draft")}
        </span>
      </h2>
      <p className="muted">
        {adopted ? t("rules.by", { day: say.day(adopted.on), basis: adopted.basis }) : t("rules.draft-more")}
      </p>
      <details>
        <summary>{t("rules.read")}</summary>
        <p className="elections-rules" lang="zh-CN">
          {text}
        </p>
      </details>
    </section>
  )
}

function Papers({ of }: { of: Election }): ReactNode {
  const t = useWords("elections")
  return (
    <section className="panel">
      <h2>{t("page.papers")}</h2>
      <ul className="elections-papers" lang="zh-CN">
        {of.papers.map((p) => (
          <li key={p.href}>
            <a href={p.href} download>
              {p.name}
            </a>
          </li>
        ))}
      </ul>
      {of.method === "electronic" && of.openedAt ? (
        <p>
          <Go to={`/vote/${of.id}/board`} className="button">
            {t("board.go")}
          </Go>
        </p>
      ) : null}
    </section>
  )
}

function Rounds({ of }: { of: Election }): ReactNode {
  const t = useWords("elections")
  if (of.rounds.length < 2) return null
  return (
    <section className="panel">
      <h2>{t("page.rounds")}</h2>
      <ul className="elections-papers">
        {of.rounds.map((r) => (
          <li key={r.id}>
            {r.id === of.id ? (
              <b>{t("round", { n: r.round })}</b>
            ) : (
              <Go to={`/office/elections/${r.id}`}>{t("round", { n: r.round })}</Go>
            )}{" "}
            <span className={`tag elections-${r.state}`}>{t(`state.${r.state}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
