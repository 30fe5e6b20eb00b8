import { type ReactNode, useEffect, useRef, useState } from "react"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { Go, useFilter, useParam } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer, Problem } from "#kit/web/states.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { check, own } from "../contract.ts"
import { clock } from "./say.ts"
import "./check-in.css"

type Own = Out<typeof own>

/** Where the code on the hall's screen leads: signed in already, one is checked in at once. */
export default function CheckIn(): ReactNode {
  const t = useWords("roll")
  const { signedIn } = useViewer()
  return (
    <Page narrow title={t("check.title")}>
      {signedIn ? <SignedIn /> : <Door />}
    </Page>
  )
}

function Door(): ReactNode {
  const t = useWords("roll")
  const id = useParam("id")
  // Without the code: it will be old when one comes back.
  const back = encodeURIComponent(`/congress/${id}/check-in`)
  return (
    <section className="panel">
      <p>{t("check.stranger")}</p>
      <Go to={`/sign-in?back=${back}`} className="button button-main">
        {t("check.sign-in")}
      </Go>
    </section>
  )
}

function SignedIn(): ReactNode {
  const id = useParam("id")
  return <Answer of={useAsk(own, { assembly: id })}>{(of) => <Entry of={of} id={id} />}</Answer>
}

function Entry({ of, id }: { of: Own; id: string }): ReactNode {
  const t = useWords("roll")
  const say = useSay()
  const [{ code: scanned }] = useFilter()
  const [code, setCode] = useState("")
  const { run, busy, refused } = useDo(check, { quiet: true })
  const sent = useRef(false)
  const open = of.state === "convened" || of.state === "open"
  const may = open && of.delegate !== null && of.standing !== "here"
  // The scan is the deed: nothing more to press.
  useEffect(() => {
    if (!scanned || !may || sent.current) return
    sent.current = true
    void run({ assembly: id, code: scanned })
  })
  if (of.standing === "here" && of.delegate) return <Done of={of} id={id} />
  return (
    <form
      className="panel check-in"
      onSubmit={(e) => {
        e.preventDefault()
        void run({ assembly: id, code })
      }}
    >
      <p className="check-in-what">
        <b>{of.name}</b>
        <br />
        <span className="muted">
          {say.day(of.day)} {of.time} · {of.place}
        </span>
      </p>
      {refused ? <Problem refusal={refused} /> : null}
      {!open ? (
        <p>{t(`check.state-${of.state}`)}</p>
      ) : !of.delegate ? (
        <p>{t("check.no-delegate")}</p>
      ) : (
        <>
          <p>{t(of.standing === "left" ? "check.again" : "check.scan")}</p>
          <label>
            <span>{t("check.code")}</span>
            <input
              value={code}
              onChange={(e) => setCode(e.target.value.toUpperCase())}
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              maxLength={10}
              required
            />
          </label>
          <button type="submit" className="button button-main" disabled={busy || code.trim() === ""}>
            {t("check.go")}
          </button>
        </>
      )}
    </form>
  )
}

function Done({ of, id }: { of: Own; id: string }): ReactNode {
  const t = useWords("roll")
  return (
    <section className="panel check-in-done" role="status">
      <p className="check-in-tick" aria-hidden="true">
        ✓
      </p>
      <h2>{t("check.done")}</h2>
      <p>
        {of.delegate?.name}
        <br />
        {of.delegate?.delegation} · {t(of.delegate?.voting ? "check.voting" : "check.observer")}
      </p>
      <p className="muted">
        {of.name}
        {of.came ? ` · ${t("check.at", { at: clock(of.came) })}` : ""}
      </p>
      <Go to={`/congress/${id}`} className="button button-main">
        {t("check.to-hall")}
      </Go>
    </section>
  )
}
