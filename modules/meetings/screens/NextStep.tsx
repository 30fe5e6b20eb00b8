import { Button, Input, Modal } from "antd"
import { type ReactNode, useState } from "react"
import { useSay } from "#kit/web/days.ts"
import { ConfirmButton } from "#kit/web/desk/ConfirmButton.tsx"
import { Go } from "#kit/web/nav.tsx"
import { Problem } from "#kit/web/states.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { cancel, close, confirmMinutes, open } from "../contract.ts"
import { ItemStep } from "./ItemStep.tsx"
import type { Meeting } from "./MeetingPage.tsx"
import { RollForm } from "./RollForm.tsx"
import { VoteStep } from "./VoteStep.tsx"

/** The one thing that comes next. Whoever presides does it here; the others read what is waited for. */
export function NextStep({ of }: { of: Meeting }): ReactNode {
  const t = useWords("meetings")
  if (of.next === "end" && of.state !== "cancelled") return null
  const votes = of.next === "vote" || of.next === "count"
  return (
    <section className="panel meetings-next" aria-live="polite">
      <p className="meetings-step">{t("next.label")}</p>
      <h2>{t(`next.${of.next === "end" ? "cancelled" : of.next}`)}</h2>
      {of.can.preside || votes ? <Act of={of} /> : <Waiting of={of} />}
    </section>
  )
}

function Waiting({ of }: { of: Meeting }): ReactNode {
  const t = useWords("meetings")
  if (of.state === "cancelled") return <p>{t("cancel.because", { because: of.cancelledBecause ?? "" })}</p>
  if (of.next === "minutes") return <p className="muted">{t("next.minutes-more")}</p>
  return <p className="muted">{t("next.by", { name: of.presiding ?? of.convener.name })}</p>
}

function Act({ of }: { of: Meeting }): ReactNode {
  const t = useWords("meetings")
  const say = useSay()
  switch (of.next) {
    case "wait":
      return (
        <>
          <p className="muted">{t("next.wait-more", { day: say.day(of.day), time: of.time })}</p>
          <Cancel id={of.id} />
        </>
      )
    case "open":
      return <Open of={of} />
    case "roll":
      return <RollForm key="first" of={of} />
    case "no-quorum":
      return (
        <>
          <p>{t("next.no-quorum-more", { needed: of.quorum.needed, present: of.quorum.present })}</p>
          <RollForm key="again" of={of} />
          <Close of={of} label={t("close.adjourn")} detail={t("close.adjourn-detail")} />
        </>
      )
    case "confirm":
      return <Confirm of={of} />
    case "item":
      return <ItemStep key={of.items.find((i) => i.state === "pending")?.id} of={of} />
    case "vote":
    case "count":
      return <VoteStep of={of} />
    case "close":
      return <Close of={of} label={t("close.go")} detail={t("close.detail")} />
    default:
      return <Waiting of={of} />
  }
}

function Open({ of }: { of: Meeting }): ReactNode {
  const t = useWords("meetings")
  const { run, busy } = useDo(open, { done: t("open.done") })
  return (
    <div className="meetings-row">
      <Button type="primary" size="large" loading={busy} onClick={() => void run({ id: of.id })}>
        {t("open.go")}
      </Button>
      <Cancel id={of.id} />
    </div>
  )
}

function Cancel({ id }: { id: string }): ReactNode {
  const t = useWords("meetings")
  const [asking, setAsking] = useState(false)
  const [because, setBecause] = useState("")
  const { run, busy, refused } = useDo(cancel, { quiet: true, done: t("cancel.done") })
  return (
    <>
      <Button type="text" danger onClick={() => setAsking(true)}>
        {t("cancel.go")}
      </Button>
      <Modal open={asking} title={t("cancel.ask")} onCancel={() => setAsking(false)} footer={null}>
        <p className="muted">{t("cancel.detail")}</p>
        {refused ? <Problem refusal={refused} /> : null}
        <div className="meetings-field">
          <label htmlFor="cancel-why">{t("cancel.why")}</label>
          <Input
            id="cancel-why"
            value={because}
            maxLength={300}
            onChange={(e) => setBecause(e.target.value)}
          />
        </div>
        <Button
          type="primary"
          danger
          loading={busy}
          disabled={because.trim().length < 2}
          onClick={() => void run({ id, because: because.trim() })}
        >
          {t("cancel.go")}
        </Button>
      </Modal>
    </>
  )
}

function Close({ of, label, detail }: { of: Meeting; label: string; detail: string }): ReactNode {
  const t = useWords("meetings")
  const { run, busy } = useDo(close, { done: t("close.done") })
  return (
    <ConfirmButton
      type={of.next === "close" ? "primary" : "default"}
      size="large"
      loading={busy}
      ask={t("close.ask")}
      detail={detail}
      onConfirm={() => run({ id: of.id })}
    >
      {label}
    </ConfirmButton>
  )
}

function Confirm({ of }: { of: Meeting }): ReactNode {
  const t = useWords("meetings")
  const { run, busy } = useDo(confirmMinutes, { done: t("confirm.done") })
  const first = of.toConfirm[0]
  if (!first) return null
  return (
    <>
      <p>
        <Go to={`/office/meetings/${first.id}`}>{t("confirm.read", { title: first.title })}</Go>
      </p>
      <p className="muted">{t("confirm.more")}</p>
      <ConfirmButton
        type="primary"
        size="large"
        loading={busy}
        ask={t("confirm.ask", { title: first.title })}
        detail={t("confirm.detail")}
        onConfirm={() => run({ id: first.id, at: of.id })}
      >
        {t("confirm.go")}
      </ConfirmButton>
    </>
  )
}
