import { Select } from "antd"
import type { ReactNode } from "react"
import { Can } from "#kit/web/Can.tsx"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { List } from "#kit/web/desk/List.tsx"
import { Go, useFilter } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer, Empty } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { list } from "../contract.ts"
import "./meetings.css"

type Listed = Out<typeof list>

/** A union's presidium meetings, and what they decided that is not done yet. */
export default function MeetingList(): ReactNode {
  const t = useWords("meetings")
  const [{ union }, set] = useFilter()
  const asked = useAsk(list, union ? { union } : {})
  return (
    <Page
      title={t("list.title")}
      lead={t("list.lead")}
      actions={asked.data ? <Convene of={asked.data} /> : null}
    >
      <Answer of={asked} rows={8}>
        {(of) =>
          of.union === null ? (
            <Empty title={t("list.no-union")} />
          ) : (
            <>
              {of.unions.length > 1 ? (
                <Select
                  className="meetings-union"
                  aria-label={t("list.union")}
                  showSearch={{ optionFilterProp: "label" }}
                  value={of.union.id}
                  options={of.unions.map((u) => ({ value: u.id, label: u.name }))}
                  onChange={(id: string) => set({ union: id })}
                />
              ) : null}
              <Who of={of} union={of.union.id} />
              <Undone of={of} />
              <Meetings of={of} />
              <Matters of={of} union={of.union.id} />
            </>
          )
        }
      </Answer>
    </Page>
  )
}

function Convene({ of }: { of: Listed }): ReactNode {
  const t = useWords("meetings")
  if (!of.union) return null
  return (
    <Can of={of.can} verb="meetings.convene">
      <Go to={`/office/meetings/new?union=${of.union.id}`} className="button button-main">
        {t("convene.go")}
      </Go>
    </Can>
  )
}

function Who({ of, union }: { of: Listed; union: string }): ReactNode {
  const t = useWords("meetings")
  return (
    <section className="panel">
      <p className="meetings-plain">
        <ClauseLabel clause="2.2c" /> <span lang="zh-CN">{of.reading}</span>
      </p>
      <p className="meetings-plain muted">
        {of.chair ? t("list.chair", { name: of.chair }) : t("list.no-chair")}
        {of.standIn ? t("list.stand-in", { name: of.standIn }) : ""}{" "}
        <Go to={`/office/presidium/${union}`}>{t("list.to-presidium")}</Go>
      </p>
    </section>
  )
}

function Meetings({ of }: { of: Listed }): ReactNode {
  const t = useWords("meetings")
  const say = useSay()
  if (of.meetings.length === 0)
    return (
      <Empty title={t("list.none")}>
        <p>{of.can["meetings.convene"] ? t("list.none-more") : (of.whyNot ?? "")}</p>
      </Empty>
    )
  return (
    <section className="panel">
      <h2>{t("list.meetings", { count: of.meetings.length })}</h2>
      <List
        label={t("list.title")}
        rows={of.meetings}
        rowKey={(m) => m.id}
        columns={[
          {
            key: "title",
            title: t("list.meeting"),
            show: (m) => <Go to={`/office/meetings/${m.id}`}>{m.title}</Go>,
          },
          { key: "day", title: t("list.when"), show: (m) => `${say.day(m.day)} ${m.time}` },
          { key: "place", title: t("list.place"), show: (m) => m.place },
          { key: "items", title: t("list.items"), show: (m) => m.items, align: "right" },
          { key: "resolutions", title: t("list.resolutions"), show: (m) => m.resolutions, align: "right" },
          {
            key: "state",
            title: t("list.state"),
            show: (m) => (
              <span className={m.state === "open" ? "meetings-now" : "muted"}>
                {t(`state.${m.state === "closed" ? (m.confirmed ? "confirmed" : "unconfirmed") : m.state}`)}
              </span>
            ),
          },
        ]}
      />
    </section>
  )
}

function Undone({ of }: { of: Listed }): ReactNode {
  const t = useWords("meetings")
  const say = useSay()
  if (of.undone.length === 0) return null
  return (
    <section className="panel">
      <h2>{t("undone.title", { count: of.undone.length })}</h2>
      <ul className="meetings-rows">
        {of.undone.map((r) => (
          <li key={r.id}>
            <span>
              <Go to={`/office/meetings/${r.meeting}`}>{r.name}</Go> {r.words}
            </span>
            <span className={r.late ? "meetings-late" : "muted"}>
              {r.inForce
                ? [
                    r.owner ?? t("undone.nobody"),
                    r.due ? t(r.late ? "undone.late" : "undone.due", { day: say.day(r.due) }) : "",
                  ]
                    .filter(Boolean)
                    .join(t("comma"))
                : t("undone.waits")}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Matters({ of, union }: { of: Listed; union: string }): ReactNode {
  const t = useWords("meetings")
  return (
    <section className="panel">
      <h2>
        {t("rules.matters")} <ClauseLabel clause="2.2a" />
      </h2>
      <p className="muted">{t("rules.lead")}</p>
      <ul className="meetings-matters">
        {of.matters.map((m) => (
          <li key={m}>{m}</li>
        ))}
      </ul>
      <Go to={`/office/meetings/rules/${union}`} className="button">
        {t(of.can["meetings.settle"] ? "rules.edit" : "rules.see")}
      </Go>
    </section>
  )
}
