import { Button, Form, type FormInstance, Input, Radio, Select } from "antd"
import { type ReactNode, useState } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import { useSay } from "#kit/web/days.ts"
import { Asking } from "#kit/web/desk/Asking.tsx"
import { Problem } from "#kit/web/states.tsx"
import { tell } from "#kit/web/tell.ts"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { move } from "#modules/courses/contract.ts"
import { answer, solve } from "../contract.ts"
import type { Whole } from "./HandlePage.tsx"

const outcomes = ["A", "B", "C", "D"] as const

interface Fields {
  readonly outcome: (typeof outcomes)[number]
  readonly text: string
}

/** The office writes its answer; what a colleague prepared stands in it already. */
export function AnswerForm({ of }: { of: Whole }): ReactNode {
  const t = useWords("handling")
  const say = useSay()
  const [form] = Form.useForm<Fields>()
  const [back, setBack] = useState(false)
  const { run, busy, refused } = useDo(answer, { quiet: true })
  const write = async (sign: boolean) => {
    const fields = await form.validateFields().catch(() => undefined)
    const done = fields && (await run({ id: of.id, ...fields, sign }))
    if (done) tell({ kind: "done", words: t(`answer.${done.state}`) })
  }
  return (
    <section className="panel handling-answering">
      <h2>
        {t(of.round > 1 ? "answer.again" : "answer.write")} <ClauseLabel clause="1.4" />
      </h2>
      <p className="muted">
        {of.due
          ? t(of.step === "accepting" ? "answer.accept-until" : "answer.until", { day: say.day(of.due) })
          : ""}
        {of.draft ? t("answer.draft", { name: of.draft.byName }) : ""}
      </p>
      {refused ? <Problem refusal={refused} /> : null}
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={of.draft ? { outcome: of.draft.outcome, text: of.draft.text } : {}}
      >
        <Form.Item
          name="outcome"
          label={t("field.outcome")}
          rules={[{ required: true, message: t("answer.outcome-needed") }]}
        >
          <Radio.Group
            className="handling-outcomes"
            options={outcomes.map((value) => ({ value, label: `${value} ${t(`outcome.${value}`)}` }))}
          />
        </Form.Item>
        <TextField of={of} form={form} label={t("answer.text")} like={t("answer.like")} />
        <span className="handling-deeds">
          {of.can.sign ? (
            <Button type="primary" loading={busy} onClick={() => void write(true)}>
              {t("answer.sign")}
            </Button>
          ) : null}
          <Button type={of.can.sign ? "default" : "primary"} loading={busy} onClick={() => void write(false)}>
            {t("answer.go")}
          </Button>
          {of.version ? <Early of={of} onBack={() => setBack(true)} /> : null}
        </span>
      </Form>
      {back && of.course ? <HandBack of={of} onClose={() => setBack(false)} /> : null}
    </section>
  )
}

/** Before any answer: taking it over, or sending it back. */
function Early({ of, onBack }: { of: Whole; onBack: () => void }): ReactNode {
  const t = useWords("handling")
  const { run, busy } = useDo(move, { done: t("accept.done") })
  const office = of.office?.kind ?? ""
  const accept = () =>
    run({
      id: of.course!,
      move: { kind: "pass", step: "accepted", office, version: of.version ?? "" },
    })
  return (
    <>
      {of.step === "accepting" && of.version ? (
        <Button loading={busy} onClick={() => void accept()}>
          {t("accept.go")}
        </Button>
      ) : null}
      <Button onClick={onBack}>{t("hand-back.title")}</Button>
    </>
  )
}

/** The words, and the replies the office keeps ready. */
function TextField(props: { of: Whole; form: FormInstance; label: string; like: string }): ReactNode {
  const t = useWords("handling")
  const { of, form } = props
  return (
    <>
      {of.templates.length > 0 ? (
        <Select
          className="handling-templates"
          aria-label={t("template.use")}
          placeholder={t("template.use")}
          value={null}
          options={of.templates.map((x) => ({ value: x.id, label: x.name }))}
          onChange={(id: string) =>
            form.setFieldsValue({ text: of.templates.find((x) => x.id === id)?.text ?? "" })
          }
        />
      ) : null}
      <Form.Item
        name="text"
        label={props.label}
        rules={[{ required: true, min: 10, message: t("answer.text-needed") }]}
      >
        <Input.TextArea rows={5} maxLength={5000} placeholder={props.like} />
      </Form.Item>
    </>
  )
}

/** 办结情况 of what was under way. */
export function SolveForm({ of }: { of: Whole }): ReactNode {
  const t = useWords("handling")
  const say = useSay()
  const [form] = Form.useForm<{ text: string }>()
  const { run, busy, refused } = useDo(solve, { quiet: true })
  const write = async (sign: boolean) => {
    const fields = await form.validateFields().catch(() => undefined)
    const done = fields && (await run({ id: of.id, ...fields, sign }))
    if (done) tell({ kind: "done", words: t(done.state === "signed" ? "solve.signed" : "answer.prepared") })
  }
  return (
    <section className="panel handling-answering">
      <h2>
        {t("solve.title")} <ClauseLabel clause="1.4" />
      </h2>
      <p className="muted">
        {of.due ? t("solve.until", { day: say.day(of.due) }) : ""}
        {of.draft ? t("answer.draft", { name: of.draft.byName }) : ""}
      </p>
      {refused ? <Problem refusal={refused} /> : null}
      <Form form={form} layout="vertical" requiredMark={false} initialValues={{ text: of.draft?.text }}>
        <TextField of={of} form={form} label={t("solve.text")} like={t("solve.like")} />
        <span className="handling-deeds">
          {of.can.sign ? (
            <Button type="primary" loading={busy} onClick={() => void write(true)}>
              {t("solve.sign")}
            </Button>
          ) : null}
          <Button type={of.can.sign ? "default" : "primary"} loading={busy} onClick={() => void write(false)}>
            {t("solve.go")}
          </Button>
        </span>
      </Form>
    </section>
  )
}

/** 不属于本单位职责: back to the desk, which sends it elsewhere. */
function HandBack({ of, onClose }: { of: Whole; onClose: () => void }): ReactNode {
  const t = useWords("handling")
  const { run, busy, refused } = useDo(move, { quiet: true, done: t("hand-back.done") })
  const step = of.step === "accepting" ? "accepted" : "answered"
  return (
    <Asking<{ because: string }>
      title={t("hand-back.title")}
      lead={t("hand-back.lead")}
      refused={refused}
      busy={busy}
      go={t("hand-back.go")}
      onClose={onClose}
      onGo={async ({ because }) => {
        if (await run({ id: of.course!, move: { kind: "refuse", step, because } })) onClose()
      }}
    >
      <Form.Item
        name="because"
        label={t("decline.because")}
        rules={[{ required: true, min: 4, message: t("decline.because-needed") }]}
      >
        <Input.TextArea rows={3} maxLength={500} placeholder={t("hand-back.like")} />
      </Form.Item>
    </Asking>
  )
}
