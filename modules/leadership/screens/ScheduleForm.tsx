import { Form, Input, Select } from "antd"
import type { ReactNode } from "react"
import type { Out } from "#kit/web/call.ts"
import { Asking } from "#kit/web/desk/Asking.tsx"
import DayPicker from "#kit/web/desk/DayPicker.tsx"
import { useGo } from "#kit/web/nav.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { type hearings, schedule } from "../contract.ts"

interface Fields {
  host: string
  on: string
  title: string
  unions: string[]
  reporter: string
}

interface ScheduleFormProps {
  readonly hosts: Out<typeof hearings>["schedule"]
  readonly onClose: () => void
}

/** A session to come, or one that was held before it was written down here. */
export function ScheduleForm({ hosts, onClose }: ScheduleFormProps): ReactNode {
  const t = useWords("leadership")
  const go = useGo()
  const [form] = Form.useForm<Fields>()
  const chosen = Form.useWatch("host", form) ?? hosts[0]?.name
  const host = hosts.find((h) => h.name === chosen) ?? hosts[0]
  const { run, busy, refused } = useDo(schedule, { quiet: true, done: t("schedule.done") })
  const must = [{ required: true, message: t("needed") }]
  return (
    <Asking<Fields>
      title={t("schedule.title")}
      lead={t("schedule.lead")}
      refused={refused}
      busy={busy}
      go={t("schedule.submit")}
      form={form}
      start={{
        ...(host ? { host: host.name, unions: host.unions.map((u) => u.id) } : {}),
        title: t("schedule.usual"),
      }}
      onGo={async ({ host: name, ...fields }) => {
        const faculty = hosts.find((h) => h.name === name)?.faculty ?? null
        const done = await run({ ...fields, faculty })
        if (done) go(`/office/leadership/hearings/${done.id}`)
      }}
      onClose={onClose}
    >
      <Form.Item name="host" label={t("schedule.host")} hidden={hosts.length === 1} rules={must}>
        <Select
          options={hosts.map((h) => ({ value: h.name, label: h.name }))}
          onChange={(name: string) =>
            form.setFieldValue("unions", hosts.find((h) => h.name === name)?.unions.map((u) => u.id) ?? [])
          }
        />
      </Form.Item>
      <Form.Item name="title" label={t("schedule.topic")} rules={must}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <div className="desk-pair">
        <Form.Item name="on" label={t("schedule.on")} extra={t("schedule.on-more")} rules={must}>
          <DayPicker />
        </Form.Item>
        <Form.Item name="reporter" label={t("schedule.reporter")} rules={must}>
          <Input maxLength={60} autoComplete="off" placeholder={t("schedule.reporter-like")} />
        </Form.Item>
      </div>
      <Form.Item name="unions" label={t("schedule.unions")} rules={must}>
        <Select
          mode="multiple"
          optionFilterProp="label"
          options={(host?.unions ?? []).map((u) => ({ value: u.id, label: u.name }))}
        />
      </Form.Item>
    </Asking>
  )
}
