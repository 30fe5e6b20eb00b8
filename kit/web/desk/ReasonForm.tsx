import { Form, Input } from "antd"
import type { ReactNode } from "react"
import type { Refusal } from "../call.ts"
import { Asking } from "./Asking.tsx"

interface ReasonFormProps {
  /** Above the field, and what is said where it was left empty. */
  readonly label: string
  readonly needed: string
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
export function ReasonForm({ label, needed, onGo, ...props }: ReasonFormProps): ReactNode {
  return (
    <Asking<{ because: string }> {...props} onGo={({ because }) => onGo(because)}>
      <Form.Item
        name="because"
        label={label}
        rules={[{ required: true, whitespace: true, max: 200, message: needed }]}
      >
        <Input.TextArea rows={3} maxLength={200} showCount />
      </Form.Item>
    </Asking>
  )
}
