import { Button } from "antd"
import type { ReactNode } from "react"
import { useSay } from "#kit/web/days.ts"
import { ConfirmButton } from "#kit/web/desk/ConfirmButton.tsx"
import { Go } from "#kit/web/nav.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { close, endItem, open, resume } from "../contract.ts"
import { Adjourn } from "./Adjourn.tsx"
import { CallNext, EndSpeech } from "./Floor.tsx"
import type { Hall } from "./HallPage.tsx"
import { numbersOf } from "./quorum.ts"
import { StartItem } from "./StartItem.tsx"
import { Announce, CloseVote } from "./VoteDesk.tsx"
import { OpenVote } from "./VoteForm.tsx"

interface Props {
  readonly of: Hall
  readonly ahead: number
}

/** The one thing that comes next; who may not do it reads what is waited for. */
export function NextAction({ of, ahead }: Props): ReactNode {
  const t = useWords("hall")
  const act = of.next.do
  return (
    <section className={`panel hall-next hall-next-${act}`} aria-live="polite">
      <p className="hall-step">{t("next.label")}</p>
      <h2>{t(`next.${act === "end" ? `end-${of.assembly.state}` : act}`)}</h2>
      <Act of={of} ahead={ahead} />
    </section>
  )
}

/** What tellers may do as well as the chair. */
const counted = ["close-vote"]

function Act({ of, ahead }: Props): ReactNode {
  const t = useWords("hall")
  const say = useSay()
  const { id } = of.assembly
  const act = of.next.do
  const may = of.can.chair || (of.can.count && counted.includes(act))
  const item = of.items.find((i) => i.id === of.next.item)
  switch (act) {
    case "check-in":
    case "no-quorum":
      return (
        <>
          <p>{t("next.short", { ...numbersOf(of.quorum), missing: of.quorum.needed - of.quorum.present })}</p>
          <div className="hall-row">
            <Go to={`/office/roll/${id}`} className="button button-main">
              {t("next.roll")}
            </Go>
            {act === "no-quorum" && of.can.chair ? <Adjourn id={id} /> : null}
          </div>
        </>
      )
    case "not-convened":
    case "agenda":
      return (
        <p>
          <Go to={`/office/assemblies/${id}`}>{t(`next.${act}-more`)}</Go>
        </p>
      )
    case "wait":
      return (
        <p className="muted">
          {t("next.wait-more", { day: say.day(of.assembly.day), time: of.assembly.time })}
        </p>
      )
    case "minutes":
      return (
        <Go to={`/office/hall/${id}/minutes`} className="button button-main">
          {t("next.minutes-go")}
        </Go>
      )
    case "election": {
      const panel = of.panels.find((p) => p.id === of.next.panel)
      return (
        <>
          <h3 className="hall-about">{panel?.title}</h3>
          {panel?.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
          <div className="hall-row">
            {panel?.actions.map((a, i) => (
              <Go key={a.href} to={a.href} className={i === 0 ? "button button-main" : "button"}>
                {a.title}
              </Go>
            ))}
          </div>
        </>
      )
    }
    case "end":
      return null
    default:
  }
  if (!may) return <p className="muted">{t(act === "close-vote" ? "next.by-teller" : "next.by-chair")}</p>
  switch (act) {
    case "open":
      return (
        <Plain
          verb={open}
          of={of}
          go={t("open.go")}
          ask={t("open.ask")}
          detail={t("open.detail", numbersOf(of.quorum))}
        />
      )
    case "resume":
      return (
        <Plain
          verb={resume}
          of={of}
          go={t("resume.go")}
          ask={t("resume.ask")}
          detail={t("open.detail", numbersOf(of.quorum))}
        />
      )
    case "close":
      return <Plain verb={close} of={of} go={t("close.go")} ask={t("close.ask")} detail={t("close.detail")} />
    case "start-item":
      return item ? <StartItem key={item.id} of={of} item={item} /> : null
    case "call-speaker":
      return <CallNext of={of} />
    case "end-speech":
      return <EndSpeech of={of} ahead={ahead} />
    case "open-vote":
      return item ? <OpenVote key={item.id} of={of} item={item} /> : null
    case "close-vote":
      return <CloseVote key={of.vote?.id} of={of} />
    case "announce":
      return <Announce key={of.vote?.id} of={of} />
    case "end-item":
      return item ? <EndItem of={of} item={item} /> : null
    default:
      return null
  }
}

interface PlainProps {
  readonly verb: typeof open | typeof resume | typeof close
  readonly of: Hall
  readonly go: string
  readonly ask: string
  readonly detail: string
}

function Plain({ verb, of, go, ask, detail }: PlainProps): ReactNode {
  const { run, busy } = useDo(verb)
  return (
    <>
      <p className="muted">{detail}</p>
      <ConfirmButton
        type="primary"
        size="large"
        loading={busy}
        ask={ask}
        onConfirm={() => run({ assembly: of.assembly.id })}
      >
        {go}
      </ConfirmButton>
    </>
  )
}

function EndItem({ of, item }: { of: Hall; item: Hall["items"][number] }): ReactNode {
  const t = useWords("hall")
  const { run, busy } = useDo(endItem)
  return (
    <>
      <h3 className="hall-about">{item.title}</h3>
      <div className="hall-row">
        <Button
          type="primary"
          size="large"
          loading={busy}
          onClick={() => void run({ assembly: of.assembly.id, item: item.id })}
        >
          {t("item.end")}
        </Button>
        <OpenVote of={of} item={item} small />
      </div>
    </>
  )
}
