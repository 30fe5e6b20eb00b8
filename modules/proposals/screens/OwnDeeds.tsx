import { type ReactNode, useState } from "react"
import { Go, useGo } from "#kit/web/nav.tsx"
import { Problem } from "#kit/web/states.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { discard, rate, sign, withdraw } from "../contract.ts"
import type { Seen } from "./OwnPage.tsx"

/** What the reader can do with it now. */
export function OwnDeeds({ of }: { of: Seen }): ReactNode {
  return (
    <>
      {of.can.sign ? <Sign of={of} /> : null}
      {of.can.rate ? <Rate of={of} /> : null}
      {of.can.edit || of.can.withdraw ? <Keep of={of} /> : null}
    </>
  )
}

function Sign({ of }: { of: Seen }): ReactNode {
  const t = useWords("proposals")
  const [named, setNamed] = useState(true)
  const { run, busy, refused } = useDo(sign, { quiet: true, done: t("sign.done") })
  return (
    <section className="panel">
      <h2>{t("sign.title", { name: of.author.name })}</h2>
      <p className="muted">{t("sign.lead")}</p>
      {refused ? <Problem refusal={refused} /> : null}
      <label className="proposals-check">
        <input type="checkbox" checked={named} onChange={(e) => setNamed(e.target.checked)} />
        {t("write.named")}
      </label>
      <div className="proposals-buttons">
        <button
          type="button"
          className="button button-main"
          disabled={busy}
          onClick={() => void run({ id: of.id, accept: true, named })}
        >
          {t("sign.accept")}
        </button>
        <button
          type="button"
          className="button"
          disabled={busy}
          onClick={() => void run({ id: of.id, accept: false, named: false })}
        >
          {t("sign.decline")}
        </button>
      </div>
    </section>
  )
}

const ratings = ["satisfied", "fairly", "unsatisfied"] as const

function Rate({ of }: { of: Seen }): ReactNode {
  const t = useWords("proposals")
  const [rating, setRating] = useState<(typeof ratings)[number]>()
  const [because, setBecause] = useState("")
  const { run, busy, refused } = useDo(rate, { quiet: true, done: t("rate.done") })
  return (
    <form
      className="panel proposals-form"
      onSubmit={(e) => {
        e.preventDefault()
        if (rating) void run({ id: of.id, rating, because })
      }}
    >
      <fieldset>
        <legend>{t("rate.title")}</legend>
        {ratings.map((r) => (
          <label key={r}>
            <input type="radio" name="rating" required checked={rating === r} onChange={() => setRating(r)} />
            {t(`rating.${r}`)}
          </label>
        ))}
      </fieldset>
      <label>
        <span>{t(rating === "unsatisfied" ? "rate.why" : "rate.words")}</span>
        <textarea
          rows={3}
          maxLength={500}
          required={rating === "unsatisfied"}
          minLength={rating === "unsatisfied" ? 4 : undefined}
          value={because}
          onChange={(e) => setBecause(e.target.value)}
        />
      </label>
      {rating === "unsatisfied" ? (
        <p className="muted">{t(of.answers > 1 ? "rate.last" : "rate.back")}</p>
      ) : null}
      {refused ? <Problem refusal={refused} /> : null}
      <div className="proposals-buttons">
        <button type="submit" className="button button-main" disabled={busy || !rating}>
          {t("rate.go")}
        </button>
      </div>
    </form>
  )
}

function Keep({ of }: { of: Seen }): ReactNode {
  const t = useWords("proposals")
  const go = useGo()
  const [asking, setAsking] = useState(false)
  const [because, setBecause] = useState("")
  const throwing = useDo(discard, { done: t("keep.discarded") })
  const withdrawing = useDo(withdraw, { quiet: true, done: t("keep.withdrawn") })
  const draft = of.state === "draft"
  const end = async () => {
    if (draft ? await throwing.run({ id: of.id }) : await withdrawing.run({ id: of.id, because }))
      go(`/congress/${of.assembly.id}/proposals`)
  }
  return (
    <section className="panel">
      <div className="proposals-buttons">
        {of.can.edit ? (
          <Go to={`/congress/${of.assembly.id}/proposals/new?draft=${of.id}`} className="button button-main">
            {t(of.state === "returned" ? "keep.change" : "keep.go-on")}
          </Go>
        ) : null}
        {draft || of.can.withdraw ? (
          <button type="button" className="button" onClick={() => setAsking(!asking)} aria-expanded={asking}>
            {t(draft ? "keep.discard" : "keep.withdraw")}
          </button>
        ) : null}
      </div>
      {asking ? (
        <form
          className="proposals-form proposals-confirm"
          onSubmit={(e) => {
            e.preventDefault()
            void end()
          }}
        >
          <p>{t(draft ? "keep.discard-ask" : "keep.withdraw-ask")}</p>
          {draft ? null : (
            <label>
              <span>{t("keep.why")}</span>
              <input
                type="text"
                required
                minLength={4}
                maxLength={500}
                value={because}
                onChange={(e) => setBecause(e.target.value)}
              />
            </label>
          )}
          {withdrawing.refused ? <Problem refusal={withdrawing.refused} /> : null}
          <button
            type="submit"
            className="button proposals-danger"
            disabled={throwing.busy || withdrawing.busy}
          >
            {t(draft ? "keep.discard-go" : "keep.withdraw-go")}
          </button>
        </form>
      ) : null}
    </section>
  )
}
