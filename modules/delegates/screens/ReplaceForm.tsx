import { Form, Input } from "antd"
import type { ReactNode } from "react"
import { Asking } from "#kit/web/desk/Asking.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { replace } from "../contract.ts"
import { BasisField } from "./BasisField.tsx"
import type { Progress } from "./DelegatesPage.tsx"
import type { Person } from "./PeoplePart.tsx"

interface Fields {
  readonly because: string
  readonly number?: string
  readonly basis?: string
}

interface ReplaceProps {
  readonly of: Progress
  readonly person: Person
  readonly onClose: () => void
}

/** A delegate leaves; the next of the list comes in from the committee's page, or a student recommended anew here. */
export function ReplaceForm({ of, person, onClose }: ReplaceProps): ReactNode {
  const t = useWords("delegates")
  const act = useDo(replace, { quiet: true, done: t("replace.done") })
  const [form] = Form.useForm<Fields>()
  const number = Form.useWatch("number", form)
  return (
    <Asking<Fields>
      title={t("replace.title", { name: person.name })}
      lead={t("replace.lead")}
      refused={act.refused}
      busy={act.busy}
      go={t("replace.go")}
      danger
      form={form}
      onGo={async ({ because, number, basis }) => {
        const input = { assembly: of.assembly.id, id: person.id, because }
        if (await act.run({ ...input, ...(number ? { number, basis: basis ?? "" } : {}) })) onClose()
      }}
      onClose={onClose}
    >
      <Form.Item
        name="because"
        label={t("replace.because")}
        rules={[{ required: true, min: 4, message: t("least-4") }]}
      >
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      <Form.Item name="number" label={t("replace.number")} extra={t("replace.number-more")}>
        <Input maxLength={40} />
      </Form.Item>
      {number ? <BasisField /> : null}
    </Asking>
  )
}
