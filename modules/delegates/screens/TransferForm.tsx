import { AutoComplete, Form } from "antd"
import type { ReactNode } from "react"
import { Asking } from "#kit/web/desk/Asking.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { delegations, transfer } from "../contract.ts"
import type { Progress } from "./DelegatesPage.tsx"
import type { Person } from "./PeoplePart.tsx"

interface TransferProps {
  readonly of: Progress
  readonly person: Person
  readonly onClose: () => void
}

export function TransferForm({ of, person, onClose }: TransferProps): ReactNode {
  const t = useWords("delegates")
  const groups = useAsk(delegations, { assembly: of.assembly.id })
  const act = useDo(transfer, { quiet: true, done: t("transfer.done") })
  return (
    <Asking<{ delegation: string }>
      title={t("transfer.title", { name: person.name })}
      lead={t("transfer.lead", { delegation: person.delegation })}
      refused={act.refused}
      busy={act.busy}
      go={t("transfer.go")}
      onGo={async ({ delegation }) => {
        if (await act.run({ assembly: of.assembly.id, ids: [person.id], delegation })) onClose()
      }}
      onClose={onClose}
    >
      <Form.Item
        name="delegation"
        label={t("transfer.to")}
        rules={[{ required: true, message: t("required") }]}
      >
        <AutoComplete
          maxLength={60}
          options={(groups.data?.items ?? []).map((d) => ({ value: d.name }))}
          filterOption={(typed, option) => (option?.value ?? "").includes(typed)}
        />
      </Form.Item>
    </Asking>
  )
}
