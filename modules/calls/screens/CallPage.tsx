import { type ReactNode, useState } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { Go, useParam } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { one } from "../contract.ts"
import { ApplyForm } from "./ApplyForm.tsx"
import { Corrections } from "./Corrections.tsx"
import { Conditions, Days, Status, usePost } from "./Parts.tsx"

type Call = Out<typeof one>

/** One call: what is wanted, whether I meet the conditions, the form. */
export default function CallPage(): ReactNode {
  const id = useParam("id")
  return (
    <Answer of={useAsk(one, { id })} rows={8}>
      {(call) => (
        <Page title={call.title} lead={call.unionName}>
          <div className="calls-columns">
            <Summary call={call} />
            <aside className="calls-me">
              <Me call={call} />
            </aside>
            <Body call={call} />
          </div>
        </Page>
      )}
    </Answer>
  )
}

function Summary({ call }: { call: Call }): ReactNode {
  const t = useWords("calls")
  const say = useSay()
  const post = usePost()
  return (
    <section className="panel calls-summary" aria-label={t("call.summary")}>
      <p>
        <Status is={call.status} /> <Days of={call} />
      </p>
      {call.endedBecause ? (
        <p className="calls-ended" lang="zh-CN">
          {t(call.status === "cancelled" ? "call.cancelled" : "call.closed", {
            because: call.endedBecause,
            day: say.day(call.closedOn ?? call.closesOn),
          })}
        </p>
      ) : null}
      <table className="calls-posts">
        <thead>
          <tr>
            <th scope="col">{t("call.post")}</th>
            <th scope="col">{t("call.number")}</th>
          </tr>
        </thead>
        <tbody>
          {call.posts.map((p) => (
            <tr key={p.id}>
              <td>{post(p)}</td>
              <td>{t("people", { count: p.number })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Body({ call }: { call: Call }): ReactNode {
  const t = useWords("calls")
  return (
    <div className="calls-body">
      <section className="panel">
        <h2>{t("call.text")}</h2>
        <p className="calls-text" lang="zh-CN">
          {call.text}
        </p>
        <p className="calls-small">
          <span className="muted">{t("call.contact")}</span> {call.contact}
        </p>
      </section>
      <section className="panel">
        <h2>{t("call.conditions")}</h2>
        <ul className="calls-asked">
          {call.conditions.map((c) => (
            <li key={c.clause}>
              <ClauseLabel clause={c.clause} />
              <blockquote lang="zh-CN">{c.words.replace(/[，；]$/, "")}</blockquote>
              {c.local ? <p className="calls-small">{t("call.local", { limit: c.local })}</p> : null}
              {c.reading ? (
                <p className="muted calls-small" lang="zh-CN">
                  {t("call.reading", { reading: c.reading })}
                </p>
              ) : null}
            </li>
          ))}
        </ul>
        <p className="muted calls-small">
          {t("call.everybody")} <ClauseLabel clause="4.4" />
        </p>
      </section>
      {call.corrections.length ? (
        <section className="panel">
          <h2>{t("call.corrections")}</h2>
          <Corrections of={call.corrections} />
        </section>
      ) : null}
    </div>
  )
}

/** Whether I meet the conditions comes first; then the form, or why not. */
function Me({ call }: { call: Call }): ReactNode {
  const t = useWords("calls")
  const [writing, setWriting] = useState(false)
  const { me } = call
  if (!me)
    return (
      <section className="panel">
        <h2>{t("me.title")}</h2>
        <p>{t("me.sign-in")}</p>
        <Go to={`/sign-in?back=/calls/${call.id}`} className="button button-main">
          {t("me.sign-in-go")}
        </Go>
      </section>
    )
  const applied = me.applications.filter((a) => a.status !== "withdrawn")
  const left = call.posts.filter((p) => !applied.some((a) => a.postId === p.id))
  const mayApply = call.status === "open" && (me.fit === "met" || me.fit === "unknown") && left.length > 0
  return (
    <section className="panel" aria-label={t("me.title")}>
      <h2>{t("me.title")}</h2>
      {me.fit === "outside" || me.fit === "none" ? (
        <p lang="zh-CN">
          {me.because}
          {me.cure ? <span className="muted">{me.cure}</span> : null}
        </p>
      ) : (
        <>
          <p className={`calls-said calls-fit-${me.fit}`}>{t(`me.${me.fit}`)}</p>
          <Conditions of={me.conditions} />
        </>
      )}
      {applied.length ? (
        <p className="calls-applied">
          {t("me.applied", { count: applied.length })} <Go to="/calls/mine">{t("mine.title")}</Go>
        </p>
      ) : null}
      {mayApply && !writing ? (
        <button type="button" className="button button-main" onClick={() => setWriting(true)}>
          {t(applied.length ? "apply.another" : "apply.go")}
        </button>
      ) : null}
      {mayApply && writing ? <ApplyForm call={call} posts={left} onDone={() => setWriting(false)} /> : null}
      {call.status === "upcoming" ? <p className="muted">{t("me.upcoming")}</p> : null}
    </section>
  )
}
