import { type ReactNode, useEffect, useState } from "react"
import { useSay } from "#kit/web/days.ts"
import { useGo, useParam } from "#kit/web/nav.tsx"
import { choose, useSettings } from "#kit/web/settings.ts"
import { Answer } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { one } from "../contract.ts"
import { Countdown } from "./Countdown.tsx"
import { aheadOf, type Hall } from "./HallPage.tsx"
import { ScreenVote } from "./ScreenVote.tsx"
import "./screen.css"

/** The screen behind the chair: what is on, in letters the last row can read. */
export default function ScreenPage(): ReactNode {
  const t = useWords("hall")
  const id = useParam("id")
  const asked = useAsk(one, { assembly: id }, { every: 2_000 })
  const lost = asked.isError || asked.failureCount > 0
  return (
    <div className="screen">
      <Answer of={asked}>{(of) => <Screen of={of} ahead={aheadOf(of, asked.dataUpdatedAt)} />}</Answer>
      {lost && asked.data ? (
        <p className="screen-lost" role="status">
          {t("lost")}
        </p>
      ) : null}
      <Tools id={id} />
    </div>
  )
}

/** For whoever sets the screen up; out of sight while nobody moves the mouse. */
function Tools({ id }: { id: string }): ReactNode {
  const t = useWords("hall")
  const go = useGo()
  const { dark } = useSettings()
  const [seen, setSeen] = useState(true)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const show = () => {
      setSeen(true)
      clearTimeout(timer)
      timer = setTimeout(() => setSeen(false), 4_000)
    }
    show()
    addEventListener("pointermove", show)
    addEventListener("keydown", show)
    return () => {
      clearTimeout(timer)
      removeEventListener("pointermove", show)
      removeEventListener("keydown", show)
    }
  }, [])
  const full = () =>
    document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()
  return (
    <div className={seen ? "screen-tools" : "screen-tools screen-away"}>
      <button type="button" className="button" onClick={() => void full()}>
        {t("screen.full")}
      </button>
      <button type="button" className="button" onClick={() => choose({ theme: dark ? "light" : "dark" })}>
        {t(dark ? "screen.light" : "screen.dark")}
      </button>
      <button type="button" className="button" onClick={() => go(`/office/hall/${id}`)}>
        {t("screen.back")}
      </button>
    </div>
  )
}

function Screen({ of, ahead }: { of: Hall; ahead: number }): ReactNode {
  const t = useWords("hall")
  const { quorum: q } = of
  return (
    <>
      <header className="screen-head">
        <h1>{of.assembly.name}</h1>
        <Clock ahead={ahead} />
      </header>
      <div className="screen-main" aria-live="polite">
        <Scene of={of} ahead={ahead} />
      </div>
      <footer className="screen-foot">
        <span>
          {t("screen.due")} <b>{q.due}</b>
        </span>
        <span>
          {t("screen.present")} <b>{q.present}</b>
        </span>
        <span className={q.met ? "hall-met" : "hall-unmet"}>
          {t(q.met ? "screen.met" : "screen.unmet", { needed: q.needed })}
        </span>
      </footer>
    </>
  )
}

function Clock({ ahead }: { ahead: number }): ReactNode {
  const [now, tick] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => tick(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [])
  const time = new Intl.DateTimeFormat("zh-CN", {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: "Asia/Shanghai",
  })
  return <time className="screen-clock">{time.format(new Date(now + ahead))}</time>
}

/** One thing at a time: a vote, a speaker, a secret vote, the item, or how the sitting stands. */
function Scene({ of, ahead }: { of: Hall; ahead: number }): ReactNode {
  const t = useWords("hall")
  const say = useSay()
  const { assembly } = of
  if (of.state === "waiting")
    return (
      <Big label={t("screen.welcome")} title={assembly.name}>
        <p>
          {say.day(assembly.day)} {assembly.time} · {assembly.place}
        </p>
        <p className="screen-check">{t("screen.check-in")}</p>
      </Big>
    )
  if (of.state === "adjourned")
    return (
      <Big
        label={t("state.adjourned")}
        title={of.adjourned?.until ? t("phone.until", { until: of.adjourned.until }) : ""}
      >
        <p>{of.adjourned?.because}</p>
      </Big>
    )
  if (of.state === "closed") return <Big label="" title={t("screen.closed")} />
  if (of.vote) return <ScreenVote of={of} />
  const item = of.items.find((i) => i.state === "on")
  if (!item) {
    const next = of.items.find((i) => i.state === "pending")
    return <Big label={t(next ? "screen.next" : "state.sitting")} title={next?.title ?? assembly.name} />
  }
  const s = of.speaking
  if (s)
    return (
      <>
        <p className="screen-item">{item.title}</p>
        <div className="screen-floor">
          <Big label={t(s.point ? "speak.point" : "speak.now")} title={s.name}>
            <p>{s.delegation}</p>
          </Big>
          {s.startedAt ? <Countdown from={s.startedAt} minutes={s.minutes} ahead={ahead} /> : null}
        </div>
        {of.waiting.length > 0 ? (
          <p className="screen-queue">
            {t("screen.queue")}{" "}
            {of.waiting
              .slice(0, 4)
              .map((w) => w.name)
              .join("　")}
          </p>
        ) : null}
      </>
    )
  if (item.kind === "election" && of.panels.length > 0) return <Elections of={of} title={item.title} />
  const last = of.results.at(-1)
  return last?.item === item.id ? (
    <ScreenVote of={of} result={last} />
  ) : (
    <Big label={t("item.on")} title={item.title}>
      {item.reporter ? <p>{t("phone.reporter", { name: item.reporter })}</p> : null}
      {item.minutes && item.startedAt ? (
        <Countdown from={item.startedAt} minutes={item.minutes} ahead={ahead} />
      ) : null}
    </Big>
  )
}

interface BigProps {
  readonly label: string
  readonly title: string
  readonly children?: ReactNode
}

function Big({ label, title, children }: BigProps): ReactNode {
  return (
    <div className="screen-big">
      {label ? <p className="screen-label">{label}</p> : null}
      <h2>{title}</h2>
      {children}
    </div>
  )
}

function Elections({ of, title }: { of: Hall; title: string }): ReactNode {
  const t = useWords("hall")
  const now = of.panels.filter((p) => p.state === "open" || p.state === "counting")
  const shown = now.length > 0 ? now : of.panels.slice(-1)
  return (
    <>
      <p className="screen-item">{title}</p>
      {shown.map((p) => (
        <div key={p.id} className="screen-panel">
          <h2>{p.title}</h2>
          <div className={p.lines.length > 5 ? "screen-many" : undefined}>
            {p.lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
          {p.code ? (
            <p className="screen-code">
              {t("secret.code")}
              <code>{p.code}</code>
            </p>
          ) : null}
        </div>
      ))}
    </>
  )
}
