import { clauseLabel } from "@qiaoliang/clause"
import { Form, Input, InputNumber, Radio, Select } from "antd"
import type { ReactNode } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import type { In } from "#kit/web/call.ts"
import { Asking } from "#kit/web/desk/Asking.tsx"
import DayPicker from "#kit/web/desk/DayPicker.tsx"
import { useSettings } from "#kit/web/settings.ts"
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

interface Asked {
  readonly clause: string
  readonly min?: number | null
  readonly max?: number | null
}

/** A limit of one's own, shown beside the Opinions'; shares are asked for in per cent. */
export function LimitForm({ union, onClose, limits }: FormProps & { limits: Charter["limits"] }): ReactNode {
  const t = useWords("charter")
  const { language } = useSettings()
  const [form] = Form.useForm<Based & Asked>()
  const clause = Form.useWatch("clause", form)
  const rule = limits.find((l) => l.clause === clause)
  const { run, busy, refused } = useDo(setLimit, { quiet: true, done: t("setting.done") })
  const asking = { refused, busy, onClose, go: t("setting.submit") }
  const submit = async (f: Based & Asked) => {
    if (!rule) return
    const limit = limitOf(rule.limit as Limit, f)
    if (await run({ union, clause: f.clause, limit, from: f.from, source: f.source })) onClose()
  }
  const share = rule?.limit.kind === "share"
  const bounds = rule ? boundsOf(rule.limit as Limit) : { min: false, max: false }
  return (
    <Asking {...asking} title={t("limit.go")} form={form} start={useToday()} onGo={submit}>
      <Form.Item name="clause" label={t("limit.clause")} rules={[{ required: true, message: t("needed") }]}>
        <Select
          options={limits.map((l) => ({
            value: l.clause,
            label: `${clauseLabel(l.clause, language)} ${l.quote}（${l.says}）`,
          }))}
        />
      </Form.Item>
      <div className="desk-pair">
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
  const asking = { refused, busy, onClose, go: t("setting.submit") }
  const today = useToday()
  const submit = async (filled: Based & { reading: string }) => {
    if (await run({ union, clause: of.clause, ...filled })) onClose()
  }
  return (
    <Asking
      {...asking}
      title={t("reading.title")}
      lead={
        <>
          <ClauseLabel clause={of.clause} /> “{of.quote}”
        </>
      }
      start={{ ...today, reading: of.used }}
      onGo={submit}
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
    </Asking>
  )
}

export function RotationForm({ union, onClose }: FormProps): ReactNode {
  const t = useWords("charter")
  const { run, busy, refused } = useDo(adoptRotation, { quiet: true, done: t("setting.done") })
  const asking = { refused, busy, onClose, go: t("setting.submit") }
  const today = useToday()
  const submit = async (filled: Based & { adopted: boolean }) => {
    if (await run({ union, ...filled })) onClose()
  }
  return (
    <Asking {...asking} title={t("rotation.title")} start={{ ...today, adopted: true }} onGo={submit}>
      <Form.Item name="adopted" label={t("rotation.choose")}>
        <Radio.Group className="charter-choices">
          <Radio value={true}>{t("rotation.adopt")}</Radio>
          <Radio value={false}>{t("rotation.give-up")}</Radio>
        </Radio.Group>
      </Form.Item>
      <BasedFields />
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
    <Asking
      title={t("withdraw.title", { says })}
      refused={refused}
      busy={busy}
      go={t("withdraw.submit")}
      danger
      start={{ on: university.today }}
      onGo={submit}
      onClose={onClose}
    >
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
    </Asking>
  )
}

const useToday = () => ({ from: useViewer().university.today })

function BasedFields(): ReactNode {
  const t = useWords("charter")
  const must = [{ required: true, message: t("needed") }]
  return (
    <div className="desk-pair">
      <Form.Item name="from" label={t("setting.from-day")} rules={must}>
        <DayPicker />
      </Form.Item>
      <Form.Item name="source" label={t("setting.source")} rules={must}>
        <Input autoComplete="off" placeholder={t("setting.source-example")} />
      </Form.Item>
    </div>
  )
}
