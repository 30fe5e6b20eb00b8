import { Button, Form, Input, Radio } from "antd"
import { type ReactNode, useState } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import { useSay } from "#kit/web/days.ts"
import { Asking } from "#kit/web/desk/Asking.tsx"
import { Problem } from "#kit/web/states.tsx"
import { tell } from "#kit/web/tell.ts"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { move } from "#modules/courses/contract.ts"
import { answer } from "../contract.ts"
import type { Whole } from "./ProposalPage.tsx"

const outcomes = ["A", "B", "C", "D"] as const

interface Fields {
  readonly outcome: (typeof outcomes)[number]
  readonly text: string
}

/** The office writes its answer; what a colleague prepared stands in it already. */
export function AnswerForm({ of }: { of: Whole }): ReactNode {
  const t = useWords("proposals")
  const say = useSay()
  const [back, setBack] = useState(false)
  const { run, busy, refused } = useDo(answer, { quiet: true })
  const write = async (fields: Fields) => {
    const done = await run({ id: of.id, ...fields })
    if (done) tell({ kind: "done", words: t(done.handedOn ? "answer.handed-on" : "answer.prepared") })
  }
  return (
    <section className="panel proposal-answering">
      <h2>
        {t(of.answers > 0 ? "answer.again" : "answer.write")} <ClauseLabel clause="1.4" />
      </h2>
      <p className="muted">
        {of.due ? t("answer.until", { day: say.day(of.due) }) : ""}
        {of.draft ? t("answer.draft", { name: of.draft.byName }) : ""}
      </p>
      {refused ? <Problem refusal={refused} /> : null}
      <Form<Fields>
        layout="vertical"
        requiredMark={false}
        initialValues={of.draft ? { outcome: of.draft.outcome, text: of.draft.text } : {}}
        onFinish={(fields) => void write(fields)}
      >
        <Form.Item
          name="outcome"
          label={t("field.outcome")}
          rules={[{ required: true, message: t("answer.outcome-needed") }]}
        >
          <Radio.Group
            className="queue-leads"
            options={outcomes.map((value) => ({ value, label: `${value} ${t(`outcome.${value}`)}` }))}
          />
        </Form.Item>
        <Form.Item
          name="text"
          label={t("answer.text")}
          rules={[{ required: true, min: 10, message: t("answer.text-needed") }]}
        >
          <Input.TextArea rows={5} maxLength={5000} placeholder={t("answer.text-like")} />
        </Form.Item>
        <span className="queue-deeds">
          <Button type="primary" htmlType="submit" loading={busy}>
            {t("answer.go")}
          </Button>
          <Button onClick={() => setBack(true)}>{t("hand-back.title")}</Button>
        </span>
      </Form>
      {back && of.course ? <HandBack course={of.course} onClose={() => setBack(false)} /> : null}
    </section>
  )
}

/** 不属于本单位职责: the committee sends it elsewhere. */
function HandBack({ course, onClose }: { course: string; onClose: () => void }): ReactNode {
  const t = useWords("proposals")
  const { run, busy, refused } = useDo(move, { quiet: true, done: t("hand-back.done") })
  return (
    <Asking<{ because: string }>
      title={t("hand-back.title")}
      lead={t("hand-back.lead")}
      refused={refused}
      busy={busy}
      go={t("hand-back.go")}
      onClose={onClose}
      onGo={async ({ because }) => {
        if (await run({ id: course, move: { kind: "refuse", step: "answered", because } })) onClose()
      }}
    >
      <Form.Item
        name="because"
        label={t("decide.because")}
        rules={[{ required: true, min: 4, message: t("decide.because-needed") }]}
      >
        <Input.TextArea rows={3} maxLength={500} placeholder={t("hand-back.like")} />
      </Form.Item>
    </Asking>
  )
}
