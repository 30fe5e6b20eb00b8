import { PlusOutlined } from "@ant-design/icons"
import { Button, Select } from "antd"
import { type ReactNode, useState } from "react"
import type { Out } from "#kit/web/call.ts"
import type { Column } from "#kit/web/desk/List.tsx"
import { Listed } from "#kit/web/desk/Listed.tsx"
import { Go, useFilter } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Empty } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords, type Words } from "#kit/web/words.ts"
import { projectsList } from "../contract.ts"
import { PlanForm } from "./PlanForm.tsx"
import { StateTag } from "./StateTag.tsx"
import { useTell } from "./say.ts"

type Line = Out<typeof projectsList>["items"][number]

const states = ["draft", "recruiting", "running", "overdue", "closed"] as const
type State = (typeof states)[number]

/** The projects one is concerned with, and where a new one begins. */
export default function ProjectList(): ReactNode {
  const t = useWords("projects")
  const tell = useTell()
  const [{ status }, set] = useFilter()
  const [making, setMaking] = useState(false)
  const wanted = states.find((s) => s === status)
  const asked = useAsk(projectsList, { status: wanted }, { keep: true })
  const hosts = asked.data?.hosts ?? []
  return (
    <Page
      title={t("list.title")}
      lead={t("list.lead")}
      actions={
        hosts.length > 0 ? (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setMaking(true)}>
            {t("list.new")}
          </Button>
        ) : null
      }
    >
      <div className="project-filter">
        <Select<State | "">
          aria-label={t("list.state")}
          value={wanted ?? ""}
          onChange={(to) => set({ status: to || undefined })}
          options={[
            { value: "", label: t("list.all") },
            ...states.map((value) => ({ value, label: t(`status.${value}`) })),
          ]}
        />
      </div>
      <Listed
        of={asked}
        label={t("list.title")}
        rowKey={(p) => p.id}
        columns={columns(t, tell)}
        none={
          <Empty title={t(wanted ? "list.none-so" : "list.none")}>
            <p>{t("list.none-more")}</p>
          </Empty>
        }
      />
      {making ? <PlanForm hosts={hosts} onClose={() => setMaking(false)} /> : null}
    </Page>
  )
}

const columns = (t: Words, tell: ReturnType<typeof useTell>): Column<Line>[] => [
  {
    key: "title",
    title: t("list.column.title"),
    show: (p) => <Go to={`/office/projects/${p.id}`}>{p.title}</Go>,
    by: (p) => p.title,
  },
  {
    key: "host",
    title: t("list.column.host"),
    show: (p) => (
      <span className="project-host">
        {p.union.name}
        {p.guide ? <small>{t("list.guided", { department: p.guide.department })}</small> : null}
      </span>
    ),
    by: (p) => p.union.name,
  },
  { key: "state", title: t("list.column.state"), show: (p) => <StateTag of={p} />, by: (p) => p.status },
  {
    key: "days",
    title: t("list.column.days"),
    show: (p) => tell.days(p.startsOn, p.endsOn),
    by: (p) => p.startsOn,
  },
  {
    key: "volunteers",
    title: t("list.column.volunteers"),
    align: "right",
    show: (p) => (p.wanted > 0 ? `${p.accepted} / ${p.wanted}` : t("list.no-volunteers")),
    by: (p) => p.accepted,
  },
]
