import type { ReactNode } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { Go, useParam } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { one } from "../contract.ts"
import { Agenda } from "./Agenda.tsx"
import { Minutes } from "./Minutes.tsx"
import { NextStep } from "./NextStep.tsx"
import "./meetings.css"

export type Meeting = Out<typeof one>

/** One meeting, through its day: what comes next on top, then the agenda, who was there, the minutes. */
export default function MeetingPage(): ReactNode {
  const t = useWords("meetings")
  const id = useParam("id")
  const asked = useAsk(one, { id })
  return (
    <Answer of={asked} rows={10}>
      {(of) => (
        <Page
          title={of.title}
          lead={of.union.name}
          actions={
            <Go to={`/office/meetings?union=${of.union.id}`} className="button">
              {t("page.all")}
            </Go>
          }
        >
          {of.state === "open" ? <Live id={id} /> : null}
          <NextStep of={of} />
          <About of={of} />
          <Agenda of={of} />
          {of.state === "closed" ? <Minutes of={of} /> : null}
        </Page>
      )}
    </Answer>
  )
}

/** While it goes on, everybody's page follows what the others do. */
function Live({ id }: { id: string }): ReactNode {
  useAsk(one, { id }, { every: 4_000 })
  return null
}

function About({ of }: { of: Meeting }): ReactNode {
  const t = useWords("meetings")
  const say = useSay()
  const there = (presence: "present" | "leave" | "absent") =>
    of.members.filter((m) => m.presence === presence).map((m) => m.name)
  const called = of.members.some((m) => m.presence !== null)
  const line = (label: string, names: readonly string[]) =>
    names.length > 0 ? (
      <>
        <dt>{label}</dt>
        <dd>{names.join("、")}</dd>
      </>
    ) : null
  return (
    <section className="panel">
      <h2>{t("about.title")}</h2>
      <dl className="facts">
        <dt>{t("about.when")}</dt>
        <dd>
          {say.day(of.day)} {of.time}
        </dd>
        <dt>{t("about.where")}</dt>
        <dd>{of.place}</dd>
        <dt>{t("about.convener")}</dt>
        <dd>
          {of.convener.name} <span className="tag">{t(`as.${of.convenedAs}`)}</span>
        </dd>
        {line(t("about.presiding"), of.presiding ? [of.presiding] : [])}
        {called
          ? null
          : line(
              t("about.members"),
              of.members.map((m) => m.name),
            )}
        {line(t("presence.present"), there("present"))}
        {line(t("presence.leave"), there("leave"))}
        {line(t("presence.absent"), there("absent"))}
        {line(t("about.guests"), of.guests)}
        <dt>{t("about.quorum")}</dt>
        <dd>
          {t("about.quorum-says", { needed: of.quorum.needed, members: of.members.length })}
          {called ? (
            <span className={of.quorum.met ? "meetings-met" : "meetings-late"}>
              {" "}
              {t(of.quorum.met ? "about.met" : "about.unmet", { present: of.quorum.present })}
            </span>
          ) : null}
        </dd>
      </dl>
      <p className="muted meetings-reading">
        <ClauseLabel clause="2.2c" /> <span lang="zh-CN">{of.reading}</span>
      </p>
    </section>
  )
}
