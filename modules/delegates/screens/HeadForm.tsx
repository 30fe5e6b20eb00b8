import { Form, Input } from "antd"
import type { ReactNode } from "react"
import { Asking } from "#kit/web/desk/Asking.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { nameHead } from "../contract.ts"
import type { Progress } from "./DelegatesPage.tsx"
import type { Person } from "./PeoplePart.tsx"

interface HeadProps {
  readonly of: Progress
  readonly person: Pick<Person, "id" | "name" | "delegation">
  readonly onClose: () => void
}

export function HeadForm({ of, person, onClose }: HeadProps): ReactNode {
  const t = useWords("delegates")
  const act = useDo(nameHead, { quiet: true, done: t("head.done") })
  return (
    <Asking<{ basis: string }>
      title={t("head.title", { name: person.name, delegation: person.delegation })}
      lead={t("head.lead")}
      refused={act.refused}
      busy={act.busy}
      go={t("head.go")}
      start={{ basis: t("head.basis-like") }}
      onGo={async ({ basis }) => {
        if (await act.run({ assembly: of.assembly.id, id: person.id, basis })) onClose()
      }}
      onClose={onClose}
    >
      <Form.Item
        name="basis"
        label={t("head.basis")}
        rules={[{ required: true, min: 2, message: t("required") }]}
      >
        <Input maxLength={100} />
      </Form.Item>
    </Asking>
  )
}
