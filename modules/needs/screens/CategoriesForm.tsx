import { ArrowDownOutlined, ArrowUpOutlined } from "@ant-design/icons"
import { Button, Checkbox, Form, Input, InputNumber, Select } from "antd"
import type { ReactNode } from "react"
import type { In, Out } from "#kit/web/call.ts"
import { Asking } from "#kit/web/desk/Asking.tsx"
import { useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { type categories, setCategories } from "../contract.ts"

type Fields = In<typeof setCategories>

interface CategoriesFormProps {
  readonly of: Out<typeof categories>
  readonly onClose: () => void
}

const clocks = ["acknowledge", "answer", "solve"] as const

/** Names, fields, clocks and order; one that is not wanted any more is closed, never taken away. */
export function CategoriesForm({ of, onClose }: CategoriesFormProps): ReactNode {
  const t = useWords("needs")
  const { run, busy, refused } = useDo(setCategories, { quiet: true, done: t("categories.done") })
  const needed = [{ required: true, message: t("needed") }]
  const start: Fields = {
    items: of.items.map(({ id, name, field, clock, open }) => ({
      id,
      name,
      field,
      clock: { ...clock },
      open,
    })),
  }
  return (
    <Asking<Fields>
      wide
      title={t("categories.change")}
      lead={t("categories.change-lead")}
      refused={refused}
      busy={busy}
      go={t("save")}
      start={start}
      onClose={onClose}
      onGo={async ({ items }) => {
        if (await run({ items: items.map((c) => ({ ...c, open: c.open ?? true })) })) onClose()
      }}
    >
      <Form.List name="items">
        {(rows, { add, remove, move }) => (
          <>
            {rows.map(({ key, name }, i) => (
              <fieldset key={key} className="needs-row">
                <Form.Item name={[name, "id"]} hidden>
                  <Input />
                </Form.Item>
                <Form.Item name={[name, "name"]} label={t("categories.name")} rules={needed}>
                  <Input maxLength={20} />
                </Form.Item>
                <Form.Item name={[name, "field"]} label={t("categories.field")} rules={needed}>
                  <Select options={of.fields.map((value) => ({ value, label: value }))} />
                </Form.Item>
                {clocks.map((clock) => (
                  <Form.Item
                    key={clock}
                    name={[name, "clock", clock]}
                    label={t(`categories.${clock}-short`)}
                    rules={needed}
                  >
                    <InputNumber min={1} max={200} />
                  </Form.Item>
                ))}
                <div className="needs-row-tools">
                  <Form.Item name={[name, "open"]} valuePropName="checked" noStyle>
                    <Checkbox>{t("categories.open")}</Checkbox>
                  </Form.Item>
                  <Button
                    type="text"
                    icon={<ArrowUpOutlined />}
                    aria-label={t("categories.up")}
                    disabled={i === 0}
                    onClick={() => move(i, i - 1)}
                  />
                  <Button
                    type="text"
                    icon={<ArrowDownOutlined />}
                    aria-label={t("categories.down")}
                    disabled={i === rows.length - 1}
                    onClick={() => move(i, i + 1)}
                  />
                  {i >= of.items.length ? (
                    <Button type="text" onClick={() => remove(name)}>
                      {t("remove")}
                    </Button>
                  ) : null}
                </div>
              </fieldset>
            ))}
            <Button
              onClick={() =>
                add({ field: of.fields[3], clock: { acknowledge: 1, answer: 3, solve: 10 }, open: true })
              }
            >
              {t("categories.add")}
            </Button>
          </>
        )}
      </Form.List>
    </Asking>
  )
}
