import { type ReactNode, useState } from "react"
import { Problem } from "#kit/web/states.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { rate } from "../public-contract.ts"

const all = [1, 2, 3, 4, 5]

/** Once, without a name: one to five, and a sentence if one likes. */
export function RateForm({ id }: { id: string }): ReactNode {
  const t = useWords("activities")
  const [stars, setStars] = useState(0)
  const [words, setWords] = useState("")
  const { run, busy, refused } = useDo(rate, { quiet: true, done: t("rating.done") })
  return (
    <form
      className="panel shown-rate"
      onSubmit={(e) => {
        e.preventDefault()
        void run({ id, stars, ...(words.trim() ? { words } : {}) })
      }}
    >
      <h2>{t("rating.ask")}</h2>
      {refused ? <Problem refusal={refused} /> : null}
      <fieldset>
        <legend className="unseen">{t("rating.choose")}</legend>
        {all.map((n) => (
          <label key={n} className={n <= stars ? "shown-star shown-star-on" : "shown-star"}>
            <input
              type="radio"
              name="stars"
              value={n}
              checked={stars === n}
              onChange={() => setStars(n)}
              aria-label={t("rating.stars", { stars: n })}
            />
            <span aria-hidden="true">{n <= stars ? "★" : "☆"}</span>
          </label>
        ))}
      </fieldset>
      <label className="shown-words">
        <span>{t("rating.words")}</span>
        <textarea rows={2} maxLength={200} value={words} onChange={(e) => setWords(e.target.value)} />
      </label>
      <p className="muted">{t("rating.nameless")}</p>
      <button type="submit" className="button button-main" disabled={busy || stars === 0}>
        {t("rating.send")}
      </button>
    </form>
  )
}
