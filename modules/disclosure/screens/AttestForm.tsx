import { Form, Input, Modal, Radio } from "antd"
import { type ReactNode, useState } from "react"
import { refusalOf, upload } from "#kit/web/call.ts"
import { useReturn } from "#kit/web/desk/focus.ts"
import { Problem } from "#kit/web/states.tsx"
import { useDo } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { edit } from "../contract.ts"
import type { Shown } from "./DisclosurePage.tsx"

interface AttestProps {
  readonly d: Shown
  readonly row: string
  readonly text: string
  /** The records say 是: only 否 may be said against them. */
  readonly onlyNo: boolean
  readonly onClose: () => void
}

interface Fields {
  readonly answer: "yes" | "no"
  readonly on: string
  readonly source: string
  readonly remark?: string
}

/** Answer a row the records do not decide: yes or no, resting on which paper, of what day. */
export function AttestForm({ d, row, text, onlyNo, onClose }: AttestProps): ReactNode {
  const t = useWords("disclosure")
  useReturn()
  const { university } = useViewer()
  const [form] = Form.useForm<Fields>()
  const [file, setFile] = useState<File>()
  const [failed, setFailed] = useState<unknown>()
  const [sending, setSending] = useState(false)
  const saving = useDo(edit, { done: t("done.attested"), quiet: true })
  const send = async (fields: Fields) => {
    setFailed(undefined)
    setSending(true)
    const document = await keep(file).catch((e: unknown) => {
      setFailed(e)
      return null
    })
    setSending(false)
    if (document === null) return
    const { remark, ...rest } = fields
    const given = { row, ...rest, ...(remark ? { remark } : {}), ...(document ? { document } : {}) }
    if (await saving.run({ id: d.id, version: d.version, attest: [given] })) onClose()
  }
  return (
    <Modal
      open
      mask={{ closable: false }}
      title={t("attest.title")}
      okText={t("attest.ok")}
      cancelText={t("cancel")}
      confirmLoading={saving.busy || sending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>{text}</p>
      {saving.refused ? <Problem refusal={saving.refused} /> : null}
      {failed ? <Problem refusal={refusalOf(failed)} /> : null}
      <Form
        form={form}
        layout="vertical"
        onFinish={send}
        initialValues={{ answer: onlyNo ? "no" : "yes", on: university.today }}
      >
        <Form.Item name="answer" label={t("attest.answer")} rules={[{ required: true }]}>
          <Radio.Group>
            <Radio value="yes" disabled={onlyNo}>
              {t("attest.yes")}
            </Radio>
            <Radio value="no">{t("attest.no")}</Radio>
          </Radio.Group>
        </Form.Item>
        <Form.Item
          name="source"
          label={t("attest.source")}
          extra={t("attest.source-more")}
          rules={[{ required: true, message: t("attest.source-need") }]}
        >
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item
          name="on"
          label={t("attest.on")}
          rules={[{ required: true, message: t("attest.on-need") }]}
        >
          <Input type="date" max={university.today} />
        </Form.Item>
        <Form.Item name="remark" label={t("attest.remark")}>
          <Input maxLength={200} />
        </Form.Item>
        <div className="disclosure-file">
          <label htmlFor="attest-file">{t("attest.file")}</label>
          <input id="attest-file" type="file" onChange={(e) => setFile(e.target.files?.[0])} />
        </div>
      </Form>
    </Modal>
  )
}

async function keep(file: File | undefined): Promise<string | undefined> {
  if (!file) return undefined
  const form = new FormData()
  form.append("file", file)
  const kept = await upload<{ id: string }>("/api/disclosure/document", form)
  return kept.id
}
