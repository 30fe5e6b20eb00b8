import { Button, Form, Input, Segmented } from "antd"
import { type ReactNode, useState } from "react"
import type { Out } from "#kit/web/call.ts"
import { ConfirmButton } from "#kit/web/desk/ConfirmButton.tsx"
import { Problem } from "#kit/web/states.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { address, confirm, forget, frequency, type settings } from "../contract.ts"

type Settings = Out<typeof settings>["mail"]

const choices = ["off", "daily", "weekly"] as const

/** The digest by e-mail: an address, its code, how often. */
export function Mail({ mail }: { mail: Settings }): ReactNode {
  const t = useWords("reminders")
  const [changing, setChanging] = useState(false)
  const often = useDo(frequency, { done: t("mail.saved") })
  const leave = useDo(forget, { done: t("mail.forgotten") })
  return (
    <section className="panel">
      <h2>{t("mail.title")}</h2>
      <p className="muted">{t("mail.lead")}</p>
      {mail.ready ? null : <p className="reminders-note">{t("mail.not-ready")}</p>}
      {mail.address ? (
        <>
          <p>{t("mail.to", { address: mail.address })}</p>
          <Segmented
            aria-label={t("mail.often")}
            className="reminders-often"
            value={mail.frequency}
            disabled={often.busy}
            onChange={(to) => void often.run({ frequency: to })}
            options={choices.map((value) => ({ value, label: t(`mail.${value}`) }))}
          />
          <div className="reminders-row">
            {mail.ready && !changing && !mail.pending ? (
              <Button onClick={() => setChanging(true)}>{t("mail.change")}</Button>
            ) : null}
            <ConfirmButton
              danger
              ask={t("mail.forget-ask", { address: mail.address })}
              onConfirm={() => leave.run({})}
            >
              {t("mail.forget")}
            </ConfirmButton>
          </div>
        </>
      ) : null}
      {mail.pending ? (
        <Code address={mail.pending} />
      ) : mail.ready && (!mail.address || changing) ? (
        <Address onSent={() => setChanging(false)} />
      ) : null}
    </section>
  )
}

function Address({ onSent }: { onSent: () => void }): ReactNode {
  const t = useWords("reminders")
  const { run, busy, refused } = useDo(address, { quiet: true, done: t("mail.code-sent") })
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      className="reminders-form"
      onFinish={async (fields: { address: string }) => (await run(fields)) && onSent()}
    >
      {refused ? <Problem refusal={refused} /> : null}
      <Form.Item
        name="address"
        label={t("mail.address")}
        rules={[{ required: true, type: "email", message: t("mail.address-needed") }]}
      >
        <Input type="email" autoComplete="email" maxLength={200} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>
        {t("mail.send-code")}
      </Button>
    </Form>
  )
}

function Code({ address: to }: { address: string }): ReactNode {
  const t = useWords("reminders")
  const { run, busy, refused } = useDo(confirm, { quiet: true, done: t("mail.confirmed") })
  const again = useDo(address, { done: t("mail.code-sent") })
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      className="reminders-form"
      onFinish={(fields: { code: string }) => void run(fields)}
    >
      <p>{t("mail.code-lead", { address: to })}</p>
      {refused ? <Problem refusal={refused} /> : null}
      <Form.Item
        name="code"
        label={t("mail.code")}
        rules={[{ required: true, pattern: /^\s*\d{6}\s*$/, message: t("mail.code-needed") }]}
      >
        <Input inputMode="numeric" autoComplete="one-time-code" maxLength={8} />
      </Form.Item>
      <div className="reminders-row">
        <Button type="primary" htmlType="submit" loading={busy}>
          {t("mail.confirm")}
        </Button>
        <Button loading={again.busy} onClick={() => void again.run({ address: to })}>
          {t("mail.again")}
        </Button>
      </div>
    </Form>
  )
}
