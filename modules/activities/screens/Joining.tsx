import { type ReactNode, useState } from "react"
import { Go } from "#kit/web/nav.tsx"
import { useSpans } from "#kit/web/spans.ts"
import { Problem } from "#kit/web/states.tsx"
import { useDo } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { signOff, signUp } from "../public-contract.ts"
import type { ShownActivity } from "./ShownOne.tsx"

/** One's own place: to sign up, to wait, to give it back, to come. */
export function Joining({ of: a }: { of: ShownActivity }): ReactNode {
  const t = useWords("activities")
  const { signedIn } = useViewer()
  const join = useDo(signUp, { quiet: true })
  const leave = useDo(signOff, { quiet: true, done: t("mine.left") })
  const refused = join.refused ?? leave.refused
  const nothing = !a.mine && !a.can.signUp && !a.can.here && !a.not
  if (nothing && a.phase === "held") return null
  return (
    <section className="panel shown-join" aria-label={t("mine.title")}>
      {refused ? <Problem refusal={refused} /> : null}
      <Standing of={a} />
      {a.can.here ? (
        <Go to={`/activities/${a.id}/here`} className="button button-main">
          {t("here.title")}
        </Go>
      ) : null}
      {a.can.signUp ? (
        signedIn ? (
          <>
            <button
              type="button"
              className="button button-main"
              disabled={join.busy}
              onClick={() => void join.run({ id: a.id })}
            >
              {t(a.left === 0 ? "mine.wait" : "mine.sign-up")}
            </button>
            <p className="muted">{t("mine.data")}</p>
          </>
        ) : (
          <Go
            to={`/sign-in?back=${encodeURIComponent(`/activities/${a.id}`)}`}
            className="button button-main"
          >
            {t("mine.sign-in")}
          </Go>
        )
      ) : null}
      {a.not ? <p className="muted">{a.not}</p> : null}
      {nothing ? <Closed of={a} /> : null}
      {a.mine?.state === "accepted" && !a.mine.there && a.phase === "coming" ? (
        <a className="button" href={`/api/activities/${a.id}/calendar.ics`} download>
          {t("mine.calendar")}
        </a>
      ) : null}
      {a.can.signOff ? (
        <SignOff
          busy={leave.busy}
          waiting={a.mine?.state === "waiting"}
          onGo={() => void leave.run({ id: a.id })}
        />
      ) : null}
    </section>
  )
}

function Standing({ of: a }: { of: ShownActivity }): ReactNode {
  const t = useWords("activities")
  const spans = useSpans()
  const { mine } = a
  if (!mine || (mine.state === "withdrawn" && !mine.there)) return null
  if (mine.there)
    return (
      <p className="shown-standing shown-good" role="status">
        <b>{t("mine.there", { at: spans.at(mine.there) })}</b>
        {mine.rated ? <span className="muted">{t("mine.rated")}</span> : null}
      </p>
    )
  if (a.phase === "held") return <p className="shown-standing">{t("mine.missed")}</p>
  return (
    <p className={mine.state === "accepted" ? "shown-standing shown-good" : "shown-standing"} role="status">
      <b>{mine.state === "waiting" ? t("mine.waiting", { nth: mine.nth ?? 0 }) : t("mine.accepted")}</b>
      <span className="muted">
        {t(
          mine.state === "waiting"
            ? "mine.waiting-more"
            : mine.movedUp
              ? "mine.moved-up"
              : "mine.accepted-more",
        )}
      </span>
    </p>
  )
}

function Closed({ of: a }: { of: ShownActivity }): ReactNode {
  const t = useWords("activities")
  const spans = useSpans()
  if (a.signing === "not-yet" && a.opensAt)
    return <p className="muted">{t("mine.not-yet", { at: spans.at(a.opensAt) })}</p>
  if (a.signing === "none") return <p className="muted">{t("mine.just-come")}</p>
  return <p className="muted">{t(a.walkIns ? "mine.over-come" : "mine.over")}</p>
}

interface SignOffProps {
  readonly busy: boolean
  readonly waiting: boolean
  readonly onGo: () => void
}

function SignOff({ busy, waiting, onGo }: SignOffProps): ReactNode {
  const t = useWords("activities")
  const [sure, setSure] = useState(false)
  if (!sure)
    return (
      <button type="button" className="button" onClick={() => setSure(true)}>
        {t("mine.sign-off")}
      </button>
    )
  return (
    <div className="shown-sure">
      <span>{t(waiting ? "mine.sign-off-ask-waiting" : "mine.sign-off-ask")}</span>
      <button type="button" className="button" disabled={busy} onClick={onGo}>
        {t("mine.sign-off")}
      </button>
      <button type="button" className="button" onClick={() => setSure(false)}>
        {t("mine.stay")}
      </button>
    </div>
  )
}
