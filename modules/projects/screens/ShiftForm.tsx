import { Form, Input, InputNumber } from "antd"
import type { ReactNode } from "react"
import { Asking } from "#kit/web/desk/Asking.tsx"
import DayPicker from "#kit/web/desk/DayPicker.tsx"
import { useDo } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { projectsAddShift } from "../contract.ts"
import type { Project } from "./ProjectPage.tsx"

interface Fields {
  title: string
  place: string
  on: string
  from: string
  to: string
  wanted: number
}

/** A shift of one day, in China's time. */
export function ShiftForm({ project: p, onClose }: { project: Project; onClose: () => void }): ReactNode {
  const t = useWords("projects")
  const { university } = useViewer()
  const { run, busy, refused } = useDo(projectsAddShift, { quiet: true, done: t("shifts.added") })
  const must = [{ required: true, message: t("needed") }]
  const submit = async ({ on, from, to, ...fields }: Fields) => {
    const at = (time: string) => `${on}T${time}:00+08:00`
    if (await run({ id: p.id, ...fields, startsAt: at(from), endsAt: at(to) })) onClose()
  }
  const today = university.today
  const day = today >= p.startsOn && today <= p.endsOn ? today : p.startsOn
  return (
    <Asking<Fields>
      title={t("shifts.add")}
      refused={refused}
      busy={busy}
      go={t("shifts.add")}
      start={{ on: day, from: "09:00", to: "11:00", wanted: 4 }}
      onGo={submit}
      onClose={onClose}
    >
      <Form.Item name="title" label={t("shifts.title")} rules={must}>
        <Input maxLength={40} autoComplete="off" placeholder={t("shifts.title-like")} />
      </Form.Item>
      <Form.Item name="place" label={t("shifts.place")} rules={must}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <div className="desk-pair">
        <Form.Item name="on" label={t("shifts.on")} rules={must}>
          <DayPicker min={p.startsOn} max={p.endsOn} />
        </Form.Item>
        <Form.Item name="wanted" label={t("shifts.wanted")} rules={must}>
          <InputNumber min={1} max={1000} precision={0} inputMode="numeric" />
        </Form.Item>
      </div>
      <div className="desk-pair">
        <Form.Item name="from" label={t("shifts.from")} rules={must}>
          <Input type="time" />
        </Form.Item>
        <Form.Item name="to" label={t("shifts.to")} rules={must}>
          <Input type="time" />
        </Form.Item>
      </div>
    </Asking>
  )
}
