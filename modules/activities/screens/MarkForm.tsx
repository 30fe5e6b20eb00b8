import { Form, Input } from "antd"
import type { ReactNode } from "react"
import { Asking } from "#kit/web/desk/Asking.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { mark } from "../contract.ts"
import type { Activity } from "./ActivityPage.tsx"

interface Fields {
  numbers?: string
  because?: string
}

interface MarkFormProps {
  readonly activity: Activity
  /** The one it is about; without it numbers are asked for. */
  readonly of?: { readonly number: string; readonly name: string }
  readonly onClose: () => void
}

/** Somebody without a phone, or who forgot: by 学号, afterwards with a reason. */
export function MarkForm({ activity: a, of, onClose }: MarkFormProps): ReactNode {
  const t = useWords("activities")
  const { run, busy, refused } = useDo(mark, { quiet: true, done: t("people.marked") })
  const late = a.phase === "held"
  return (
    <Asking<Fields>
      title={of ? t("mark.title-of", { name: of.name }) : t("people.mark-other")}
      lead={t(late ? "mark.lead-late" : "mark.lead")}
      refused={refused}
      busy={busy}
      go={t("people.mark")}
      onGo={async ({ numbers = "", because }) => {
        const listed = of ? [of.number] : numbers.split(/[\s,，、;；]+/).filter(Boolean)
        if (await run({ id: a.id, numbers: listed, ...(because ? { because } : {}) })) onClose()
      }}
      onClose={onClose}
    >
      {of ? null : (
        <Form.Item
          name="numbers"
          label={t("mark.numbers")}
          extra={t("mark.numbers-more")}
          rules={[{ required: true, whitespace: true, message: t("needed") }]}
        >
          <Input.TextArea rows={3} autoComplete="off" />
        </Form.Item>
      )}
      {late ? (
        <Form.Item
          name="because"
          label={t("mark.because")}
          rules={[{ required: true, min: 4, max: 200, message: t("mark.because-needed") }]}
        >
          <Input.TextArea rows={2} maxLength={200} />
        </Form.Item>
      ) : null}
    </Asking>
  )
}
