import { ArrowDownOutlined, ArrowUpOutlined } from "@ant-design/icons"
import { Button, Input, Modal, Select } from "antd"
import { type ReactNode, useState } from "react"
import { useReturn } from "#kit/web/desk/focus.ts"
import { Problem } from "#kit/web/states.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { propose } from "../contract.ts"
import type { Presidium } from "./PresidiumPage.tsx"

type Turn = Presidium["suggestion"][number]

const after = (turn: Turn): Pick<Turn, "schoolYear" | "half"> =>
  turn.half === 1 ? { schoolYear: turn.schoolYear, half: 2 } : { schoolYear: turn.schoolYear + 1, half: 1 }

/** Arrange the semesters ahead, starting from what the product suggests. The server has the last word on fairness. */
export function PlanForm({ of, onClose }: { of: Presidium; onClose: () => void }): ReactNode {
  const t = useWords("presidium")
  useReturn()
  const [turns, setTurns] = useState(of.suggestion)
  const [tried, setTried] = useState<readonly Turn[]>()
  const [because, setBecause] = useState("")
  const { run, busy, refused } = useDo(propose, { quiet: true, done: t("plan.done") })
  const put = (at: number, number: string) =>
    setTurns(turns.map((turn, i) => (i === at ? { ...turn, number } : turn)))
  const swap = (a: number, b: number) => {
    const [one, other] = [turns[a], turns[b]]
    if (one && other)
      setTurns(
        turns.map((turn, i) =>
          i === a ? { ...turn, number: other.number } : i === b ? { ...turn, number: one.number } : turn,
        ),
      )
  }
  const more = () => {
    const last = turns.at(-1)
    if (!last) return
    const next = after(last)
    const counts = of.members.map((m) => ({
      number: m.number,
      had: m.turns + turns.filter((turn) => turn.number === m.number).length,
    }))
    const least = counts.toSorted((a, b) => a.had - b.had)[0]
    const semester = t("semester", {
      from: next.schoolYear,
      to: next.schoolYear + 1,
      half: t(`half.${next.half}`),
    })
    setTurns([...turns, { ...next, semester, number: least?.number ?? "", name: "" }])
  }
  const submit = async () => {
    setTried(turns)
    const wanted = turns.map(({ schoolYear, half, number }) => ({ schoolYear, half, number }))
    const reason = because.trim()
    if (await run({ union: of.union.id, turns: wanted, ...(reason.length > 1 ? { because: reason } : {}) }))
      onClose()
  }
  const options = of.members.map((m) => ({ value: m.number, label: m.name }))
  return (
    <Modal open title={t("plan.title")} onCancel={onClose} footer={null} destroyOnHidden width={560}>
      <p className="muted">{t("plan.order")}</p>
      {refused && tried === turns ? <Problem refusal={refused} /> : null}
      <ol className="presidium-plan">
        {turns.map((turn, i) => (
          <li key={`${turn.schoolYear}-${turn.half}`}>
            <span>{turn.semester}</span>
            <Select
              aria-label={turn.semester}
              value={turn.number}
              options={options}
              onChange={(number: string) => put(i, number)}
            />
            <Button
              icon={<ArrowUpOutlined />}
              aria-label={t("plan.up", { semester: turn.semester })}
              disabled={i === 0}
              onClick={() => swap(i, i - 1)}
            />
            <Button
              icon={<ArrowDownOutlined />}
              aria-label={t("plan.down", { semester: turn.semester })}
              disabled={i === turns.length - 1}
              onClick={() => swap(i, i + 1)}
            />
          </li>
        ))}
      </ol>
      <div className="presidium-row">
        <Button size="small" onClick={more} disabled={turns.length >= 20}>
          {t("plan.more")}
        </Button>
        <Button size="small" onClick={() => setTurns(turns.slice(0, -1))} disabled={turns.length <= 1}>
          {t("plan.fewer")}
        </Button>
        <Button size="small" type="link" onClick={() => setTurns(of.suggestion)}>
          {t("plan.reset")}
        </Button>
      </div>
      <div className="presidium-field">
        <label htmlFor="plan-because">{t("plan.because")}</label>
        <Input
          id="plan-because"
          value={because}
          maxLength={300}
          placeholder={t("plan.because-like")}
          onChange={(e) => setBecause(e.target.value)}
        />
      </div>
      <Button type="primary" loading={busy} disabled={turns.length === 0} onClick={() => void submit()}>
        {t("plan.submit")}
      </Button>
    </Modal>
  )
}
