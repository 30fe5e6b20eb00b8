import { Button, Checkbox, Form, Input, Radio, Select } from "antd"
import { type ReactNode, useEffect } from "react"
import type { In, Out, Refusal } from "#kit/web/call.ts"
import DayPicker from "#kit/web/desk/DayPicker.tsx"
import type { Kept } from "#kit/web/desk/keeping.tsx"
import { Moment } from "#kit/web/desk/Moment.tsx"
import { Papers } from "#kit/web/desk/Papers.tsx"
import { Problem } from "#kit/web/states.tsx"
import { useWords } from "#kit/web/words.ts"
import type { form as asked, one, save } from "../contract.ts"
import { kinds } from "../kinds.ts"
import { levels } from "../targets.ts"
import "./notices.css"

type Offered = Out<typeof asked>
type Content = Out<typeof one>["content"]

interface Fields {
  from: string
  kind: (typeof kinds)[number]
  title: string
  text: string
  files?: readonly Kept[]
  whom: "everybody" | "some"
  faculties?: string[]
  classes?: string[]
  grades?: number[]
  groups?: string[]
  level: (typeof levels)[number]
  open: boolean
  passDown: boolean
  confirm: boolean
  dueOn?: string
  publishAt?: string
}

interface NoticeFormProps {
  readonly offered: Offered
  /** The draft to change, with who speaks in it. */
  readonly draft?: { readonly from: string; readonly content: Content }
  readonly busy: boolean
  readonly refused: Refusal | undefined
  /** Kept as a draft, or handed in at once. */
  readonly onGo: (written: Omit<In<typeof save>, "id">, handIn: boolean) => unknown
  readonly onCancel: () => void
}

const nameOf = (s: { office: string; place: string }) => `${s.office}/${s.place}`

/** What a notice says, to whom, and what is asked of those who receive it. */
export function NoticeForm({ offered, draft, busy, refused, onGo, onCancel }: NoticeFormProps): ReactNode {
  const t = useWords("notices")
  const [form] = Form.useForm<Fields>()
  const start = draft ? startOf(draft) : freshOf(offered)
  const from = Form.useWatch("from", form) ?? start.from
  const whom = Form.useWatch("whom", form) ?? start.whom
  const kind = Form.useWatch("kind", form) ?? start.kind
  const passDown = Form.useWatch("passDown", form) ?? start.passDown
  const confirm = Form.useWatch("confirm", form) ?? start.confirm
  const sender = offered.senders.find((s) => nameOf(s) === from) ?? offered.senders[0]
  const must = [{ required: true, message: t("form.needed") }]
  useEffect(() => {
    if (refused) document.querySelector(".notice-form .problem")?.scrollIntoView({ block: "center" })
  }, [refused])
  const go = async (handIn: boolean) => {
    const fields = await form.validateFields().catch(() => undefined)
    if (fields && sender) onGo(writtenOf({ ...start, ...form.getFieldsValue(true), ...fields }), handIn)
  }
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      requiredMark={false}
      scrollToFirstError={{ block: "center" }}
      className="notice-form panel"
      initialValues={start}
    >
      {refused ? <Problem refusal={refused} /> : null}
      <div className="notice-pair">
        <Form.Item name="from" label={t("field.sender")} rules={must}>
          <Select
            disabled={draft !== undefined}
            options={offered.senders.map((s) => ({ value: nameOf(s), label: s.name }))}
            onChange={(to) => {
              const next = offered.senders.find((s) => nameOf(s) === to)
              if (next) form.setFieldsValue(reachOf(next))
            }}
          />
        </Form.Item>
        <Form.Item name="kind" label={t("field.kind")} rules={must}>
          <Select
            options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
            onChange={(to) => to === "voice" && form.setFieldValue("passDown", true)}
          />
        </Form.Item>
      </div>
      <Form.Item name="title" label={t("field.title")} rules={must}>
        <Input maxLength={80} autoComplete="off" />
      </Form.Item>
      <Form.Item name="text" label={t("field.text")} extra={t("form.text-more")} rules={must}>
        <Input.TextArea autoSize={{ minRows: 8, maxRows: 30 }} maxLength={20_000} />
      </Form.Item>
      <Form.Item name="files" label={t("field.files")} extra={t("form.files-more")}>
        <Sent />
      </Form.Item>
      <fieldset className="notice-part">
        <legend>{t("form.whom")}</legend>
        <Form.Item name="whom" label={t("form.students")}>
          <Radio.Group
            options={[
              ...(sender?.faculty ? [] : [{ value: "everybody", label: t("form.everybody") }]),
              { value: "some", label: t("form.some") },
            ]}
          />
        </Form.Item>
        {whom === "some" ? (
          <div className="notice-pair">
            <Form.Item name="faculties" label={t("field.faculties")}>
              <Select
                mode="multiple"
                maxTagCount="responsive"
                options={(sender?.faculty ? [sender.faculty] : offered.faculties).map((value) => ({ value }))}
              />
            </Form.Item>
            <Form.Item name="classes" label={t("field.classes")}>
              <Select
                mode="multiple"
                maxTagCount="responsive"
                showSearch={{ optionFilterProp: "label" }}
                options={offered.classes
                  .filter((c) => !sender?.faculty || c.startsWith(`${sender.faculty}/`))
                  .map((value) => ({ value, label: value.replace("/", " ") }))}
              />
            </Form.Item>
          </div>
        ) : null}
        <div className="notice-pair">
          <Form.Item name="grades" label={t("field.grades")} extra={t("form.grades-more")}>
            <Select
              mode="multiple"
              options={offered.grades.map((value) => ({ value, label: t("form.grade", { grade: value }) }))}
            />
          </Form.Item>
          <Form.Item name="level" label={t("field.level")}>
            <Select options={levels.map((value) => ({ value, label: t(`level.${value}`) }))} />
          </Form.Item>
        </div>
        <Form.Item name="groups" label={t("field.groups")} extra={t("form.groups-more")}>
          <Select
            mode="multiple"
            maxTagCount="responsive"
            showSearch={{ optionFilterProp: "label" }}
            options={(sender?.groups ?? []).map((g) => ({ value: g.key, label: g.name }))}
          />
        </Form.Item>
        <Form.Item name="open" valuePropName="checked" extra={t("form.open-more")}>
          <Checkbox>{t("form.open")}</Checkbox>
        </Form.Item>
      </fieldset>
      <fieldset className="notice-part">
        <legend>{t("form.asked")}</legend>
        <Form.Item
          name="passDown"
          valuePropName="checked"
          extra={t(kind === "voice" ? "form.pass-voice" : "form.pass-more")}
        >
          <Checkbox>{t("form.pass")}</Checkbox>
        </Form.Item>
        <Form.Item name="confirm" valuePropName="checked" extra={t("form.confirm-more")}>
          <Checkbox>{t("form.confirm")}</Checkbox>
        </Form.Item>
        <div className="notice-pair">
          <Form.Item
            name="dueOn"
            label={t("field.due")}
            extra={t("form.due-more")}
            hidden={!passDown && !confirm}
            rules={passDown || confirm ? must : []}
          >
            <DayPicker />
          </Form.Item>
          <Form.Item
            name="publishAt"
            label={t("field.publish-at")}
            extra={t("form.publish-more", { days: offered.lead })}
          >
            <Moment placeholder={t("form.at-once")} />
          </Form.Item>
        </div>
      </fieldset>
      <p className="muted notice-review">
        {t("form.review", { steps: sender?.review.join(t("form.then")) ?? "" })}
      </p>
      <div className="notice-go">
        <Button type="primary" loading={busy} onClick={() => void go(true)}>
          {t("form.submit")}
        </Button>
        <Button loading={busy} onClick={() => void go(false)}>
          {t("form.save")}
        </Button>
        <Button type="text" onClick={onCancel}>
          {t("form.cancel")}
        </Button>
      </div>
    </Form>
  )
}

interface SentProps {
  readonly value?: readonly Kept[]
  readonly onChange?: (files: readonly Kept[]) => void
}

/** Attachments, each kept on the server as soon as it is chosen. */
export function Sent({ value = [], onChange }: SentProps): ReactNode {
  return <Papers to="/api/notices/files" papers={value} onChange={(files) => onChange?.(files)} />
}

/** To whom a sender usually speaks. */
const reachOf = (s: Offered["senders"][number]) => ({
  whom: s.faculty ? ("some" as const) : ("everybody" as const),
  faculties: s.faculty ? [s.faculty] : [],
  classes: [],
  groups: [],
  level: s.level,
})

function freshOf(offered: Offered): Fields {
  const [first] = offered.senders
  return {
    from: first ? nameOf(first) : "",
    kind: "work",
    title: "",
    text: "",
    files: [],
    ...(first ? reachOf(first) : { whom: "everybody", level: "all" }),
    open: true,
    passDown: true,
    confirm: false,
    dueOn: offered.dueOn,
  }
}

const startOf = ({ from, content: c }: { from: string; content: Content }): Fields => ({
  from,
  kind: c.kind,
  title: c.title,
  text: c.text,
  files: c.files,
  whom: c.targets.everybody ? "everybody" : "some",
  faculties: [...c.targets.faculties],
  classes: [...c.targets.classes],
  grades: [...c.targets.grades],
  groups: [...c.targets.groups],
  level: c.targets.level,
  open: c.open,
  passDown: c.passDown,
  confirm: c.confirm,
  ...(c.dueOn ? { dueOn: c.dueOn } : {}),
  ...(c.publishAt ? { publishAt: c.publishAt } : {}),
})

function writtenOf(f: Fields): Omit<In<typeof save>, "id"> {
  const [office = "", ...place] = f.from.split("/")
  const some = f.whom === "some"
  return {
    from: { office, place: place.join("/") },
    kind: f.kind,
    title: f.title,
    text: f.text,
    files: (f.files ?? []).map((k) => k.id),
    open: f.open,
    targets: {
      everybody: !some,
      faculties: some ? (f.faculties ?? []) : [],
      classes: some ? (f.classes ?? []) : [],
      grades: f.grades ?? [],
      groups: f.groups ?? [],
      level: f.level,
    },
    confirm: f.confirm,
    passDown: f.passDown,
    dueOn: f.passDown || f.confirm ? (f.dueOn ?? null) : null,
    publishAt: f.publishAt ?? null,
  }
}
