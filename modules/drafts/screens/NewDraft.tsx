import { Form, Input, Select } from "antd"
import type { ReactNode } from "react"
import type { In, Out } from "#kit/web/call.ts"
import { Asking } from "#kit/web/desk/Asking.tsx"
import { useGo } from "#kit/web/nav.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { draftsCreate, type draftsList } from "../contract.ts"

interface NewDraftProps {
  readonly unions: Out<typeof draftsList>["unions"]
  readonly union?: string
  readonly onClose: () => void
}

/** Begin a draft over a union as it stands today. */
export function NewDraft({ unions, union, onClose }: NewDraftProps): ReactNode {
  const t = useWords("drafts")
  const go = useGo()
  const { run, busy, refused } = useDo(draftsCreate, { quiet: true })
  const first = union ?? unions[0]?.id
  const submit = async (fields: In<typeof draftsCreate>) => {
    const made = await run(fields)
    if (made) go(`/office/drafts/${made.id}`)
  }
  return (
    <Asking<In<typeof draftsCreate>>
      title={t("list.new")}
      lead={t("new.lead")}
      refused={refused}
      busy={busy}
      go={t("new.go")}
      start={first ? { unionId: first } : {}}
      onGo={submit}
      onClose={onClose}
    >
      <Form.Item name="unionId" label={t("list.union")} rules={[{ required: true, message: t("new.which") }]}>
        <Select
          showSearch
          optionFilterProp="label"
          options={unions.map((u) => ({ value: u.id, label: u.name }))}
        />
      </Form.Item>
      <Form.Item
        name="title"
        label={t("new.title")}
        rules={[{ required: true, min: 2, message: t("new.title-needed") }]}
      >
        <Input autoComplete="off" autoFocus placeholder={t("new.title-like")} maxLength={80} />
      </Form.Item>
    </Asking>
  )
}
