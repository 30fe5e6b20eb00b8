import { type ReactNode, useState } from "react"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { Go } from "#kit/web/nav.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { leave, type mine, withdraw } from "../contract.ts"

export type Item = Out<typeof mine>["items"][number]

/** One need of one's own list. */
export function OwnLine({ of: n }: { of: Item }): ReactNode {
  const t = useWords("needs")
  const say = useSay()
  const [asking, ask] = useState(false)
  const voices = n.voices === null ? t("voices.few") : t("voices.many", { count: n.voices })
  const facts = [t("nth", { nth: n.nth }), n.category, n.place, say.day(n.raisedOn), voices]
  return (
    <li className={n.state === "withdrawn" ? "needs-gone" : undefined}>
      <p className="needs-title" lang="zh-CN">
        {n.standing ? <Go to={n.standing.href}>{n.title}</Go> : n.title}
      </p>
      <p className="needs-small">
        <StateTag of={n} />
        <span className="muted">{facts.filter(Boolean).join(" · ")}</span>
      </p>
      {n.mergedInto ? (
        <p className="needs-small" lang="zh-CN">
          {t("mine.merged-into", { nth: n.mergedInto.nth, title: n.mergedInto.title })}
        </p>
      ) : null}
      {n.raised ? (
        <p className="needs-small muted">
          {t(`shown.${n.shown}`)}
          {n.discreet ? t("mine.discreet") : ""}
        </p>
      ) : null}
      {n.unsealed.map((u) => (
        <p key={`${u.on}${u.because}`} className="needs-unsealed">
          {t(u.urgent ? "mine.unsealed-urgent" : "mine.unsealed", { day: say.day(u.on), because: u.because })}
        </p>
      ))}
      {asking ? (
        <Confirm of={n} onDone={() => ask(false)} />
      ) : n.can.withdraw || n.can.leave ? (
        <button type="button" className="needs-quiet" onClick={() => ask(true)}>
          {t(n.raised ? "mine.withdraw" : "mine.leave")}
        </button>
      ) : null}
    </li>
  )
}

function StateTag({ of: n }: { of: Item }): ReactNode {
  const t = useWords("needs")
  const label = n.standing?.label ?? t(`state.${n.state}`)
  return (
    <span
      className={n.standing?.news ? "tag needs-tag needs-news" : "tag needs-tag"}
      {...(n.standing ? { lang: "zh-CN" } : {})}
    >
      {label}
    </span>
  )
}

/** What follows is said before it is done. */
function Confirm({ of: n, onDone }: { of: Item; onDone: () => void }): ReactNode {
  const t = useWords("needs")
  const leaving = useDo(leave, { done: t("mine.left") })
  const withdrawing = useDo(withdraw, { done: t("mine.withdrawn") })
  const key = n.raised ? "withdraw" : "leave"
  const { run, busy } = n.raised ? withdrawing : leaving
  return (
    <section className="needs-confirm" aria-label={t(`mine.${key}`)}>
      <p>{t(`mine.${key}-ask`)}</p>
      <div className="needs-buttons">
        <button
          type="button"
          className="button needs-danger"
          disabled={busy}
          onClick={() => void run({ id: n.id }).then((done) => done && onDone())}
        >
          {t(`mine.${key}`)}
        </button>
        <button type="button" className="button" onClick={onDone}>
          {t("mine.keep")}
        </button>
      </div>
    </section>
  )
}
