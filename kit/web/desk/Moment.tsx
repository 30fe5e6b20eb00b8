import { DatePicker } from "antd"
import dayjs from "dayjs"
import type { ReactNode } from "react"

interface MomentProps {
  readonly placeholder: string
  readonly id?: string
  /** `YYYY-MM-DDTHH:MM`, on both sides. */
  readonly value?: string
  readonly onChange?: (moment: string | undefined) => void
}

/** A day with its time, in China. Fits into antd's `Form.Item`. */
export function Moment({ id, value, onChange, placeholder }: MomentProps): ReactNode {
  return (
    <DatePicker
      placeholder={placeholder}
      {...(id ? { id } : {})}
      showTime={{ format: "HH:mm", minuteStep: 5 }}
      format="YYYY-MM-DD HH:mm"
      value={value ? dayjs(value) : null}
      onChange={(to) => onChange?.(to ? to.format("YYYY-MM-DDTHH:mm") : undefined)}
      needConfirm={false}
      showNow={false}
      inputReadOnly
      classNames={{ popup: { root: "desk-days" } }}
    />
  )
}
