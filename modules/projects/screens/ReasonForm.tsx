import { Form, Input } from "antd"
import type { ReactNode } from "react"
import type { Refusal } from "#kit/web/call.ts"
import { Asking } from "#kit/web/desk/Asking.tsx"
import { useWords } from "#kit/web/words.ts"

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
  const t = useWords("projects")
  return (
    <Asking<{ because: string }> {...props} onGo={({ because }) => onGo(because)}>
      <Form.Item
        name="because"
        label={t("because")}
        rules={[{ required: true, whitespace: true, max: 200, message: t("because-needed") }]}
      >
        <Input.TextArea rows={3} maxLength={200} showCount />
      </Form.Item>
    </Asking>
  )
}
