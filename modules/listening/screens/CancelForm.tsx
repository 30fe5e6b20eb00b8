import { Form, Input } from "antd"
import type { ReactNode } from "react"
import { Asking } from "#kit/web/desk/Asking.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { cancel } from "../contract.ts"

/** Calling it off, with the reason everybody reads. */
export function CancelForm({ id, onClose }: { id: string; onClose: () => void }): ReactNode {
  const t = useWords("listening")
  const { run, busy, refused } = useDo(cancel, { quiet: true, done: t("cancel.done") })
  return (
    <Asking<{ because: string }>
      danger
      title={t("cancel.title")}
      lead={t("cancel.lead")}
      refused={refused}
      busy={busy}
      go={t("cancel.go")}
      onClose={onClose}
      onGo={async ({ because }) => {
        if (await run({ id, because })) onClose()
      }}
    >
      <Form.Item
        name="because"
        label={t("cancel.because")}
        rules={[{ required: true, min: 4, message: t("cancel.because-needed") }]}
      >
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
    </Asking>
  )
}
