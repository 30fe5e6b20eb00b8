import { Button, Form, Input, Modal } from "antd"
import { type ReactNode, useState } from "react"
import { useSay } from "#kit/web/days.ts"
import { Asking } from "#kit/web/desk/Asking.tsx"
import { useReturn } from "#kit/web/desk/focus.ts"
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
    <Asking
      title={t("list.new")}
      lead={t("list.new-lead")}
      refused={refused}
      busy={busy}
      go={t("list.issue")}
      onGo={submit}
      onClose={props.onClose}
    >
      <Form.Item name="number" label={t("list.number")} rules={[needed(t, "list.number")]}>
        <Input autoComplete="off" autoFocus />
      </Form.Item>
      <Form.Item name="name" label={t("list.name-optional")}>
        <Input autoComplete="off" />
      </Form.Item>
    </Asking>
  )
}

/** Shown once, large, to be handed over. */
export function CodeShown({ code, expires, name, onClose }: Issued & { onClose: () => void }): ReactNode {
  const t = useWords("accounts")
  const say = useSay()
  useReturn()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    // Only where the browser lets a page write there: https, or this machine.
    await navigator.clipboard?.writeText(code)
    setCopied(Boolean(navigator.clipboard))
  }
  return (
    <Modal
      open
      title={t("code.title")}
      mask={{ closable: false }}
      onCancel={onClose}
      footer={[
        <Button key="copy" onClick={() => void copy()}>
          {t(copied ? "code.copied" : "code.copy")}
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
