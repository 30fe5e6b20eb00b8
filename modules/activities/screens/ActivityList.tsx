import { PieChartOutlined, PlusOutlined } from "@ant-design/icons"
import { Button, Input, Select } from "antd"
import { type ReactNode, useState } from "react"
import type { Out } from "#kit/web/call.ts"
import type { Column } from "#kit/web/desk/List.tsx"
import { Listed, usePage } from "#kit/web/desk/Listed.tsx"
import { Go, useFilter, useGo } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { useSpans } from "#kit/web/spans.ts"
import { Empty } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords, type Words } from "#kit/web/words.ts"
import { list } from "../contract.ts"
import { PhaseTag } from "./PhaseTag.tsx"
import { PlanForm } from "./PlanForm.tsx"
import "./activities.css"

type Answered = Out<typeof list>
type Line = Answered["items"][number]

const phases = ["draft", "coming", "running", "held", "cancelled"] as const
const size = 30

/** The activities one is concerned with, and where a new one begins. */
export default function ActivityList(): ReactNode {
  const t = useWords("activities")
  const spans = useSpans()
  const go = useGo()
  const [{ phase: wanted, union, text = "" }] = useFilter()
  const page = usePage()
  const [making, setMaking] = useState(false)
  const phase = phases.find((p) => p === wanted)
  const asked = useAsk(
    list,
    { ...(text ? { text } : {}), ...(phase ? { phase } : {}), ...(union ? { union } : {}), page, size },
    { keep: true },
  )
  const hosts = asked.data?.hosts ?? []
  return (
    <Page
      title={t("list.title")}
      lead={t("list.lead")}
      actions={
        <>
          <Button icon={<PieChartOutlined />} onClick={() => go("/office/activities/reach")}>
            {t("reach.title")}
          </Button>
          {hosts.length > 0 ? (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setMaking(true)}>
              {t("list.new")}
            </Button>
          ) : null}
        </>
      }
    >
      <Find unions={asked.data?.unions ?? []} />
      <Listed
        of={asked}
        label={t("list.title")}
        rowKey={(a) => a.id}
        columns={columns(t, spans)}
        size={size}
        none={
          <Empty title={t(phase || text || union ? "list.none-so" : "list.none")}>
            <p>{t("list.none-more")}</p>
          </Empty>
        }
      />
      {making ? <PlanForm hosts={hosts} onClose={() => setMaking(false)} /> : null}
    </Page>
  )
}

function Find({ unions }: { unions: Answered["unions"] }): ReactNode {
  const t = useWords("activities")
  const [{ phase, union, text }, set] = useFilter()
  return (
    <div className="activity-find">
      <Input.Search
        allowClear
        aria-label={t("list.find")}
        placeholder={t("list.find")}
        defaultValue={text}
        onSearch={(to) => set({ text: to.trim() || undefined, page: undefined })}
      />
      <Select
        aria-label={t("list.state")}
        value={phase ?? ""}
        onChange={(to) => set({ phase: to || undefined, page: undefined })}
        options={[
          { value: "", label: t("list.all") },
          ...phases.map((value) => ({ value, label: t(`phase.${value}`) })),
        ]}
      />
      {unions.length > 1 ? (
        <Select
          aria-label={t("list.union")}
          value={union ?? ""}
          showSearch={{ optionFilterProp: "label" }}
          onChange={(to) => set({ union: to || undefined, page: undefined })}
          options={[
            { value: "", label: t("list.all-unions") },
            ...unions.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      ) : null}
    </div>
  )
}

const columns = (t: Words, spans: ReturnType<typeof useSpans>): Column<Line>[] => [
  {
    key: "title",
    title: t("list.column.title"),
    show: (a) => <Go to={`/office/activities/${a.id}`}>{a.title}</Go>,
  },
  { key: "host", title: t("list.column.host"), show: (a) => a.union.name },
  { key: "phase", title: t("list.column.phase"), show: (a) => <PhaseTag of={a} /> },
  {
    key: "when",
    title: t("list.column.when"),
    show: (a) => (
      <span className="activity-when">
        {spans.span(a.startsAt, a.endsAt)}
        <small>{a.place}</small>
      </span>
    ),
  },
  {
    key: "signed",
    title: t("list.column.signed"),
    align: "right",
    show: (a) =>
      a.signing === "none" && a.accepted === 0
        ? t("list.no-sign-up")
        : `${a.accepted}${a.places === null ? "" : ` / ${a.places}`}${a.waiting ? ` ${t("list.waiting", { count: a.waiting })}` : ""}`,
  },
  {
    key: "there",
    title: t("list.column.there"),
    align: "right",
    show: (a) => (a.phase === "held" || a.phase === "running" ? `${a.there}` : "—"),
  },
]
