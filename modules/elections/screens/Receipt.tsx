import { type ReactNode, useState } from "react"
import { useSay } from "#kit/web/days.ts"
import { Go } from "#kit/web/nav.tsx"
import { useWords } from "#kit/web/words.ts"
import type { Booth } from "./marks.ts"
import type { Casting } from "./useCasting.ts"
import "./receipt.css"

interface ReceiptProps {
  readonly of: Booth
  readonly casting: Casting
  readonly onAgain: () => void
}

const steps = ["encrypting", "sending", "checking"] as const

/** From the press of the button to the tracker: where the ballot is, and that it is on the board. */
export function Receipt({ of, casting, onAgain }: ReceiptProps): ReactNode {
  const t = useWords("elections")
  const at = casting.step === "done" ? steps.length : steps.indexOf(casting.step as "sending")
  if (casting.step !== "done")
    return (
      <section className="panel" aria-live="polite">
        <h2>{t("booth.under-way")}</h2>
        <ol className="booth-steps">
          {steps.map((s, i) => (
            <li key={s} className={i < at ? "booth-past" : i === at ? "booth-at" : ""}>
              {t(`booth.step-${s}`)}
            </li>
          ))}
        </ol>
        {casting.tries > 0 ? <p className="booth-wait">{t("booth.wait", { count: casting.tries })}</p> : null}
      </section>
    )
  return <InBox of={of} casting={casting} onAgain={onAgain} />
}

function InBox({ of, casting, onAgain }: ReceiptProps): ReactNode {
  const t = useWords("elections")
  const say = useSay()
  const [sure, setSure] = useState(false)
  const last = casting.cast.at(-1)
  if (!last) return null
  const bad = casting.checked && casting.checked !== "holds" ? casting.checked : null
  return (
    <section className="panel" aria-live="polite">
      {bad ? (
        <div className="problem" role="alert">
          <p className="problem-because">{t(`alarm.${bad}`)}</p>
          <p className="problem-cure">{t("alarm.cure")}</p>
        </div>
      ) : (
        <h2 className="booth-in">
          <svg
            viewBox="0 0 24 24"
            width="28"
            height="28"
            aria-hidden="true"
            fill="none"
            stroke="currentColor"
          >
            <path d="m5 12.5 4.5 4.5L19 7.5" strokeWidth="2.4" strokeLinecap="round" />
          </svg>
          {t("booth.in")}
        </h2>
      )}
      <p>{t(casting.checked === "holds" ? "booth.on-board" : "booth.in-box")}</p>
      <dl className="facts">
        <dt>{t("booth.tracker")}</dt>
        <dd>
          <Tracker text={last.tracker} />
        </dd>
        <dt>{t("booth.height")}</dt>
        <dd>{say.number(last.height)}</dd>
        <dt>{t("board.code")}</dt>
        <dd>
          <code>{last.code}</code>
          <br />
          <small className="muted">{t("booth.code-more")}</small>
        </dd>
      </dl>
      {casting.cast.length > 1 ? (
        <p className="muted">{t("booth.earlier", { count: casting.cast.length - 1 })}</p>
      ) : null}
      <div className="booth-row">
        <Go to={`/vote/${of.id}/board`} className="button">
          {t("board.go")}
        </Go>
        {of.state === "open" && !sure ? (
          <button type="button" className="button" onClick={() => setSure(true)}>
            {t("booth.again")}
          </button>
        ) : null}
      </div>
      {sure && of.state === "open" ? (
        <div className="booth-sure">
          <p>{t("booth.again-ask")}</p>
          <div className="booth-row">
            <button type="button" className="button button-main" onClick={onAgain}>
              {t("booth.again-go")}
            </button>
            <button type="button" className="button" onClick={() => setSure(false)}>
              {t("back")}
            </button>
          </div>
        </div>
      ) : null}
    </section>
  )
}

/** A tracker to read and to copy. */
export function Tracker({ text }: { text: string }): ReactNode {
  const t = useWords("elections")
  const [copied, setCopied] = useState(false)
  return (
    <span className="booth-tracker">
      <code translate="no">{text}</code>
      {navigator.clipboard ? (
        <button
          type="button"
          className="button"
          onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
        >
          {t(copied ? "copied" : "copy")}
        </button>
      ) : null}
    </span>
  )
}
