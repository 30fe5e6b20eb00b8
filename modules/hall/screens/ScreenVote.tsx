import type { ReactNode } from "react"
import { useWords } from "#kit/web/words.ts"
import type { Hall } from "./HallPage.tsx"

interface Props {
  readonly of: Hall
  /** An announced result; without it the vote going on. */
  readonly result?: Hall["results"][number]
}

/** A vote on the projector: who has voted while it is open, the sum and the verdict once it is announced. */
export function ScreenVote({ of, result }: Props): ReactNode {
  const t = useWords("hall")
  const v = result ?? of.vote
  if (!v) return null
  const o = result?.outcome
  return (
    <div className="screen-vote">
      <p className="screen-label">
        {t(o ? "screen.result" : v.state === "open" ? `screen.${v.how}` : "vote.counted")}
      </p>
      <h2>{v.title}</h2>
      {o ? (
        <>
          <p className={`screen-verdict ${o.passed ? "hall-passed" : "hall-failed"}`}>
            {t(o.passed ? "vote.passes" : "vote.fails")}
          </p>
          <div className="screen-sums">
            {(["for", "against", "abstain"] as const).map((s) => (
              <p key={s}>
                <b>{o[s]}</b>
                {t(`choice.${s}`)}
              </p>
            ))}
            {o.silent > 0 ? (
              <p>
                <b>{o.silent}</b>
                {t("results.silent")}
              </p>
            ) : null}
          </div>
          <p className="screen-sum" lang="zh-CN">
            {o.arithmetic}
          </p>
        </>
      ) : (
        <>
          {v.words ? <p className="screen-words">{v.words}</p> : null}
          {v.state === "open" && v.how === "names" && of.vote ? (
            <>
              <p className="screen-cast">
                <b>{of.vote.cast ?? 0}</b> / {v.present}
              </p>
              <progress
                className="hall-progress"
                max={v.present}
                value={of.vote.cast ?? 0}
                aria-label={t("vote.progress")}
              />
            </>
          ) : null}
          <p className="screen-sum">
            {t("vote.rule", { threshold: v.threshold, present: v.present, needed: v.needed })}
          </p>
        </>
      )}
    </div>
  )
}
