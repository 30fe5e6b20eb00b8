import { Button, Form, Input, Radio } from "antd"
import { type ReactNode, useState } from "react"
import { List } from "#kit/web/desk/List.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { edit } from "../contract.ts"
import type { SectionOf } from "../shape.ts"
import type { Shown } from "./DisclosurePage.tsx"

interface ResponsibleProps {
  readonly d: Shown
  readonly s: SectionOf<"responsible">
  readonly editable: boolean
}

type Line = SectionOf<"responsible">["rows"][number]

/** Section 十: from the offices on record; corrected here where the record does not say. */
export function ResponsibleForm({ d, s, editable }: ResponsibleProps): ReactNode {
  const t = useWords("disclosure")
  const [writing, setWriting] = useState(false)
  const full = (v: boolean | null) => t(v === null ? "responsible.unsaid" : v ? "yes" : "no")
  return (
    <>
      <List
        label={s.heading}
        rows={s.rows}
        rowKey={(r) => `${r.role}${r.name}`}
        columns={[
          { key: "role", title: t("responsible.role"), show: (r) => r.role },
          { key: "name", title: t("responsible.name"), show: (r) => r.name || "—" },
          { key: "full", title: t("responsible.full"), show: (r) => full(r.fullTime) },
          { key: "remark", title: t("responsible.remark"), show: (r) => r.remark },
        ]}
      />
      {editable && !writing ? (
        <Button onClick={() => setWriting(true)}>{t("responsible.fill")}</Button>
      ) : null}
      {writing ? <Fill d={d} rows={s.rows} onClose={() => setWriting(false)} /> : null}
    </>
  )
}

function Fill({ d, rows, onClose }: { d: Shown; rows: readonly Line[]; onClose: () => void }): ReactNode {
  const t = useWords("disclosure")
  const saving = useDo(edit, { done: t("done.saved") })
  const save = async ({ lines }: { lines: Line[] }) => {
    const responsible = lines
      .map((l, i) => ({ ...rows[i]!, ...l }))
      .filter((l) => l.name.trim())
      .map(({ role, name, fullTime, remark }) => ({ role, name, fullTime, ...(remark ? { remark } : {}) }))
    if (await saving.run({ id: d.id, version: d.version, supplement: { responsible } })) onClose()
  }
  return (
    <Form layout="vertical" onFinish={save} initialValues={{ lines: rows }}>
      {rows.map((row, i) => (
        <fieldset key={`${row.role}${row.name}`} className="disclosure-fields">
          <legend>{row.role}</legend>
          <Form.Item name={["lines", i, "name"]} label={t("responsible.name")}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name={["lines", i, "fullTime"]} label={t("responsible.full")}>
            <Radio.Group>
              <Radio value={true}>{t("yes")}</Radio>
              <Radio value={false}>{t("no")}</Radio>
            </Radio.Group>
          </Form.Item>
          <Form.Item name={["lines", i, "remark"]} label={t("responsible.remark")}>
            <Input maxLength={200} />
          </Form.Item>
        </fieldset>
      ))}
      <Button type="primary" htmlType="submit" loading={saving.busy}>
        {t("save")}
      </Button>{" "}
      <Button onClick={onClose}>{t("cancel")}</Button>
    </Form>
  )
}
