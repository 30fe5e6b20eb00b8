import { Button, Form, Input, InputNumber } from "antd"
import { type ReactNode, useState } from "react"
import { Asking } from "#kit/web/desk/Asking.tsx"
import { Empty } from "#kit/web/states.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { minute } from "../contract.ts"
import type { One } from "./ListeningPage.tsx"
import { useTell } from "./say.ts"

/** How many came and what was said, to read, put right and print. */
export function MinutesPart({ of }: { of: One }): ReactNode {
  const t = useWords("listening")
  const tell = useTell()
  const [writing, setWriting] = useState(false)
  const write = of.can.minute ? (
    <Button type={of.minutes === null ? "primary" : "default"} onClick={() => setWriting(true)}>
      {t(of.minutes === null ? "minutes.write" : "minutes.change")}
    </Button>
  ) : null
  return (
    <>
      {of.minutes === null ? (
        <Empty title={t("minutes.none")}>
          <p>{t(of.can.minute ? "minutes.none-more" : "minutes.not-yet")}</p>
          {write}
        </Empty>
      ) : (
        <section className="panel">
          <p>
            <b>{t("minutes.people", { count: of.attendance ?? 0 })}</b>
          </p>
          <p className="listening-text" lang="zh-CN">
            {of.minutes}
          </p>
          <p className="muted">
            {t("minutes.by", { name: of.minutedBy ?? "", day: tell.day(of.minutedOn ?? of.onDay) })}
          </p>
          <p className="listening-buttons">
            {write}
            <a className="button" href={`/api/listening/minutes/${of.id}.docx`}>
              {t("minutes.docx")}
            </a>
            <a className="button" href={`/api/listening/minutes/${of.id}.pdf`}>
              {t("minutes.pdf")}
            </a>
          </p>
        </section>
      )}
      {writing ? <MinutesForm of={of} onClose={() => setWriting(false)} /> : null}
    </>
  )
}

function MinutesForm({ of, onClose }: { of: One; onClose: () => void }): ReactNode {
  const t = useWords("listening")
  const { run, busy, refused } = useDo(minute, { quiet: true, done: t("minutes.done") })
  return (
    <Asking<{ attendance: number; minutes: string }>
      wide
      title={t("minutes.write")}
      lead={t("minutes.lead")}
      refused={refused}
      busy={busy}
      go={t("minutes.go")}
      start={of.minutes === null ? {} : { attendance: of.attendance ?? 0, minutes: of.minutes }}
      onClose={onClose}
      onGo={async (f) => {
        if (await run({ id: of.id, ...f })) onClose()
      }}
    >
      <Form.Item
        name="attendance"
        label={t("minutes.attendance")}
        rules={[{ required: true, message: t("needed") }]}
      >
        <InputNumber min={0} max={100_000} precision={0} />
      </Form.Item>
      <Form.Item
        name="minutes"
        label={t("minutes.text")}
        rules={[{ required: true, min: 10, message: t("minutes.text-needed") }]}
      >
        <Input.TextArea rows={10} maxLength={20_000} />
      </Form.Item>
    </Asking>
  )
}
