import { Button, Form, Input, Modal, Radio, Select } from "antd"
import type { ReactNode } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import type { In } from "#kit/web/call.ts"
import { useReturn } from "#kit/web/desk/focus.ts"
import { Problem } from "#kit/web/states.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { move } from "../contract.ts"
import { Asked } from "./Asked.tsx"
import type { CourseSeen } from "./CoursePanel.tsx"
import type { DeedKind, OfferSeen } from "./Deeds.tsx"

interface DeedFormProps {
  readonly course: CourseSeen
  readonly kind: DeedKind
  /** Of that kind: several where several posts are held for the step. */
  readonly offers: readonly OfferSeen[]
  readonly onClose: () => void
  readonly onMoved?: () => void
}

interface Fields {
  office?: string
  to?: string
  objection?: number
  because?: string
  says?: Record<string, string>
}

type Move = In<typeof move>["move"]

/** The dialog of one deed: in which post, the words asked for, what follows from it. */
export function DeedForm({ course, kind, offers, onClose, onMoved }: DeedFormProps): ReactNode {
  const t = useWords("courses")
  useReturn()
  const { run, busy, refused } = useDo(move, { quiet: true, done: t(`deed.${kind}-done`) })
  const first = offers[0]!
  const submit = async (fields: Fields) => {
    const offer = offers.find((o) => o.office === fields.office) ?? first
    if (!(await run({ id: course.id, move: moveOf(kind, offer, fields, course.version) }))) return
    onClose()
    onMoved?.()
  }
  const harsh = kind === "refuse" || kind === "withdraw"
  const title = kind === "pass" ? t("deed.pass-title", { label: first.label }) : t(`deed.${kind}-title`)
  return (
    <Modal
      open
      mask={{ closable: false }}
      title={
        <>
          {title} <ClauseLabel clause={first.clause} />
        </>
      }
      onCancel={onClose}
      footer={null}
      destroyOnHidden
      width={560}
    >
      <p className={harsh ? "course-harsh" : "muted"}>{t(`deed.${kind}-lead`)}</p>
      {refused ? <Problem refusal={refused} /> : null}
      <Form<Fields>
        layout="vertical"
        requiredMark={false}
        onFinish={submit}
        className="course-form"
        initialValues={{
          office: first.office,
          to: first.to?.at(-1)?.id,
          objection: first.objections?.[0],
        }}
      >
        <Capacity kind={kind} offers={offers} />
        {kind === "return" ? (
          <Form.Item
            name="to"
            label={t("deed.to")}
            rules={[{ required: true, message: t("deed.to-needed") }]}
          >
            <Select options={(first.to ?? []).map((s) => ({ value: s.id, label: s.label }))} />
          </Form.Item>
        ) : null}
        {kind === "settle" ? <Which course={course} offered={first.objections ?? []} /> : null}
        {kind === "pass" ? <Asked asks={first.asks ?? []} /> : <Because kind={kind} />}
        <div className="course-row">
          <Button type="primary" danger={harsh} htmlType="submit" loading={busy}>
            {t(harsh ? `deed.${kind}-go` : first.office === "applicant" ? "deed.submit" : `deed.${kind}`)}
          </Button>
          <Button onClick={onClose}>{t("deed.cancel")}</Button>
        </div>
      </Form>
    </Modal>
  )
}

/** Named where there is one post, chosen where there are several. */
function Capacity({ kind, offers }: Pick<DeedFormProps, "kind" | "offers">): ReactNode {
  const t = useWords("courses")
  if (offers.length < 2 || kind !== "pass")
    return offers[0]?.capacity ? <p lang="zh-CN">{t("deed.as", { capacity: offers[0].capacity })}</p> : null
  return (
    <Form.Item name="office" label={t("deed.as-which")}>
      <Radio.Group
        className="course-choices"
        options={offers.map((o) => ({ value: o.office ?? "", label: o.capacity ?? t("deed.self") }))}
      />
    </Form.Item>
  )
}

function Which({ course, offered }: { course: CourseSeen; offered: readonly number[] }): ReactNode {
  const t = useWords("courses")
  return (
    <Form.Item name="objection" label={t("deed.which")}>
      <Radio.Group
        className="course-choices"
        options={course.objections
          .filter((o) => offered.includes(o.id))
          .map((o) => ({ value: o.id, label: o.because }))}
      />
    </Form.Item>
  )
}

function Because({ kind }: { kind: DeedKind }): ReactNode {
  const t = useWords("courses")
  const free = kind === "withdraw"
  return (
    <Form.Item
      name="because"
      label={t(free ? "deed.withdraw-because" : kind === "settle" ? "deed.answer" : "deed.because")}
      rules={free ? [] : [{ required: true, whitespace: true, min: 2, message: t("deed.because-needed") }]}
    >
      <Input.TextArea rows={3} maxLength={2000} autoFocus />
    </Form.Item>
  )
}

function moveOf(kind: DeedKind, offer: OfferSeen, fields: Fields, version: string): Move {
  const step = offer.step ?? ""
  const because = fields.because ?? ""
  switch (kind) {
    case "pass":
      return { kind, step, office: offer.office ?? "", version, says: fields.says ?? {} }
    case "return":
      return { kind, step, to: fields.to ?? "", because }
    case "refuse":
      return { kind, step, because }
    case "settle":
      return { kind, objection: fields.objection ?? 0, because }
    case "object":
    case "withdraw":
      return { kind, because }
  }
}
