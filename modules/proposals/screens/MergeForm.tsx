import { Form, Radio } from "antd"
import type { ReactNode } from "react"
import { Asking } from "#kit/web/desk/Asking.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { merge } from "../contract.ts"

interface MergeFormProps {
  readonly chosen: readonly { id: string; nth: number | null; title: string; authorName: string }[]
  readonly onClose: () => void
  readonly onDone: () => void
}

/** 并案: which of them leads. */
export function MergeForm({ chosen, onClose, onDone }: MergeFormProps): ReactNode {
  const t = useWords("proposals")
  const { run, busy, refused } = useDo(merge, { quiet: true, done: t("merge.done") })
  return (
    <Asking<{ into: string }>
      title={t("merge.of", { count: chosen.length })}
      lead={t("merge.lead")}
      refused={refused}
      busy={busy}
      go={t("merge.title")}
      start={{ into: chosen[0]?.id ?? "" }}
      onClose={onClose}
      onGo={async ({ into }) => {
        if (await run({ into, ids: chosen.filter((p) => p.id !== into).map((p) => p.id) })) onDone()
      }}
    >
      <Form.Item name="into" label={t("merge.into")}>
        <Radio.Group
          className="queue-leads"
          options={chosen.map((p) => ({
            value: p.id,
            label: `${p.nth === null ? "" : `${t("nth", { nth: p.nth })} `}${p.title}（${p.authorName}）`,
          }))}
        />
      </Form.Item>
    </Asking>
  )
}
