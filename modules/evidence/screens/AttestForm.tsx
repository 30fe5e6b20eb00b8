import { Form, Input, InputNumber, Radio, Select } from "antd"
import type { ReactNode } from "react"
import { Asking } from "#kit/web/desk/Asking.tsx"
import { Attach } from "#kit/web/desk/Attach.tsx"
import DayPicker from "#kit/web/desk/DayPicker.tsx"
import { useDo } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { evidenceAttest } from "../contract.ts"
import { documents } from "./documents.ts"
import "./evidence.css"

export interface Question {
  readonly id: string
  readonly prompt: string
  readonly shape: string
}

interface Fields {
  question: string
  value: boolean | number | string
  on: string
  until?: string
  source: string
  fileId?: string
}

interface AttestFormProps {
  readonly unionId: string
  /** One is asked straight away; of several one is chosen first. */
  readonly questions: readonly Question[]
  readonly onClose: () => void
}

/** Vouch for what the records do not hold: the answer, its day, where it is written, the document. */
export function AttestForm({ unionId, questions, onClose }: AttestFormProps): ReactNode {
  const t = useWords("evidence")
  const { university } = useViewer()
  const [form] = Form.useForm<Fields>()
  const chosen = Form.useWatch("question", form) ?? questions[0]?.id
  const asking = questions.find((q) => q.id === chosen) ?? questions[0]
  const { run, busy, refused } = useDo(evidenceAttest, { quiet: true, done: t("attest.done") })
  const submit = async ({ question, value, on, until, source, fileId }: Fields) => {
    const done = await run({
      unionId,
      question,
      value,
      on,
      source,
      ...(until ? { until } : {}),
      ...(fileId ? { fileId } : {}),
    })
    if (done) onClose()
  }
  const required = [{ required: true, message: t("form.needed") }]
  return (
    <Asking<Fields>
      title={t("attest.title")}
      lead={t("attest.lead")}
      refused={refused}
      busy={busy}
      go={t("attest.go")}
      form={form}
      start={{ on: university.today, ...(questions[0] ? { question: questions[0].id } : {}) }}
      onGo={submit}
      onClose={onClose}
    >
      <Form.Item
        name="question"
        label={t("attest.question")}
        hidden={questions.length === 1}
        rules={required}
      >
        <Select
          options={questions.map((q) => ({ value: q.id, label: q.prompt }))}
          onChange={() => form.resetFields(["value"])}
        />
      </Form.Item>
      <Form.Item
        key={asking?.id}
        name="value"
        label={<span lang="zh-CN">{asking?.prompt}</span>}
        rules={required}
      >
        {answerField(asking?.shape, t, university.today)}
      </Form.Item>
      <div className="desk-pair">
        <Form.Item name="on" label={t("attest.on")} rules={required}>
          <DayPicker max={university.today} />
        </Form.Item>
        <Form.Item name="until" label={t("attest.until")} extra={t("attest.until-more")}>
          <DayPicker />
        </Form.Item>
      </div>
      <Form.Item
        name="source"
        label={t("attest.source")}
        rules={[{ required: true, min: 2, max: 500, message: t("attest.source-needed") }]}
      >
        <Input.TextArea rows={2} placeholder={t("attest.source-like")} maxLength={500} />
      </Form.Item>
      <Form.Item name="fileId" label={t("form.document")}>
        <Attach {...documents} />
      </Form.Item>
    </Asking>
  )
}

function answerField(shape: string | undefined, t: ReturnType<typeof useWords>, today: string): ReactNode {
  if (shape === "yes-no")
    return (
      <Radio.Group
        options={[
          { value: true, label: t("value.yes") },
          { value: false, label: t("value.no") },
        ]}
      />
    )
  if (shape === "count") return <InputNumber min={0} precision={0} inputMode="numeric" />
  if (shape === "day") return <DayPicker max={today} />
  return <Input maxLength={200} autoComplete="off" />
}
