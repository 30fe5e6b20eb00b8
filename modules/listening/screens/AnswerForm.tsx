import { type ReactNode, useId, useState } from "react"
import type { Out } from "#kit/web/call.ts"
import { Problem } from "#kit/web/states.tsx"
import { useDo } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { answer, type publicOne } from "../public-contract.ts"
import { type Given, useGiven } from "./draft.ts"

type Question = Out<typeof publicOne>["questions"][number]
type Value = Given[string] | undefined

interface AnswerFormProps {
  readonly id: string
  readonly questions: readonly Question[]
}

/** The questionnaire on a phone. Handed in once, after a second look. */
export function AnswerForm({ id, questions }: AnswerFormProps): ReactNode {
  const t = useWords("listening")
  const { account } = useViewer()
  const { given, change, forget } = useGiven(account?.number ?? "", id)
  const [sure, setSure] = useState(false)
  const { run, busy, refused } = useDo(answer, { quiet: true, done: t("answer.done") })
  const send = async () => {
    const sent = Object.fromEntries(
      Object.entries(given)
        .filter(([question]) => questions.some((q) => q.id === question))
        .map(([question, value]) => [question, typeof value === "object" ? [...value] : value]),
    )
    if (await run({ id, given: sent })) forget()
    else setSure(false)
  }
  return (
    <form
      className="listening-form"
      onSubmit={(e) => {
        e.preventDefault()
        if (sure) void send()
        else setSure(true)
      }}
    >
      {questions.map((q, i) => (
        <Asked
          key={q.id}
          nth={i + 1}
          of={q}
          value={given[q.id]}
          onChange={(value) => {
            setSure(false)
            change(q.id, value)
          }}
        />
      ))}
      {refused ? <Problem refusal={refused} /> : null}
      <p className="muted listening-small">{t("answer.unnamed")}</p>
      <div className="listening-send" aria-live="polite">
        {sure ? <p>{t("answer.sure")}</p> : null}
        <button type="submit" className="button button-main" disabled={busy}>
          {t(sure ? "answer.yes" : "answer.send")}
        </button>
        {sure ? (
          <button type="button" className="button" onClick={() => setSure(false)}>
            {t("answer.back")}
          </button>
        ) : null}
      </div>
    </form>
  )
}

interface AskedProps {
  readonly nth: number
  readonly of: Question
  readonly value: Value
  readonly onChange: (value: Value) => void
}

function Asked({ nth, of, value, onChange }: AskedProps): ReactNode {
  const t = useWords("listening")
  const id = useId()
  const title = (
    <>
      {nth}. <span lang="zh-CN">{of.title}</span>{" "}
      <small className="muted">
        {t(`question.${of.kind}`)}
        {of.required ? "" : t("answer.optional")}
      </small>
    </>
  )
  if (of.kind === "text")
    return (
      <label className="listening-long" htmlFor={id}>
        <span>{title}</span>
        <textarea
          id={id}
          rows={4}
          maxLength={500}
          required={of.required}
          value={typeof value === "string" ? value : ""}
          onChange={(e) => onChange(e.target.value || undefined)}
        />
        <small className="muted">{t("answer.no-names")}</small>
      </label>
    )
  const options = of.kind === "scale" ? [1, 2, 3, 4, 5] : of.options.map((_, i) => i)
  const several = typeof value === "object" ? value : []
  return (
    <fieldset className={of.kind === "scale" ? "listening-scale" : undefined}>
      <legend>{title}</legend>
      {options.map((option) => (
        <label key={option}>
          <input
            type={of.kind === "multiple" ? "checkbox" : "radio"}
            name={id}
            required={of.required && (of.kind !== "multiple" || several.length === 0)}
            checked={of.kind === "multiple" ? several.includes(option) : value === option}
            onChange={(e) =>
              onChange(of.kind === "multiple" ? toggled(several, option, e.target.checked) : option)
            }
          />
          <span lang="zh-CN">{of.kind === "scale" ? option : of.options[option]}</span>
        </label>
      ))}
      {of.kind === "scale" ? (
        <p className="muted listening-small listening-ends">
          <span>{t("answer.worst")}</span>
          <span>{t("answer.best")}</span>
        </p>
      ) : null}
    </fieldset>
  )
}

function toggled(of: readonly number[], option: number, on: boolean): Value {
  const now = on ? [...of, option].toSorted((a, b) => a - b) : of.filter((o) => o !== option)
  return now.length > 0 ? now : undefined
}
