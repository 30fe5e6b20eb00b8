import { Form, Input, InputNumber } from "antd"
import type { ReactNode } from "react"
import { Asking } from "#kit/web/desk/Asking.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { projectsCorrect } from "../contract.ts"
import type { Shift } from "./ShiftsPart.tsx"

interface CorrectFormProps {
  readonly shift: Shift
  readonly turn: Shift["people"][number]
  readonly onClose: () => void
}

/** The minutes put right, with the reason. */
export function CorrectForm({ shift, turn, onClose }: CorrectFormProps): ReactNode {
  const t = useWords("projects")
  const { run, busy, refused } = useDo(projectsCorrect, { quiet: true, done: t("correct.done") })
  const longest = Math.floor((Date.parse(shift.endsAt) - Date.parse(shift.startsAt)) / 60_000)
  return (
    <Asking<{ minutes: number; because: string }>
      title={t("correct.title", { name: turn.name })}
      lead={t("correct.lead", { shift: shift.title, minutes: longest })}
      refused={refused}
      busy={busy}
      go={t("shifts.correct")}
      start={{ minutes: turn.minutes }}
      onGo={async (fields) => {
        if (await run({ shiftId: shift.id, volunteerId: turn.id, ...fields })) onClose()
      }}
      onClose={onClose}
    >
      <Form.Item
        name="minutes"
        label={t("correct.minutes")}
        rules={[{ required: true, message: t("needed") }]}
      >
        <InputNumber min={0} max={longest} precision={0} inputMode="numeric" />
      </Form.Item>
      <Form.Item
        name="because"
        label={t("because")}
        rules={[{ required: true, min: 4, max: 200, message: t("correct.because-needed") }]}
      >
        <Input.TextArea rows={3} maxLength={200} placeholder={t("correct.because-like")} />
      </Form.Item>
    </Asking>
  )
}
