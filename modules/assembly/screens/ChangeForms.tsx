import { Form, Input } from "antd"
import type { ReactNode } from "react"
import { Asking } from "#kit/web/desk/Asking.tsx"
import { useDo } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { cancel, change } from "../contract.ts"
import type { AssemblySeen } from "./AssemblyPage.tsx"
import { AboutFields } from "./ProposePage.tsx"

interface FormProps {
  readonly of: AssemblySeen
  readonly onClose: () => void
}

interface Fields {
  readonly name: string
  readonly day: string
  readonly time: string
  readonly place: string
  readonly theme: string
}

/** Hour and place by whoever prepares it; the rest by whoever asked, and then it is asked anew. */
export function ChangeForm({ of, onClose }: FormProps): ReactNode {
  const t = useWords("assembly")
  const { university } = useViewer()
  const { run, busy, refused } = useDo(change, { quiet: true, done: t("change.done") })
  const { name, day, time, place, theme } = of
  return (
    <Asking<Fields>
      title={t("change.title")}
      lead={t(of.can["assembly.rename"] ? "change.lead" : "change.lead-other")}
      refused={refused}
      busy={busy}
      go={t("change.go")}
      start={{ name, day, time, place, theme }}
      onGo={async (fields) => {
        if (await run({ assembly: of.id, ...fields })) onClose()
      }}
      onClose={onClose}
    >
      <AboutFields
        must={[{ required: true, message: t("needed") }]}
        min={university.today}
        fixed={!of.can["assembly.rename"]}
      />
    </Asking>
  )
}

export function CancelForm({ of, onClose }: FormProps): ReactNode {
  const t = useWords("assembly")
  const { run, busy, refused } = useDo(cancel, { quiet: true, done: t("cancel.done") })
  return (
    <Asking<{ because: string }>
      title={t("cancel.title", { name: of.name })}
      lead={t("cancel.lead")}
      refused={refused}
      busy={busy}
      danger
      go={t("cancel.go")}
      onGo={async ({ because }) => {
        if (await run({ assembly: of.id, because })) onClose()
      }}
      onClose={onClose}
    >
      <Form.Item name="because" label={t("because")} rules={[{ required: true, message: t("needed") }]}>
        <Input.TextArea rows={3} maxLength={300} />
      </Form.Item>
    </Asking>
  )
}
