import { Button, Form, Input, InputNumber, Modal, Radio, Select } from "antd"
import type { ReactNode } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import type { In, Refusal } from "#kit/web/call.ts"
import DayPicker from "#kit/web/desk/DayPicker.tsx"
import { Problem } from "#kit/web/states.tsx"
import { useDo } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { adoptRotation, chooseReading, setLimit, withdraw } from "../contract.ts"
import type { Charter } from "./CharterPage.tsx"

interface FormProps {
  readonly union: string
  readonly onClose: () => void
}

type Limit = In<typeof setLimit>["limit"]

/** From which day, and where it is laid down: asked of every setting. */
interface Based {
  readonly from: string
  readonly source: string
}

/** A limit of one's own, shown beside the Opinions'; shares are asked for in per cent. */
export function LimitForm({ union, onClose, limits }: FormProps & { limits: Charter["limits"] }): ReactNode {
  const t = useWords("charter")
  const [form] = Form.useForm()
  const clause = Form.useWatch("clause", form) as string | undefined
  const rule = limits.find((l) => l.clause === clause)
  const { run, busy, refused } = useDo(setLimit, { quiet: true, done: t("setting.done") })
  const submit = async (f: Based & { clause: string; min?: number | null; max?: number | null }) => {
    if (!rule) return
    const limit = limitOf(rule.limit as Limit, f)
    if (await run({ union, clause: f.clause, limit, from: f.from, source: f.source })) onClose()
  }
  const share = rule?.limit.kind === "share"
  const bounds = rule ? boundsOf(rule.limit as Limit) : { min: false, max: false }
  return (
    <Asking title={t("limit.go")} refused={refused} onClose={onClose}>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit} initialValues={useToday()}>
        <Form.Item name="clause" label={t("limit.clause")} rules={[{ required: true, message: t("needed") }]}>
          <Select
            options={limits.map((l) => ({ value: l.clause, label: `${l.clause} ${l.quote}（${l.says}）` }))}
          />
        </Form.Item>
        <div className="charter-pair">
          {bounds.min ? (
            <Form.Item name="min" label={t(share ? "limit.least-share" : "limit.least")}>
              <InputNumber min={0} {...(share ? { max: 100 } : {})} precision={0} />
            </Form.Item>
          ) : null}
          {bounds.max ? (
            <Form.Item name="max" label={t(share ? "limit.most-share" : "limit.most")}>
              <InputNumber min={0} {...(share ? { max: 100 } : {})} precision={0} />
            </Form.Item>
          ) : null}
        </div>
        <BasedFields />
        <Button type="primary" htmlType="submit" loading={busy}>
          {t("setting.submit")}
        </Button>
      </Form>
    </Asking>
  )
}

/** A clause that only says "at most" may get a "at least" as well only where counts allow it: keep to its own sides. */
const boundsOf = (limit: Limit) =>
  limit.kind === "count"
    ? { min: limit.min !== undefined, max: limit.max !== undefined }
    : { min: limit.atLeast !== undefined, max: limit.atMost !== undefined }

function limitOf(rule: Limit, f: { min?: number | null; max?: number | null }): Limit {
  const ratio = (per: number) => ({ num: per, den: 100 })
  if (rule.kind === "count")
    return {
      kind: "count",
      ...(f.min == null ? {} : { min: f.min }),
      ...(f.max == null ? {} : { max: f.max }),
    }
  return {
    kind: "share",
    ...(f.min == null ? {} : { atLeast: ratio(f.min) }),
    ...(f.max == null ? {} : { atMost: ratio(f.max) }),
  }
}

export function ReadingForm({
  union,
  onClose,
  of,
}: FormProps & { of: Charter["readings"][number] }): ReactNode {
  const t = useWords("charter")
  const { run, busy, refused } = useDo(chooseReading, { quiet: true, done: t("setting.done") })
  const today = useToday()
  const submit = async (filled: Based & { reading: string }) => {
    if (await run({ union, clause: of.clause, ...filled })) onClose()
  }
  return (
    <Asking title={t("reading.title")} refused={refused} onClose={onClose}>
      <p>
        <ClauseLabel clause={of.clause} /> “{of.quote}”
      </p>
      <Form
        layout="vertical"
        requiredMark={false}
        onFinish={submit}
        initialValues={{ ...today, reading: of.used }}
      >
        <Form.Item name="reading" label={t("reading.choose")}>
          <Radio.Group className="charter-choices">
            {of.choices.map((c) => (
              <Radio key={c.key} value={c.key}>
                {c.label} <span className="muted">{c.source}</span>
              </Radio>
            ))}
          </Radio.Group>
        </Form.Item>
        <BasedFields />
        <Button type="primary" htmlType="submit" loading={busy}>
          {t("setting.submit")}
        </Button>
      </Form>
    </Asking>
  )
}

export function RotationForm({ union, onClose }: FormProps): ReactNode {
  const t = useWords("charter")
  const { run, busy, refused } = useDo(adoptRotation, { quiet: true, done: t("setting.done") })
  const today = useToday()
  const submit = async (filled: Based & { adopted: boolean }) => {
    if (await run({ union, ...filled })) onClose()
  }
  return (
    <Asking title={t("rotation.title")} refused={refused} onClose={onClose}>
      <Form
        layout="vertical"
        requiredMark={false}
        onFinish={submit}
        initialValues={{ ...today, adopted: true }}
      >
        <Form.Item name="adopted" label={t("rotation.choose")}>
          <Radio.Group className="charter-choices">
            <Radio value={true}>{t("rotation.adopt")}</Radio>
            <Radio value={false}>{t("rotation.give-up")}</Radio>
          </Radio.Group>
        </Form.Item>
        <BasedFields />
        <Button type="primary" htmlType="submit" loading={busy}>
          {t("setting.submit")}
        </Button>
      </Form>
    </Asking>
  )
}

export function WithdrawForm({
  union,
  onClose,
  id,
  says,
}: FormProps & { id: string; says: string }): ReactNode {
  const t = useWords("charter")
  const { university } = useViewer()
  const { run, busy, refused } = useDo(withdraw, { quiet: true, done: t("withdraw.done") })
  const submit = async (filled: { on: string; because: string }) => {
    if (await run({ union, id, ...filled })) onClose()
  }
  return (
    <Asking title={t("withdraw.title", { says })} refused={refused} onClose={onClose}>
      <Form layout="vertical" requiredMark={false} onFinish={submit} initialValues={{ on: university.today }}>
        <Form.Item name="on" label={t("withdraw.on")} rules={[{ required: true, message: t("needed") }]}>
          <DayPicker />
        </Form.Item>
        <Form.Item
          name="because"
          label={t("withdraw.because")}
          rules={[{ required: true, message: t("needed") }]}
        >
          <Input autoComplete="off" />
        </Form.Item>
        <Button type="primary" danger htmlType="submit" loading={busy}>
          {t("withdraw.submit")}
        </Button>
      </Form>
    </Asking>
  )
}

const useToday = () => ({ from: useViewer().university.today })

function BasedFields(): ReactNode {
  const t = useWords("charter")
  const must = [{ required: true, message: t("needed") }]
  return (
    <div className="charter-pair">
      <Form.Item name="from" label={t("setting.from-day")} rules={must}>
        <DayPicker />
      </Form.Item>
      <Form.Item name="source" label={t("setting.source")} rules={must}>
        <Input autoComplete="off" placeholder={t("setting.source-example")} />
      </Form.Item>
    </div>
  )
}

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
