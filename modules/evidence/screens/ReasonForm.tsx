import { Button, Form, Input, Modal } from "antd"
import type { ReactNode } from "react"
import type { Refusal } from "#kit/web/call.ts"
import { Problem } from "#kit/web/states.tsx"
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
    <Modal open title={props.title} onCancel={props.onClose} footer={null} destroyOnHidden>
      <p className="muted">{props.lead}</p>
      {props.refused ? <Problem refusal={props.refused} /> : null}
      <Form
        layout="vertical"
        requiredMark={false}
        className="evidence-form"
        onFinish={({ because }: { because: string }) => void props.onGo(because)}
      >
        <Form.Item
          name="because"
          label={props.label}
          rules={[{ required: true, min: 2, max: 500, message: t("form.reason-needed") }]}
        >
          <Input.TextArea rows={3} maxLength={500} autoFocus />
        </Form.Item>
        <div className="evidence-row">
          <Button type="primary" danger htmlType="submit" loading={props.busy}>
            {props.go}
          </Button>
          <Button onClick={props.onClose}>{t("form.cancel")}</Button>
        </div>
      </Form>
    </Modal>
  )
}
