import type { ReactNode } from "react"
import { useSay } from "#kit/web/days.ts"
import { List } from "#kit/web/desk/List.tsx"
import { useWords } from "#kit/web/words.ts"
import type { Run } from "./status.ts"

const figures = ["rows", "added", "changed", "closed", "same"] as const

/** Per kind of record: rows read, added, changed, closed, the same. */
export function Counts({ kinds }: { kinds: NonNullable<Run["outcome"]>["kinds"] }): ReactNode {
  const t = useWords("imports")
  const say = useSay()
  return (
    <List
      label={t("counts.title")}
      rows={kinds}
      rowKey={(k) => k.kind}
      columns={[
        { key: "kind", title: t("counts.kind"), show: (k) => <b>{k.label}</b> },
        ...figures.map((f) => ({
          key: f,
          title: t(`counts.${f}`),
          align: "right" as const,
          show: (k: (typeof kinds)[number]) => say.number(k[f]),
        })),
      ]}
    />
  )
}
