import { Form, Input, InputNumber, Radio, Select } from "antd"
import type { ReactNode } from "react"
import type { Out } from "#kit/web/call.ts"
import { Asking } from "#kit/web/desk/Asking.tsx"
import DayPicker from "#kit/web/desk/DayPicker.tsx"
import { useGo } from "#kit/web/nav.tsx"
import { useDo } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { change, type list, make, type one } from "../contract.ts"

type One = Out<typeof one>

interface Fields {
  unionId: string
  kind: One["kind"]
  title: string
  about?: string
  place?: string
  onDay: string
  untilDay?: string
  fromTime?: string
  untilTime?: string
  offices?: string[]
  faculties?: string[]
  grades?: number[]
  places?: number | null
}

interface PlanFormProps {
  readonly of: Pick<Out<typeof list>, "hosts" | "faculties" | "grades">
  /** The one to change; without it a new one begins. */
  readonly before?: One
  readonly onClose: () => void
}

const kinds = ["talk", "face", "visit", "survey"] as const

/** When, where, for whom, who comes from the departments. */
export function PlanForm({ of, before, onClose }: PlanFormProps): ReactNode {
  const t = useWords("listening")
  const go = useGo()
  const { today } = useViewer().university
  const [form] = Form.useForm<Fields>()
  const kind = Form.useWatch("kind", form) ?? before?.kind ?? "talk"
  const unionId = Form.useWatch("unionId", form) ?? before?.union.id ?? of.hosts[0]?.id ?? ""
  const union = before?.union ?? of.hosts.find((h) => h.id === unionId)
  const making = useDo(make, { quiet: true, done: t("plan.made") })
  const changing = useDo(change, { quiet: true, done: t("plan.changed") })
  const doing = before ? changing : making
  const must = [{ required: true, message: t("needed") }]
  const save = async (f: Fields) => {
    const plan = {
      title: f.title,
      about: f.about ?? "",
      place: f.place ?? "",
      onDay: f.onDay,
      untilDay: f.untilDay ?? f.onDay,
      fromTime: f.fromTime ?? "",
      untilTime: f.untilTime ?? "",
      offices: f.offices ?? [],
      faculties: f.faculties ?? [],
      grades: f.grades ?? [],
      places: f.places ?? null,
    }
    const done = before
      ? await changing.run({ id: before.id, ...plan })
      : await making.run({ unionId: f.unionId, kind: f.kind, ...plan })
    if (!done) return
    onClose()
    if (!before) go(`/office/listening/${done.id}`)
  }
  return (
    <Asking<Fields>
      wide
      title={t(before ? "plan.change" : "list.new")}
      refused={doing.refused}
      busy={doing.busy}
      go={t("plan.save")}
      form={form}
      start={before ? startOf(before) : { unionId, kind: "talk", onDay: today }}
      onGo={save}
      onClose={onClose}
    >
      <Form.Item
        name="unionId"
        label={t("field.union")}
        rules={must}
        hidden={of.hosts.length < 2 || before !== undefined}
      >
        <Select options={of.hosts.map((h) => ({ value: h.id, label: h.name }))} />
      </Form.Item>
      <Form.Item name="kind" label={t("field.kind")} hidden={before !== undefined}>
        <Radio.Group options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))} />
      </Form.Item>
      <Form.Item
        name="title"
        label={t("field.title")}
        rules={[{ required: true, min: 4, message: t("plan.title-needed") }]}
      >
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name="about" label={t("field.about")} extra={t("plan.about-more")}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
      {kind === "survey" ? (
        <div className="desk-pair">
          <Form.Item name="onDay" label={t("plan.opens")} rules={must}>
            <DayPicker />
          </Form.Item>
          <Form.Item name="untilDay" label={t("plan.closes")} rules={must}>
            <DayPicker />
          </Form.Item>
        </div>
      ) : (
        <Meeting kind={kind} />
      )}
      <div className="desk-pair">
        <Form.Item name="faculties" label={t("plan.faculties")} extra={t("plan.faculties-more")}>
          <Select
            mode="multiple"
            disabled={Boolean(union?.faculty)}
            placeholder={union?.faculty ?? t("everyone")}
            options={of.faculties.map((value) => ({ value, label: value }))}
          />
        </Form.Item>
        <Form.Item name="grades" label={t("plan.grades")}>
          <Select
            mode="multiple"
            placeholder={t("plan.all-grades")}
            options={of.grades.map((value) => ({ value, label: t("grade", { year: value }) }))}
          />
        </Form.Item>
      </div>
    </Asking>
  )
}

function Meeting({ kind }: { kind: One["kind"] }): ReactNode {
  const t = useWords("listening")
  const must = [{ required: true, message: t("needed") }]
  const time = { pattern: /^([01]\d|2[0-3]):[0-5]\d$/, message: t("plan.time-needed") }
  return (
    <>
      <div className="listening-trio">
        <Form.Item name="onDay" label={t("plan.day")} rules={must}>
          <DayPicker />
        </Form.Item>
        <Form.Item name="fromTime" label={t("plan.from")} rules={[...must, time]}>
          <Input type="time" />
        </Form.Item>
        <Form.Item name="untilTime" label={t("plan.until")} rules={[time]}>
          <Input type="time" />
        </Form.Item>
      </div>
      <div className="desk-pair">
        <Form.Item name="place" label={t("field.place")} rules={must}>
          <Input maxLength={80} autoComplete="off" />
        </Form.Item>
        <Form.Item name="places" label={t("field.places")}>
          <InputNumber min={1} max={5000} placeholder={t("plan.no-limit")} />
        </Form.Item>
      </div>
      <Form.Item
        name="offices"
        label={t("field.offices")}
        extra={t("plan.offices-more")}
        rules={kind === "face" ? [{ required: true, message: t("plan.offices-needed") }] : []}
      >
        <Select mode="tags" tokenSeparators={["、", "，", ","]} open={false} suffixIcon={null} />
      </Form.Item>
    </>
  )
}

const startOf = (l: One): Fields => ({
  unionId: l.union.id,
  kind: l.kind,
  title: l.title,
  about: l.about,
  place: l.place,
  onDay: l.onDay,
  untilDay: l.untilDay,
  fromTime: l.fromTime,
  untilTime: l.untilTime,
  offices: [...l.offices],
  faculties: [...l.faculties],
  grades: [...l.grades],
  places: l.places,
})
