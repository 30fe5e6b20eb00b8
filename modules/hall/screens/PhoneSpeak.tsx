import { useQueryClient } from "@tanstack/react-query"
import { type ReactNode, useState } from "react"
import { call, type Refusal, refusalOf } from "#kit/web/call.ts"
import { Problem } from "#kit/web/states.tsx"
import { useWords } from "#kit/web/words.ts"
import { ask, mine, withdraw } from "../contract.ts"
import type { Shown } from "./live.ts"
import type { Mine } from "./Phone.tsx"

/** Asking to speak, and where one stands on the list. */
export function PhoneSpeak({ shown, me, id }: { shown: Shown; me: Mine; id: string }): ReactNode {
  const t = useWords("hall")
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refusal>()
  const item = shown.items.find((i) => i.state === "on")
  const does = async (work: () => Promise<unknown>) => {
    setBusy(true)
    setRefused(undefined)
    try {
      await work()
    } catch (error) {
      setRefused(refusalOf(error))
    }
    await client.invalidateQueries({ queryKey: [mine.name] })
    setBusy(false)
  }
  const plain = me.wishes.find((w) => !w.point)
  const point = me.wishes.find((w) => w.point)
  const can = item && me.present
  return (
    <section className="panel" aria-label={t("speak.title")}>
      <h2>{t("speak.title")}</h2>
      {refused ? <Problem refusal={refused} /> : null}
      {[point, plain].map((w) =>
        w ? (
          <p key={w.id} className="phone-wish" role="status">
            <b>
              {w.speaking
                ? t("speak.yours")
                : t(w.ahead === 0 ? "speak.next" : "speak.ahead", { count: w.ahead })}
            </b>
            {w.point ? <span className="tag">{t("speak.point")}</span> : null}
            {w.speaking ? null : (
              <button
                type="button"
                className="button"
                disabled={busy}
                onClick={() => void does(() => call(withdraw, { id: w.id }))}
              >
                {t("speak.withdraw")}
              </button>
            )}
          </p>
        ) : null,
      )}
      {can ? (
        <div className="phone-row">
          {plain ? null : shown.listOpen ? (
            <button
              type="button"
              className="button button-main"
              disabled={busy}
              onClick={() => void does(() => call(ask, { assembly: id, point: false }))}
            >
              {t("speak.ask")}
            </button>
          ) : (
            <span className="muted">{t("speak.closed")}</span>
          )}
          {point || !me.delegate?.voting ? null : (
            <button
              type="button"
              className="button"
              disabled={busy}
              onClick={() => void does(() => call(ask, { assembly: id, point: true }))}
            >
              {t("speak.ask-point")}
            </button>
          )}
        </div>
      ) : (
        <p className="muted">{t(me.present ? "speak.no-item" : "speak.not-in")}</p>
      )}
      {shown.waiting.length > 0 ? (
        <>
          <p className="phone-label">{t("speak.list")}</p>
          <ol className="phone-queue">
            {shown.waiting.map((s) => (
              <li key={s.id}>
                {s.name} <span className="muted">{s.delegation}</span>
                {s.point ? <span className="tag">{t("speak.point")}</span> : null}
              </li>
            ))}
          </ol>
        </>
      ) : null}
    </section>
  )
}
