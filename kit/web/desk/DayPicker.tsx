import { DatePicker } from "antd"
import dayjs from "dayjs"
import type { ReactNode } from "react"

interface DayPickerProps {
  readonly id?: string
  /** `YYYY-MM-DD`, on both sides. */
  readonly value?: string | undefined
  readonly onChange?: (day: string | undefined) => void
  readonly max?: string
  readonly min?: string
  readonly label?: string
  readonly disabled?: boolean
  /** Opened at once, for a picker that appears on a click. */
  readonly open?: boolean
  readonly onClose?: () => void
}

/** A calendar is nearly as wide as a phone: there it stands in the middle, wherever its field is. */
const middle = { left: "50%", transform: "translateX(-50%)" }

/** A day, without a time or a zone. Fits into antd's `Form.Item`. */
export default function DayPicker({
  value,
  onChange,
  max,
  min,
  label,
  open,
  onClose,
  ...more
}: DayPickerProps): ReactNode {
  return (
    <DatePicker
      {...more}
      aria-label={label}
      value={value ? dayjs(value) : null}
      onChange={(to) => onChange?.(to ? to.format("YYYY-MM-DD") : undefined)}
      {...(max ? { maxDate: dayjs(max) } : {})}
      {...(min ? { minDate: dayjs(min) } : {})}
      {...(open ? { defaultOpen: true, autoFocus: true, allowClear: false } : {})}
      onOpenChange={(opened) => opened || onClose?.()}
      styles={{ popup: { root: matchMedia("(max-width: 480px)").matches ? middle : {} } }}
      showNow={false}
      inputReadOnly
    />
  )
}
