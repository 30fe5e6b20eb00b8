import { PlusOutlined } from "@ant-design/icons"
import { Button, Form, Input, InputNumber, Modal, Select } from "antd"
import { type ReactNode, useState } from "react"
import { Problem } from "#kit/web/states.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { addStep } from "../contract.ts"
import type { ProceduresSeen } from "./Procedures.tsx"

interface AddStepProps {
  readonly procedure: ProceduresSeen["items"][number]
  readonly offices: ProceduresSeen["offices"]
}

interface Fields {
  after: string
  office: string
  label: string
  days?: number | null
}

/** Before all others. */
const front = ""

/** A step more than the clause asks for, after one of the clause's own. */
export function AddStep({ procedure, offices }: AddStepProps): ReactNode {
  const t = useWords("courses")
  const [open, setOpen] = useState(false)
  const { run, busy, refused, forget } = useDo(addStep, { quiet: true, done: t("procedures.added") })
  const close = () => {
    forget()
    setOpen(false)
  }
  const submit = async ({ after, office, label, days }: Fields) => {
    const where = after === front ? null : after
    const step = { procedure: procedure.id, after: where, office, label, ...(days ? { days } : {}) }
    if (await run(step)) close()
  }
  const required = [{ required: true, message: t("form.needed") }]
  return (
    <>
      <Button icon={<PlusOutlined />} onClick={() => setOpen(true)}>
        {t("procedures.add")}
      </Button>
      {open ? (
        <Modal
          open
          title={t("procedures.add-title", { title: procedure.title })}
          onCancel={close}
          footer={null}
        >
          <p className="muted">{t("procedures.add-detail")}</p>
          {refused ? <Problem refusal={refused} /> : null}
          <Form<Fields> layout="vertical" requiredMark={false} className="course-form" onFinish={submit}>
            <Form.Item
              name="after"
              label={t("procedures.after")}
              initialValue={procedure.steps.find((s) => !s.extra)?.id ?? front}
            >
              <Select
                options={[
                  { value: front, label: t("procedures.front") },
                  ...procedure.steps.filter((s) => !s.extra).map((s) => ({ value: s.id, label: s.label })),
                ]}
              />
            </Form.Item>
            <Form.Item name="office" label={t("procedures.office")} rules={required}>
              <Select
                showSearch={{ optionFilterProp: "label" }}
                options={offices.map((o) => ({ value: o.id, label: o.name }))}
              />
            </Form.Item>
            <Form.Item
              name="label"
              label={t("procedures.label")}
              rules={[{ required: true, whitespace: true, min: 2, message: t("form.needed") }]}
            >
              <Input maxLength={40} placeholder={t("procedures.label-like")} autoComplete="off" />
            </Form.Item>
            <Form.Item name="days" label={t("procedures.days")} extra={t("procedures.days-more")}>
              <InputNumber min={1} max={60} precision={0} inputMode="numeric" />
            </Form.Item>
            <div className="course-row">
              <Button type="primary" htmlType="submit" loading={busy}>
                {t("procedures.add-go")}
              </Button>
              <Button onClick={close}>{t("deed.cancel")}</Button>
            </div>
          </Form>
        </Modal>
      ) : null}
    </>
  )
}
