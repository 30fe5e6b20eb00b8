import { PlusOutlined } from "@ant-design/icons"
import { Input, Select } from "antd"
import type { ReactNode } from "react"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import type { Column } from "#kit/web/desk/List.tsx"
import { Listed, usePage } from "#kit/web/desk/Listed.tsx"
import { Go, useFilter } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Empty } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords, type Words } from "#kit/web/words.ts"
import { list } from "../contract.ts"
import { kinds } from "../kinds.ts"
import { Bar } from "./Bar.tsx"
import { StatusTag } from "./StatusTag.tsx"
import "./notices.css"

type Line = Out<typeof list>["items"][number]

const states = ["draft", "reviewing", "refused", "scheduled", "published", "withdrawn"] as const
const size = 20

/** Notices one writes, reviews or passes on, and where a new one begins. */
export default function NoticeList(): ReactNode {
  const t = useWords("notices")
  const say = useSay()
  const [{ text, kind, status }, set] = useFilter()
  const asked = useAsk(
    list,
    {
      ...(text ? { text } : {}),
      kind: kinds.find((k) => k === kind),
      status: states.find((s) => s === status),
      page: usePage(),
      size,
    },
    { keep: true },
  )
  const narrowed = Boolean(text || kind || status)
  return (
    <Page
      title={t("list.title")}
      lead={t("list.lead")}
      actions={
        asked.data?.can.write ? (
          <Go to="/office/notices/new" className="button button-main">
            <PlusOutlined />
            &nbsp;{t("list.new")}
          </Go>
        ) : null
      }
    >
      <div className="notices-filter">
        <Input.Search
          allowClear
          defaultValue={text ?? ""}
          aria-label={t("list.find")}
          placeholder={t("list.find")}
          onSearch={(to) => set({ text: to.trim() || undefined, page: undefined })}
        />
        <Select
          aria-label={t("field.kind")}
          value={kind ?? ""}
          onChange={(to) => set({ kind: to || undefined, page: undefined })}
          options={[
            { value: "", label: t("list.all-kinds") },
            ...kinds.map((k) => ({ value: k, label: t(`kind.${k}`) })),
          ]}
        />
        <Select
          aria-label={t("field.status")}
          value={status ?? ""}
          onChange={(to) => set({ status: to || undefined, page: undefined })}
          options={[
            { value: "", label: t("list.all-states") },
            ...states.map((s) => ({ value: s, label: t(`status.${s}`) })),
          ]}
        />
      </div>
      <Listed
        of={asked}
        size={size}
        label={t("list.title")}
        rowKey={(n) => n.id}
        columns={columns(t, say)}
        none={
          <Empty title={t(narrowed ? "list.no-match" : "list.none")}>
            <p>{t("list.none-more")}</p>
          </Empty>
        }
      />
    </Page>
  )
}

const columns = (t: Words, say: ReturnType<typeof useSay>): Column<Line>[] => [
  {
    key: "title",
    title: t("field.title"),
    show: (n) => (
      <span className={n.status === "withdrawn" ? "notice-gone" : undefined}>
        <Go to={`/office/notices/${n.id}`}>{n.title}</Go>
      </span>
    ),
  },
  { key: "kind", title: t("field.kind"), show: (n) => t(`kind.${n.kind}`) },
  { key: "sender", title: t("field.sender"), show: (n) => n.sender },
  { key: "status", title: t("field.status"), show: (n) => <StatusTag of={n} /> },
  {
    key: "day",
    title: t("field.published"),
    show: (n) =>
      n.publishedOn
        ? say.day(n.publishedOn)
        : n.publishAt
          ? t("list.at", { time: say.time(n.publishAt) })
          : "—",
  },
  {
    key: "passed",
    title: t("field.passed"),
    show: (n) =>
      n.passed ? (
        <Bar
          of={n.passed.done}
          all={n.passed.of}
          late={n.passed.late}
          words={t("list.passed", { done: n.passed.done, of: n.passed.of })}
        />
      ) : (
        <span className="muted">{t(n.passDown ? "list.not-yet" : "list.not-passed")}</span>
      ),
  },
]
