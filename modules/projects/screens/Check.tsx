import { type ReactNode, useState } from "react"
import { CheckedIn, CheckInDoor, CodeField } from "#kit/web/CheckIn.tsx"
import type { Out } from "#kit/web/call.ts"
import { Go, useFilter } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Problem } from "#kit/web/states.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { projectsCheck, projectsMine } from "../public-contract.ts"
import { useTell } from "./say.ts"
import "./volunteer.css"

/** Where the scanned code leads: one tap signs in or out. The code can be typed as well. */
export default function Check(): ReactNode {
  const t = useWords("projects")
  const { signedIn } = useViewer()
  return (
    <Page narrow title={t("check.title")} lead={t("check.lead")}>
      {signedIn ? <Entry /> : <Door />}
    </Page>
  )
}

function Door(): ReactNode {
  const t = useWords("projects")
  const [{ shift }] = useFilter()
  const back = shift ? `/volunteer/check?shift=${encodeURIComponent(shift)}` : "/volunteer/mine"
  return (
    <CheckInDoor back={back} signIn={t("call.sign-in-only")}>
      {t("check.stranger")}
    </CheckInDoor>
  )
}

function Entry(): ReactNode {
  const t = useWords("projects")
  const tell = useTell()
  const [{ shift: scanned, code: read }] = useFilter()
  const open = (useAsk(projectsMine, {}).data?.items ?? []).flatMap((p) =>
    p.shifts.filter((s) => s.now).map((s) => ({ ...s, project: p.title })),
  )
  const [chosen, setChosen] = useState<string>()
  const shiftId = chosen ?? scanned ?? open[0]?.id ?? ""
  const [code, setCode] = useState(read ?? "")
  const [done, setDone] = useState<Out<typeof projectsCheck>>()
  const { run, busy, refused } = useDo(projectsCheck, { quiet: true })
  const shift = open.find((s) => s.id === shiftId)
  if (done)
    return (
      <CheckedIn title={t(`check.done-${done.sign}`)}>
        <p>
          {done.shift} · {tell.clock(done.at)}
        </p>
        {done.sign === "out" ? (
          <p>{t("check.length", { length: tell.length(done.minutes) })}</p>
        ) : (
          <p>{t("check.out-too")}</p>
        )}
        <Go to="/volunteer/mine" className="button">
          {t("mine.title")}
        </Go>
      </CheckedIn>
    )
  return (
    <form
      className="panel check-in"
      onSubmit={async (e) => {
        e.preventDefault()
        setDone(await run({ shiftId, code }))
      }}
    >
      {refused ? <Problem refusal={refused} /> : null}
      {open.length > 1 && !scanned ? (
        <label className="vol-choose">
          <span>{t("check.shift")}</span>
          <select value={shiftId} onChange={(e) => setChosen(e.target.value)}>
            {open.map((s) => (
              <option key={s.id} value={s.id}>
                {s.project} {s.title}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      {shift ? (
        <p>
          <b>
            {shift.project} {shift.title}
          </b>
          <br />
          <span className="muted">{tell.span(shift.startsAt, shift.endsAt)}</span>
        </p>
      ) : null}
      {shiftId ? (
        <>
          <CodeField label={t("check.code")} value={code} onChange={setCode} />
          <button type="submit" className="button button-main" disabled={busy || code.trim() === ""}>
            {t(shift?.came ? "sign.out" : shift ? "sign.in" : "check.go")}
          </button>
        </>
      ) : (
        <>
          <p className="muted">{t("check.none")}</p>
          <Go to="/volunteer/mine" className="button">
            {t("mine.title")}
          </Go>
        </>
      )}
    </form>
  )
}
