import { Button, Checkbox, Form, Input, Select } from "antd"
import { type ReactNode, useState } from "react"
import { Asking } from "#kit/web/desk/Asking.tsx"
import { Empty } from "#kit/web/states.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { ask } from "../contract.ts"
import type { One } from "./ListeningPage.tsx"

type Survey = NonNullable<One["survey"]>
type Question = Survey["questions"][number]
const kinds = ["single", "multiple", "scale", "text"] as const

/** The questions, written until the questionnaire opens. */
export function QuestionsPart({ of, survey }: { of: One; survey: Survey }): ReactNode {
  const t = useWords("listening")
  const [writing, setWriting] = useState(false)
  const write = of.can.ask ? (
    <Button type={survey.questions.length === 0 ? "primary" : "default"} onClick={() => setWriting(true)}>
      {t("questions.write")}
    </Button>
  ) : null
  return (
    <>
      {survey.questions.length === 0 ? (
        <Empty title={t("questions.none")}>
          <p>{t("questions.none-more")}</p>
          {write}
        </Empty>
      ) : (
        <>
          <ol className="panel listening-questions">
            {survey.questions.map((q) => (
              <li key={q.id}>
                <b lang="zh-CN">{q.title}</b> <span className="tag">{t(`question.${q.kind}`)}</span>
                {q.required ? <span className="muted"> {t("question.required")}</span> : null}
                {q.options.length > 0 ? <p lang="zh-CN">{q.options.join(" / ")}</p> : null}
              </li>
            ))}
          </ol>
          {write}
        </>
      )}
      {writing ? <QuestionsForm of={of} survey={survey} onClose={() => setWriting(false)} /> : null}
    </>
  )
}

interface Written {
  kind: Question["kind"]
  title: string
  /** One on a line. */
  options?: string
  required?: boolean
}

const linesOf = (text: string | undefined): string[] =>
  (text ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)

interface QuestionsFormProps {
  readonly of: One
  readonly survey: Survey
  readonly onClose: () => void
}

function QuestionsForm({ of, survey, onClose }: QuestionsFormProps): ReactNode {
  const t = useWords("listening")
  const { run, busy, refused } = useDo(ask, { quiet: true, done: t("questions.done") })
  const start: Written[] =
    survey.questions.length > 0
      ? survey.questions.map((q) => ({ ...q, options: q.options.join("\n") }))
      : [{ kind: "single", title: "", required: true }]
  return (
    <Asking<{ questions?: Written[] }>
      wide
      title={t("questions.write")}
      lead={t("questions.lead")}
      refused={refused}
      busy={busy}
      go={t("questions.go")}
      start={{ questions: start }}
      onClose={onClose}
      onGo={async ({ questions = [] }) => {
        const done = await run({
          id: of.id,
          questions: questions.map((q) => ({
            id: "",
            kind: q.kind,
            title: q.title,
            options: linesOf(q.options),
            required: q.required ?? false,
          })),
        })
        if (done) onClose()
      }}
    >
      <Form.List name="questions">
        {(rows, { add, remove, move }) => (
          <>
            {rows.map(({ key, name }, i) => (
              <fieldset key={key} className="listening-question">
                <legend className="listening-nth">{t("questions.nth", { nth: i + 1 })}</legend>
                <Written at={name} />
                <span className="listening-buttons">
                  <Button size="small" disabled={i === 0} onClick={() => move(i, i - 1)}>
                    {t("questions.up")}
                  </Button>
                  <Button size="small" disabled={i === rows.length - 1} onClick={() => move(i, i + 1)}>
                    {t("questions.down")}
                  </Button>
                  <Button size="small" danger onClick={() => remove(name)}>
                    {t("questions.remove")}
                  </Button>
                </span>
              </fieldset>
            ))}
            <Button
              className="listening-add"
              disabled={rows.length >= 60}
              onClick={() => add({ kind: "single", title: "", required: true })}
            >
              {t("questions.add")}
            </Button>
          </>
        )}
      </Form.List>
    </Asking>
  )
}

function Written({ at }: { at: number }): ReactNode {
  const t = useWords("listening")
  const kind: Question["kind"] | undefined = Form.useWatch(["questions", at, "kind"])
  return (
    <>
      <Form.Item
        name={[at, "title"]}
        label={t("questions.title")}
        rules={[{ required: true, min: 2, message: t("questions.title-needed") }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <div className="desk-pair">
        <Form.Item name={[at, "kind"]} label={t("questions.kind")}>
          <Select options={kinds.map((value) => ({ value, label: t(`question.${value}`) }))} />
        </Form.Item>
        <Form.Item name={[at, "required"]} valuePropName="checked" label=" ">
          <Checkbox>{t("question.required")}</Checkbox>
        </Form.Item>
      </div>
      {kind === "single" || kind === "multiple" ? (
        <Form.Item
          name={[at, "options"]}
          label={t("questions.options")}
          rules={[
            {
              validator: (_, value?: string) =>
                linesOf(value).length >= 2
                  ? Promise.resolve()
                  : Promise.reject(t("questions.options-needed")),
            },
          ]}
        >
          <Input.TextArea rows={4} maxLength={6000} />
        </Form.Item>
      ) : null}
    </>
  )
}
