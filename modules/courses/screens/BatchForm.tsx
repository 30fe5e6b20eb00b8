import { Button, Form, Input, Modal, Radio } from "antd"
import { type ReactNode, useState } from "react"
import { useReturn } from "#kit/web/desk/focus.ts"
import { Problem } from "#kit/web/states.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { batch } from "../contract.ts"
import { Asked } from "./Asked.tsx"
import type { CourseLine } from "./CourseList.tsx"
import { type Decision, type Exception, Exceptions, exceptionsOf, needsReason, tally } from "./Exceptions.tsx"

interface BatchFormProps {
  readonly courses: readonly CourseLine[]
  readonly onClose: () => void
  readonly onDone: () => void
}

interface Fields {
  decision: Exclude<Decision, "skip">
  because?: string
  says?: Record<string, string>
  apart?: Record<string, Exception>
}

/** One decision over several matters, exceptions by name; asked about once more with the numbers. */
export function BatchForm({ courses, onClose, onDone }: BatchFormProps): ReactNode {
  const t = useWords("courses")
  useReturn()
  const [form] = Form.useForm<Fields>()
  const [sure, setSure] = useState<Fields>()
  const { run, busy, refused, forget } = useDo(batch, { quiet: true, done: t("batch.done") })
  const decision = Form.useWatch("decision", form)
  const offered = (["pass", "return", "refuse"] as const).filter((d) =>
    courses.some((c) => c.may.includes(d)),
  )
  const asks = [...new Map(courses.flatMap((c) => c.asks.map((a) => [a.key, a] as const))).values()]
  const change = () => {
    setSure(undefined)
    forget()
  }
  const decide = async ({ decision, because, says, apart }: Fields) => {
    const done = await run({
      ids: courses.map((c) => c.id),
      decision,
      ...(because ? { because } : {}),
      ...(says ? { says } : {}),
      exceptions: exceptionsOf(courses, decision, apart ?? {}),
    })
    if (done) onDone()
    else setSure(undefined)
  }
  return (
    <Modal
      open
      mask={{ closable: false }}
      title={t("batch.title", { count: courses.length })}
      onCancel={onClose}
      footer={null}
      destroyOnHidden
      width={640}
    >
      <p className="muted">{t("batch.lead")}</p>
      {refused ? <Problem refusal={refused} /> : null}
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        className="course-form"
        initialValues={{ decision: offered[0] }}
        onValuesChange={change}
        onFinish={(fields) => setSure(fields)}
        scrollToFirstError
      >
        <Form.Item name="decision" label={t("batch.decision")}>
          <Radio.Group options={offered.map((d) => ({ value: d, label: t(`batch.${d}`) }))} />
        </Form.Item>
        {decision === "pass" ? <Asked asks={asks} /> : null}
        {decision && needsReason(decision) ? (
          <Form.Item
            name="because"
            label={t("deed.because")}
            rules={[{ required: true, whitespace: true, min: 2, message: t("deed.because-needed") }]}
          >
            <Input.TextArea rows={3} maxLength={2000} />
          </Form.Item>
        ) : null}
        {decision ? <Exceptions courses={courses} decision={decision} /> : null}
        {sure ? (
          <Sure
            counts={tally(courses, sure.decision, sure.apart ?? {})}
            busy={busy}
            onBack={change}
            onSure={() => void decide(sure)}
          />
        ) : (
          <div className="course-row">
            <Button type="primary" htmlType="submit">
              {t("batch.go")}
            </Button>
            <Button onClick={onClose}>{t("deed.cancel")}</Button>
          </div>
        )}
      </Form>
    </Modal>
  )
}

interface SureProps {
  readonly counts: Readonly<Record<Decision, number>>
  readonly busy: boolean
  readonly onSure: () => void
  readonly onBack: () => void
}

function Sure({ counts, busy, onSure, onBack }: SureProps): ReactNode {
  const t = useWords("courses")
  const said = (["pass", "return", "refuse", "skip"] as const)
    .filter((d) => counts[d] > 0)
    .map((d) => t(`batch.will-${d}`, { count: counts[d] }))
    .join(t("batch.and"))
  const moved = counts.pass + counts.return + counts.refuse
  return (
    <div className="courses-sure" role="alert">
      <p>
        <b>{said}</b>
      </p>
      <p className="muted">{t("batch.sure")}</p>
      <div className="course-row">
        <Button
          type="primary"
          danger={counts.refuse > 0}
          loading={busy}
          disabled={moved === 0}
          onClick={onSure}
          autoFocus
        >
          {t("batch.confirm", { count: moved })}
        </Button>
        <Button onClick={onBack}>{t("batch.back")}</Button>
      </div>
    </div>
  )
}
