import { type ReactNode, useState } from "react"
import { CheckedIn, CheckInDoor, CodeField, useScanned } from "#kit/web/CheckIn.tsx"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { Go, useParam } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer, Problem } from "#kit/web/states.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { check, own } from "../contract.ts"
import { clock } from "./say.ts"

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
  return (
    <CheckInDoor back={`/congress/${useParam("id")}/check-in`} signIn={t("check.sign-in")}>
      {t("check.stranger")}
    </CheckInDoor>
  )
}

function SignedIn(): ReactNode {
  const id = useParam("id")
  return <Answer of={useAsk(own, { assembly: id })}>{(of) => <Entry of={of} id={id} />}</Answer>
}

function Entry({ of, id }: { of: Own; id: string }): ReactNode {
  const t = useWords("roll")
  const say = useSay()
  const [code, setCode] = useState("")
  const { run, busy, refused } = useDo(check, { quiet: true })
  const open = of.state === "convened" || of.state === "open"
  const may = open && of.delegate !== null && of.standing !== "here"
  useScanned(may, (scanned) => run({ assembly: id, code: scanned }))
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
          <CodeField label={t("check.code")} value={code} onChange={setCode} />
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
    <CheckedIn title={t("check.done")}>
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
    </CheckedIn>
  )
}
