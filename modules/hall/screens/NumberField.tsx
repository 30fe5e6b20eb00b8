import { InputNumber } from "antd"
import { type ReactNode, useId } from "react"

interface NumberFieldProps {
  readonly label: string
  readonly value: number | null
  readonly min: number
  readonly max: number
  readonly large?: boolean
  readonly onChange: (value: number | null) => void
}

/** A number beside what it is. */
export function NumberField({ label, large = false, ...field }: NumberFieldProps): ReactNode {
  const id = useId()
  return (
    <span className="hall-number">
      <label htmlFor={id}>{label}</label>
      <InputNumber id={id} precision={0} placeholder="—" size={large ? "large" : "middle"} {...field} />
    </span>
  )
}
