import { Button, InputNumber } from "antd"
import { type ReactNode, useState } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import { ConfirmButton } from "#kit/web/desk/ConfirmButton.tsx"
import DayPicker from "#kit/web/desk/DayPicker.tsx"
import { Problem } from "#kit/web/states.tsx"
import { useDo } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { elect } from "../contract.ts"
import type { Listed } from "./ListPage.tsx"

/** The votes as the meeting of the union counted them; the second time, among those still to be decided. */
export function ElectForm({ of }: { of: Listed }): ReactNode {
  const t = useWords("delegates")
  const { university } = useViewer()
  const [heldOn, setHeldOn] = useState<string | undefined>(university.today)
  const [due, setDue] = useState<number | null>(of.rounds.at(-1)?.due ?? null)
  const [present, setPresent] = useState<number | null>(null)
  const [votes, setVotes] = useState<Readonly<Record<string, number | null>>>({})
  const act = useDo(elect, { quiet: true, done: t("elect.done") })
  const again = of.again.length > 0
  const candidates = of.nominees.filter((n) =>
    again ? of.again.some((a) => a.among.includes(n.name)) : n.state === "nominated",
  )
  const ready = heldOn && due && present && candidates.every((n) => typeof votes[n.id] === "number")
  const send = () =>
    act.run({
      list: of.id,
      heldOn: heldOn ?? "",
      due: due ?? 0,
      present: present ?? 0,
      votes: candidates.map((n) => ({ nominee: n.id, votes: votes[n.id] ?? 0 })),
    })
  return (
    <section className="panel delegates-next">
      <h2>
        {t(again ? "elect.again" : "elect.title", { round: of.rounds.length + 1 })}{" "}
        <ClauseLabel clause="6.2" />
      </h2>
      <p className="muted">{t("elect.lead", { seats: of.seats })}</p>
      {act.refused ? <Problem refusal={act.refused} /> : null}
      <div className="delegates-numbers">
        <div className="delegates-field">
          <label htmlFor="held">{t("elect.held")}</label>
          <DayPicker id="held" value={heldOn} max={university.today} onChange={setHeldOn} />
        </div>
        <div className="delegates-field">
          <label htmlFor="due">{t("elect.due")}</label>
          <InputNumber id="due" min={1} max={10000} precision={0} value={due} onChange={setDue} />
        </div>
        <div className="delegates-field">
          <label htmlFor="present">{t("elect.present")}</label>
          <InputNumber id="present" min={1} max={10000} precision={0} value={present} onChange={setPresent} />
        </div>
      </div>
      {present ? (
        <p className="muted" role="status">
          {t("elect.more-than", { least: Math.floor(present / 2) + 1 })}
        </p>
      ) : null}
      <ul className="delegates-votes">
        {candidates.map((n) => (
          <li key={n.id}>
            <label htmlFor={`e-${n.id}`}>
              {n.name} <small className="muted">{n.className}</small>
            </label>
            <InputNumber
              id={`e-${n.id}`}
              min={0}
              max={present ?? 10000}
              precision={0}
              placeholder={t("recommend.votes")}
              value={votes[n.id] ?? null}
              onChange={(to) => setVotes({ ...votes, [n.id]: to })}
            />
          </li>
        ))}
      </ul>
      {ready ? (
        <ConfirmButton
          type="primary"
          size="large"
          ask={t("elect.ask")}
          loading={act.busy}
          onConfirm={() => send()}
        >
          {t("elect.go")}
        </ConfirmButton>
      ) : (
        <Button type="primary" size="large" disabled>
          {t("elect.go")}
        </Button>
      )}
    </section>
  )
}
