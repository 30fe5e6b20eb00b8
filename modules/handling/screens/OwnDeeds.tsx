import { type ReactNode, useState } from "react"
import { useSay } from "#kit/web/days.ts"
import { useGo } from "#kit/web/nav.tsx"
import { Problem } from "#kit/web/states.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { join, leave } from "#modules/needs/contract.ts"
import { propose, rate, reopen } from "../contract.ts"
import type { Own } from "./NeedPage.tsx"

interface Props {
  readonly of: Own
  /** The need the reader came for: one merged into `of`, or the same. */
  readonly told: string
}

/** What the reader can do with it now. */
export function OwnDeeds({ of, told }: Props): ReactNode {
  return (
    <>
      {of.can.rate ? <Rate of={of} told={told} /> : null}
      {of.mine ? <Rated of={of} told={told} /> : null}
      <Voice of={of} />
      {of.assemblies.length > 0 ? <Propose of={of} /> : null}
    </>
  )
}

/** Is it solved? Who raised it and says no may have it handled again. */
function Rate({ of, told }: Props): ReactNode {
  const t = useWords("handling")
  const say = useSay()
  const [solved, setSolved] = useState<boolean>()
  const [stars, setStars] = useState(0)
  const [words, setWords] = useState("")
  const rating = useDo(rate, { quiet: true, done: t("rate.done") })
  const again = useDo(reopen, { quiet: true, done: t("reopen.done") })
  const mayReopen = solved === false && of.can.reopen === true
  const send = async (reopens: boolean) => {
    if (solved === undefined || stars === 0) return
    const rated = await rating.run({ id: told, solved, stars, words })
    if (rated && reopens) await again.run({ id: told, because: words })
  }
  return (
    <form
      className="panel need-form no-print"
      onSubmit={(e) => {
        e.preventDefault()
        void send(mayReopen && words.trim().length >= 4)
      }}
    >
      <h2>{t("rate.title")}</h2>
      {of.rateUntil ? <p className="muted">{t("rate.until", { day: say.day(of.rateUntil) })}</p> : null}
      <fieldset>
        <legend className="unseen">{t("rate.title")}</legend>
        <div className="need-choices">
          {[true, false].map((yes) => (
            <label key={`${yes}`}>
              <input
                type="radio"
                name="solved"
                required
                checked={solved === yes}
                onChange={() => setSolved(yes)}
              />
              {t(yes ? "rating.yes" : "rating.no")}
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend>{t("rate.stars")}</legend>
        <div className="need-stars">
          {[1, 2, 3, 4, 5].map((n) => (
            <label key={n} className={n <= stars ? "need-star-on" : ""}>
              <input
                type="radio"
                name="stars"
                className="unseen"
                required
                checked={stars === n}
                onChange={() => setStars(n)}
              />
              <span aria-hidden="true">{n <= stars ? "★" : "☆"}</span>
              <span className="unseen">{t("rate.star", { count: n })}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <label>
        <span>{t(mayReopen ? "reopen.because" : "rate.words")}</span>
        <textarea
          rows={3}
          maxLength={500}
          required={mayReopen}
          minLength={mayReopen ? 4 : undefined}
          value={words}
          onChange={(e) => setWords(e.target.value)}
        />
      </label>
      <p className="muted">{t(mayReopen ? "reopen.hint" : "rate.hint", { count: of.reopenings.left })}</p>
      {rating.refused ? <Problem refusal={rating.refused} /> : null}
      {again.refused ? <Problem refusal={again.refused} /> : null}
      <div className="need-buttons">
        <button type="submit" className="button button-main" disabled={rating.busy || again.busy}>
          {t(mayReopen ? "reopen.go" : "rate.go")}
        </button>
      </div>
    </form>
  )
}

/** Said already; who raised it and found it unsolved may still have it handled again. */
function Rated({ of, told }: Props): ReactNode {
  const t = useWords("handling")
  const [because, setBecause] = useState("")
  const { run, busy, refused } = useDo(reopen, { quiet: true, done: t("reopen.done") })
  return (
    <section className="panel no-print">
      <p>
        {t("rate.mine", { stars: of.mine?.stars ?? 0 })} · {t(of.mine?.solved ? "rating.yes" : "rating.no")}
      </p>
      {of.can.reopen ? (
        <form
          className="need-form"
          onSubmit={(e) => {
            e.preventDefault()
            void run({ id: told, because })
          }}
        >
          <label>
            <span>{t("reopen.because")}</span>
            <textarea
              rows={3}
              minLength={4}
              maxLength={500}
              required
              value={because}
              onChange={(e) => setBecause(e.target.value)}
            />
          </label>
          <p className="muted">{t("reopen.hint", { count: of.reopenings.left })}</p>
          {refused ? <Problem refusal={refused} /> : null}
          <div className="need-buttons">
            <button type="submit" className="button button-main" disabled={busy}>
              {t("reopen.go")}
            </button>
          </div>
        </form>
      ) : null}
    </section>
  )
}

function Voice({ of }: { of: Own }): ReactNode {
  const t = useWords("handling")
  const joining = useDo(join, { done: t("voice.joined") })
  const leaving = useDo(leave, { done: t("voice.left") })
  if (!of.can.join && !of.joined) return null
  return (
    <section className="panel need-door no-print">
      <p>{t(of.joined ? "voice.mine" : "voice.lead")}</p>
      {of.can.join ? (
        <button
          type="button"
          className="button button-main"
          disabled={joining.busy}
          onClick={() => void joining.run({ id: of.id })}
        >
          {t("voice.join")}
        </button>
      ) : of.can.leave ? (
        <button
          type="button"
          className="button"
          disabled={leaving.busy}
          onClick={() => void leaving.run({ id: of.id })}
        >
          {t("voice.leave")}
        </button>
      ) : null}
    </section>
  )
}

/** A delegate of an assembly under way makes a 提案 of what many share. */
function Propose({ of }: { of: Own }): ReactNode {
  const t = useWords("handling")
  const go = useGo()
  const { run, busy } = useDo(propose)
  return (
    <section className="panel need-door no-print">
      <p>{t("propose.lead")}</p>
      {of.assemblies.map((a) => (
        <button
          key={a.id}
          type="button"
          className="button"
          disabled={busy}
          onClick={async () => {
            const made = await run({ id: of.id, assembly: a.id })
            if (made) go(`/congress/${a.id}/proposals/new?draft=${made.draft}`)
          }}
        >
          {t("propose.go", { assembly: a.name })}
        </button>
      ))}
    </section>
  )
}
