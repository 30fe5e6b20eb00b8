import { type ReactNode, useState } from "react"
import { CheckedIn, CheckInDoor, CodeField, useScanned } from "#kit/web/CheckIn.tsx"
import { Go, useParam } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { useSpans } from "#kit/web/spans.ts"
import { Answer, Problem } from "#kit/web/states.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { here, shownOne } from "../public-contract.ts"
import type { ShownActivity } from "./ShownOne.tsx"

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
  return (
    <CheckInDoor back={`/activities/${useParam("id")}/here`} signIn={t("here.sign-in")}>
      {t("here.stranger")}
    </CheckInDoor>
  )
}

function SignedIn(): ReactNode {
  const id = useParam("id")
  return <Answer of={useAsk(shownOne, { id })}>{(a) => <Entry of={a} />}</Answer>
}

function Entry({ of: a }: { of: ShownActivity }): ReactNode {
  const t = useWords("activities")
  const spans = useSpans()
  const [code, setCode] = useState("")
  const { run, busy, refused } = useDo(here, { quiet: true })
  useScanned(a.can.here, (scanned) => run({ id: a.id, code: scanned }))
  if (a.mine?.there) return <Done of={a} />
  return (
    <form
      className="panel check-in"
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
          <CodeField label={t("here.code")} value={code} onChange={setCode} />
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
    <CheckedIn title={t("here.done")}>
      <p>{a.title}</p>
      {a.mine?.there ? <p className="muted">{spans.at(a.mine.there)}</p> : null}
      <Go to={`/activities/${a.id}`} className="button">
        {t("here.back")}
      </Go>
    </CheckedIn>
  )
}
