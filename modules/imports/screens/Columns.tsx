import { Select } from "antd"
import type { ReactNode } from "react"
import { List } from "#kit/web/desk/List.tsx"
import { useWords } from "#kit/web/words.ts"
import type { Choice, Kind, Plan } from "./Recognised.tsx"

interface ColumnsProps {
  readonly plan: Plan
  readonly kind: Kind
  readonly keys: Choice["keys"]
  readonly onChange: (keys: Choice["keys"]) => void
}

/** A, B … Z, AA … as the spreadsheet names its columns. */
const letters = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : letters(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26))

/** Each column of a sheet with some of its values, and what it is read as. */
export function Columns({ plan, kind, keys, onChange }: ColumnsProps): ReactNode {
  const t = useWords("imports")
  const taken = new Set(Object.values(keys))
  const confidence = (column: Plan["columns"][number]) => {
    const now = keys[column.index] ?? null
    if (now === null) return "none"
    return now === column.key && plan.kind === kind.id ? column.confidence : "chosen"
  }
  return (
    <List
      label={t("columns.table", { sheet: plan.sheet ?? "" })}
      rows={plan.columns}
      rowKey={(c) => `${c.index}`}
      columns={[
        { key: "letter", title: t("columns.letter"), show: (c) => letters(c.index), width: 56 },
        {
          key: "header",
          title: t("columns.header"),
          show: (c) => c.header || <span className="muted">{t("columns.no-header")}</span>,
        },
        {
          key: "samples",
          title: t("columns.samples"),
          show: (c) => <span className="muted">{c.samples.slice(0, 3).join("、") || "—"}</span>,
        },
        {
          key: "meaning",
          title: t("columns.meaning"),
          width: 240,
          show: (c) => (
            <Select
              className="imports-meaning"
              aria-label={t("columns.meaning-of", { column: c.header || letters(c.index) })}
              value={keys[c.index] ?? ""}
              onChange={(key) => onChange({ ...keys, [c.index]: key || null })}
              showSearch
              optionFilterProp="label"
              options={[
                { value: "", label: t("columns.unused") },
                ...kind.columns.map((k) => ({
                  value: k.key,
                  label: k.required ? t("columns.needed", { label: k.label }) : k.label,
                  disabled: taken.has(k.key) && keys[c.index] !== k.key,
                })),
              ]}
            />
          ),
        },
        {
          key: "confidence",
          title: t("columns.confidence"),
          width: 150,
          show: (c) => (
            <span className={`imports-sure imports-sure-${confidence(c)}`}>
              {t(`confidence.${confidence(c)}`)}
            </span>
          ),
        },
      ]}
    />
  )
}
