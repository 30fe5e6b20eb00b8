import { type ReactNode, useState } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { Go } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer, Empty } from "#kit/web/states.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { mine, withdraw } from "../contract.ts"
import { ApplyForm } from "./ApplyForm.tsx"
import { Conditions, usePost } from "./Parts.tsx"
import { Steps } from "./Steps.tsx"

type Item = Out<typeof mine>["items"][number]

/** What I applied for, and where it stands. */
export default function Mine(): ReactNode {
  const t = useWords("calls")
  const { signedIn } = useViewer()
  return (
    <Page
      title={t("mine.title")}
      narrow
      actions={
        <Go to="/calls" className="button">
          {t("public.title")}
        </Go>
      }
    >
      {signedIn ? (
        <All />
      ) : (
        <Empty title={t("mine.sign-in")}>
          <Go to="/sign-in?back=/calls/mine" className="button button-main">
            {t("me.sign-in-go")}
          </Go>
        </Empty>
      )}
    </Page>
  )
}

function All(): ReactNode {
  const t = useWords("calls")
  return (
    <Answer of={useAsk(mine, {})} rows={6}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={t("mine.none")}>
            <p>{t("mine.none-more")}</p>
          </Empty>
        ) : (
          items.map((a) => <One key={a.id} of={a} />)
        )
      }
    </Answer>
  )
}

function One({ of: a }: { of: Item }): ReactNode {
  const t = useWords("calls")
  const say = useSay()
  const post = usePost()
  const [doing, setDoing] = useState<"change" | "withdraw">()
  const label = post({ kind: a.postKind, department: a.department })
  return (
    <section className="panel calls-mine" aria-label={`${a.callTitle} ${label}`}>
      <h2>
        <Go to={`/calls/${a.callId}`}>{a.callTitle}</Go>
      </h2>
      <p className="calls-small">
        <span className={`tag calls-is-${a.status}`}>{t(`application.${a.status}`)}</span> <b>{label}</b>
        <span className="muted">
          {t(a.changedOn === a.submittedOn ? "mine.submitted" : "mine.changed", {
            day: say.day(a.submittedOn),
            changed: say.day(a.changedOn),
          })}
        </span>
      </p>
      {a.status === "determined" && a.postKind.endsWith("presidium") ? (
        <p>
          {t("mine.candidate")} <ClauseLabel clause="5.1" />
        </p>
      ) : null}
      {a.courseId ? <Steps course={a.courseId} /> : null}
      <details>
        <summary>{t("mine.content")}</summary>
        <dl className="facts">
          <dt>{t("apply.source")}</dt>
          <dd>
            {t(`source.${a.source}`)} {a.sourceNote}
            {a.sourceOnRecord ? (
              <small className="muted"> {t("mine.on-record", { post: a.sourceOnRecord })}</small>
            ) : null}
          </dd>
          <dt>{t("apply.statement")}</dt>
          <dd className="calls-text">{a.statement}</dd>
          {a.achievements ? (
            <>
              <dt>{t("applicant.achievements")}</dt>
              <dd className="calls-text">{a.achievements}</dd>
            </>
          ) : null}
        </dl>
        <h3>{t("mine.conditions")}</h3>
        <Conditions of={a.conditions} />
      </details>
      {doing === "change" ? (
        <ApplyForm call={{ id: a.callId }} posts={[]} before={a} onDone={() => setDoing(undefined)} />
      ) : doing === "withdraw" ? (
        <Withdraw id={a.id} onDone={() => setDoing(undefined)} />
      ) : (
        <div className="calls-buttons">
          {a.can.change ? (
            <button type="button" className="button" onClick={() => setDoing("change")}>
              {t("mine.change")}
            </button>
          ) : null}
          {a.can.withdraw ? (
            <button type="button" className="button" onClick={() => setDoing("withdraw")}>
              {t("mine.withdraw")}
            </button>
          ) : null}
          {a.can.change ? (
            <span className="muted calls-small">{t("mine.until", { day: say.day(a.closesOn) })}</span>
          ) : null}
        </div>
      )}
    </section>
  )
}

/** Asked once more: what follows from it is said before it is done. */
function Withdraw({ id, onDone }: { id: string; onDone: () => void }): ReactNode {
  const t = useWords("calls")
  const { run, busy } = useDo(withdraw, { done: t("mine.withdrawn") })
  return (
    <section className="calls-confirm" aria-label={t("mine.withdraw")}>
      <p>{t("mine.withdraw-ask")}</p>
      <div className="calls-buttons">
        <button
          type="button"
          className="button calls-danger"
          disabled={busy}
          onClick={() => void run({ id }).then((done) => done && onDone())}
        >
          {t("mine.withdraw-yes")}
        </button>
        <button type="button" className="button" onClick={onDone}>
          {t("mine.withdraw-no")}
        </button>
      </div>
    </section>
  )
}
