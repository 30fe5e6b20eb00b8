import { Button, Form, Input } from "antd"
import { type ReactNode, useState } from "react"
import { Asking } from "#kit/web/desk/Asking.tsx"
import { ConfirmButton } from "#kit/web/desk/ConfirmButton.tsx"
import { Problem } from "#kit/web/states.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { announce, closeVote, voidVote } from "../contract.ts"
import type { Hall } from "./HallPage.tsx"
import { NumberField } from "./NumberField.tsx"

const sorts = ["for", "against", "abstain"] as const

type Hands = Partial<Record<(typeof sorts)[number], number | null>>

/** What is being voted on, and by which rule. */
function About({ of }: { of: Hall }): ReactNode {
  const t = useWords("hall")
  const v = of.vote
  if (!v) return null
  return (
    <>
      <h3 className="hall-about">{v.title}</h3>
      <p className="muted">
        {t(`how.${v.how}`)} ·{" "}
        {t("vote.rule", { threshold: v.threshold, present: v.present, needed: v.needed })}
      </p>
    </>
  )
}

/** End the vote: by name at a tap, of a show of hands with its numbers. */
export function CloseVote({ of }: { of: Hall }): ReactNode {
  const t = useWords("hall")
  const { run, busy } = useDo(closeVote)
  const v = of.vote
  if (!v) return null
  if (v.how === "hands")
    return (
      <>
        <About of={of} />
        <Count of={of} />
      </>
    )
  const missing = v.present - (v.cast ?? 0)
  return (
    <>
      <About of={of} />
      <p className="hall-cast">{t("vote.cast", { cast: v.cast ?? 0, present: v.present })}</p>
      <progress
        className="hall-progress"
        max={v.present}
        value={v.cast ?? 0}
        aria-label={t("vote.progress")}
      />
      <div className="hall-row">
        <ConfirmButton
          type="primary"
          size="large"
          loading={busy}
          ask={missing > 0 ? t("vote.close-ask", { count: missing }) : t("vote.close-all")}
          onConfirm={() => run({ id: v.id })}
        >
          {t("vote.close")}
        </ConfirmButton>
        <VoidVote of={of} />
      </div>
    </>
  )
}

/** The numbers of a show of hands: their sum beside those present, so that a slip is seen before it is sent. */
function Count({ of, again = false }: { of: Hall; again?: boolean }): ReactNode {
  const t = useWords("hall")
  const [hands, setHands] = useState<Hands>({})
  const { run, busy, refused } = useDo(closeVote, { quiet: true })
  const v = of.vote
  if (!v) return null
  const all = sorts.map((s) => hands[s])
  const full = all.every((n) => typeof n === "number")
  const sum = all.reduce<number>((a, n) => a + (n ?? 0), 0)
  const numbers = { for: hands.for ?? 0, against: hands.against ?? 0, abstain: hands.abstain ?? 0 }
  return (
    <>
      {refused ? <Problem refusal={refused} /> : null}
      <div className="hall-hands">
        {sorts.map((s) => (
          <NumberField
            key={s}
            large
            label={t(`choice.${s}`)}
            min={0}
            max={v.present}
            value={hands[s] ?? null}
            onChange={(n) => setHands({ ...hands, [s]: n })}
          />
        ))}
        <p className={sum > v.present ? "hall-unmet" : "muted"}>
          {t("vote.sum", { sum, present: v.present, rest: Math.max(0, v.present - sum) })}
        </p>
      </div>
      <div className="hall-row">
        <Button
          type={again ? "default" : "primary"}
          size="large"
          loading={busy}
          disabled={!full || sum > v.present}
          onClick={() => void run({ id: v.id, ...numbers })}
        >
          {t(again ? "vote.recount-go" : "vote.count-go")}
        </Button>
        {again ? null : <VoidVote of={of} />}
      </div>
    </>
  )
}

/** The sum, read out: then it stands. */
export function Announce({ of }: { of: Hall }): ReactNode {
  const t = useWords("hall")
  const [again, setAgain] = useState(false)
  const { run, busy } = useDo(announce)
  const v = of.vote
  if (!v?.outcome) return null
  const o = v.outcome
  return (
    <>
      <About of={of} />
      <p className={`hall-verdict ${o.passed ? "hall-passed" : "hall-failed"}`}>
        {t(o.passed ? "vote.passes" : "vote.fails")}
      </p>
      <p className="hall-sums">
        {sorts.map((s) => (
          <span key={s}>
            {t(`choice.${s}`)} <b>{o[s]}</b>
          </span>
        ))}
        <span>
          {t("results.silent")} <b>{o.silent}</b>
        </span>
      </p>
      <p className="hall-arithmetic" lang="zh-CN">
        {o.arithmetic}
      </p>
      <div className="hall-row">
        <ConfirmButton
          type="primary"
          size="large"
          loading={busy}
          ask={t("vote.announce-ask")}
          detail={t("vote.announce-detail")}
          onConfirm={() => run({ id: v.id })}
        >
          {t("vote.announce")}
        </ConfirmButton>
        {v.how === "hands" ? (
          <Button size="large" onClick={() => setAgain(!again)}>
            {t("vote.recount")}
          </Button>
        ) : null}
        <VoidVote of={of} />
      </div>
      {again ? <Count of={of} again /> : null}
    </>
  )
}

function VoidVote({ of }: { of: Hall }): ReactNode {
  const t = useWords("hall")
  const [asking, setAsking] = useState(false)
  const { run, busy, refused } = useDo(voidVote, { quiet: true })
  const v = of.vote
  if (!v || !of.can.chair) return null
  return (
    <>
      <Button type="text" danger size="large" onClick={() => setAsking(true)}>
        {t("vote.void")}
      </Button>
      {asking ? (
        <Asking<{ because: string }>
          title={t("vote.void")}
          lead={t("vote.void-lead")}
          refused={refused}
          busy={busy}
          danger
          go={t("vote.void")}
          onGo={async ({ because }) => {
            if (await run({ id: v.id, because })) setAsking(false)
          }}
          onClose={() => setAsking(false)}
        >
          <Form.Item
            name="because"
            label={t("because")}
            rules={[{ required: true, min: 2, message: t("because-need") }]}
          >
            <Input maxLength={300} />
          </Form.Item>
        </Asking>
      ) : null}
    </>
  )
}
