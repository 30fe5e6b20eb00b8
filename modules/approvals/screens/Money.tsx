import { Input } from "antd"
import { type ReactNode, useState } from "react"
import { useWords } from "#kit/web/words.ts"
import { centsOf, yuan } from "../money.ts"

interface MoneyProps {
  readonly id?: string
  /** 分; `NaN` while what is typed is no amount. */
  readonly value?: number
  readonly onChange?: (cents: number | undefined) => void
  readonly label?: string
}

/** An amount typed in yuan, kept in whole 分. Fits into antd's `Form.Item`. */
export function Money({ id, value, onChange, label }: MoneyProps): ReactNode {
  const t = useWords("approvals")
  const [text, setText] = useState(value === undefined ? "" : yuan(value))
  return (
    <Input
      {...(id ? { id } : {})}
      {...(label ? { "aria-label": label } : {})}
      inputMode="decimal"
      autoComplete="off"
      suffix={t("yuan-unit")}
      value={text}
      onChange={(e) => {
        setText(e.target.value)
        onChange?.(e.target.value.trim() === "" ? undefined : (centsOf(e.target.value) ?? Number.NaN))
      }}
      onBlur={() => {
        const cents = centsOf(text)
        if (cents !== undefined) setText(yuan(cents))
      }}
    />
  )
}
