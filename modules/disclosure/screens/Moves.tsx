import { Button, Checkbox, Form, Input, Modal } from "antd"
import { type ReactNode, useState } from "react"
import { ConfirmButton } from "#kit/web/desk/ConfirmButton.tsx"
import { useReturn } from "#kit/web/desk/focus.ts"
import { Problem } from "#kit/web/states.tsx"
import { useDo } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { approve, draft, giveBack, publish, submit, takeDown } from "../contract.ts"
import type { Shown } from "./DisclosurePage.tsx"

/** What this person can do with the version shown; the answer decides, the screen only draws. */
export function Moves({ d }: { d: Shown }): ReactNode {
  const t = useWords("disclosure")
  const [asking, setAsking] = useState<"return" | "publish" | "take-down">()
  const again = useDo(draft, { done: t("done.drafted") })
  const sending = useDo(submit, { done: t("done.submitted") })
  const approving = useDo(approve, { done: t("done.approved") })
  if (d.shown !== d.version) return null
  const at = { id: d.id, version: d.version }
  return (
    <>
      {d.can.edit ? (
        <ConfirmButton
          ask={t("move.draft-ask")}
          detail={t("move.draft-detail")}
          loading={again.busy}
          onConfirm={() => again.run({ unionId: d.unionId, schoolYear: d.schoolYear })}
        >
          {t("move.draft")}
        </ConfirmButton>
      ) : null}
      {d.can.submit ? (
        <Button
          type="primary"
          loading={sending.busy}
          disabled={d.obstacles.length > 0}
          onClick={() => void sending.run(at)}
        >
          {t("move.submit")}
        </Button>
      ) : null}
      {d.can.approve ? (
        <ConfirmButton
          type="primary"
          ask={t("move.approve-ask")}
          detail={t("move.approve-detail", { hash: d.sha256.slice(0, 12) })}
          loading={approving.busy}
          onConfirm={() => approving.run({ ...at, sha256: d.sha256 })}
        >
          {t("move.approve")}
        </ConfirmButton>
      ) : null}
      {d.why.approve && d.state === "submitted" && d.can.return ? (
        <span className="muted">{d.why.approve}</span>
      ) : null}
      {d.can.return ? <Button onClick={() => setAsking("return")}>{t("move.return")}</Button> : null}
      {d.can.publish ? (
        <Button type="primary" onClick={() => setAsking("publish")}>
          {t("move.publish")}
        </Button>
      ) : null}
      {d.can["take-down"] && d.published ? (
        <Button danger onClick={() => setAsking("take-down")}>
          {t("move.take-down")}
        </Button>
      ) : null}
      {asking === "return" ? <GiveBack d={d} onClose={() => setAsking(undefined)} /> : null}
      {asking === "publish" ? <Publish d={d} onClose={() => setAsking(undefined)} /> : null}
      {asking === "take-down" ? <TakeDown d={d} onClose={() => setAsking(undefined)} /> : null}
    </>
  )
}

interface AskProps {
  readonly d: Shown
  readonly onClose: () => void
}

function GiveBack({ d, onClose }: AskProps): ReactNode {
  const t = useWords("disclosure")
  useReturn()
  const [form] = Form.useForm<{ reason: string }>()
  const doing = useDo(giveBack, { done: t("done.returned"), quiet: true })
  const send = async ({ reason }: { reason: string }) => {
    if (await doing.run({ id: d.id, version: d.version, reason })) onClose()
  }
  return (
    <Modal
      open
      mask={{ closable: false }}
      title={t("move.return")}
      okText={t("move.return")}
      cancelText={t("cancel")}
      confirmLoading={doing.busy}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {doing.refused ? <Problem refusal={doing.refused} /> : null}
      <Form form={form} layout="vertical" onFinish={send}>
        <Form.Item
          name="reason"
          label={t("move.reason")}
          rules={[{ required: true, min: 2, message: t("need") }]}
        >
          <Input.TextArea maxLength={500} autoSize={{ minRows: 3 }} />
        </Form.Item>
      </Form>
    </Modal>
  )
}

function Publish({ d, onClose }: AskProps): ReactNode {
  const t = useWords("disclosure")
  useReturn()
  const { university } = useViewer()
  const [form] = Form.useForm<{ downOn: string; noindex: boolean }>()
  const doing = useDo(publish, { done: t("done.published"), quiet: true })
  const send = async ({ downOn, noindex }: { downOn: string; noindex: boolean }) => {
    const at = { id: d.id, version: d.version, noindex }
    if (await doing.run(downOn ? { ...at, downOn } : at)) onClose()
  }
  // A year of the public eye is the usual; the date can be changed or left out.
  const inAYear = `${Number(university.today.slice(0, 4)) + 1}${university.today.slice(4)}`.replace(
    "-02-29",
    "-02-28",
  )
  return (
    <Modal
      open
      mask={{ closable: false }}
      title={t("publish.title")}
      okText={t("move.publish")}
      cancelText={t("cancel")}
      confirmLoading={doing.busy}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {doing.refused ? <Problem refusal={doing.refused} /> : null}
      <p>{t("publish.lead")}</p>
      <Form form={form} layout="vertical" onFinish={send} initialValues={{ downOn: inAYear, noindex: true }}>
        <Form.Item name="downOn" label={t("publish.down")} extra={t("publish.down-more")}>
          <Input type="date" min={university.today} />
        </Form.Item>
        <Form.Item name="noindex" valuePropName="checked">
          <Checkbox>{t("publish.noindex")}</Checkbox>
        </Form.Item>
      </Form>
    </Modal>
  )
}

function TakeDown({ d, onClose }: AskProps): ReactNode {
  const t = useWords("disclosure")
  useReturn()
  const { university } = useViewer()
  const [form] = Form.useForm<{ on: string; reason: string }>()
  const doing = useDo(takeDown, { done: t("done.taken-down"), quiet: true })
  const send = async ({ on, reason }: { on: string; reason: string }) => {
    if (await doing.run({ id: d.id, on, reason })) onClose()
  }
  return (
    <Modal
      open
      mask={{ closable: false }}
      title={t("move.take-down")}
      okText={t("move.take-down")}
      okButtonProps={{ danger: true }}
      cancelText={t("cancel")}
      confirmLoading={doing.busy}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {doing.refused ? <Problem refusal={doing.refused} /> : null}
      <Form form={form} layout="vertical" onFinish={send} initialValues={{ on: university.today }}>
        <Form.Item name="on" label={t("down.on")} rules={[{ required: true, message: t("need") }]}>
          <Input type="date" min={university.today} />
        </Form.Item>
        <Form.Item name="reason" label={t("move.reason")} rules={[{ required: true, message: t("need") }]}>
          <Input maxLength={200} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
