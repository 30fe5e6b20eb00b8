import { MinusCircleOutlined, PlusOutlined } from "@ant-design/icons"
import { Button, Form, Input, Select } from "antd"
import type { ReactNode } from "react"
import { Asking } from "#kit/web/desk/Asking.tsx"
import { Attach } from "#kit/web/desk/Attach.tsx"
import DayPicker from "#kit/web/desk/DayPicker.tsx"
import { useDo } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { attachReport, callOff, decide, finish, recordHearing } from "../contract.ts"
import type { Hearing } from "./HearingPage.tsx"
import { files } from "./Parts.tsx"

interface FormProps {
  readonly hearing: Hearing
  readonly onClose: () => void
}

interface Decided {
  readonly words: string
  /** `office` or `union/ID`. */
  readonly whose: string
  readonly due: string
}

const decisionOf = ({ words, whose, due }: Decided) => {
  const [office = "", unionId] = whose.split("/")
  return { words, office, unionId: unionId ?? null, due }
}

/** 9.3: what was heard and decided, with the minutes. */
export function RecordForm({ hearing: h, onClose }: FormProps): ReactNode {
  const t = useWords("leadership")
  const { university } = useViewer()
  const { run, busy, refused } = useDo(recordHearing, { quiet: true, done: t("record.done") })
  const must = [{ required: true, message: t("needed") }]
  return (
    <Asking<{ heldOn: string; minutes: string; summary?: string; decisions?: Decided[] }>
      wide
      title={t("record.title")}
      lead={t("record.lead")}
      refused={refused}
      busy={busy}
      go={t("record.submit")}
      start={{ heldOn: h.on <= university.today ? h.on : university.today }}
      onGo={async ({ decisions = [], summary = "", ...fields }) => {
        const done = await run({
          hearing: h.id,
          ...fields,
          summary,
          decisions: decisions.map(decisionOf),
        })
        if (done) onClose()
      }}
      onClose={onClose}
    >
      <div className="desk-pair">
        <Form.Item name="heldOn" label={t("session.held")} rules={must}>
          <DayPicker max={university.today} />
        </Form.Item>
        <Form.Item name="minutes" label={t("session.minutes")} rules={must}>
          <Attach {...files} />
        </Form.Item>
      </div>
      <Form.Item name="summary" label={t("record.summary")}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
      <Form.List name="decisions">
        {(rows, { add, remove }) => (
          <fieldset className="leadership-decisions">
            <legend>{t("record.decisions")}</legend>
            {rows.map((row) => (
              <div key={row.key} className="leadership-decision">
                <DecisionFields hearing={h} at={[row.name]} />
                <Button
                  type="text"
                  icon={<MinusCircleOutlined />}
                  aria-label={t("record.remove")}
                  onClick={() => remove(row.name)}
                />
              </div>
            ))}
            <Button icon={<PlusOutlined />} onClick={() => add()}>
              {t("record.add")}
            </Button>
          </fieldset>
        )}
      </Form.List>
    </Asking>
  )
}

/** What is to be done, by whom, until when. */
function DecisionFields({
  hearing: h,
  at,
}: {
  hearing: Hearing
  at: readonly (string | number)[]
}): ReactNode {
  const t = useWords("leadership")
  const must = [{ required: true, message: t("needed") }]
  return (
    <div>
      <Form.Item
        name={[...at, "words"]}
        label={t("decide.words")}
        rules={[{ required: true, min: 4, message: t("decide.words-needed") }]}
      >
        <Input.TextArea rows={2} maxLength={1000} placeholder={t("decide.words-like")} />
      </Form.Item>
      <div className="desk-pair">
        <Form.Item name={[...at, "whose"]} label={t("decide.whose")} rules={must}>
          <Select
            options={h.organisations.map((o) => ({
              value: o.unionId ? `${o.office}/${o.unionId}` : o.office,
              label: o.name,
            }))}
          />
        </Form.Item>
        <Form.Item name={[...at, "due"]} label={t("decide.due")} rules={must}>
          <DayPicker min={h.heldOn ?? h.on} />
        </Form.Item>
      </div>
    </div>
  )
}

export function DecideForm({ hearing: h, onClose }: FormProps): ReactNode {
  const t = useWords("leadership")
  const { run, busy, refused } = useDo(decide, { quiet: true, done: t("decide.done") })
  return (
    <Asking<Decided>
      title={t("decide.go")}
      lead={t("decide.lead")}
      refused={refused}
      busy={busy}
      go={t("decide.submit")}
      onGo={async (fields) => {
        if (await run({ hearing: h.id, ...decisionOf(fields) })) onClose()
      }}
      onClose={onClose}
    >
      <DecisionFields hearing={h} at={[]} />
    </Asking>
  )
}

export function FinishForm(props: FormProps & { decision: string; words: string }): ReactNode {
  const t = useWords("leadership")
  const { university } = useViewer()
  const { run, busy, refused } = useDo(finish, { quiet: true, done: t("finish.done") })
  return (
    <Asking<{ on: string; note: string }>
      title={t("finish.title")}
      lead={<span lang="zh-CN">{props.words}</span>}
      refused={refused}
      busy={busy}
      go={t("finish.submit")}
      start={{ on: university.today }}
      onGo={async (fields) => {
        if (await run({ decision: props.decision, ...fields })) props.onClose()
      }}
      onClose={props.onClose}
    >
      <Form.Item name="on" label={t("finish.on")} rules={[{ required: true, message: t("needed") }]}>
        <DayPicker max={university.today} {...(props.hearing.heldOn ? { min: props.hearing.heldOn } : {})} />
      </Form.Item>
      <Form.Item
        name="note"
        label={t("finish.note")}
        rules={[{ required: true, min: 2, message: t("needed") }]}
      >
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
    </Asking>
  )
}

export function ReportForm(props: FormProps & { union: string; name: string }): ReactNode {
  const t = useWords("leadership")
  const { run, busy, refused } = useDo(attachReport, { quiet: true, done: t("papers.done") })
  return (
    <Asking<{ file: string }>
      title={t("papers.form", { union: props.name })}
      lead={t("papers.lead")}
      refused={refused}
      busy={busy}
      go={t("papers.submit")}
      onGo={async ({ file }) => {
        if (await run({ hearing: props.hearing.id, union: props.union, file })) props.onClose()
      }}
      onClose={props.onClose}
    >
      <Form.Item name="file" label={t("papers.file")} rules={[{ required: true, message: t("needed") }]}>
        <Attach {...files} />
      </Form.Item>
    </Asking>
  )
}

export function CallOffForm({ hearing: h, onClose }: FormProps): ReactNode {
  const t = useWords("leadership")
  const { run, busy, refused } = useDo(callOff, { quiet: true, done: t("call-off.done") })
  return (
    <Asking<{ because: string }>
      title={t("call-off.title")}
      lead={t("call-off.lead")}
      refused={refused}
      busy={busy}
      go={t("call-off.go")}
      danger
      onGo={async ({ because }) => {
        if (await run({ hearing: h.id, because })) onClose()
      }}
      onClose={onClose}
    >
      <Form.Item
        name="because"
        label={t("call-off.because")}
        rules={[{ required: true, min: 2, message: t("needed") }]}
      >
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </Asking>
  )
}
