import { Form, Input } from "antd"
import type { ReactNode } from "react"
import { useWords } from "#kit/web/words.ts"

/** By which meeting a student was recommended anew, where nobody of the list in reserve comes in. */
export function BasisField(): ReactNode {
  const t = useWords("delegates")
  return (
    <Form.Item
      name="basis"
      label={t("replace.basis")}
      rules={[{ required: true, min: 4, message: t("least-4") }]}
    >
      <Input maxLength={200} placeholder={t("replace.basis-like")} />
    </Form.Item>
  )
}
