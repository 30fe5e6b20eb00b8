import { Button, Form, Input, InputNumber, Select } from "antd"
import type { ReactNode } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import type { In } from "#kit/web/call.ts"
import { Asking } from "#kit/web/desk/Asking.tsx"
import DayPicker from "#kit/web/desk/DayPicker.tsx"
import { useDo } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { settle } from "../contract.ts"
import type { Listed } from "./Queue.tsx"

type Fields = Omit<In<typeof settle>, "assembly">
const fields = ["学业发展", "身心健康", "社会融入", "权益维护"] as const

/** When proposals are taken, how many join a joint one, how soon they are answered, in what categories. */
export function RulesForm({ of, onClose }: { of: Listed; onClose: () => void }): ReactNode {
  const t = useWords("proposals")
  const { run, busy, refused } = useDo(settle, { quiet: true, done: t("rules.done") })
  const { today } = useViewer().university
  const known = of.rules ?? of.usual
  const needed = [{ required: true, message: t("rules.needed") }]
  return (
    <Asking<Fields>
      wide
      title={t("rules.title")}
      lead={t("rules.lead")}
      refused={refused}
      busy={busy}
      go={t("rules.go")}
      start={{ opensOn: today, closesOn: today, ...known, categories: [...known.categories] }}
      onClose={onClose}
      onGo={async (wanted) => {
        if (await run({ assembly: of.assembly.id, ...wanted })) onClose()
      }}
    >
      <div className="desk-pair">
        <Form.Item name="opensOn" label={t("rules.opens")} rules={needed}>
          <DayPicker />
        </Form.Item>
        <Form.Item name="closesOn" label={t("rules.closes")} rules={needed}>
          <DayPicker />
        </Form.Item>
      </div>
      <div className="desk-pair">
        <Form.Item name="jointLeast" label={t("rules.joint")} rules={needed}>
          <InputNumber min={2} max={50} />
        </Form.Item>
        <Form.Item name="answerDays" label={t("rules.days")} rules={needed}>
          <InputNumber min={1} max={200} />
        </Form.Item>
      </div>
      <p className="rules-categories">
        {t("rules.categories")} <ClauseLabel clause="1.3" />
      </p>
      <Form.List name="categories">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <div key={key} className="rules-category">
                <Form.Item
                  name={[name, "name"]}
                  rules={[{ required: true, min: 2, message: t("rules.name-needed") }]}
                >
                  <Input maxLength={20} aria-label={t("rules.name")} />
                </Form.Item>
                <Form.Item name={[name, "field"]} rules={needed}>
                  <Select
                    aria-label={t("rules.field")}
                    options={fields.map((value) => ({ value, label: value }))}
                  />
                </Form.Item>
                <Button type="text" disabled={rows.length === 1} onClick={() => remove(name)}>
                  {t("rules.remove")}
                </Button>
              </div>
            ))}
            <Button onClick={() => add({ name: "", field: fields[3] })}>{t("rules.add")}</Button>
          </>
        )}
      </Form.List>
    </Asking>
  )
}
