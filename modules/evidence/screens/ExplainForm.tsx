import { Form, Input, Select } from "antd"
import type { ReactNode } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import { Asking } from "#kit/web/desk/Asking.tsx"
import { Attach } from "#kit/web/desk/Attach.tsx"
import DayPicker from "#kit/web/desk/DayPicker.tsx"
import { useDo } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { evidenceExplain } from "../contract.ts"
import { documents } from "./documents.ts"
import "./evidence.css"

interface Fields {
  subject?: string
  reason: string
  from: string
  until?: string
  fileId?: string
}

interface ExplainFormProps {
  readonly unionId: string
  readonly clause: string
  /** The parts judged one by one (departments), where there are any. */
  readonly subjects: readonly string[]
  /** `principle` asks for approval, `general` for the reason only. */
  readonly force: string
  readonly onClose: () => void
}

/** Put on file why a clause with latitude is not kept. */
export function ExplainForm({ unionId, clause, subjects, force, onClose }: ExplainFormProps): ReactNode {
  const t = useWords("evidence")
  const { university } = useViewer()
  const { run, busy, refused } = useDo(evidenceExplain, { quiet: true, done: t("explain.done") })
  const submit = async ({ subject, reason, from, until, fileId }: Fields) => {
    const done = await run({
      unionId,
      clause,
      reason,
      from,
      ...(subject ? { subject } : {}),
      ...(until ? { until } : {}),
      ...(fileId ? { fileId } : {}),
    })
    if (done) onClose()
  }
  return (
    <Asking<Fields>
      title={
        <>
          {t("explain.title")} <ClauseLabel clause={clause} />
        </>
      }
      lead={t(force === "principle" ? "explain.lead-principle" : "explain.lead-general")}
      refused={refused}
      busy={busy}
      go={t("explain.go")}
      start={{ from: university.today }}
      onGo={submit}
      onClose={onClose}
    >
      {subjects.length ? (
        <Form.Item name="subject" label={t("explain.subject")}>
          <Select
            allowClear
            placeholder={t("explain.subject-all")}
            options={subjects.map((value) => ({ value, label: value }))}
          />
        </Form.Item>
      ) : null}
      <Form.Item
        name="reason"
        label={t("explain.reason")}
        rules={[{ required: true, min: 4, max: 2000, message: t("explain.reason-needed") }]}
      >
        <Input.TextArea rows={4} maxLength={2000} showCount />
      </Form.Item>
      <div className="desk-pair">
        <Form.Item
          name="from"
          label={t("explain.from")}
          rules={[{ required: true, message: t("form.needed") }]}
        >
          <DayPicker />
        </Form.Item>
        <Form.Item name="until" label={t("explain.until")} extra={t("explain.until-more")}>
          <DayPicker />
        </Form.Item>
      </div>
      <Form.Item name="fileId" label={t("form.document")}>
        <Attach {...documents} />
      </Form.Item>
    </Asking>
  )
}
