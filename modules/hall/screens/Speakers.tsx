import { ArrowDownOutlined, ArrowUpOutlined, CloseOutlined } from "@ant-design/icons"
import { Button, Checkbox, Form, Input } from "antd"
import { type ReactNode, useState } from "react"
import { Asking } from "#kit/web/desk/Asking.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { addSpeaker, callSpeaker, dropSpeaker, moveSpeaker, setList } from "../contract.ts"
import { Countdown } from "./Countdown.tsx"
import type { Hall } from "./HallPage.tsx"

/** The list of speakers of the item under way. */
export function Speakers({ of, ahead }: { of: Hall; ahead: number }): ReactNode {
  const t = useWords("hall")
  const [adding, setAdding] = useState(false)
  const list = useDo(setList)
  const on = of.items.some((i) => i.state === "on")
  const s = of.speaking
  return (
    <section className="panel">
      <h2>{t("speak.list")}</h2>
      {on ? null : <p className="muted">{t("speak.no-item")}</p>}
      {s ? (
        <p className="hall-speaking">
          <span>
            {t("speak.now")} <b>{s.name}</b> <span className="muted">{s.delegation}</span>
          </span>
          {s.startedAt ? <Countdown from={s.startedAt} minutes={s.minutes} ahead={ahead} /> : null}
        </p>
      ) : null}
      {on && of.waiting.length === 0 ? <p className="muted">{t("speak.nobody")}</p> : null}
      <ol className="hall-queue">
        {of.waiting.map((w, n) => (
          <Waiting key={w.id} of={of} speaker={w} first={n === 0} last={n === of.waiting.length - 1} />
        ))}
      </ol>
      {of.spoke.length > 0 ? (
        <p className="muted">{t("speak.spoke", { names: of.spoke.map((x) => x.name).join("、") })}</p>
      ) : null}
      {on && of.can.steward ? (
        <div className="hall-row">
          <Button onClick={() => setAdding(true)}>{t("speak.add")}</Button>
          <Button
            loading={list.busy}
            onClick={() => void list.run({ assembly: of.assembly.id, open: !of.listOpen })}
          >
            {t(of.listOpen ? "speak.close-list" : "speak.open-list")}
          </Button>
        </div>
      ) : null}
      {adding ? <Add of={of} onClose={() => setAdding(false)} /> : null}
    </section>
  )
}

interface WaitingProps {
  readonly of: Hall
  readonly speaker: Hall["waiting"][number]
  readonly first: boolean
  readonly last: boolean
}

function Waiting({ of, speaker: s, first, last }: WaitingProps): ReactNode {
  const t = useWords("hall")
  const move = useDo(moveSpeaker)
  const drop = useDo(dropSpeaker)
  const call = useDo(callSpeaker)
  const busy = move.busy || drop.busy || call.busy
  return (
    <li>
      <div className="hall-line">
        <span>
          {s.name} <span className="muted">{s.delegation}</span>{" "}
          {s.point ? <span className="tag">{t("speak.point")}</span> : null}
        </span>
        <span className="hall-buttons">
          {of.can.steward ? (
            <>
              <Button
                type="text"
                icon={<ArrowUpOutlined />}
                disabled={first || busy}
                aria-label={t("speak.up", { name: s.name })}
                onClick={() => void move.run({ id: s.id, up: true })}
              />
              <Button
                type="text"
                icon={<ArrowDownOutlined />}
                disabled={last || busy}
                aria-label={t("speak.down", { name: s.name })}
                onClick={() => void move.run({ id: s.id, up: false })}
              />
              <Button
                type="text"
                icon={<CloseOutlined />}
                disabled={busy}
                aria-label={t("speak.drop", { name: s.name })}
                onClick={() => void drop.run({ id: s.id })}
              />
            </>
          ) : null}
          {of.can.chair && of.state === "sitting" ? (
            <Button disabled={busy} onClick={() => void call.run({ id: s.id })}>
              {t("speak.give")}
            </Button>
          ) : null}
        </span>
      </div>
    </li>
  )
}

function Add({ of, onClose }: { of: Hall; onClose: () => void }): ReactNode {
  const t = useWords("hall")
  const { run, busy, refused } = useDo(addSpeaker, { quiet: true })
  return (
    <Asking<{ number?: string; name?: string; point?: boolean }>
      title={t("speak.add")}
      lead={t("speak.add-lead")}
      refused={refused}
      busy={busy}
      go={t("speak.add")}
      onGo={async ({ number, name, point }) => {
        const wish = { ...(number ? { number } : {}), ...(name ? { name } : {}), point: point ?? false }
        if (await run({ assembly: of.assembly.id, ...wish })) onClose()
      }}
      onClose={onClose}
    >
      <div className="desk-pair">
        <Form.Item name="number" label={t("speak.number")}>
          <Input maxLength={40} inputMode="numeric" />
        </Form.Item>
        <Form.Item name="name" label={t("speak.guest")}>
          <Input maxLength={40} />
        </Form.Item>
      </div>
      <Form.Item name="point" valuePropName="checked">
        <Checkbox>{t("speak.point")}</Checkbox>
      </Form.Item>
    </Asking>
  )
}
