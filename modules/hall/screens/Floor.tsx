import { Button } from "antd"
import { type ReactNode, useState } from "react"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { callSpeaker, endSpeech, extend } from "../contract.ts"
import { Countdown } from "./Countdown.tsx"
import type { Hall } from "./HallPage.tsx"
import { NumberField } from "./NumberField.tsx"
import { OpenVote } from "./VoteForm.tsx"

/** Give the floor to who is first on the list. */
export function CallNext({ of }: { of: Hall }): ReactNode {
  const t = useWords("hall")
  const [minutes, setMinutes] = useState(5)
  const { run, busy } = useDo(callSpeaker)
  const first = of.waiting[0]
  const item = of.items.find((i) => i.state === "on")
  if (!first) return null
  return (
    <>
      <h3 className="hall-about">
        {first.name} <small className="muted">{first.delegation}</small>
        {first.point ? <span className="tag">{t("speak.point")}</span> : null}
      </h3>
      <div className="hall-row">
        <NumberField
          label={t("speak.minutes")}
          min={1}
          max={60}
          value={minutes}
          onChange={(v) => setMinutes(v ?? 5)}
        />
        <Button
          type="primary"
          size="large"
          loading={busy}
          onClick={() => void run({ id: first.id, minutes })}
        >
          {t("speak.call", { name: first.name })}
        </Button>
        {item ? <OpenVote of={of} item={item} small /> : null}
      </div>
    </>
  )
}

/** Somebody has the floor: the time left, more time, the end. */
export function EndSpeech({ of, ahead }: { of: Hall; ahead: number }): ReactNode {
  const t = useWords("hall")
  const ending = useDo(endSpeech)
  const more = useDo(extend)
  const s = of.speaking
  if (!s) return null
  return (
    <>
      <h3 className="hall-about hall-floor">
        <span>
          {s.name} <small className="muted">{s.delegation}</small>
          {s.point ? <span className="tag">{t("speak.point")}</span> : null}
        </span>
        {s.startedAt ? <Countdown from={s.startedAt} minutes={s.minutes} ahead={ahead} /> : null}
      </h3>
      <div className="hall-row">
        <Button
          type="primary"
          size="large"
          loading={ending.busy}
          onClick={() => void ending.run({ id: s.id })}
        >
          {t("speak.end")}
        </Button>
        {of.can.chair ? (
          <Button
            size="large"
            loading={more.busy}
            onClick={() => void more.run({ assembly: of.assembly.id, of: "speech", minutes: 1 })}
          >
            {t("speak.more")}
          </Button>
        ) : null}
      </div>
    </>
  )
}
