import { PlusOutlined } from "@ant-design/icons"
import { Button, Select } from "antd"
import { type ReactNode, useState } from "react"
import { useSay } from "#kit/web/days.ts"
import { Listed, usePage } from "#kit/web/desk/Listed.tsx"
import { Go, useFilter } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Empty } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { draftsList } from "../contract.ts"
import { NewDraft } from "./NewDraft.tsx"
import "./drafts.css"

const size = 20

/** One's own drafts and those shared, over the unions one guides. */
export default function DraftList(): ReactNode {
  const t = useWords("drafts")
  const say = useSay()
  const [{ union }, set] = useFilter()
  const page = usePage()
  const [beginning, setBeginning] = useState(false)
  const asked = useAsk(draftsList, { page, size, unionId: union }, { keep: true })
  const unions = asked.data?.unions ?? []
  return (
    <Page
      title={t("list.title")}
      lead={t("list.lead")}
      actions={
        unions.length ? (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setBeginning(true)}>
            {t("list.new")}
          </Button>
        ) : null
      }
    >
      {unions.length > 1 ? (
        <div className="drafts-find">
          <Select
            allowClear
            showSearch
            optionFilterProp="label"
            aria-label={t("list.union")}
            placeholder={t("list.all")}
            {...(union ? { value: union } : {})}
            onChange={(to: string | undefined) => set({ union: to, page: undefined })}
            options={unions.map((u) => ({ value: u.id, label: u.name }))}
          />
        </div>
      ) : null}
      <Listed
        of={asked}
        size={size}
        label={t("list.title")}
        none={
          <Empty title={t("list.none")}>
            <p>{t("list.none-more")}</p>
          </Empty>
        }
        rowKey={(d) => d.id}
        columns={[
          {
            key: "title",
            title: t("list.name"),
            show: (d) => <Go to={`/office/drafts/${d.id}`}>{d.title}</Go>,
          },
          { key: "union", title: t("list.union"), show: (d) => d.union.name },
          { key: "ops", title: t("list.ops"), show: (d) => t("list.count", { count: d.ops }) },
          {
            key: "status",
            title: t("list.status"),
            show: (d) => (
              <span>
                <span className={`tag drafts-${d.status}`}>{t(`status.${d.status}`)}</span>{" "}
                {d.shared ? <span className="tag">{t("status.shared")}</span> : null}
              </span>
            ),
          },
          { key: "by", title: t("list.by"), show: (d) => d.by },
          { key: "at", title: t("list.at"), show: (d) => say.recorded(d.at) },
        ]}
      />
      {beginning ? (
        <NewDraft unions={unions} {...(union ? { union } : {})} onClose={() => setBeginning(false)} />
      ) : null}
    </Page>
  )
}
