import { Button, Form, Input, Modal } from "antd"
import type { ReactNode } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import type { Refusal } from "#kit/web/call.ts"
import DayPicker from "#kit/web/desk/DayPicker.tsx"
import { Problem } from "#kit/web/states.tsx"
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
    <Asking title={t("end.title", { who: who(holder) })} refused={refused} onClose={onClose}>
      <Form layout="vertical" requiredMark={false} onFinish={submit} initialValues={{ on: university.today }}>
        <Form.Item name="on" label={t("end.on")} rules={[{ required: true, message: t("needed") }]}>
          <DayPicker />
        </Form.Item>
        <Form.Item name="source" label={t(admin ? "end.source-must" : "appoint.source")}>
          <Input autoComplete="off" />
        </Form.Item>
        <Button type="primary" danger htmlType="submit" loading={busy}>
          {t("end.submit")}
        </Button>
      </Form>
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
    <Asking title={t("designate.title", { who: who(holder) })} refused={refused} onClose={onClose}>
      <p>
        {t("designate.lead")} <ClauseLabel clause="10.3" />
      </p>
      <Form
        layout="vertical"
        requiredMark={false}
        onFinish={submit}
        initialValues={{ from: university.today }}
      >
        <Form.Item name="from" label={t("appoint.from")} rules={[{ required: true, message: t("needed") }]}>
          <DayPicker />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={busy}>
          {t("designate.submit")}
        </Button>
      </Form>
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
    <Asking title={t("stand-in.title", { who: who(holder) })} refused={refused} onClose={onClose}>
      <p className="muted">{t("stand-in.lead")}</p>
      <Form
        layout="vertical"
        requiredMark={false}
        onFinish={submit}
        initialValues={{ from: university.today }}
      >
        <Form.Item name="number" label={t("appoint.number")} rules={must}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="name" label={t("appoint.name")} rules={must}>
          <Input autoComplete="off" />
        </Form.Item>
        <div className="offices-days">
          <Form.Item name="from" label={t("stand-in.from")} rules={must}>
            <DayPicker />
          </Form.Item>
          <Form.Item name="to" label={t("stand-in.to")} rules={must}>
            <DayPicker />
          </Form.Item>
        </div>
        <Button type="primary" htmlType="submit" loading={busy}>
          {t("stand-in.submit")}
        </Button>
      </Form>
    </Asking>
  )
}

const who = (h: Holder) => `${h.name} ${h.title}`

function Asking(props: {
  title: string
  refused: Refusal | undefined
  onClose: () => void
  children: ReactNode
}): ReactNode {
  return (
    <Modal open title={props.title} onCancel={props.onClose} footer={null} destroyOnHidden>
      {props.refused ? <Problem refusal={props.refused} /> : null}
      {props.children}
    </Modal>
  )
}
