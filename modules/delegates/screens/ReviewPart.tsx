import { Button, Input, Radio } from "antd"
import { type ReactNode, useState } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { Answer, Empty, Problem } from "#kit/web/states.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { review, reviewing } from "../contract.ts"
import type { Progress } from "./DelegatesPage.tsx"
import { FillForm } from "./FillForm.tsx"

type Reviewing = Out<typeof reviewing>
type Waiting = Reviewing["waiting"][number]

/** 资格审查, person by person; what was decided is said at once for all of them. */
export function ReviewPart({ of }: { of: Progress }): ReactNode {
  return (
    <Answer of={useAsk(reviewing, { assembly: of.assembly.id })} rows={8}>
      {(answer) => (
        <>
          <Waits of={of} waiting={answer.waiting} />
          <Vacant of={of} vacant={answer.vacant} />
          <Rejected rejected={answer.rejected} />
        </>
      )}
    </Answer>
  )
}

function Waits({ of, waiting }: { of: Progress; waiting: Reviewing["waiting"] }): ReactNode {
  const t = useWords("delegates")
  const [said, setSaid] = useState<Readonly<Record<string, { accept: boolean; because: string }>>>({})
  const act = useDo(review, { quiet: true, done: t("review.done") })
  if (waiting.length === 0)
    return (
      <Empty title={t("review.none")}>
        <p>{t("review.none-more")}</p>
      </Empty>
    )
  const decided = waiting.filter((n) => said[n.id])
  const send = async () => {
    const decisions = decided.map((n) => ({ nominee: n.id, ...said[n.id]! }))
    if (await act.run({ assembly: of.assembly.id, decisions })) setSaid({})
  }
  const clean = waiting.filter((n) => n.doubts.length === 0 && !n.own)
  return (
    <section className="panel">
      <h2>
        {t("review.title", { count: waiting.length })} <ClauseLabel clause="6.2" />
      </h2>
      <p className="muted">{t("review.lead")}</p>
      {act.refused ? <Problem refusal={act.refused} /> : null}
      <Button
        onClick={() =>
          setSaid({ ...said, ...Object.fromEntries(clean.map((n) => [n.id, { accept: true, because: "" }])) })
        }
      >
        {t("review.all", { count: clean.length })}
      </Button>
      <ul className="delegates-rows">
        {waiting.map((n) => (
          <li key={n.id}>
            <Who of={n} />
            {n.own ? (
              <span className="muted">{t("review.own")}</span>
            ) : (
              <Say name={n.name} value={said[n.id]} onSay={(value) => setSaid({ ...said, [n.id]: value })} />
            )}
          </li>
        ))}
      </ul>
      <Button
        type="primary"
        size="large"
        loading={act.busy}
        disabled={decided.length === 0}
        onClick={() => void send()}
      >
        {t("review.go", { count: decided.length })}
      </Button>
    </section>
  )
}

function Who({ of: n }: { of: Waiting }): ReactNode {
  const t = useWords("delegates")
  return (
    <span>
      <b>{n.name}</b> <span className="muted">{n.number}</span>
      <br />
      <small className="muted" lang="zh-CN">
        {[...new Set([n.list, n.className]), n.political, n.cadre ? t("cadre") : ""]
          .filter(Boolean)
          .join(" · ")}
      </small>
      {n.doubts.map((d) => (
        <small key={d} className="delegates-late delegates-doubt" lang="zh-CN">
          {d}
        </small>
      ))}
    </span>
  )
}

interface SayProps {
  readonly name: string
  readonly value: { accept: boolean; because: string } | undefined
  readonly onSay: (value: { accept: boolean; because: string }) => void
}

function Say({ name, value, onSay }: SayProps): ReactNode {
  const t = useWords("delegates")
  return (
    <span className="delegates-say">
      <Radio.Group
        aria-label={name}
        optionType="button"
        value={value === undefined ? null : value.accept}
        options={[
          { value: true, label: t("review.accept") },
          { value: false, label: t("review.reject") },
        ]}
        onChange={(e) => onSay({ accept: e.target.value as boolean, because: value?.because ?? "" })}
      />
      {value && !value.accept ? (
        <Input
          aria-label={t("review.because-of", { name })}
          placeholder={t("review.because")}
          maxLength={500}
          value={value.because}
          onChange={(e) => onSay({ accept: false, because: e.target.value })}
        />
      ) : null}
    </span>
  )
}

function Vacant({ of, vacant }: { of: Progress; vacant: Reviewing["vacant"] }): ReactNode {
  const t = useWords("delegates")
  const [filling, setFilling] = useState<Reviewing["vacant"][number]>()
  if (vacant.length === 0) return null
  return (
    <section className="panel">
      <h2>{t("vacant.title", { count: vacant.reduce((n, v) => n + v.seats, 0) })}</h2>
      <ul className="delegates-rows">
        {vacant.map((v) => (
          <li key={v.list}>
            <span>
              <b>{v.label}</b> {t("vacant.seats", { count: v.seats })}
            </span>
            <Button aria-label={t("vacant.fill-of", { name: v.label })} onClick={() => setFilling(v)}>
              {t("vacant.fill")}
            </Button>
          </li>
        ))}
      </ul>
      {filling ? (
        <FillForm assembly={of.assembly.id} vacant={filling} onClose={() => setFilling(undefined)} />
      ) : null}
    </section>
  )
}

function Rejected({ rejected }: { rejected: Reviewing["rejected"] }): ReactNode {
  const t = useWords("delegates")
  const say = useSay()
  if (rejected.length === 0) return null
  return (
    <section className="panel">
      <h2>{t("review.rejected", { count: rejected.length })}</h2>
      <ul className="delegates-rows">
        {rejected.map((r) => (
          <li key={`${r.list} ${r.name}`}>
            <span>
              <b>{r.name}</b> {r.list}
            </span>
            <span className="muted" lang="zh-CN">
              {r.because}（{r.by}，{say.day(r.on)}）
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
