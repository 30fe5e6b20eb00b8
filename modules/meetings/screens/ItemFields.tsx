import { Input, Select } from "antd"
import type { ReactNode } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import { Papers } from "#kit/web/desk/Papers.tsx"
import { useWords } from "#kit/web/words.ts"

/** An agenda item while it is written. */
export interface Draft {
  readonly title: string
  readonly detail: string
  readonly matter: string | undefined
  readonly papers: readonly { readonly id: string; readonly name: string }[]
}

export const emptyItem: Draft = { title: "", detail: "", matter: undefined, papers: [] }

/** As the verb takes it. */
export const asInput = (d: Draft) => ({
  title: d.title.trim(),
  detail: d.detail.trim(),
  ...(d.matter ? { matter: d.matter } : {}),
  papers: d.papers.map((p) => p.id),
})

interface ItemFieldsProps {
  readonly value: Draft
  readonly matters: readonly string[]
  readonly label: string
  readonly onChange: (value: Draft) => void
}

export function ItemFields({ value, matters, label, onChange }: ItemFieldsProps): ReactNode {
  const t = useWords("meetings")
  const put = (change: Partial<Draft>) => onChange({ ...value, ...change })
  return (
    <fieldset className="meetings-item">
      <legend>{label}</legend>
      <Input
        aria-label={t("item.title")}
        placeholder={t("item.title")}
        value={value.title}
        maxLength={120}
        onChange={(e) => put({ title: e.target.value })}
      />
      <Input.TextArea
        aria-label={t("item.detail")}
        placeholder={t("item.detail")}
        autoSize={{ minRows: 2, maxRows: 8 }}
        value={value.detail}
        maxLength={3000}
        onChange={(e) => put({ detail: e.target.value })}
      />
      <Select
        aria-label={t("item.matter")}
        value={value.matter ?? ""}
        options={[
          { value: "", label: t("item.ordinary") },
          ...matters.map((m) => ({ value: m, label: t("item.important", { matter: m }) })),
        ]}
        onChange={(m: string) => put({ matter: m || undefined })}
      />
      {value.matter ? (
        <p className="meetings-plain muted">
          {t("item.important-more")} <ClauseLabel clause="7.4" />
        </p>
      ) : null}
      <Papers to="/api/meetings/papers" papers={value.papers} onChange={(papers) => put({ papers })} />
    </fieldset>
  )
}
