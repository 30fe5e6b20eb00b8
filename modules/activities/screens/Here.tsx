import { type ReactNode, useEffect, useRef, useState } from "react"
import { Go, useFilter, useParam } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { useSpans } from "#kit/web/spans.ts"
import { Answer, Problem } from "#kit/web/states.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { here, shownOne } from "../public-contract.ts"
import type { ShownActivity } from "./ShownOne.tsx"
import "./public.css"

/** Where the code on the organiser's screen leads: signed in already, one is put down at once. */
export default function Here(): ReactNode {
  const t = useWords("activities")
  const { signedIn } = useViewer()
  return (
    <Page narrow title={t("here.title")}>
      {signedIn ? <SignedIn /> : <Door />}
    </Page>
  )
}

function Door(): ReactNode {
  const t = useWords("activities")
  const id = useParam("id")
  // Without the code: it will be old when one comes back.
  const back = encodeURIComponent(`/activities/${id}/here`)
  return (
    <section className="panel shown-join">
      <p>{t("here.stranger")}</p>
      <Go to={`/sign-in?back=${back}`} className="button button-main">
        {t("here.sign-in")}
      </Go>
    </section>
  )
}

function SignedIn(): ReactNode {
  const id = useParam("id")
  return <Answer of={useAsk(shownOne, { id })}>{(a) => <Entry of={a} />}</Answer>
}

function Entry({ of: a }: { of: ShownActivity }): ReactNode {
  const t = useWords("activities")
  const spans = useSpans()
  const [{ code: scanned }] = useFilter()
  const [code, setCode] = useState("")
  const { run, busy, refused } = useDo(here, { quiet: true })
  const sent = useRef(false)
  // The scan is the deed: nothing more to press.
  useEffect(() => {
    if (!scanned || !a.can.here || sent.current) return
    sent.current = true
    void run({ id: a.id, code: scanned })
  })
  if (a.mine?.there) return <Done of={a} />
  return (
    <form
      className="panel shown-here"
      onSubmit={(e) => {
        e.preventDefault()
        void run({ id: a.id, code })
      }}
    >
      <p>
        <b>{a.title}</b>
        <br />
        <span className="muted">
          {spans.span(a.startsAt, a.endsAt)} · {a.place}
        </span>
      </p>
      {refused ? <Problem refusal={refused} /> : null}
      {a.can.here ? (
        <>
          <p>{t("here.scan")}</p>
          <label>
            <span>{t("here.code")}</span>
            <input
              value={code}
              onChange={(e) => setCode(e.target.value.toUpperCase())}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              maxLength={7}
              required
            />
          </label>
          <button type="submit" className="button button-main" disabled={busy || code.trim() === ""}>
            {t("here.go")}
          </button>
        </>
      ) : (
        <>
          <p>
            {t(
              a.phase === "held"
                ? "here.over"
                : a.phase === "cancelled"
                  ? "here.cancelled"
                  : !a.walkIns && a.mine?.state !== "accepted"
                    ? "here.no-place"
                    : "here.early",
              { minutes: a.early },
            )}
          </p>
          <Go to={`/activities/${a.id}`} className="button">
            {t("here.back")}
          </Go>
        </>
      )}
    </form>
  )
}

function Done({ of: a }: { of: ShownActivity }): ReactNode {
  const t = useWords("activities")
  const spans = useSpans()
  return (
    <section className="panel shown-done" role="status">
      <p className="shown-tick" aria-hidden="true">
        ✓
      </p>
      <h2>{t("here.done")}</h2>
      <p>{a.title}</p>
      {a.mine?.there ? <p className="muted">{spans.at(a.mine.there)}</p> : null}
      <Go to={`/activities/${a.id}`} className="button">
        {t("here.back")}
      </Go>
    </section>
  )
}
