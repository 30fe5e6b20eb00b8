import { Form, Input } from "antd"
import type { ReactNode } from "react"
import { Asking } from "#kit/web/desk/Asking.tsx"
import DayPicker from "#kit/web/desk/DayPicker.tsx"
import type { Kept } from "#kit/web/desk/keeping.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { correct, withdraw } from "../contract.ts"
import { Sent } from "./NoticeForm.tsx"
import type { Whole } from "./NoticePage.tsx"

interface Fields {
  title: string
  text: string
  files?: readonly Kept[]
  dueOn?: string
  because: string
}

/** A new version of what is published; readers go on reading the one before until it is approved. */
export function CorrectForm({ of, onClose }: { of: Whole; onClose: () => void }): ReactNode {
  const t = useWords("notices")
  const doing = useDo(correct, { quiet: true, done: t("correct.done") })
  const must = [{ required: true, message: t("form.needed") }]
  const asked = of.content.passDown || of.content.confirm
  return (
    <Asking<Fields>
      wide
      title={t("correct.title")}
      lead={t("correct.lead")}
      refused={doing.refused}
      busy={doing.busy}
      go={t("form.submit")}
      start={{
        title: of.content.title,
        text: of.content.text,
        files: of.content.files,
        ...(of.content.dueOn ? { dueOn: of.content.dueOn } : {}),
      }}
      onGo={async ({ files, dueOn, ...fields }) => {
        const next = {
          ...fields,
          files: (files ?? []).map((f) => f.id),
          dueOn: asked ? (dueOn ?? null) : null,
        }
        if (await doing.run({ id: of.id, ...next })) onClose()
      }}
      onClose={onClose}
    >
      <Form.Item name="title" label={t("field.title")} rules={must}>
        <Input maxLength={80} autoComplete="off" />
      </Form.Item>
      <Form.Item name="text" label={t("field.text")} rules={must}>
        <Input.TextArea autoSize={{ minRows: 8, maxRows: 20 }} maxLength={20_000} />
      </Form.Item>
      <Form.Item name="files" label={t("field.files")}>
        <Sent />
      </Form.Item>
      {asked ? (
        <Form.Item name="dueOn" label={t("field.due")} rules={must}>
          <DayPicker />
        </Form.Item>
      ) : null}
      <Form.Item
        name="because"
        label={t("correct.because")}
        extra={t("correct.because-more")}
        rules={[{ required: true, min: 2, message: t("form.needed") }]}
      >
        <Input.TextArea rows={2} maxLength={300} />
      </Form.Item>
    </Asking>
  )
}

/** Taken back for good: the title stays with the reason. */
export function WithdrawForm({ id, onClose }: { id: string; onClose: () => void }): ReactNode {
  const t = useWords("notices")
  const doing = useDo(withdraw, { quiet: true, done: t("withdraw.done") })
  return (
    <Asking<{ because: string }>
      danger
      title={t("withdraw.title")}
      lead={t("withdraw.lead")}
      refused={doing.refused}
      busy={doing.busy}
      go={t("withdraw.go")}
      onGo={async ({ because }) => {
        if (await doing.run({ id, because })) onClose()
      }}
      onClose={onClose}
    >
      <Form.Item
        name="because"
        label={t("withdraw.because")}
        rules={[{ required: true, min: 2, message: t("form.needed") }]}
      >
        <Input.TextArea rows={3} maxLength={300} />
      </Form.Item>
    </Asking>
  )
}
