import { Button } from "antd"
import { type ReactNode, useState } from "react"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { ConfirmButton } from "#kit/web/desk/ConfirmButton.tsx"
import { Toggle } from "#kit/web/desk/Toggle.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { removeRobot, type settings, tryRobot, turnRobot } from "../contract.ts"
import { RobotForm } from "./RobotForm.tsx"

type Settings = Out<typeof settings>

/** The group robots of the offices and unions I answer for. */
export function Robots({
  desks,
  robots,
  ready,
}: {
  desks: Settings["desks"]
  robots: Settings["robots"]
  ready: boolean
}): ReactNode {
  const t = useWords("reminders")
  const [adding, setAdding] = useState(false)
  return (
    <section className="panel">
      <h2>{t("robots.title")}</h2>
      <p className="muted">{t("robots.lead")}</p>
      {ready ? null : <p className="reminders-note">{t("robots.not-ready")}</p>}
      {robots.length > 0 ? (
        <ul className="reminders-robots">
          {robots.map((r) => (
            <Robot key={r.id} robot={r} />
          ))}
        </ul>
      ) : (
        <p>{t("robots.none")}</p>
      )}
      <Button onClick={() => setAdding(true)}>{t("robots.add")}</Button>
      {adding ? <RobotForm desks={desks} onClose={() => setAdding(false)} /> : null}
    </section>
  )
}

function Robot({ robot }: { robot: Settings["robots"][number] }): ReactNode {
  const t = useWords("reminders")
  const say = useSay()
  const { id, ownerName, on } = robot
  const maker = t(`robots.${robot.kind}`)
  const turn = useDo(turnRobot)
  const probe = useDo(tryRobot, { done: t("robots.tried") })
  const remove = useDo(removeRobot, { done: t("robots.removed") })
  return (
    <li>
      <div>
        <b>{t("robots.named", { maker, owner: ownerName })}</b>
        <p className="muted">
          <span>{robot.host}</span>
          <span>{t("robots.by", { name: robot.by })}</span>
          <span>
            {robot.lastSent ? t("robots.sent", { time: say.time(robot.lastSent) }) : t("robots.never")}
          </span>
        </p>
        {robot.lastError ? (
          <p className="reminders-failed">{t("robots.failed", { error: robot.lastError })}</p>
        ) : null}
      </div>
      <div className="reminders-row">
        <Toggle on={on} onTurn={(to) => void turn.run({ id, on: to })}>
          {t(on ? "robots.on" : "robots.off")}
        </Toggle>
        <Button loading={probe.busy} onClick={() => void probe.run({ id })}>
          {t("robots.try")}
        </Button>
        <ConfirmButton
          danger
          ask={t("robots.remove-ask", { maker, owner: ownerName })}
          onConfirm={() => remove.run({ id })}
        >
          {t("robots.remove")}
        </ConfirmButton>
      </div>
    </li>
  )
}
