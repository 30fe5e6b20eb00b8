import { Checkbox, Form, Input } from "antd"
import type { ReactNode } from "react"
import { Asking } from "#kit/web/desk/Asking.tsx"
import { Attach } from "#kit/web/desk/Attach.tsx"
import DayPicker from "#kit/web/desk/DayPicker.tsx"
import { useDo } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { adopt } from "../contract.ts"

interface Filled {
  readonly name: string
  readonly adoptedOn: string
  readonly adoptedBy: string
  readonly words?: string
  readonly file?: string
  readonly public: boolean
}

/** A version of the charter, with its words, its file, or both. */
export function AdoptForm(props: { union: string; name: string; onClose: () => void }): ReactNode {
  const t = useWords("charter")
  const { university } = useViewer()
  const { run, busy, refused } = useDo(adopt, { quiet: true, done: t("adopt.done") })
  const must = [{ required: true, message: t("needed") }]
  const submit = async ({ words, file, ...filled }: Filled) => {
    const done = await run({
      union: props.union,
      ...filled,
      ...(words?.trim() ? { words } : {}),
      ...(file ? { file } : {}),
    })
    if (done) props.onClose()
  }
  return (
    <Asking<Filled>
      wide
      title={t("adopt.title")}
      refused={refused}
      busy={busy}
      go={t("adopt.submit")}
      start={{ name: t("adopt.usual-name", { union: props.name }), public: true }}
      onGo={submit}
      onClose={props.onClose}
    >
      <Form.Item name="name" label={t("adopt.name")} rules={must}>
        <Input autoComplete="off" />
      </Form.Item>
      <div className="desk-pair">
        <Form.Item name="adoptedOn" label={t("adopt.on")} rules={must}>
          <DayPicker max={university.today} />
        </Form.Item>
        <Form.Item name="adoptedBy" label={t("adopt.by")} rules={must}>
          <Input autoComplete="off" placeholder={t("adopt.by-example")} />
        </Form.Item>
      </div>
      <Form.Item name="words" label={t("adopt.words")}>
        <Input.TextArea rows={8} />
      </Form.Item>
      <Form.Item name="file" label={t("adopt.file")}>
        <Attach to="/api/charter/files" accept=".pdf,.doc,.docx,.txt" />
      </Form.Item>
      <Form.Item name="public" valuePropName="checked">
        <Checkbox>{t("adopt.public")}</Checkbox>
      </Form.Item>
    </Asking>
  )
}
