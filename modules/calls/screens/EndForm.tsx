import { Button, Form, Input, Modal } from "antd"
import type { ReactNode } from "react"
import type { Refusal } from "#kit/web/call.ts"
import { useReturn } from "#kit/web/desk/focus.ts"
import { Problem } from "#kit/web/states.tsx"
import { useWords } from "#kit/web/words.ts"

interface EndFormProps {
  readonly deed: "close" | "cancel"
  readonly applicants: number
  readonly busy: boolean
  readonly refused: Refusal | undefined
  readonly onGo: (because: string) => unknown
  readonly onClose: () => void
}

/** Closing early and calling off ask for the reason everybody will read, and say what follows. */
export function EndForm({ deed, applicants, busy, refused, onGo, onClose }: EndFormProps): ReactNode {
  const t = useWords("calls")
  useReturn()
  return (
    <Modal open title={t(`end.${deed}`)} onCancel={onClose} footer={null} destroyOnHidden>
      <p>{t(`end.${deed}-detail`, { count: applicants })}</p>
      {refused ? <Problem refusal={refused} /> : null}
      <Form
        layout="vertical"
        requiredMark={false}
        onFinish={({ because }: { because: string }) => void onGo(because)}
      >
        <Form.Item
          name="because"
          label={t("end.because")}
          rules={[{ required: true, min: 2, max: 300, message: t("end.because-needed") }]}
        >
          <Input.TextArea rows={3} maxLength={300} autoFocus />
        </Form.Item>
        <div className="calls-buttons">
          <Button type="primary" danger={deed === "cancel"} htmlType="submit" loading={busy}>
            {t(`end.${deed}`)}
          </Button>
          <Button onClick={onClose}>{t("end.keep")}</Button>
        </div>
      </Form>
    </Modal>
  )
}
