import { DeleteOutlined, PlusOutlined } from "@ant-design/icons"
import { AutoComplete, Button, Form, Input, InputNumber } from "antd"
import type { ReactNode } from "react"
import { Asking } from "#kit/web/desk/Asking.tsx"
import DayPicker from "#kit/web/desk/DayPicker.tsx"
import type { Kept } from "#kit/web/desk/keeping.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { unionsList } from "#modules/unions/contract.ts"
import { archive } from "../contract.ts"
import { Files } from "./Files.tsx"
import type { Request } from "./RequestPage.tsx"
import "./form.css"

interface Filled {
  heldOn: string
  text: string
  participants: number
  reach?: { faculty: string; grade: number; count: number }[]
  files?: readonly Kept[]
}

/** The summary of an activity, with its reach by faculty and year of entry. */
export function SummaryForm({ request: r, onClose }: { request: Request; onClose: () => void }): ReactNode {
  const t = useWords("approvals")
  const { university } = useViewer()
  const { run, busy, refused } = useDo(archive, { quiet: true, done: t("summary.done") })
  const needed = { required: true, message: t("form.needed") }
  const s = r.summary
  return (
    <Asking<Filled>
      wide
      title={t("summary.write")}
      lead={t("summary.lead")}
      refused={refused}
      busy={busy}
      go={t("summary.go")}
      start={
        s
          ? {
              heldOn: s.heldOn,
              text: s.text,
              participants: s.participants,
              reach: [...s.reach],
              files: s.files,
            }
          : { heldOn: r.on }
      }
      onClose={onClose}
      onGo={async ({ files, reach, ...filled }) => {
        const ids = (files ?? []).map((f) => f.id)
        if (await run({ id: r.id, ...filled, reach: reach ?? [], files: ids })) onClose()
      }}
    >
      <div className="desk-pair">
        <Form.Item name="heldOn" label={t("summary.held-on")} rules={[needed]}>
          <DayPicker min={r.on} max={university.today} />
        </Form.Item>
        <Form.Item name="participants" label={t("summary.participants")} rules={[needed]}>
          <InputNumber min={0} max={200_000} precision={0} inputMode="numeric" />
        </Form.Item>
      </div>
      <Form.Item
        name="text"
        label={t("summary.text")}
        rules={[needed, { min: 10, message: t("form.longer", { min: 10 }) }]}
      >
        <Input.TextArea rows={5} maxLength={8000} showCount />
      </Form.Item>
      <ReachInput />
      <Form.Item name="files" label={t("summary.files")}>
        <Files />
      </Form.Item>
    </Asking>
  )
}

function ReachInput(): ReactNode {
  const t = useWords("approvals")
  const { university } = useViewer()
  const unions = useAsk(unionsList, {})
  const year = Number(university.today.slice(0, 4))
  const faculties = [...new Set((unions.data?.items ?? []).flatMap((u) => u.faculty ?? []))]
  const needed = [{ required: true, message: t("form.needed") }]
  return (
    <fieldset className="approvals-lines">
      <legend>{t("summary.reach")}</legend>
      <Form.List name="reach">
        {(lines, { add, remove }) => (
          <>
            {lines.map((line, i) => (
              <div key={line.key} className="approvals-line">
                <Form.Item
                  className="approvals-cell-wide"
                  name={[line.name, "faculty"]}
                  label={t("summary.faculty")}
                  rules={needed}
                >
                  <AutoComplete options={faculties.map((value) => ({ value }))} maxLength={60} />
                </Form.Item>
                <Form.Item name={[line.name, "grade"]} label={t("summary.grade")} rules={needed}>
                  <InputNumber min={2000} max={year} precision={0} inputMode="numeric" />
                </Form.Item>
                <Form.Item name={[line.name, "count"]} label={t("summary.count")} rules={needed}>
                  <InputNumber min={1} precision={0} inputMode="numeric" />
                </Form.Item>
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={t("lines.remove", { line: i + 1 })}
                  onClick={() => remove(line.name)}
                />
              </div>
            ))}
            <Button icon={<PlusOutlined />} onClick={() => add({ grade: year })}>
              {t("summary.add")}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  )
}
