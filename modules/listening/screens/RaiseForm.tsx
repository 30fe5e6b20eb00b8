import { Form, Input } from "antd"
import type { ReactNode } from "react"
import { Asking } from "#kit/web/desk/Asking.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { raise } from "../contract.ts"
import type { Heard } from "./HeardPart.tsx"

interface RaiseFormProps {
  readonly id: string
  readonly heard: readonly Heard[]
  readonly onClose: (done?: boolean) => void
}

/** The beginning of what was said, up to where a sentence ends. */
const titleOf = (words: string): string => (words.split(/[。！？；\n]/)[0] ?? words).slice(0, 60)

/** Each ticked line becomes a need of its own, under a title. */
export function RaiseForm({ id, heard, onClose }: RaiseFormProps): ReactNode {
  const t = useWords("listening")
  const { run, busy, refused } = useDo(raise, { quiet: true, done: t("raise.done") })
  return (
    <Asking<{ titles: string[] }>
      wide
      title={t("raise.title")}
      lead={t("raise.lead", { count: heard.length })}
      refused={refused}
      busy={busy}
      go={t("raise.go", { count: heard.length })}
      start={{ titles: heard.map((h) => titleOf(h.words)) }}
      onClose={() => onClose()}
      onGo={async ({ titles }) => {
        const items = heard.map((h, i) => ({ heard: h.id, title: titles[i] ?? "" }))
        if (await run({ id, items })) onClose(true)
      }}
    >
      {heard.map((h, i) => (
        <Form.Item
          key={h.id}
          name={["titles", i]}
          label={t("raise.label", { field: h.field, category: h.category })}
          extra={<span lang="zh-CN">{h.words}</span>}
          rules={[{ required: true, min: 4, message: t("raise.title-needed") }]}
        >
          <Input maxLength={60} />
        </Form.Item>
      ))}
    </Asking>
  )
}
