import { Form, Input } from "antd"
import type { ReactNode } from "react"
import { useWords } from "#kit/web/words.ts"
import type { OfferSeen } from "./Deeds.tsx"

/** The words a step asks for, each a field `says.KEY` of the form around. */
export function Asked({ asks }: { asks: NonNullable<OfferSeen["asks"]> }): ReactNode {
  const t = useWords("courses")
  return asks.map((ask) => (
    <Form.Item
      key={ask.key}
      name={["says", ask.key]}
      label={<span lang="zh-CN">{ask.min === 0 ? t("deed.optional", { label: ask.label }) : ask.label}</span>}
      rules={
        ask.min === 0
          ? []
          : [
              {
                required: true,
                whitespace: true,
                min: ask.min,
                message: t("deed.asked", { label: ask.label, min: ask.min }),
              },
            ]
      }
    >
      <Input.TextArea rows={3} maxLength={ask.max} showCount />
    </Form.Item>
  ))
}
