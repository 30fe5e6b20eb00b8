import { DeleteOutlined, PlusOutlined } from "@ant-design/icons"
import { Button, Form, Input, InputNumber, Radio, Select } from "antd"
import type { ReactNode } from "react"
import DayPicker from "#kit/web/desk/DayPicker.tsx"
import { Moment } from "#kit/web/desk/Moment.tsx"
import { useWords } from "#kit/web/words.ts"
import type { Field, Lines, Plain } from "../field.ts"
import { Money } from "./Money.tsx"

/** One field of a declaration as a form item, or a table of lines. */
export function FieldInput({ field }: { field: Field }): ReactNode {
  const rules = useRules(field)
  if (field.type === "lines") return <LinesInput field={field} />
  const wide = field.type === "text" && field.long
  return (
    <Form.Item
      className={wide ? "approvals-wide" : ""}
      name={["fields", field.key]}
      label={<span lang="zh-CN">{field.label}</span>}
      rules={rules}
      {...(field.hint ? { extra: field.hint } : {})}
    >
      <PlainInput field={field} />
    </Form.Item>
  )
}

/** The control alone; antd hands it the value. */
function PlainInput({ field, label, ...given }: { field: Plain; label?: string }): ReactNode {
  const t = useWords("approvals")
  const named = label ? { "aria-label": label } : {}
  switch (field.type) {
    case "text":
      return field.long ? (
        <Input.TextArea rows={4} maxLength={field.max} showCount {...named} {...given} />
      ) : (
        <Input maxLength={field.max} autoComplete="off" {...named} {...given} />
      )
    case "moment":
      return <Moment {...given} placeholder={t("form.moment")} />
    case "day":
      return <DayPicker {...given} />
    case "count":
      return (
        <InputNumber
          min={1}
          max={field.max}
          precision={0}
          inputMode="numeric"
          {...(field.unit ? { suffix: field.unit } : {})}
          {...named}
          {...given}
        />
      )
    case "money":
      return <Money {...(label ? { label } : {})} {...given} />
    case "choice":
      return (
        <Select options={field.options.map((value) => ({ value, label: value }))} {...named} {...given} />
      )
    case "yes-no":
      return (
        <Radio.Group
          options={[
            { value: true, label: t("yes") },
            { value: false, label: t("no") },
          ]}
          {...given}
        />
      )
  }
}

function LinesInput({ field }: { field: Lines }): ReactNode {
  const t = useWords("approvals")
  return (
    <fieldset className="approvals-wide approvals-lines">
      <legend lang="zh-CN">{field.label}</legend>
      <Form.List name={["fields", field.key]} initialValue={field.optional ? [] : [{}]}>
        {(lines, { add, remove }) => (
          <>
            {lines.map((line, i) => (
              <div key={line.key} className="approvals-line">
                {field.columns.map((column) => (
                  <LineCell
                    key={column.key}
                    column={column}
                    name={[line.name, column.key]}
                    where={t("lines.where", { line: i + 1, label: column.label })}
                  />
                ))}
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={t("lines.remove", { line: i + 1 })}
                  onClick={() => remove(line.name)}
                />
              </div>
            ))}
            <Button
              icon={<PlusOutlined />}
              disabled={lines.length >= field.most}
              onClick={() => add({})}
              lang="zh-CN"
            >
              {t("lines.add", { one: field.one })}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  )
}

function LineCell(props: { column: Plain; name: (string | number)[]; where: string }): ReactNode {
  const rules = useRules(props.column)
  return (
    <Form.Item
      className={props.column.type === "text" && props.column.max > 20 ? "approvals-cell-wide" : ""}
      name={props.name}
      label={<span lang="zh-CN">{props.column.label}</span>}
      rules={rules}
    >
      <PlainInput field={props.column} label={props.where} />
    </Form.Item>
  )
}

/** What antd can tell before the server does; the server has the last word. */
function useRules(field: Field) {
  const t = useWords("approvals")
  const needed = field.optional ? [] : [{ required: true, message: t("form.needed") }]
  if (field.type === "money")
    return [
      ...needed,
      {
        validator: (_: unknown, value: number | undefined) =>
          value !== undefined && Number.isNaN(value)
            ? Promise.reject(new Error(t("form.amount")))
            : Promise.resolve(),
      },
    ]
  if (field.type === "text" && field.min)
    return [...needed, { min: field.min, message: t("form.longer", { min: field.min }) }]
  return needed
}
