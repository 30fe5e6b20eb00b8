import { type ReactNode, useState } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import type { Out } from "#kit/web/call.ts"
import { Go, useParam } from "#kit/web/nav.tsx"
import { Page, PageOf } from "#kit/web/Page.tsx"
import { Problem } from "#kit/web/states.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { projectsCall, projectsSignUp, projectsTakeShift, projectsWithdraw } from "../public-contract.ts"
import { PublicSummary } from "./PublicSummary.tsx"
import { useTell } from "./say.ts"
import "./volunteer.css"

export type Called = Out<typeof projectsCall>

/** One project for a reader on a phone: what it is, whether one may join, one's own place in it. */
export default function Call(): ReactNode {
  const t = useWords("projects")
  const asked = useAsk(projectsCall, { id: useParam("id") })
  return (
    <PageOf of={asked} title={t("calls.title")}>
      {(p) => <Shown of={p} />}
    </PageOf>
  )
}

function Shown({ of: p }: { of: Called }): ReactNode {
  const t = useWords("projects")
  const tell = useTell()
  return (
    <Page narrow title={p.title} lead={`${p.host} · ${tell.days(p.startsOn, p.endsOn)}`}>
      <section className="panel">
        <p className="vol-purpose">{p.purpose}</p>
        <dl className="facts">
          <dt>{t("call.for")}</dt>
          <dd>{p.faculty ? t("call.for-faculty", { faculty: p.faculty }) : t("call.for-all")}</dd>
          {p.status === "closed" ? null : (
            <>
              <dt>{t("call.places")}</dt>
              <dd>{t("call.places-of", { wanted: p.wanted, left: p.left })}</dd>
              <dt>{t("call.until")}</dt>
              <dd>{tell.day(p.callUntil)}</dd>
              <dt>{t("call.admits")}</dt>
              <dd>{t(`plan.${p.admits}`)}</dd>
            </>
          )}
          {p.societies.length || p.classes ? (
            <>
              <dt>{t("plan.ground")}</dt>
              <dd>
                {[...(p.classes ? [t("call.classes", { count: p.classes })] : []), ...p.societies].join(
                  t("comma"),
                )}
              </dd>
            </>
          ) : null}
        </dl>
        <p className="muted vol-terms">
          {t("call.terms")} <ClauseLabel clause="3.10" />
        </p>
      </section>
      {p.status === "closed" ? <Closed of={p} /> : <Joining of={p} />}
      {p.shifts.length && p.status !== "closed" ? <Shifts of={p} /> : null}
    </Page>
  )
}

function Closed({ of: p }: { of: Called }): ReactNode {
  const t = useWords("projects")
  return (
    <>
      <p className="panel">{t(p.outcome === "cancelled" ? "call.cancelled" : "call.closed")}</p>
      {p.summary ? <PublicSummary of={p.summary} /> : null}
    </>
  )
}

function Joining({ of: p }: { of: Called }): ReactNode {
  const t = useWords("projects")
  const { signedIn } = useViewer()
  const [wish, setWish] = useState("")
  const [sure, setSure] = useState(false)
  const join = useDo(projectsSignUp, { quiet: true, done: t("call.joined") })
  const leave = useDo(projectsWithdraw, { quiet: true, done: t("call.left") })
  const refused = join.refused ?? leave.refused
  return (
    <section className="panel vol-join" aria-label={t("call.own")}>
      {refused ? <Problem refusal={refused} /> : null}
      {p.mine ? (
        <p className="vol-standing">
          <b>{t(`standing.${p.mine.state}`)}</b>
          {p.mine.because ? <span className="muted">{p.mine.because}</span> : null}
        </p>
      ) : null}
      {p.can.signUp && !signedIn ? (
        <Go to={`/sign-in?back=${encodeURIComponent(`/volunteer/${p.id}`)}`} className="button button-main">
          {t("call.sign-in")}
        </Go>
      ) : null}
      {p.can.signUp && signedIn ? (
        <form
          onSubmit={(e) => {
            e.preventDefault()
            void join.run({ id: p.id, ...(wish.trim() ? { wish } : {}) })
          }}
        >
          <label>
            <span>{t("call.wish")}</span>
            <textarea rows={2} maxLength={200} value={wish} onChange={(e) => setWish(e.target.value)} />
          </label>
          <p className="muted">{t("call.data")}</p>
          <button type="submit" className="button button-main" disabled={join.busy}>
            {t(p.left > 0 || p.admits === "chosen" ? "call.sign-up" : "call.wait")}
          </button>
        </form>
      ) : null}
      {p.can.withdraw ? (
        sure ? (
          <p className="vol-sure">
            <span>{t("call.leave-ask")}</span>
            <button
              type="button"
              className="button"
              disabled={leave.busy}
              onClick={() => void leave.run({ id: p.id })}
            >
              {t("call.leave")}
            </button>
            <button type="button" className="button" onClick={() => setSure(false)}>
              {t("call.stay")}
            </button>
          </p>
        ) : (
          <button type="button" className="button" onClick={() => setSure(true)}>
            {t("call.leave")}
          </button>
        )
      ) : null}
      {!p.can.signUp && !p.mine ? <p className="muted">{t("call.shut")}</p> : null}
    </section>
  )
}

function Shifts({ of: p }: { of: Called }): ReactNode {
  const t = useWords("projects")
  const tell = useTell()
  const { run, busy, refused } = useDo(projectsTakeShift, { quiet: true })
  return (
    <section className="panel">
      <h2>{t("tab.shifts-public")}</h2>
      {refused ? <Problem refusal={refused} /> : null}
      <ul className="vol-shifts">
        {p.shifts.map((s) => (
          <li key={s.id}>
            <span>
              <b>{s.title}</b>
              <span>{tell.span(s.startsAt, s.endsAt)}</span>
              <span className="muted">{s.place}</span>
            </span>
            {p.can.takeShifts ? (
              <button
                type="button"
                className={s.mine ? "button" : "button button-main"}
                disabled={busy || (!s.mine && s.left === 0)}
                onClick={() => void run({ shiftId: s.id, on: !s.mine })}
              >
                {t(s.mine ? "call.drop-shift" : s.left === 0 ? "calls.full" : "call.take-shift")}
              </button>
            ) : (
              <em className="tag">{s.left > 0 ? t("calls.left", { count: s.left }) : t("calls.full")}</em>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
