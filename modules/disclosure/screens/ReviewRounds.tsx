import { DeleteOutlined, PlusOutlined } from "@ant-design/icons"
import { Button, Form, Input, InputNumber } from "antd"
import { type ReactNode, useState } from "react"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { edit } from "../contract.ts"
import type { SectionOf } from "../shape.ts"
import type { Shown } from "./DisclosurePage.tsx"

interface RoundsProps {
  readonly d: Shown
  readonly s: SectionOf<"method">
  readonly editable: boolean
}

interface Round {
  readonly name: string
  readonly held: string
  readonly owed: number
  readonly reported: number
  readonly panel?: number | null
}

/** Section 九, second half: the rounds of reports and reviews that were held. */
export function ReviewRounds({ d, s, editable }: RoundsProps): ReactNode {
  const t = useWords("disclosure")
  const [writing, setWriting] = useState(false)
  const saving = useDo(edit, { done: t("done.saved") })
  const save = async ({ rounds }: { rounds: Round[] }) => {
    const reviews = rounds.map(({ panel, ...r }) => ({
      ...r,
      ...(typeof panel === "number" ? { panel } : {}),
    }))
    if (await saving.run({ id: d.id, version: d.version, supplement: { reviews } })) setWriting(false)
  }
  const required = [{ required: true, message: t("need") }]
  return (
    <>
      <ul>
        {s.rounds.map((r) => (
          <li key={`${r.name}${r.held}`}>
            {t("review.line", { name: r.name, held: r.held, owed: r.owed, reported: r.reported })}
          </li>
        ))}
      </ul>
      {editable && !writing ? <Button onClick={() => setWriting(true)}>{t("review.fill")}</Button> : null}
      {writing ? (
        <Form layout="vertical" onFinish={save} initialValues={{ rounds: d.own.supplement.reviews ?? [{}] }}>
          <Form.List name="rounds">
            {(fields, { add, remove }) => (
              <>
                {fields.map(({ key, name }) => (
                  <fieldset key={key} className="disclosure-fields">
                    <legend>{t("review.round", { n: name + 1 })}</legend>
                    <Form.Item name={[name, "name"]} label={t("review.name")} rules={required}>
                      <Input maxLength={200} />
                    </Form.Item>
                    <Form.Item name={[name, "held"]} label={t("review.held")} rules={required}>
                      <Input type="date" />
                    </Form.Item>
                    <Form.Item name={[name, "owed"]} label={t("review.owed")} rules={required}>
                      <InputNumber min={0} precision={0} />
                    </Form.Item>
                    <Form.Item name={[name, "reported"]} label={t("review.reported")} rules={required}>
                      <InputNumber min={0} precision={0} />
                    </Form.Item>
                    <Form.Item name={[name, "panel"]} label={t("review.panel")}>
                      <InputNumber min={0} precision={0} />
                    </Form.Item>
                    <Button icon={<DeleteOutlined />} onClick={() => remove(name)}>
                      {t("remove")}
                    </Button>
                  </fieldset>
                ))}
                <Button icon={<PlusOutlined />} onClick={() => add({})}>
                  {t("review.add")}
                </Button>{" "}
                <Button type="primary" htmlType="submit" loading={saving.busy}>
                  {t("save")}
                </Button>{" "}
                <Button onClick={() => setWriting(false)}>{t("cancel")}</Button>
              </>
            )}
          </Form.List>
        </Form>
      ) : null}
    </>
  )
}
