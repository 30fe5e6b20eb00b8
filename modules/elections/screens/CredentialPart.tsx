import { type ReactNode, useState } from "react"
import { Go } from "#kit/web/nav.tsx"
import { Loading } from "#kit/web/states.tsx"
import { useWords } from "#kit/web/words.ts"
import { DeviceKey } from "./DeviceKey.tsx"
import type { Booth } from "./marks.ts"
import type { Credential } from "./useCredential.ts"

/** Where the right to vote comes from: this phone, or a slip typed in. */
export function CredentialPart({ of, credential }: { of: Booth; credential: Credential }): ReactNode {
  const t = useWords("elections")
  const { lack, from } = credential
  if (lack === "asking") return <Loading rows={2} />
  if (lack === null)
    return (
      <p className="booth-have">
        <span>{t(`booth.have-${from}`)}</span>
        {from === "slip" ? (
          <button type="button" className="booth-quiet" onClick={credential.forget}>
            {t("booth.forget")}
          </button>
        ) : null}
      </p>
    )
  return (
    <>
      <section className="panel" aria-label={t("booth.credential")}>
        <h2>{t("booth.credential")}</h2>
        <p>{t(`booth.lack-${lack}`)}</p>
        {lack === "sign-in" ? (
          <Go
            to={`/sign-in?back=${encodeURIComponent(`/vote/${of.id}`)}`}
            className="button button-main booth-wide"
          >
            {t("booth.sign-in")}
          </Go>
        ) : null}
        <Typed enter={credential.enter} main={lack === "slip"} />
      </section>
      {lack === "other-phone" || lack === "none" ? <DeviceKey assembly={of.assembly.id} /> : null}
    </>
  )
}

function Typed({ enter, main }: { enter: Credential["enter"]; main: boolean }): ReactNode {
  const t = useWords("elections")
  const [typed, setTyped] = useState("")
  const [wrong, setWrong] = useState(false)
  return (
    <form
      className="booth-typed"
      onSubmit={(e) => {
        e.preventDefault()
        void enter(typed).then((right) => setWrong(!right))
      }}
    >
      <label>
        <span>{t("booth.slip")}</span>
        <input
          value={typed}
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          placeholder="XXXXX-XXXXXX-XXXXX-XXXXXX"
          aria-invalid={wrong}
          aria-describedby={wrong ? "slip-wrong" : undefined}
          onChange={(e) => {
            setTyped(e.target.value)
            setWrong(false)
          }}
        />
      </label>
      {wrong ? (
        <p id="slip-wrong" className="booth-bad">
          {t("booth.slip-wrong")}
        </p>
      ) : null}
      <button
        type="submit"
        className={main ? "button button-main booth-wide" : "button booth-wide"}
        disabled={!typed.trim()}
      >
        {t("booth.slip-go")}
      </button>
    </form>
  )
}
