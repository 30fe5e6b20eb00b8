import { Radio, Select } from "antd"
import type { ReactNode } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { List } from "#kit/web/desk/List.tsx"
import { Go, useFilter } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer, Empty } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { reached } from "../contract.ts"
import { ReachSums } from "./ReachSums.tsx"
import "./activities.css"

const overs = ["semester", "school-year"] as const
type Of = NonNullable<Out<typeof reached>["of"]>

/** 7.3: how many different students a union's activities reached, over a semester or a school year. */
export default function ReachPage(): ReactNode {
  const t = useWords("activities")
  const [{ union, over: wanted }, set] = useFilter()
  const over = overs.find((o) => o === wanted) ?? "semester"
  const asked = useAsk(reached, { ...(union ? { union } : {}), over }, { keep: true })
  return (
    <Page
      title={t("reach.title")}
      lead={
        <>
          {t("reach.lead")} <ClauseLabel clause="7.3" />
        </>
      }
    >
      <div className="activity-find">
        {(asked.data?.unions.length ?? 0) > 1 ? (
          <Select
            aria-label={t("list.union")}
            value={asked.data?.of?.union.id ?? ""}
            showSearch={{ optionFilterProp: "label" }}
            onChange={(to) => set({ union: to })}
            options={(asked.data?.unions ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : null}
        <Radio.Group
          optionType="button"
          aria-label={t("reach.over")}
          value={over}
          onChange={(e) => set({ over: e.target.value === "semester" ? undefined : e.target.value })}
          options={overs.map((value) => ({ value, label: t(`reach.over-${value}`) }))}
        />
      </div>
      <Answer of={asked}>{({ of }) => (of ? <Shown of={of} /> : <Empty title={t("reach.none")} />)}</Answer>
    </Page>
  )
}

function Shown({ of }: { of: Of }): ReactNode {
  const t = useWords("activities")
  const say = useSay()
  if (of.activities.length === 0)
    return (
      <Empty title={t("reach.no-activities", { name: of.union.name })}>
        <p>{t("reach.no-activities-more")}</p>
      </Empty>
    )
  return (
    <>
      <p className="muted activity-note">
        {t("reach.period", {
          name: of.union.name,
          from: say.day(of.from),
          to: say.day(of.to),
          count: of.activities.length,
        })}
      </p>
      <ReachSums of={of.reach} />
      <h2 className="activity-h2">{t("reach.activities")}</h2>
      <List
        label={t("reach.activities")}
        rows={of.activities}
        rowKey={(a) => a.id}
        columns={[
          {
            key: "title",
            title: t("list.column.title"),
            show: (a) => <Go to={`/office/activities/${a.id}`}>{a.title}</Go>,
          },
          { key: "on", title: t("list.column.when"), show: (a) => say.day(a.on), by: (a) => a.on },
          {
            key: "approved",
            title: t("reach.approved"),
            show: (a) => (a.approvedOn ? say.day(a.approvedOn) : t("reach.unreviewed")),
          },
          {
            key: "people",
            title: t("list.column.there"),
            align: "right",
            show: (a) => `${a.people}`,
            by: (a) => a.people,
          },
        ]}
      />
    </>
  )
}
