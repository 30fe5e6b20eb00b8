import type { ReactNode } from "react"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { Go, useParam } from "#kit/web/nav.tsx"
import { Page, PageOf } from "#kit/web/Page.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { HelpBar } from "#modules/needs/screens/forms.ts"
import { open, own } from "../contract.ts"
import { Answers, Photos } from "./Answers.tsx"
import { OwnDeeds } from "./OwnDeeds.tsx"
import { Reply } from "./Reply.tsx"
import { Nth, StateTag } from "./StateTag.tsx"
import "./need.css"

export type Shown = Out<typeof open>
export type Own = Out<typeof own>

/** One need: what was asked, where it is and until when, what was answered; for who raised or joined it, what to do. */
export default function NeedPage(): ReactNode {
  const { signedIn } = useViewer()
  return signedIn ? <SignedIn /> : <Everybody />
}

function Everybody(): ReactNode {
  const t = useWords("handling")
  const id = useParam("id")
  const asked = useAsk(open, { id })
  return (
    <PageOf of={asked} title={t("need.title")} actions={<All />}>
      {(of) => (
        <Whole of={of}>
          {of.closed ? null : (
            <section className="panel need-door no-print">
              <p>{t("need.door")}</p>
              <Go
                to={`/sign-in?back=${encodeURIComponent(`/needs/${of.id}`)}`}
                className="button button-main"
              >
                {t("need.sign-in")}
              </Go>
            </section>
          )}
        </Whole>
      )}
    </PageOf>
  )
}

function SignedIn(): ReactNode {
  const t = useWords("handling")
  const id = useParam("id")
  const asked = useAsk(own, { id })
  return (
    <PageOf of={asked} title={t("need.title")} actions={<All />}>
      {(of) => (
        <Whole of={of} own={of}>
          <OwnDeeds of={of} told={id} />
          <Reply of={of} told={id} />
        </Whole>
      )}
    </PageOf>
  )
}

function All(): ReactNode {
  const t = useWords("handling")
  return (
    <Go to="/needs" className="button">
      {t("need.all")}
    </Go>
  )
}

function Whole({ of, own: mine, children }: { of: Shown; own?: Own; children: ReactNode }): ReactNode {
  const t = useWords("handling")
  const say = useSay()
  return (
    <Page
      narrow
      title={of.title}
      lead={
        <span className="need-lead">
          <Nth of={of.nth} /> <StateTag of={of} />
        </span>
      }
      actions={
        <>
          {mine && (mine.raised || mine.joined) ? (
            <Go to="/needs/mine" className="button">
              {t("need.mine")}
            </Go>
          ) : null}
          <All />
          <button type="button" className="button need-print" onClick={() => window.print()}>
            {t("need.print")}
          </button>
        </>
      }
    >
      <HelpBar />
      {mine?.mergedFrom ? (
        <p className="need-hint">
          {t("need.merged-from", { nth: mine.mergedFrom.nth, title: mine.mergedFrom.title })}
        </p>
      ) : null}
      <Where of={of} own={mine} />
      {of.answers.length > 0 ? (
        <section className="panel">
          <h2>{t("answers.title")}</h2>
          <Answers of={of.answers} />
          {of.ratings ? (
            <p className="muted need-line">
              {t("rating.sums", {
                ...of.ratings,
                stars: say.number(Math.round((10 * of.ratings.stars) / of.ratings.count) / 10),
              })}
            </p>
          ) : null}
        </section>
      ) : null}
      {children}
      <section className="panel">
        <h2>{t("need.asked")}</h2>
        <p className="handling-text" lang="zh-CN">
          {of.text || of.title}
        </p>
        {mine ? <Photos of={mine.photos} /> : null}
        <p className="muted need-line">
          {[
            t("one.lead", { category: of.category, field: of.field }),
            of.place,
            say.day(of.raisedOn),
            of.union,
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
      </section>
      <Steps of={of} />
    </Page>
  )
}

/** Where it is now and until when, in one sentence; how many share it; what of it others see. */
function Where({ of, own: mine }: { of: Shown; own: Own | undefined }): ReactNode {
  const t = useWords("handling")
  const say = useSay()
  const due = of.due ? say.day(of.due) : ""
  const over = of.closed ? "closed" : mine?.can.rate ? "done" : "rated"
  const key = of.state === "done" ? over : of.state
  return (
    <section className="panel" aria-label={t("need.where")}>
      <p className="need-where">{t(`where.${key}`, { office: of.office ?? "" })}</p>
      {due ? (
        <p className={of.late ? "need-late" : "muted"}>
          {t(of.late ? "need.late" : `due.${of.state}`, { day: due })}
        </p>
      ) : null}
      {of.because ? <p className="need-because">{t("need.because", { because: of.because })}</p> : null}
      <p className="muted need-line">
        {of.voices === null ? t("need.few") : t("need.voices", { count: of.voices })}
        {of.round > 1 ? ` · ${t("round", { nth: of.round })}` : ""}
      </p>
      {mine?.shown ? (
        <p className="muted need-line">
          {t(`need.shown-${mine.shown}`)}
          {mine.onBoard ? "" : t("need.off-board")}
        </p>
      ) : null}
    </section>
  )
}

function Steps({ of }: { of: Shown }): ReactNode {
  const t = useWords("handling")
  const say = useSay()
  return (
    <section className="panel">
      <h2>{t("trace.title")}</h2>
      <ol className="need-steps">
        <li>
          <b>{t("trace.raised")}</b> <span className="muted">{say.day(of.raisedOn)}</span>
        </li>
        {of.steps.map((s, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps only grow at their end
          <li key={i}>
            <b>{s.office ? t(`trace.${s.what}-by`, { office: s.office }) : t(`trace.${s.what}`)}</b>{" "}
            <span className="muted">{say.day(s.on)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
