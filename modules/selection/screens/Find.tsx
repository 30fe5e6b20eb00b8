import { Input, Select } from "antd"
import type { ReactNode } from "react"
import { useFilter } from "#kit/web/nav.tsx"
import { useWords } from "#kit/web/words.ts"
import { type Line, spreadOf, stageOf } from "./rows.ts"

/** What to look at, kept in the address. */
export function Find({ rows }: { rows: readonly Line[] }): ReactNode {
  const t = useWords("selection")
  const [now, set] = useFilter()
  const stages = spreadOf(rows, (r) => stageOf(r)).map(({ value, count }) => {
    const step = rows.find((r) => stageOf(r) === value)?.step
    return { value, label: `${step ?? t(`outcome.${value}`)}（${count}）` }
  })
  const mine = rows.filter((r) => r.mine).length
  const pick = (key: string, label: string, of: (row: Line) => string | null) => {
    const options = spreadOf(rows, of).map(({ value, count }) => ({ value, label: `${value}（${count}）` }))
    return options.length > 1 ? (
      <Select
        key={key}
        allowClear
        placeholder={label}
        aria-label={label}
        value={now[key]}
        onChange={(to?: string) => set({ [key]: to })}
        options={options}
        popupMatchSelectWidth={false}
      />
    ) : null
  }
  return (
    <div className="selection-find">
      <Input.Search
        allowClear
        placeholder={t("find.text")}
        aria-label={t("find.text")}
        defaultValue={now.text}
        onSearch={(text) => set({ text: text.trim() || undefined })}
      />
      <Select
        allowClear
        placeholder={t("find.stage")}
        aria-label={t("find.stage")}
        value={now.stage}
        onChange={(to?: string) => set({ stage: to })}
        options={[...(mine ? [{ value: "mine", label: t("find.mine", { count: mine }) }] : []), ...stages]}
        popupMatchSelectWidth={false}
      />
      {pick("post", t("find.post"), (r) => r.post)}
      {pick("faculty", t("find.faculty"), (r) => r.faculty)}
      {pick("source", t("find.source"), (r) => r.source)}
      {pick("sex", t("find.sex"), (r) => r.sex)}
    </div>
  )
}
