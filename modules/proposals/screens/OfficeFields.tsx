import { Form, Input, Select } from "antd"
import type { ReactNode } from "react"
import { useWords } from "#kit/web/words.ts"

interface OfficeFieldsProps {
  readonly offices: readonly { office: string; name: string }[]
  readonly required?: boolean
}

/** Who answers: an office with a desk here, and the unit it answers for where that has none. */
export function OfficeFields({ offices, required = false }: OfficeFieldsProps): ReactNode {
  const t = useWords("proposals")
  return (
    <>
      <Form.Item
        name="office"
        label={t("send.office")}
        extra={t(required ? "send.office-more" : "send.office-later")}
        rules={required ? [{ required: true, message: t("send.office-needed") }] : []}
      >
        <Select
          allowClear
          options={offices.map((o) => ({ value: o.office, label: o.name }))}
          placeholder={t("send.office-like")}
        />
      </Form.Item>
      <Form.Item name="unit" label={t("send.unit")} extra={t("send.unit-more")}>
        <Input maxLength={40} placeholder={t("send.unit-like")} />
      </Form.Item>
    </>
  )
}
