import { type ReactNode, useState } from "react"
import { useSay } from "#kit/web/days.ts"
import { Listed, usePage } from "#kit/web/desk/Listed.tsx"
import { Go } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Empty } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { importsList } from "../contract.ts"
import { DropZone } from "./DropZone.tsx"
import { Status } from "./Status.tsx"
import { isBusy } from "./status.ts"
import "./imports.css"

const size = 20

/** Bring workbooks in; those brought in before. */
export default function ImportList(): ReactNode {
  const t = useWords("imports")
  const say = useSay()
  const page = usePage()
  const [live, setLive] = useState(false)
  const asked = useAsk(importsList, { page, size }, { keep: true, ...(live ? { every: 1500 } : {}) })
  const busy = asked.data?.items.some((r) => isBusy(r.status)) ?? false
  if (busy !== live) setLive(busy)
  return (
    <Page title={t("list.title")} lead={t("list.lead")}>
      <DropZone />
      <h2 className="imports-past">{t("list.past")}</h2>
      <Listed
        of={asked}
        size={size}
        label={t("list.past")}
        none={
          <Empty title={t("list.none")}>
            <p>{t("list.none-more")}</p>
          </Empty>
        }
        rowKey={(r) => r.id}
        columns={[
          {
            key: "file",
            title: t("list.file"),
            show: (r) => <Go to={`/office/imports/${r.id}`}>{r.fileName}</Go>,
          },
          { key: "kinds", title: t("list.kinds"), show: (r) => r.kinds.join("、") || "—" },
          { key: "status", title: t("list.status"), show: (r) => <Status is={r.status} /> },
          { key: "asOf", title: t("list.as-of"), show: (r) => say.day(r.asOf) },
          { key: "by", title: t("list.by"), show: (r) => r.by },
          { key: "at", title: t("list.at"), show: (r) => say.recorded(r.at) },
        ]}
      />
    </Page>
  )
}
