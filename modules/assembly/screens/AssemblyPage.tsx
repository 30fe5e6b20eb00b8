import { Button } from "antd"
import { type ReactNode, useState } from "react"
import { Can } from "#kit/web/Can.tsx"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { Go, useParam } from "#kit/web/nav.tsx"
import { Page, PageOf } from "#kit/web/Page.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { CoursePanel } from "#modules/courses/screens/forms.ts"
import { one } from "../contract.ts"
import { AgendaPart } from "./AgendaPart.tsx"
import { AssemblyNav } from "./AssemblyNav.tsx"
import { CancelForm, ChangeForm } from "./ChangeForms.tsx"
import { Documents } from "./Documents.tsx"
import { Readiness } from "./Readiness.tsx"
import { TeamPart } from "./TeamPart.tsx"
import { Tells } from "./Tells.tsx"
import "./assembly.css"

export type AssemblySeen = Out<typeof one>

/** One assembly: what comes next, its request, what is prepared and missing, who serves, the agenda, the papers. */
export default function AssemblyPage(): ReactNode {
  const t = useWords("assembly")
  const id = useParam("id")
  const asked = useAsk(one, { id })
  return (
    <PageOf of={asked} title={t("room")} rows={10}>
      {(of) => (
        <Page title={of.name} lead={of.union.name} actions={<Actions of={of} />}>
          <AssemblyNav id={id} now="about" />
          <div className="assembly-columns">
            <Next of={of} />
            <div className="assembly-side">
              <Readiness of={of} />
              <About of={of} />
              <Documents of={of} />
            </div>
            <div className="assembly-main">
              {of.course ? (
                <section className="panel" id="course">
                  <h2>{t("course.title")}</h2>
                  <CoursePanel compact id={of.course} onMoved={() => void asked.refetch()} />
                  <p>
                    <Go to={`/office/courses/${of.course}`}>{t("course.record")}</Go>
                  </p>
                </section>
              ) : null}
              <TeamPart of={of} />
              <AgendaPart key={of.agenda.map((i) => i.id).join()} of={of} />
            </div>
          </div>
        </Page>
      )}
    </PageOf>
  )
}

function Actions({ of }: { of: AssemblySeen }): ReactNode {
  const t = useWords("assembly")
  const [doing, setDoing] = useState<"change" | "cancel">()
  const close = () => setDoing(undefined)
  return (
    <>
      <Can of={of.can} verb="assembly.change">
        <Button onClick={() => setDoing("change")}>{t("change.open")}</Button>
      </Can>
      <Can of={of.can} verb="assembly.cancel">
        <Button danger onClick={() => setDoing("cancel")}>
          {t("cancel.open")}
        </Button>
      </Can>
      {doing === "change" ? <ChangeForm of={of} onClose={close} /> : null}
      {doing === "cancel" ? <CancelForm of={of} onClose={close} /> : null}
    </>
  )
}

function Next({ of }: { of: AssemblySeen }): ReactNode {
  const t = useWords("assembly")
  if (of.state === "cancelled")
    return (
      <section className="panel assembly-next">
        <h2>{t("state.cancelled")}</h2>
        <p lang="zh-CN">{of.cancelledBecause}</p>
      </section>
    )
  if (!of.next) return null
  return (
    <section className="panel assembly-next">
      <p className="assembly-step">{t("next.title")}</p>
      <h2 lang="zh-CN">{of.next.says}</h2>
      <p className="muted" lang="zh-CN">
        {t("next.who", { who: of.next.who })}
      </p>
      <Tells of={of.tells} />
      {of.next.href.includes("#") ? null : (
        <p>
          <Go to={of.next.href} className="button">
            {t("next.go")}
          </Go>
        </p>
      )}
    </section>
  )
}

function About({ of }: { of: AssemblySeen }): ReactNode {
  const t = useWords("assembly")
  const say = useSay()
  return (
    <section className="panel">
      <h2>{t("about.title")}</h2>
      <dl className="facts">
        <dt>{t("list.kind")}</dt>
        <dd>
          {t(`kind.${of.kind}`)} <ClauseLabel clause={of.clause} />
        </dd>
        <dt>{t(of.openedAt ? "about.held" : "field.when")}</dt>
        <dd>
          {say.day(of.day)} {of.time}
        </dd>
        <dt>{t("field.place")}</dt>
        <dd lang="zh-CN">{of.place}</dd>
        {of.theme ? (
          <>
            <dt>{t("field.theme")}</dt>
            <dd lang="zh-CN">{of.theme}</dd>
          </>
        ) : null}
        <dt>{t("about.proposed")}</dt>
        <dd>{say.day(of.proposedOn)}</dd>
      </dl>
    </section>
  )
}
