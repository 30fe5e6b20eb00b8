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
      label={<span lang="zh-CN">{ask.min === 0 ? optional(ask.label, t) : ask.label}</span>}
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

/** Says that it may stay empty, once: inside the bracket a label ends with, or not at all where the label says so. */
function optional(label: string, t: ReturnType<typeof useWords>): string {
  if (label.includes("不填")) return label
  return label.endsWith("）")
    ? t("deed.optional-too", { label: label.slice(0, -1) })
    : t("deed.optional", { label })
}
