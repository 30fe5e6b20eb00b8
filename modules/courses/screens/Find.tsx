import { Input, Segmented, Select } from "antd"
import type { ReactNode } from "react"
import { useFilter } from "#kit/web/nav.tsx"
import { useWords } from "#kit/web/words.ts"

const statuses = ["open", "passed", "refused", "withdrawn"] as const

/** The filters, kept in the address. Only what waits for the person, until all is asked for. */
export function Find({
  procedures,
}: {
  procedures: readonly { readonly id: string; readonly title: string }[]
}): ReactNode {
  const t = useWords("courses")
  const [{ procedure, status, text, all }, set] = useFilter()
  return (
    <div className="courses-find">
      <Segmented
        aria-label={t("find.whose")}
        value={all ? "all" : "mine"}
        onChange={(to) =>
          set({
            all: to === "all" ? "1" : undefined,
            page: undefined,
            ...(to === "all" ? {} : { status: undefined }),
          })
        }
        options={[
          { value: "mine", label: t("find.mine") },
          { value: "all", label: t("find.all") },
        ]}
      />
      <Select
        allowClear
        aria-label={t("find.procedure")}
        placeholder={t("find.procedure")}
        {...(procedure ? { value: procedure } : {})}
        onChange={(to: string | undefined) => set({ procedure: to, page: undefined })}
        options={procedures.map((p) => ({ value: p.id, label: p.title }))}
      />
      {all ? (
        <Select
          allowClear
          aria-label={t("find.status")}
          placeholder={t("find.status")}
          {...(status ? { value: status } : {})}
          onChange={(to: string | undefined) => set({ status: to, page: undefined })}
          options={statuses.map((s) => ({ value: s, label: t(`status.${s}`) }))}
        />
      ) : null}
      <Input.Search
        allowClear
        defaultValue={text}
        aria-label={t("find.text")}
        placeholder={t("find.text")}
        onSearch={(to) => set({ text: to.trim() || undefined, page: undefined })}
      />
    </div>
  )
}
