import { Button, Form, Input } from "antd"
import { type ReactNode, useEffect } from "react"
import type { Refusal } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import type { Kept } from "#kit/web/desk/keeping.tsx"
import { Problem } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { form as asked } from "../contract.ts"
import { isAsked, type Values } from "../field.ts"
import { dayOfEffect, type KindDeclaration } from "../kinds.ts"
import { yuan } from "../money.ts"
import { FieldInput } from "./FieldInput.tsx"
import { Files } from "./Files.tsx"
import "./form.css"

export interface Filling {
  readonly title?: string
  readonly because?: string
  readonly fields: Values
  readonly files?: readonly Kept[]
}

interface RequestFormProps {
  readonly kind: KindDeclaration
  readonly start: Filling
  /** A new request has its name still to be given; a change has its reason. */
  readonly asks: "title" | "because"
  readonly go: string
  readonly busy: boolean
  readonly refused: Refusal | undefined
  readonly onGo: (filling: Filling) => unknown
  readonly onCancel: () => void
  readonly before?: ReactNode
}

/** The form of a kind, as its declaration says. */
export function RequestForm(props: RequestFormProps): ReactNode {
  const { kind, refused } = props
  const t = useWords("approvals")
  const [form] = Form.useForm<Filling>()
  const values = (Form.useWatch("fields", form) ?? props.start.fields) as Values
  const needed = { required: true, message: t("form.needed") }
  useEffect(() => {
    if (refused) document.querySelector(".approvals-form .problem")?.scrollIntoView({ block: "center" })
  }, [refused])
  return (
    <Form<Filling>
      form={form}
      layout="vertical"
      requiredMark={false}
      scrollToFirstError={{ block: "center" }}
      className="approvals-form panel"
      initialValues={props.start}
      onFinish={(filled) => props.onGo(filled)}
      // A long form is handed in by its button, not by Enter in one of its lines.
      onKeyDown={(e) => {
        if (e.key === "Enter" && e.target instanceof HTMLInputElement) e.preventDefault()
      }}
    >
      {props.before}
      {refused ? <Problem refusal={refused} /> : null}
      {props.asks === "title" ? (
        <Form.Item name="title" label={t("form.title")} rules={[needed, { min: 2, max: 80 }]}>
          <Input maxLength={80} autoComplete="off" />
        </Form.Item>
      ) : (
        <Form.Item
          name="because"
          label={t("change.because")}
          rules={[needed, { min: 2, max: 500, message: t("form.longer", { min: 2 }) }]}
        >
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      )}
      <div className="approvals-fields">
        {kind.fields.map((field) =>
          isAsked(field, values) ? <FieldInput key={field.key} field={field} /> : null,
        )}
      </div>
      <Form.Item name="files" label={<span lang="zh-CN">{kind.files}</span>}>
        <Files />
      </Form.Item>
      <Sums kind={kind} values={values} />
      <Early kind={kind} values={values} />
      <div className="approvals-row">
        <Button type="primary" htmlType="submit" loading={props.busy}>
          {props.go}
        </Button>
        <Button onClick={props.onCancel}>{t("form.cancel")}</Button>
      </div>
    </Form>
  )
}

function Sums({ kind, values }: { kind: KindDeclaration; values: Values }): ReactNode {
  const t = useWords("approvals")
  const amount = kind.amount?.(whole(values)) ?? 0
  if (!kind.amount || !Number.isFinite(amount)) return null
  return (
    <p className="approvals-sum" role="status">
      {t("form.sum")} <b>{t("yuan", { amount: yuan(amount) })}</b>
    </p>
  )
}

/** Lines just added are still empty. */
const whole = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      Array.isArray(value) ? value.filter((line) => line !== undefined && line !== null) : value,
    ]),
  )

/** How early it comes, told while the day is chosen. */
function Early({ kind, values }: { kind: KindDeclaration; values: Values }): ReactNode {
  const t = useWords("approvals")
  const say = useSay()
  const { university } = useViewer()
  const { data } = useAsk(asked, {})
  const lead = data?.leads.find((l) => l.kind === kind.kind)
  if (!lead) return null
  const day = dayOfEffect(kind, values)
  const standing =
    day === "" ? "asked" : day <= university.today ? "after" : day < lead.earliest ? "short" : "in-time"
  return (
    <p className={`approvals-early approvals-early-${standing}`} role="status">
      {t(`early.${standing}`, { days: lead.days, day: say.day(lead.earliest) })}
    </p>
  )
}
