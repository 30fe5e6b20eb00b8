import { Form, Input, Radio, Select } from "antd"
import type { ReactNode } from "react"
import { Asking } from "#kit/web/desk/Asking.tsx"
import { Attach } from "#kit/web/desk/Attach.tsx"
import DayPicker from "#kit/web/desk/DayPicker.tsx"
import { useDo } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { guidanceKinds, guide } from "../contract.ts"
import type { Guidance } from "./GuidancePage.tsx"
import { files } from "./Parts.tsx"

interface Fields {
  union: string
  kind: (typeof guidanceKinds)[number]
  on: string
  topic: string
  words: string
  file?: string
}

interface GuideFormProps {
  readonly guides: Guidance["guides"]
  readonly onClose: () => void
}

const above = guidanceKinds.filter((k) => k !== "union")

/** Guidance that was given; of a school union also whose it was. */
export function GuideForm({ guides, onClose }: GuideFormProps): ReactNode {
  const t = useWords("leadership")
  const { university } = useViewer()
  const [form] = Form.useForm<Fields>()
  const chosen = Form.useWatch("union", form) ?? guides[0]?.id
  const union = guides.find((u) => u.id === chosen) ?? guides[0]
  const kind = Form.useWatch("kind", form)
  const { run, busy, refused } = useDo(guide, { quiet: true, done: t("guide.done") })
  const school = union?.level === "school"
  const must = [{ required: true, message: t("needed") }]
  return (
    <Asking<Fields>
      title={t("guide.go")}
      lead={t(school ? "guide.lead-school" : "guide.lead-faculty")}
      refused={refused}
      busy={busy}
      go={t("guide.submit")}
      form={form}
      start={{
        on: university.today,
        kind: school ? "league" : "union",
        ...(union ? { union: union.id } : {}),
      }}
      onGo={async (fields) => {
        if (await run({ ...fields, kind: school ? fields.kind : "union" })) onClose()
      }}
      onClose={onClose}
    >
      <Form.Item name="union" label={t("guide.whom")} hidden={guides.length === 1} rules={must}>
        <Select
          showSearch={{ optionFilterProp: "label" }}
          options={guides.map((u) => ({ value: u.id, label: u.name }))}
        />
      </Form.Item>
      <Form.Item name="kind" label={t("guide.whose")} hidden={!school}>
        <Radio.Group options={above.map((k) => ({ value: k, label: t(`guide.${k}`) }))} />
      </Form.Item>
      <div className="desk-pair">
        <Form.Item name="on" label={t("guide.on")} rules={must}>
          <DayPicker max={university.today} />
        </Form.Item>
        <Form.Item name="topic" label={t("guide.topic")} rules={must}>
          <Input maxLength={100} autoComplete="off" placeholder={t("guide.topic-like")} />
        </Form.Item>
      </div>
      <Form.Item
        name="words"
        label={t("guide.words")}
        rules={[{ required: true, min: 4, message: t("guide.words-needed") }]}
      >
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
      <Form.Item
        name="file"
        label={t(school && kind !== "league" ? "guide.file-must" : "guide.file")}
        rules={school && kind !== "league" ? must : []}
      >
        <Attach {...files} />
      </Form.Item>
    </Asking>
  )
}
