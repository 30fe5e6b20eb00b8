import { useQueryClient } from "@tanstack/react-query"
import { type ReactNode, useEffect } from "react"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { Go, useParam } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Loading, Problem } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { mine } from "../contract.ts"
import { Countdown } from "./Countdown.tsx"
import { type Live, type Shown, useLive } from "./live.ts"
import { PhoneSpeak } from "./PhoneSpeak.tsx"
import { PhoneVote } from "./PhoneVote.tsx"
import { numbersOf } from "./quorum.ts"
import { Result } from "./Result.tsx"
import "./result.css"
import "./phone.css"

export type Mine = Out<typeof mine>

/** A delegate's phone in the hall; a passer-by sees the public part. */
export default function Phone(): ReactNode {
  const t = useWords("hall")
  const say = useSay()
  const id = useParam("id")
  const live = useLive(id)
  const { shown } = live
  if (!shown)
    return (
      <Page title={t("phone.title")} narrow>
        {live.refused ? <Problem refusal={live.refused} /> : live.lost ? <Lost /> : <Loading rows={6} />}
      </Page>
    )
  const { assembly } = shown
  return (
    <Page
      narrow
      title={assembly.name}
      lead={
        <>
          {say.day(assembly.day)} {assembly.time} · {assembly.place}
        </>
      }
    >
      {live.lost ? <Lost /> : null}
      <Hall live={live} shown={shown} id={id} />
    </Page>
  )
}

const Lost = (): ReactNode => {
  const t = useWords("hall")
  return (
    <p className="hall-lost" role="status">
      {t("lost")}
    </p>
  )
}

function Hall({ live, shown, id }: { live: Live; shown: Shown; id: string }): ReactNode {
  const { signedIn } = useViewer()
  const client = useQueryClient()
  const asked = useAsk(mine, { assembly: id }, { when: signedIn })
  const me = asked.data
  // Only those on the list of speakers look again at every change: where they stand is theirs alone.
  const waits = (me?.wishes.length ?? 0) > 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: the revision is what it answers to
  useEffect(() => {
    if (waits) void client.invalidateQueries({ queryKey: [mine.name] })
  }, [live.revision, waits])
  // Who was ticked off the stewards' list meanwhile learns it when something begins that needs it.
  const begun = `${shown.state}/${shown.items.find((i) => i.state === "on")?.id}/${shown.vote?.id}`
  const away = me?.delegate ? !me.present : false
  // biome-ignore lint/correctness/useExhaustiveDependencies: what begins is what it answers to
  useEffect(() => {
    if (!away) return
    const timer = setTimeout(
      () => void client.invalidateQueries({ queryKey: [mine.name] }),
      Math.random() * 2_000,
    )
    return () => clearTimeout(timer)
  }, [begun, away])
  return (
    <>
      <Standing shown={shown} me={me} id={id} />
      {shown.vote ? <PhoneVote key={shown.vote.id} of={shown.vote} me={me} id={id} /> : null}
      <Secret shown={shown} me={me} />
      <Now shown={shown} ahead={live.ahead} />
      {shown.state === "sitting" && me?.delegate ? <PhoneSpeak shown={shown} me={me} id={id} /> : null}
      <Results shown={shown} />
      <Agenda shown={shown} attends={Boolean(me?.delegate)} />
    </>
  )
}

/** Whether I am a delegate, and checked in. */
function Standing({ shown, me, id }: { shown: Shown; me: Mine | undefined; id: string }): ReactNode {
  const t = useWords("hall")
  const { signedIn } = useViewer()
  if (shown.state === "closed") return null
  if (!signedIn)
    return (
      <section className="panel phone-me">
        <p>{t("me.stranger")}</p>
        <Go to={`/sign-in?back=${encodeURIComponent(`/congress/${id}`)}`} className="button button-main">
          {t("me.sign-in")}
        </Go>
      </section>
    )
  if (!me) return null
  if (!me.delegate)
    return (
      <section className="panel phone-me">
        <p>{t("me.none")}</p>
      </section>
    )
  const { name, delegation, voting, head } = me.delegate
  return (
    <section className="panel phone-me" aria-label={t("me.title")}>
      <p>
        <b>{name}</b> <span className="tag">{t(voting ? "me.voting" : "me.observer")}</span>
        <br />
        <span className="muted">
          {delegation}
          {head ? ` · ${t("me.head")}` : ""}
        </span>
      </p>
      {me.present ? (
        <span className="phone-in">{t("me.in")}</span>
      ) : (
        <Go to={`/congress/${id}/check-in`} className="button button-main">
          {t("me.check-in")}
        </Go>
      )}
      {voting && shown.panels.length > 0 ? (
        <Go to={`/congress/${id}/ballots`} className="button">
          {t("secret.own")}
        </Go>
      ) : null}
    </section>
  )
}

/** What is on. */
function Now({ shown, ahead }: { shown: Shown; ahead: number }): ReactNode {
  const t = useWords("hall")
  const item = shown.items.find((i) => i.state === "on")
  const { speaking, quorum } = shown
  return (
    <section className="panel phone-now" aria-live="polite">
      <p className="phone-label">{t(`state.${shown.state}`)}</p>
      {shown.state === "adjourned" && shown.adjourned ? (
        <h2>
          {shown.adjourned.until
            ? t("phone.until", { until: shown.adjourned.until })
            : shown.adjourned.because}
        </h2>
      ) : item ? (
        <>
          <h2>{item.title}</h2>
          {item.reporter && !speaking ? (
            <p className="muted">{t("phone.reporter", { name: item.reporter })}</p>
          ) : null}
          {item.detail ? <p className="phone-detail">{item.detail}</p> : null}
          {speaking ? (
            <p className="phone-speaking">
              <span>
                {t("speak.now")} <b>{speaking.name}</b> <span className="muted">{speaking.delegation}</span>
              </span>
              {speaking.startedAt ? (
                <Countdown from={speaking.startedAt} minutes={speaking.minutes} ahead={ahead} />
              ) : null}
            </p>
          ) : null}
        </>
      ) : (
        <h2>{t(`phone.${shown.state}`)}</h2>
      )}
      {quorum && shown.state === "sitting" && !shown.vote ? (
        <p className="muted phone-quorum">{t("phone.quorum", numbersOf(quorum))}</p>
      ) : null}
    </section>
  )
}

/** Secret votes of the room of elections. */
function Secret({ shown, me }: { shown: Shown; me: Mine | undefined }): ReactNode {
  const t = useWords("hall")
  const panels = shown.panels.filter((p) => p.state !== "preparing")
  if (panels.length === 0) return null
  return panels.map((p) => (
    <section key={p.id} className={`panel${p.state === "open" ? " phone-vote" : ""}`}>
      <p className="phone-label">{t("secret.label")}</p>
      <h2>{p.title}</h2>
      {p.lines.map((line) => (
        <p key={line} className="phone-detail">
          {line}
        </p>
      ))}
      {p.code ? (
        <p>
          {t("secret.code")} <code className="phone-code">{p.code}</code>
        </p>
      ) : null}
      {p.state === "open" && p.vote && me?.delegate?.voting ? (
        <Go to={p.vote} className="button button-main phone-wide">
          {t("secret.go")}
        </Go>
      ) : null}
    </section>
  ))
}

function Results({ shown }: { shown: Shown }): ReactNode {
  const t = useWords("hall")
  if (shown.results.length === 0) return null
  return (
    <section className="panel">
      <h2>{t("results.title")}</h2>
      <ul className="phone-list">
        {shown.results.toReversed().map((r) => (
          <li key={r.id}>
            <Result of={r} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Agenda({ shown, attends }: { shown: Shown; attends: boolean }): ReactNode {
  const t = useWords("hall")
  const { id } = shown.assembly
  return (
    <section className="panel">
      <h2>{t("agenda.title")}</h2>
      {shown.items.length === 0 ? <p className="muted">{t("agenda.none")}</p> : null}
      <ol className="phone-agenda">
        {shown.items.map((i) => (
          <li key={i.id} className={`phone-${i.state}`}>
            <span>
              {i.title}
              {i.reporter ? <small className="muted"> {i.reporter}</small> : null}
            </span>
            {i.state === "pending" ? null : <span className="tag">{t(`item.${i.state}`)}</span>}
            {i.papers.length > 0 && attends ? (
              <span className="phone-papers">
                {i.papers.map((p) => (
                  <a key={p.id} className="phone-paper" href={`/api/assembly/papers/${p.id}`}>
                    {p.name}
                  </a>
                ))}
              </span>
            ) : null}
          </li>
        ))}
      </ol>
      <p className="phone-links">
        <Go to={`/congress/${id}/proposals`} className="button">
          {t("phone.proposals")}
        </Go>
      </p>
    </section>
  )
}
