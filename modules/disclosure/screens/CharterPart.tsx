import { Button, Form, Input } from "antd"
import { type ReactNode, useState } from "react"
import { useSay } from "#kit/web/days.ts"
import { Go } from "#kit/web/nav.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { edit } from "../contract.ts"
import type { SectionOf } from "../shape.ts"
import type { Shown } from "./DisclosurePage.tsx"

interface CharterProps {
  readonly d: Shown
  readonly s: SectionOf<"charter">
  readonly editable: boolean
}

interface Fields {
  readonly name: string
  readonly adopted?: string
  readonly text: string
}

/** Section 二: the charter whole, from the charter room, or pasted here where that has no words yet. */
export function CharterPart({ d, s, editable }: CharterProps): ReactNode {
  const t = useWords("disclosure")
  const say = useSay()
  const [writing, setWriting] = useState(false)
  const saving = useDo(edit, { done: t("done.saved") })
  const byHand = d.own.supplement.charter
  const save = async ({ name, adopted, text }: Fields) => {
    const charter = { name, adopted: adopted || null, text }
    if (await saving.run({ id: d.id, version: d.version, supplement: { charter } })) setWriting(false)
  }
  return (
    <>
      {s.missing === null ? (
        <details>
          <summary>
            {t("charter.whole", { count: s.paragraphs.length })}
            {s.adopted ? `，${t("charter.adopted", { day: say.day(s.adopted) })}` : ""}
          </summary>
          {s.paragraphs.map((p, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs never change places
            <p key={i} className={`disclosure-${p.role}`}>
              {p.text}
            </p>
          ))}
        </details>
      ) : null}
      {editable && !writing ? (
        <p>
          <Go to={`/office/charter/${d.unionId}`}>{t("charter.room")}</Go>{" "}
          <Button size="small" onClick={() => setWriting(true)}>
            {t(byHand ? "charter.change" : "charter.paste")}
          </Button>
        </p>
      ) : null}
      {writing ? (
        <Form
          layout="vertical"
          onFinish={save}
          initialValues={{
            name: byHand?.name ?? s.name,
            adopted: byHand?.adopted ?? "",
            text: byHand?.text ?? "",
          }}
        >
          <Form.Item name="name" label={t("charter.name")} rules={[{ required: true, message: t("need") }]}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="adopted" label={t("charter.day")}>
            <Input type="date" />
          </Form.Item>
          <Form.Item
            name="text"
            label={t("charter.text")}
            extra={t("charter.text-more")}
            rules={[{ required: true, message: t("need") }]}
          >
            <Input.TextArea autoSize={{ minRows: 8, maxRows: 24 }} />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={saving.busy}>
            {t("save")}
          </Button>{" "}
          <Button onClick={() => setWriting(false)}>{t("cancel")}</Button>
        </Form>
      ) : null}
    </>
  )
}
