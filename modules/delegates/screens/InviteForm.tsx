import { Form, Input } from "antd"
import type { ReactNode } from "react"
import { Asking } from "#kit/web/desk/Asking.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { invite } from "../contract.ts"

interface Fields {
  readonly number: string
  readonly basis: string
}

/** Somebody who is heard without a vote. */
export function InviteForm({ assembly, onClose }: { assembly: string; onClose: () => void }): ReactNode {
  const t = useWords("delegates")
  const act = useDo(invite, { quiet: true, done: t("invite.done") })
  return (
    <Asking<Fields>
      title={t("invite.title")}
      lead={t("invite.lead")}
      refused={act.refused}
      busy={act.busy}
      go={t("invite.go")}
      onGo={async (fields) => {
        if (await act.run({ assembly, ...fields })) onClose()
      }}
      onClose={onClose}
    >
      <Form.Item name="number" label={t("number")} rules={[{ required: true, message: t("required") }]}>
        <Input maxLength={40} inputMode="numeric" />
      </Form.Item>
      <Form.Item
        name="basis"
        label={t("invite.basis")}
        rules={[{ required: true, min: 2, message: t("required") }]}
      >
        <Input maxLength={100} placeholder={t("invite.basis-like")} />
      </Form.Item>
    </Asking>
  )
}
