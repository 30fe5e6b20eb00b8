import { Form, Input } from "antd"
import type { ReactNode } from "react"
import type { Refusal } from "../call.ts"
import { useWords } from "../words.ts"
import { Asking } from "./Asking.tsx"

interface ReasonFormProps {
  readonly title: string
  readonly lead: string
  readonly go: string
  readonly danger?: boolean
  readonly busy: boolean
  readonly refused: Refusal | undefined
  readonly onGo: (because: string) => unknown
  readonly onClose: () => void
}

/** Why. */
export function ReasonForm({ onGo, ...props }: ReasonFormProps): ReactNode {
  const t = useWords()
  return (
    <Asking<{ because: string }> {...props} onGo={({ because }) => onGo(because)}>
      <Form.Item
        name="because"
        label={t("reason.label")}
        rules={[{ required: true, whitespace: true, max: 200, message: t("reason.needed") }]}
      >
        <Input.TextArea rows={3} maxLength={200} showCount />
      </Form.Item>
    </Asking>
  )
}
