import { Button, Form, Input, Modal } from "antd"
import type { ReactNode } from "react"
import { useSay } from "#kit/web/days.ts"
import { Problem } from "#kit/web/states.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { issueCode } from "../contract.ts"
import { needed } from "./SignIn.tsx"

export interface Issued {
  readonly code: string
  readonly expires: string
  readonly name: string
}

/** A code for someone who has no account yet. */
export function NewCode(props: { onClose: () => void; onIssued: (issued: Issued) => void }): ReactNode {
  const t = useWords("accounts")
  const { run, busy, refused } = useDo(issueCode, { quiet: true })
  const submit = async ({ number, name }: { number: string; name?: string }) => {
    const code = await run({ number, ...(name ? { name } : {}) })
    if (!code) return
    props.onIssued({ ...code, name: name || number })
    props.onClose()
  }
  return (
    <Modal open title={t("list.new")} onCancel={props.onClose} footer={null} destroyOnHidden>
      <p className="muted">{t("list.new-lead")}</p>
      {refused ? <Problem refusal={refused} /> : null}
      <Form layout="vertical" requiredMark={false} onFinish={submit}>
        <Form.Item name="number" label={t("list.number")} rules={[needed(t, "list.number")]}>
          <Input autoComplete="off" autoFocus />
        </Form.Item>
        <Form.Item name="name" label={t("list.name-optional")}>
          <Input autoComplete="off" />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={busy}>
          {t("list.issue")}
        </Button>
      </Form>
    </Modal>
  )
}

/** Shown once, large, to be handed over. */
export function CodeShown({ code, expires, name, onClose }: Issued & { onClose: () => void }): ReactNode {
  const t = useWords("accounts")
  const say = useSay()
  return (
    <Modal
      open
      title={t("code.title")}
      mask={{ closable: false }}
      onCancel={onClose}
      footer={[
        <Button key="copy" onClick={() => void navigator.clipboard?.writeText(code)}>
          {t("code.copy")}
        </Button>,
        <Button key="close" type="primary" onClick={onClose}>
          {t("code.close")}
        </Button>,
      ]}
    >
      <p>{t("code.for", { name })}</p>
      <code className="accounts-code">{code}</code>
      <p className="muted">{t("code.expires", { time: say.time(expires) })}</p>
    </Modal>
  )
}
