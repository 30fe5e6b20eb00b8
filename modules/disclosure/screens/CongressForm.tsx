import { Button, Form, Input, InputNumber } from "antd"
import { type ReactNode, useState } from "react"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { edit } from "../contract.ts"
import type { SectionOf } from "../shape.ts"
import type { Shown } from "./DisclosurePage.tsx"
import { TextPart } from "./TextPart.tsx"

interface CongressProps {
  readonly d: Shown
  readonly s: SectionOf<"congress">
  readonly editable: boolean
}

interface Fields {
  readonly name: string
  readonly held: string
  readonly venue?: string
  readonly delegates?: number | null
  readonly present?: number | null
  readonly agenda?: string
  readonly link?: string
}

/** Section 五: when and where the congress met, how many, what about, and where it was reported. */
export function CongressForm({ d, s, editable }: CongressProps): ReactNode {
  const t = useWords("disclosure")
  const [writing, setWriting] = useState(false)
  return (
    <>
      {s.lines.length ? (
        <dl className="facts">
          {s.lines.map((l) => (
            <div key={l.label} className="disclosure-fact">
              <dt>{l.label}</dt>
              <dd>{l.href ? <a href={l.href}>{l.value}</a> : l.value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {s.agenda.length ? (
        <ol>
          {s.agenda.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ol>
      ) : null}
      {editable && !writing ? <Button onClick={() => setWriting(true)}>{t("congress.fill")}</Button> : null}
      {writing ? <Fill d={d} onClose={() => setWriting(false)} /> : null}
      <TextPart d={d} id="congress" text={s.text} suggested={false} editable={editable} />
    </>
  )
}

function Fill({ d, onClose }: { d: Shown; onClose: () => void }): ReactNode {
  const t = useWords("disclosure")
  const saving = useDo(edit, { done: t("done.saved") })
  const now = d.own.supplement.congress
  const save = async ({ name, held, venue, delegates, present, agenda, link }: Fields) => {
    const congress = {
      name,
      held,
      ...(venue ? { venue } : {}),
      ...(typeof delegates === "number" ? { delegates } : {}),
      ...(typeof present === "number" ? { present } : {}),
      agenda: (agenda ?? "").split("\n").flatMap((line) => line.trim() || []),
      ...(link ? { link } : {}),
    }
    if (await saving.run({ id: d.id, version: d.version, supplement: { congress } })) onClose()
  }
  const required = [{ required: true, message: t("need") }]
  return (
    <Form
      layout="vertical"
      className="disclosure-fields"
      onFinish={save}
      initialValues={{ ...now, agenda: now?.agenda.join("\n") ?? "" }}
    >
      <Form.Item name="name" label={t("congress.name")} rules={required}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="held" label={t("congress.held")} rules={required}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="venue" label={t("congress.venue")}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="delegates" label={t("congress.delegates")}>
        <InputNumber min={0} precision={0} />
      </Form.Item>
      <Form.Item name="present" label={t("congress.present")}>
        <InputNumber min={0} precision={0} />
      </Form.Item>
      <Form.Item name="agenda" label={t("congress.agenda")} extra={t("congress.agenda-more")}>
        <Input.TextArea autoSize={{ minRows: 3 }} />
      </Form.Item>
      <Form.Item
        name="link"
        label={t("congress.link")}
        rules={[{ type: "url", message: t("congress.link-wrong") }]}
      >
        <Input maxLength={500} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={saving.busy}>
        {t("save")}
      </Button>{" "}
      <Button onClick={onClose}>{t("cancel")}</Button>
    </Form>
  )
}
