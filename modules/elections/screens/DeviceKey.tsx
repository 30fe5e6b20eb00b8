import { type ReactNode, useState } from "react"
import type { Out } from "#kit/web/call.ts"
import { Go, useHere } from "#kit/web/nav.tsx"
import { Answer, Problem } from "#kit/web/states.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { registerKey } from "../contract.ts"
import { mine } from "../contract-asked.ts"
import type { Phone } from "./instruments.ts"
import { keep, kept } from "./keeping.ts"
import "./booth.css"

type Own = Out<typeof mine>

/** The pair of keys this browser keeps for an assembly and the person signed in. */
export const phoneOf = (assembly: string, number: string): Phone | null =>
  kept("phone", `${assembly}.${number}`)

/** A delegate's device key: made here, its public half handed in, its code shown to compare with the officer's list. */
export function DeviceKey({ assembly }: { assembly: string }): ReactNode {
  const t = useWords("elections")
  const { signedIn } = useViewer()
  const here = useHere()
  const asked = useAsk(mine, { assembly }, { when: signedIn })
  return (
    <section className="panel" aria-label={t("key.title")}>
      <h2>{t("key.title")}</h2>
      {signedIn ? (
        <Answer of={asked} rows={2}>
          {(own) => (own.delegate ? <Device assembly={assembly} own={own} /> : <p>{t("key.none")}</p>)}
        </Answer>
      ) : (
        <>
          <p>{t("key.lead")}</p>
          <Go to={`/sign-in?back=${encodeURIComponent(here)}`} className="button button-main booth-wide">
            {t("booth.sign-in")}
          </Go>
        </>
      )}
    </section>
  )
}

function Device({ assembly, own }: { assembly: string; own: Own }): ReactNode {
  const t = useWords("elections")
  const number = useViewer().account!.number
  const here = phoneOf(assembly, number)
  const [sure, setSure] = useState(false)
  const [working, setWorking] = useState(false)
  const [forgets, setForgets] = useState(false)
  const { run, busy, refused } = useDo(registerKey, { quiet: true, done: t("key.done") })
  const register = async () => {
    setWorking(true)
    const { newPhone } = await import("./instruments.ts")
    const phone = here ?? (await newPhone())
    setWorking(false)
    if (!keep("phone", `${assembly}.${number}`, phone)) return setForgets(true)
    // Asks the browser not to clear it away when space runs short.
    void navigator.storage?.persist?.()
    await run({ assembly, key: phone.publicKey })
    setSure(false)
  }
  const doing = busy || working
  if (own.device && own.device.key === here?.publicKey)
    return (
      <>
        <p>{t("key.here")}</p>
        <p className="booth-code" translate="no">
          {own.device.code}
        </p>
        <p className="muted">{t("key.compare")}</p>
      </>
    )
  return (
    <>
      {refused ? <Problem refusal={refused} /> : null}
      {forgets ? <p className="booth-bad">{t("key.forgets")}</p> : null}
      {own.device ? (
        <>
          <p>{t("key.other", { code: own.device.code })}</p>
          {sure ? (
            <>
              <p className="booth-bad">{t("key.change-ask")}</p>
              <div className="booth-row">
                <button
                  type="button"
                  className="button button-main"
                  disabled={doing}
                  onClick={() => void register()}
                >
                  {t("key.change-go")}
                </button>
                <button type="button" className="button" onClick={() => setSure(false)}>
                  {t("back")}
                </button>
              </div>
            </>
          ) : (
            <button type="button" className="button booth-wide" onClick={() => setSure(true)}>
              {t("key.change")}
            </button>
          )}
        </>
      ) : (
        <>
          <p>{t("key.lead")}</p>
          <button
            type="button"
            className="button button-main booth-wide"
            disabled={doing}
            onClick={() => void register()}
          >
            {t(doing ? "key.making" : "key.make")}
          </button>
        </>
      )}
    </>
  )
}
