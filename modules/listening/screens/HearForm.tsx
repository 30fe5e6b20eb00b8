import { Form, Input, Select } from "antd"
import type { ReactNode } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import { Asking } from "#kit/web/desk/Asking.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { hear } from "../contract.ts"
import type { Heard } from "./HeardPart.tsx"
import type { One } from "./ListeningPage.tsx"

interface Fields {
  categoryId: string
  words: string
  faculty?: string
  said?: string
  saidBy?: string
}

interface HearFormProps {
  readonly of: One
  readonly before?: Heard
  /** Words to begin with: a free text of the questionnaire. */
  readonly words?: string
  readonly onClose: () => void
}

const fields = ["学业发展", "身心健康", "社会融入", "权益维护"] as const

/** One thing heard: in which field, in what words, from which faculty, what was answered. */
export function HearForm({ of, before, words, onClose }: HearFormProps): ReactNode {
  const t = useWords("listening")
  const { run, busy, refused } = useDo(hear, { quiet: true, done: t("heard.done") })
  return (
    <Asking<Fields>
      wide
      title={t(before ? "heard.change" : "heard.add")}
      lead={
        <>
          {t("heard.lead")} <ClauseLabel clause="1.3" />
        </>
      }
      refused={refused}
      busy={busy}
      go={t("heard.go")}
      start={before ?? { words: words ?? "" }}
      onClose={onClose}
      onGo={async (f) => {
        const done = await run({
          id: of.id,
          ...(before ? { heard: before.id } : {}),
          categoryId: f.categoryId,
          words: f.words,
          faculty: f.faculty ?? "",
          said: f.said ?? "",
          saidBy: f.saidBy ?? "",
        })
        if (done) onClose()
      }}
    >
      <Form.Item
        name="words"
        label={t("heard.words")}
        rules={[{ required: true, min: 4, message: t("heard.words-needed") }]}
      >
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
      <div className="desk-pair">
        <Form.Item
          name="categoryId"
          label={t("heard.category")}
          rules={[{ required: true, message: t("needed") }]}
        >
          <Select
            showSearch={{ optionFilterProp: "label" }}
            options={fields.map((field) => ({
              label: field,
              options: of.categories
                .filter((c) => c.field === field)
                .map((c) => ({ value: c.id, label: c.name })),
            }))}
          />
        </Form.Item>
        <Form.Item name="faculty" label={t("heard.faculty")}>
          <Select
            allowClear
            showSearch
            placeholder={t("heard.no-faculty")}
            options={of.known.faculties.map((value) => ({ value, label: value }))}
          />
        </Form.Item>
      </div>
      {of.kind === "survey" ? null : (
        <>
          <Form.Item name="said" label={t("heard.said-label")}>
            <Input.TextArea rows={2} maxLength={1000} />
          </Form.Item>
          <Form.Item name="saidBy" label={t("heard.said-by")}>
            <Select
              allowClear
              options={of.offices.map((value) => ({ value, label: value }))}
              placeholder={t("heard.someone")}
            />
          </Form.Item>
        </>
      )}
    </Asking>
  )
}
