import { Form, Input } from "antd"
import type { ReactNode } from "react"
import { Asking } from "#kit/web/desk/Asking.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { merge, unmerge } from "../contract.ts"
import type { Line } from "./DuplicatesPage.tsx"

interface Fields {
  readonly because: string
}

export const Because = ({ label }: { label: string }): ReactNode => (
  <Form.Item name="because" label={label} rules={[{ required: true, min: 2, message: label }]}>
    <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={300} />
  </Form.Item>
)

/** Which go into which, what that means for where they stand, and why. */
export function MergeForm(props: { into: Line; needs: readonly Line[]; onClose: () => void }): ReactNode {
  const t = useWords("merging")
  const { into, needs, onClose } = props
  const done = useDo(merge, { quiet: true, done: t("merge.done") })
  const over = into.state === "done" || into.state === "declined"
  return (
    <Asking<Fields>
      title={t("merge.title", { nth: into.nth })}
      lead={
        <>
          {t("merge.lead", { needs: needs.map((n) => t("nth", { nth: n.nth })).join("、"), nth: into.nth })}
          {over ? ` ${t("merge.over", { state: t(`state.${into.state}`) })}` : ""}
        </>
      }
      refused={done.refused}
      busy={done.busy}
      go={t("merge.go")}
      start={{ because: t("merge.because-usual") }}
      onGo={async ({ because }) => {
        if (await done.run({ into: into.id, needs: needs.map((n) => n.id), because })) onClose()
      }}
      onClose={onClose}
    >
      <Because label={t("merge.because")} />
    </Asking>
  )
}

export function UnmergeForm(props: {
  id: string
  nth: number
  into: number
  onClose: () => void
}): ReactNode {
  const t = useWords("merging")
  const { id, nth, into, onClose } = props
  const done = useDo(unmerge, { quiet: true, done: t("unmerge.done") })
  return (
    <Asking<Fields>
      title={t("unmerge.title", { nth })}
      lead={t("unmerge.lead", { nth, into })}
      refused={done.refused}
      busy={done.busy}
      go={t("unmerge.go")}
      onGo={async ({ because }) => {
        if (await done.run({ id, because })) onClose()
      }}
      onClose={onClose}
    >
      <Because label={t("unmerge.because")} />
    </Asking>
  )
}
