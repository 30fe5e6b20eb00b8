import { schoolYearOf } from "@qiaoliang/basics"
import { Button, Checkbox, Form, Input, Modal, Select } from "antd"
import { type ReactNode, useState } from "react"
import type { Out } from "#kit/web/call.ts"
import { useReturn } from "#kit/web/desk/focus.ts"
import { List } from "#kit/web/desk/List.tsx"
import { useFilter } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer, Problem } from "#kit/web/states.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { form, reword } from "../contract.ts"
import "./disclosure.css"

type Answered = Out<typeof form>
type Row = Answered["rows"][number]

/** The 自评表 of a year: which rows were read in published forms, which are remembered and may be put right. */
export default function YearForm(): ReactNode {
  const t = useWords("disclosure")
  const { university } = useViewer()
  const [{ year }, set] = useFilter()
  const now = schoolYearOf(university.today)
  const chosen = Number(year ?? now)
  return (
    <Page
      title={t("year.title")}
      lead={t("year.lead")}
      actions={
        <Select
          aria-label={t("new.year")}
          value={chosen}
          onChange={(y) => set({ year: `${y}` })}
          options={Array.from({ length: now - 2019 }, (_, i) => now - i).map((y) => ({
            value: y,
            label: `${y}—${y + 1}`,
          }))}
        />
      }
    >
      <Answer of={useAsk(form, { schoolYear: chosen })}>{(answer) => <Rows {...answer} />}</Answer>
    </Page>
  )
}

function Rows({ rows, source, carriedFrom, schoolYear, can }: Answered): ReactNode {
  const t = useWords("disclosure")
  const [changing, setChanging] = useState<Row>()
  return (
    <>
      <p className="muted">
        {t("year.source", { source })}
        {carriedFrom === null ? "" : t("form.carried", { year: `${carriedFrom}—${carriedFrom + 1}` })}
      </p>
      {(["school", "faculty"] as const).map((level) => (
        <section className="panel" key={level}>
          <h2>{t(`year.${level}`)}</h2>
          <List
            label={t(`year.${level}`)}
            rows={rows.filter((r) => r.level === level)}
            rowKey={(r) => r.no}
            columns={[
              {
                key: "no",
                title: t("year.no"),
                width: 80,
                show: (r) => `${r.mark === "core" ? "★" : r.mark ? "▲" : ""}${r.no}`,
              },
              { key: "text", title: t("form.row"), show: (r) => r.text },
              {
                key: "known",
                title: t("year.known"),
                width: 170,
                show: (r) => t(r.changed ? "year.changed" : r.confirmed ? "year.found" : "form.unconfirmed"),
              },
              ...(can["disclosure.reword"]
                ? [
                    {
                      key: "do",
                      title: t("form.do"),
                      width: 110,
                      show: (r: Row) =>
                        r.confirmed && !r.changed ? null : (
                          <Button size="small" onClick={() => setChanging(r)}>
                            {t("year.change")}
                          </Button>
                        ),
                    },
                  ]
                : []),
            ]}
          />
        </section>
      ))}
      {changing ? (
        <Reword row={changing} schoolYear={schoolYear} onClose={() => setChanging(undefined)} />
      ) : null}
    </>
  )
}

function Reword({
  row,
  schoolYear,
  onClose,
}: {
  row: Row
  schoolYear: number
  onClose: () => void
}): ReactNode {
  const t = useWords("disclosure")
  useReturn()
  const [fields] = Form.useForm<{ text: string; confirmed: boolean }>()
  const doing = useDo(reword, { done: t("done.saved"), quiet: true })
  const at = { schoolYear, level: row.level, no: row.no }
  const send = async (change: { text?: string; confirmed?: boolean; removed?: boolean } | null) => {
    if (await doing.run({ ...at, change })) onClose()
  }
  return (
    <Modal
      open
      mask={{ closable: false }}
      title={t("year.change-title", { no: row.no })}
      okText={t("save")}
      cancelText={t("cancel")}
      confirmLoading={doing.busy}
      onOk={() => fields.submit()}
      onCancel={onClose}
    >
      {doing.refused ? <Problem refusal={doing.refused} /> : null}
      <Form
        form={fields}
        layout="vertical"
        onFinish={send}
        initialValues={{ text: row.text, confirmed: row.confirmed }}
      >
        <Form.Item
          name="text"
          label={t("year.text")}
          rules={[{ required: true, min: 4, message: t("need") }]}
        >
          <Input.TextArea maxLength={500} autoSize={{ minRows: 3 }} />
        </Form.Item>
        <Form.Item name="confirmed" valuePropName="checked">
          <Checkbox>{t("year.vouch")}</Checkbox>
        </Form.Item>
        <Button onClick={() => void send({ removed: true })}>{t("year.remove")}</Button>{" "}
        {row.changed ? <Button onClick={() => void send(null)}>{t("year.reset")}</Button> : null}
      </Form>
    </Modal>
  )
}
