import { Form, Input, Segmented, Select } from "antd"
import type { ReactNode } from "react"
import type { In } from "#kit/web/call.ts"
import { Asking } from "#kit/web/desk/Asking.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { addRobot } from "../contract.ts"

const kinds = ["wecom", "dingtalk", "feishu"] as const

interface RobotFormProps {
  readonly desks: readonly { readonly ownerId: string; readonly ownerName: string }[]
  readonly onClose: () => void
}

/** A robot's address, and its secret where its maker signs. */
export function RobotForm({ desks, onClose }: RobotFormProps): ReactNode {
  const t = useWords("reminders")
  const [form] = Form.useForm<In<typeof addRobot>>()
  const kind = Form.useWatch("kind", form) ?? "wecom"
  const { run, busy, refused } = useDo(addRobot, { quiet: true, done: t("robots.added") })
  return (
    <Asking<In<typeof addRobot>>
      title={t("robots.add")}
      lead={t("robots.add-lead")}
      form={form}
      start={{ kind: "wecom", ...(desks[0] ? { ownerId: desks[0].ownerId } : {}) }}
      refused={refused}
      busy={busy}
      go={t("robots.add-go")}
      onClose={onClose}
      onGo={async (fields) => (await run(fields)) && onClose()}
    >
      <Form.Item name="ownerId" label={t("robots.owner")} hidden={desks.length < 2}>
        <Select options={desks.map((d) => ({ value: d.ownerId, label: d.ownerName }))} />
      </Form.Item>
      <Form.Item name="kind" label={t("robots.kind")}>
        <Segmented options={kinds.map((value) => ({ value, label: t(`robots.${value}`) }))} />
      </Form.Item>
      <Form.Item
        name="url"
        label={t("robots.url")}
        extra={t(`robots.url-${kind}`)}
        rules={[{ required: true, min: 10, message: t("robots.url-needed") }]}
      >
        <Input autoComplete="off" maxLength={500} />
      </Form.Item>
      {kind === "wecom" ? null : (
        <Form.Item
          name="secret"
          label={t("robots.secret")}
          extra={t(`robots.secret-${kind}`)}
          rules={[{ required: true, message: t("robots.secret-needed") }]}
        >
          <Input.Password autoComplete="off" maxLength={200} />
        </Form.Item>
      )}
    </Asking>
  )
}
