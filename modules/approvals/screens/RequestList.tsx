import { Button, Input, Select } from "antd"
import { type ReactNode, useState } from "react"
import { useSay } from "#kit/web/days.ts"
import { Listed, usePage } from "#kit/web/desk/Listed.tsx"
import { Go, useFilter, useGo } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Empty } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { list } from "../contract.ts"
import { kinds } from "../kinds.ts"
import { yuan } from "../money.ts"
import { LeadTimes } from "./LeadTimes.tsx"
import { LeadTag, type Line, StatusTag } from "./tags.tsx"
import "./approvals.css"

const size = 30

/** A screen keeps its own plain list: contracts hold no values in the browser. */
const states = ["open", "passed", "closed", "refused", "withdrawn", "late", "summary-late"] as const
type State = (typeof states)[number]

/** Requests one may read, with filters kept in the address. */
export default function RequestList(): ReactNode {
  const t = useWords("approvals")
  const say = useSay()
  const go = useGo()
  const page = usePage()
  const [arranging, setArranging] = useState(false)
  const [{ union, kind, state, text }] = useFilter()
  const chosen = kinds.find((k) => k.kind === kind)?.kind
  const known = states.find((s) => s === state)
  const asked = useAsk(
    list,
    {
      page,
      size,
      unionId: union,
      text,
      ...(chosen ? { kind: chosen } : {}),
      ...(known ? { state: known } : {}),
    },
    { keep: true },
  )
  const unions = asked.data?.unions ?? []
  const can = asked.data?.can
  const columns = [
    {
      key: "title",
      title: t("column.title"),
      show: (r: Line) => (
        <span className="approvals-what">
          <Go to={`/office/requests/${r.id}`}>{r.title}</Go>
          <small className="muted" lang="zh-CN">
            {r.kindTitle}
          </small>
        </span>
      ),
    },
    ...(unions.length > 1 ? [{ key: "union", title: t("column.union"), show: (r: Line) => r.union }] : []),
    { key: "applicant", title: t("column.applicant"), show: (r: Line) => r.applicant },
    { key: "filed", title: t("column.filed"), show: (r: Line) => say.day(r.filedOn) },
    {
      key: "on",
      title: t("column.on"),
      show: (r: Line) => (
        <span className="approvals-on">
          {say.day(r.on)} <LeadTag request={r} />
        </span>
      ),
    },
    {
      key: "amount",
      title: t("column.amount"),
      align: "right" as const,
      show: (r: Line) => (r.amount ? yuan(r.amount) : ""),
    },
    { key: "status", title: t("column.status"), show: (r: Line) => <StatusTag request={r} /> },
  ]
  const narrowed = Boolean(union || chosen || known || text)
  return (
    <Page
      title={t("list.title")}
      lead={t("list.lead")}
      actions={
        <>
          {can?.file ? (
            <Button type="primary" onClick={() => go("/office/requests/new")}>
              {t("list.new")}
            </Button>
          ) : null}
          {can?.review ? (
            <Button onClick={() => go("/office/requests/review")}>{t("list.review")}</Button>
          ) : null}
          <Button onClick={() => go("/office/requests/calendar")}>{t("list.calendar")}</Button>
          <Button
            href={`/api/approvals/requests.xlsx${union ? `?unionId=${encodeURIComponent(union)}` : ""}`}
          >
            {t("list.export")}
          </Button>
          <Button onClick={() => setArranging(true)}>{t("list.leads")}</Button>
        </>
      }
    >
      <Find unions={unions} />
      <Listed
        of={asked}
        label={t("list.title")}
        columns={columns}
        rowKey={(r) => r.id}
        size={size}
        head={(total) => (
          <p className="muted approvals-count" role="status">
            {t("list.count", { count: total })}
          </p>
        )}
        none={
          <Empty title={t(narrowed ? "list.none-found" : "list.none")}>
            <p>{t(narrowed ? "list.none-found-more" : "list.none-more")}</p>
            {can?.file && !narrowed ? <Go to="/office/requests/new">{t("list.new")}</Go> : null}
          </Empty>
        }
      />
      {arranging ? <LeadTimes onClose={() => setArranging(false)} /> : null}
    </Page>
  )
}

function Find({ unions }: { unions: readonly { id: string; name: string }[] }): ReactNode {
  const t = useWords("approvals")
  const [{ union, kind, state, text }, set] = useFilter()
  const narrow = (change: Record<string, string | undefined>) => set({ ...change, page: undefined })
  return (
    <search className="approvals-find">
      <Input.Search
        key={text ?? ""}
        allowClear
        defaultValue={text}
        maxLength={40}
        placeholder={t("find.text")}
        aria-label={t("find.text")}
        onSearch={(to) => narrow({ text: to.trim() || undefined })}
      />
      <Select
        allowClear
        aria-label={t("find.kind")}
        placeholder={t("find.kind")}
        value={kind ?? null}
        onChange={(to?: string) => narrow({ kind: to ?? undefined })}
        options={kinds.map((k) => ({ value: k.kind, label: k.title }))}
      />
      <Select
        allowClear
        aria-label={t("find.state")}
        placeholder={t("find.state")}
        value={states.includes(state as State) ? state : null}
        onChange={(to?: string) => narrow({ state: to ?? undefined })}
        options={states.map((s) => ({ value: s, label: t(`state.${s}`) }))}
      />
      {unions.length > 1 ? (
        <Select
          allowClear
          showSearch={{ optionFilterProp: "label" }}
          aria-label={t("find.union")}
          placeholder={t("find.union")}
          value={union ?? null}
          onChange={(to?: string) => narrow({ union: to ?? undefined })}
          options={unions.map((u) => ({ value: u.id, label: u.name }))}
        />
      ) : null}
    </search>
  )
}
