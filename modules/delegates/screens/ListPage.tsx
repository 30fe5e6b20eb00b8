import type { ReactNode } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { Go, useParam } from "#kit/web/nav.tsx"
import { Page, PageOf } from "#kit/web/Page.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { AssemblyNav } from "#modules/assembly/screens/forms.ts"
import { CoursePanel } from "#modules/courses/screens/forms.ts"
import { list } from "../contract.ts"
import { ElectForm } from "./ElectForm.tsx"
import { ProposeForm } from "./ProposeForm.tsx"
import { RecommendForm } from "./RecommendForm.tsx"
import "./delegates.css"

export type Listed = Out<typeof list>

/** The seats of one faculty, class or society: who was named, who was elected, what comes next. */
export default function ListPage(): ReactNode {
  const t = useWords("delegates")
  const asked = useAsk(list, { list: useParam("id") })
  return (
    <PageOf of={asked} title={t("list.title")}>
      {(of) => <Opened of={of} />}
    </PageOf>
  )
}

function Opened({ of }: { of: Listed }): ReactNode {
  const t = useWords("delegates")
  return (
    <Page
      title={t("list.of", { name: of.label })}
      lead={t("list.seats", { seats: of.seats, filled: of.filled })}
    >
      <AssemblyNav id={of.assembly.id} now="delegates" />
      <p className="delegates-plain">
        <Go to={`/office/delegates/${of.assembly.id}`}>{t("list.all")}</Go>
      </p>
      <Wanted of={of} />
      {of.can["delegates.recommend"] ? <RecommendForm of={of} /> : null}
      {of.can["delegates.elect"] ? <ElectForm key={of.rounds.length} of={of} /> : null}
      {of.can["delegates.propose"] ? <ProposeForm of={of} /> : null}
      <Nominees of={of} />
      <Meetings of={of} />
      {of.courseId && of.follows ? (
        <section className="panel">
          <h2>{t("list.course")}</h2>
          <CoursePanel id={of.courseId} />
        </section>
      ) : of.courseId || of.can["delegates.propose"] ? null : (
        <p className="muted">{t("list.waits-society")}</p>
      )}
    </Page>
  )
}

function Wanted({ of }: { of: Listed }): ReactNode {
  const t = useWords("delegates")
  if (of.unit === "society") return null
  const grades = of.shares.filter((s) => s.grade !== null)
  return (
    <section className="panel">
      <p className="delegates-plain">
        {t("list.needed", { seats: of.seats, needed: of.needed, named: of.nominees.length })}{" "}
        <span className="muted">
          <ClauseLabel clause="6.2" />
        </span>
      </p>
      {grades.length > 0 ? (
        <p className="delegates-plain muted">
          {t("list.shares")}
          {grades.map((s) => t("list.share", { grade: s.grade ?? "", seats: s.seats })).join(t("comma"))}
        </p>
      ) : null}
      {of.electedBy ? (
        <p className="delegates-plain muted">{t("list.elects", { name: of.electedBy })}</p>
      ) : null}
    </section>
  )
}

function Nominees({ of }: { of: Listed }): ReactNode {
  const t = useWords("delegates")
  if (of.nominees.length === 0) return null
  return (
    <section className="panel">
      <h2>{t("list.nominees", { count: of.nominees.length })}</h2>
      <ul className="delegates-rows">
        {of.nominees.map((n) => (
          <li key={n.id}>
            <span>
              <b>{n.name}</b> <span className="muted">{n.number}</span>
              <br />
              <small className="muted">
                {[
                  n.className ?? t("grade", { grade: n.grade }),
                  n.votes === null ? "" : t("list.class-votes", { count: n.votes }),
                  ...n.rounds.map((v, i) =>
                    v === null ? "" : t("list.round-votes", { round: i + 1, count: v }),
                  ),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </small>
              {n.because ? (
                <small className="delegates-doubt muted" lang="zh-CN">
                  {n.because}
                </small>
              ) : null}
            </span>
            <span className={`tag delegates-${n.state}`}>
              {n.state === "reserve"
                ? t("state.reserve-place", { place: n.reserve ?? "" })
                : t(`state.${n.state}`)}
            </span>
          </li>
        ))}
      </ul>
      {of.again.map((a) => (
        <p key={a.among.join()} className="delegates-late">
          {t(`list.again-${a.why}`, { seats: a.seats, names: a.among.join("、") })}
        </p>
      ))}
    </section>
  )
}

function Meetings({ of }: { of: Listed }): ReactNode {
  const t = useWords("delegates")
  const say = useSay()
  if (of.meetings.length + of.rounds.length === 0) return null
  return (
    <section className="panel">
      <h2>{t("list.records")}</h2>
      <ul className="delegates-rows">
        {of.meetings.map((m) => (
          <li key={m.className}>
            <span>
              <b>{t("list.meeting", { name: m.className })}</b> {say.day(m.heldOn)}
            </span>
            <span className="muted">
              {t("list.there", { present: m.present, people: m.people })} · {t("list.by", { name: m.by })}
            </span>
          </li>
        ))}
        {of.rounds.map((r) => (
          <li key={r.round}>
            <span>
              <b>{t("list.round", { round: r.round })}</b> {say.day(r.heldOn)}
            </span>
            <span className="muted">
              {t("list.due", { due: r.due, present: r.present })} · {t("list.by", { name: r.by })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
