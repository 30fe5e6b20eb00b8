import { useQueryClient } from "@tanstack/react-query"
import { type ReactNode, useState } from "react"
import { call, type Refusal, refusalOf } from "#kit/web/call.ts"
import { Problem } from "#kit/web/states.tsx"
import { useWords } from "#kit/web/words.ts"
import { mine, vote } from "../contract.ts"
import type { Shown } from "./live.ts"
import type { Mine } from "./Phone.tsx"

const choices = ["for", "against", "abstain"] as const
type Choice = (typeof choices)[number]

type Vote = NonNullable<Shown["vote"]>

/** An open vote on the phone: said before it is cast that it is not secret; to be changed until it is closed. */
export function PhoneVote({ of, me, id }: { of: Vote; me: Mine | undefined; id: string }): ReactNode {
  const t = useWords("hall")
  const client = useQueryClient()
  const [busy, setBusy] = useState<Choice | null>(null)
  const [refused, setRefused] = useState<Refusal>()
  const chosen = me?.vote?.id === of.id ? me.vote.choice : null
  const may = me?.delegate?.voting === true && me.present
  // Not `useDo`: that asks every question on the page again, and here 3,000 people do this within a minute.
  const cast = async (choice: Choice) => {
    setBusy(choice)
    setRefused(undefined)
    try {
      await call(vote, { id: of.id, choice })
      client.setQueryData<Mine>([mine.name, { assembly: id }], (before) =>
        before ? { ...before, vote: { id: of.id, choice } } : before,
      )
    } catch (error) {
      setRefused(refusalOf(error))
    }
    setBusy(null)
  }
  return (
    <section className="panel phone-vote" aria-live="polite">
      <p className="phone-label">{t(of.state === "open" ? "vote.open" : "vote.counted")}</p>
      <h2>{of.title}</h2>
      {of.words ? <p className="phone-detail">{of.words}</p> : null}
      <p className="muted">
        {t("vote.rule", { threshold: of.threshold, present: of.present, needed: of.needed })}
      </p>
      {of.state !== "open" ? (
        <p>{t("vote.wait")}</p>
      ) : of.how === "hands" ? (
        <p className="phone-hands">{t("vote.hands")}</p>
      ) : may ? (
        <>
          <p className="phone-public">{t("vote.public")}</p>
          {refused ? <Problem refusal={refused} /> : null}
          <div className="phone-choices">
            {choices.map((c) => (
              <button
                key={c}
                type="button"
                aria-pressed={chosen === c}
                className={`phone-choice phone-${c}`}
                disabled={busy !== null}
                onClick={() => void cast(c)}
              >
                {t(`choice.${c}`)}
              </button>
            ))}
          </div>
          <p role="status" className="phone-said">
            {busy
              ? t("vote.sending")
              : chosen
                ? t("vote.said", { choice: t(`choice.${chosen}`) })
                : t("vote.none")}
          </p>
        </>
      ) : (
        <p className="muted">{t(me?.delegate?.voting ? "vote.not-in" : "vote.others")}</p>
      )}
    </section>
  )
}
