import { Form, Input } from "antd"
import type { ReactNode } from "react"
import type { Refusal } from "#kit/web/call.ts"
import { Asking } from "#kit/web/desk/Asking.tsx"
import { useWords } from "#kit/web/words.ts"

interface ReasonFormProps {
  readonly title: string
  /** What it is about. */
  readonly lead: string
  readonly label: string
  readonly go: string
  readonly busy: boolean
  readonly refused: Refusal | undefined
  readonly onGo: (because: string) => unknown
  readonly onClose: () => void
}

/** A deed that asks for its reason. */
export function ReasonForm(props: ReasonFormProps): ReactNode {
  const t = useWords("evidence")
  return (
    <Asking<{ because: string }>
      title={props.title}
      lead={props.lead}
      refused={props.refused}
      busy={props.busy}
      go={props.go}
      danger
      onGo={({ because }) => props.onGo(because)}
      onClose={props.onClose}
    >
      <Form.Item
        name="because"
        label={props.label}
        rules={[{ required: true, min: 2, max: 500, message: t("form.reason-needed") }]}
      >
        <Input.TextArea rows={3} maxLength={500} autoFocus />
      </Form.Item>
    </Asking>
  )
}
