import { Form, Input, Radio, Select } from "antd"
import type { ReactNode } from "react"
import { Asking } from "#kit/web/desk/Asking.tsx"
import DayPicker from "#kit/web/desk/DayPicker.tsx"
import { useDo } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { pass } from "../contract.ts"
import { hows } from "../kinds.ts"

interface Fields {
  classNames?: string[]
  onDay: string
  how: (typeof hows)[number]
  note?: string
}

interface PassFormProps {
  readonly id: string
  readonly faculty: string
  /** Those one may speak for; without them the faculty tells its classes. */
  readonly classes?: readonly string[]
  readonly onClose: () => void
}

/** That the next level was told: when, how. */
export function PassForm({ id, faculty, classes, onClose }: PassFormProps): ReactNode {
  const t = useWords("notices")
  const { university } = useViewer()
  const doing = useDo(pass, { quiet: true, done: t("pass.done") })
  const must = [{ required: true, message: t("form.needed") }]
  const sole = classes?.length === 1 ? classes : undefined
  return (
    <Asking<Fields>
      title={
        sole
          ? t("pass.class-title", { name: sole[0] })
          : t(classes ? "pass.classes-title" : "pass.title", { faculty })
      }
      lead={t(classes ? "pass.class-lead" : "pass.lead")}
      refused={doing.refused}
      busy={doing.busy}
      go={t("pass.go")}
      start={{ onDay: university.today, how: "meeting", ...(sole ? { classNames: [...sole] } : {}) }}
      onGo={async ({ classNames, note, ...fields }) => {
        const names = classes ? (sole ? [...sole] : (classNames ?? [])) : []
        if (await doing.run({ id, faculty, classNames: names, note: note ?? "", ...fields })) onClose()
      }}
      onClose={onClose}
    >
      {classes && !sole ? (
        <Form.Item name="classNames" label={t("field.classes")} rules={must}>
          <Select
            mode="multiple"
            showSearch={{ optionFilterProp: "value" }}
            options={classes.map((value) => ({ value }))}
          />
        </Form.Item>
      ) : null}
      <Form.Item name="onDay" label={t("pass.day")} rules={must}>
        <DayPicker max={university.today} />
      </Form.Item>
      <Form.Item name="how" label={t("pass.how")} rules={must}>
        <Radio.Group options={hows.map((value) => ({ value, label: t(`how.${value}`) }))} />
      </Form.Item>
      <Form.Item name="note" label={t("pass.note")}>
        <Input maxLength={300} autoComplete="off" />
      </Form.Item>
    </Asking>
  )
}
