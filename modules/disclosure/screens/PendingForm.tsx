import { Button, Form, Input, Modal } from "antd"
import type { ReactNode } from "react"
import { useReturn } from "#kit/web/desk/focus.ts"
import { Problem } from "#kit/web/states.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { edit } from "../contract.ts"
import type { Shown } from "./DisclosurePage.tsx"

interface PendingProps {
  readonly d: Shown
  /** `row-06`, or a section. */
  readonly of: string
  readonly text: string
  readonly onClose: () => void
}

/** Leave a row or a section open on purpose; the remark is printed there. */
export function PendingForm({ d, of, text, onClose }: PendingProps): ReactNode {
  const t = useWords("disclosure")
  useReturn()
  const [form] = Form.useForm<{ remark: string }>()
  const saving = useDo(edit, { done: t("done.saved"), quiet: true })
  const save = async (remark: string | null) => {
    if (await saving.run({ id: d.id, version: d.version, pending: { [of]: remark } })) onClose()
  }
  return (
    <Modal
      open
      mask={{ closable: false }}
      title={t("pending.title")}
      okText={t("save")}
      cancelText={t("cancel")}
      confirmLoading={saving.busy}
      onOk={() => form.submit()}
      onCancel={onClose}
      footer={(_, { OkBtn, CancelBtn }) => (
        <>
          {d.own.pending[of] ? <Button onClick={() => void save(null)}>{t("pending.clear")}</Button> : null}
          <CancelBtn />
          <OkBtn />
        </>
      )}
    >
      <p>{text}</p>
      {saving.refused ? <Problem refusal={saving.refused} /> : null}
      <Form
        form={form}
        layout="vertical"
        onFinish={({ remark }) => save(remark)}
        initialValues={{ remark: d.own.pending[of] ?? "" }}
      >
        <Form.Item
          name="remark"
          label={t("pending.remark")}
          extra={t("pending.more")}
          rules={[{ required: true, whitespace: true, message: t("pending.need") }]}
        >
          <Input.TextArea maxLength={200} autoSize={{ minRows: 2 }} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
