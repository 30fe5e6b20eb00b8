import { Form, Input } from "antd"
import type { ReactNode } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import { Asking } from "#kit/web/desk/Asking.tsx"
import DayPicker from "#kit/web/desk/DayPicker.tsx"
import { useDo } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { designate, end, standIn } from "../contract.ts"
import type { Holder } from "./OfficePanel.tsx"

interface FormProps {
  readonly holder: Holder
  readonly onClose: () => void
}

export function EndForm({ holder, onClose }: FormProps): ReactNode {
  const t = useWords("offices")
  const { university, admin } = useViewer()
  const { run, busy, refused } = useDo(end, { quiet: true, done: t("end.done") })
  const submit = async ({ on, source }: { on: string; source?: string }) => {
    if (await run({ holder: holder.id, on, ...(source ? { source } : {}) })) onClose()
  }
  return (
    <Asking
      title={t("end.title", { who: who(holder) })}
      danger
      refused={refused}
      busy={busy}
      go={t("end.submit")}
      start={{ on: university.today }}
      onGo={submit}
      onClose={onClose}
    >
      <Form.Item name="on" label={t("end.on")} rules={[{ required: true, message: t("needed") }]}>
        <DayPicker />
      </Form.Item>
      <Form.Item name="source" label={t(admin ? "end.source-must" : "appoint.source")}>
        <Input autoComplete="off" />
      </Form.Item>
    </Asking>
  )
}

export function DesignateForm({ holder, onClose }: FormProps): ReactNode {
  const t = useWords("offices")
  const { university } = useViewer()
  const { run, busy, refused } = useDo(designate, { quiet: true, done: t("designate.done") })
  const submit = async ({ from }: { from: string }) => {
    if (await run({ holder: holder.id, from })) onClose()
  }
  return (
    <Asking
      title={t("designate.title", { who: who(holder) })}
      lead={
        <>
          {t("designate.lead")} <ClauseLabel clause="10.3" />
        </>
      }
      refused={refused}
      busy={busy}
      go={t("designate.submit")}
      start={{ from: university.today }}
      onGo={submit}
      onClose={onClose}
    >
      <Form.Item name="from" label={t("appoint.from")} rules={[{ required: true, message: t("needed") }]}>
        <DayPicker />
      </Form.Item>
    </Asking>
  )
}

export function StandInForm({ holder, onClose }: FormProps): ReactNode {
  const t = useWords("offices")
  const { university } = useViewer()
  const { run, busy, refused } = useDo(standIn, { quiet: true, done: t("stand-in.done") })
  const must = [{ required: true, message: t("needed") }]
  const submit = async (filled: { number: string; name: string; from: string; to: string }) => {
    if (await run({ holder: holder.id, ...filled })) onClose()
  }
  return (
    <Asking
      title={t("stand-in.title", { who: who(holder) })}
      lead={t("stand-in.lead")}
      refused={refused}
      busy={busy}
      go={t("stand-in.submit")}
      start={{ from: university.today }}
      onGo={submit}
      onClose={onClose}
    >
      <Form.Item name="number" label={t("appoint.number")} rules={must}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="name" label={t("appoint.name")} rules={must}>
        <Input autoComplete="off" />
      </Form.Item>
      <div className="desk-pair">
        <Form.Item name="from" label={t("stand-in.from")} rules={must}>
          <DayPicker />
        </Form.Item>
        <Form.Item name="to" label={t("stand-in.to")} rules={must}>
          <DayPicker />
        </Form.Item>
      </div>
    </Asking>
  )
}

const who = (h: Holder) => `${h.name} ${h.title}`
