import { Input, Select } from "antd"
import type { ReactNode } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import type { Column } from "#kit/web/desk/List.tsx"
import { Listed } from "#kit/web/desk/Listed.tsx"
import { Go, useFilter } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Empty } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords, type Words } from "#kit/web/words.ts"
import { list } from "../contract.ts"
import "./list.css"
import "./state.css"

type Listing = Out<typeof list>
type Line = Listing["items"][number]

const states = ["preparing", "convened", "open", "closed", "cancelled"] as const

/** The congresses of the unions one may see, whose year is over, and where a new one begins. */
export default function AssemblyList(): ReactNode {
  const t = useWords("assembly")
  const say = useSay()
  const [{ union, text, state }, set] = useFilter()
  const wanted = states.find((s) => s === state)
  const asked = useAsk(list, { union, text, state: wanted }, { keep: true })
  const filtered = Boolean(union || text || wanted)
  return (
    <Page
      title={t("list.title")}
      lead={t("list.lead")}
      actions={asked.data ? <Begin of={asked.data.propose} /> : null}
    >
      {asked.data && !text && !wanted ? <Due of={asked.data.due} /> : null}
      {asked.data && (asked.data.total > 0 || filtered) ? (
        <div className="assembly-find">
          <Input.Search
            allowClear
            placeholder={t("list.text")}
            aria-label={t("list.text")}
            defaultValue={text}
            onSearch={(to) => set({ text: to.trim() || undefined })}
          />
          {asked.data.unions.length > 1 ? (
            <Select
              allowClear
              showSearch={{ optionFilterProp: "label" }}
              placeholder={t("list.union")}
              aria-label={t("list.union")}
              value={union}
              options={asked.data.unions.map((u) => ({ value: u.id, label: u.name }))}
              onChange={(to?: string) => set({ union: to })}
            />
          ) : null}
          <Select
            allowClear
            placeholder={t("list.state")}
            aria-label={t("list.state")}
            value={wanted}
            options={states.map((value) => ({ value, label: t(`state.${value}`) }))}
            onChange={(to?: string) => set({ state: to })}
          />
        </div>
      ) : null}
      <Listed
        of={asked}
        label={t("list.title")}
        rowKey={(a) => a.id}
        columns={columns(t, say)}
        none={
          <Empty title={t(filtered ? "list.none-so" : "list.none")}>
            <p>{t(filtered ? "list.none-so-more" : "list.none-more")}</p>
          </Empty>
        }
      />
    </Page>
  )
}

function Begin({ of }: { of: Listing["propose"] }): ReactNode {
  const t = useWords("assembly")
  if (of.length === 0) return null
  const [only] = of
  return (
    <Go to={`/office/assemblies/new?union=${only!.id}`} className="button button-main">
      {t("list.propose")}
    </Go>
  )
}

const columns = (t: Words, say: ReturnType<typeof useSay>): Column<Line>[] => [
  {
    key: "name",
    title: t("list.name"),
    show: (a) => (
      <span className="assembly-cell">
        <Go to={`/office/assemblies/${a.id}`}>{a.name}</Go>
        <span className="muted">{a.union.name}</span>
      </span>
    ),
    by: (a) => a.name,
  },
  {
    key: "state",
    title: t("list.state"),
    show: (a) => <span className={`tag assembly-state assembly-${a.state}`}>{t(`state.${a.state}`)}</span>,
    by: (a) => states.indexOf(a.state),
    phone: "plain",
  },
  { key: "kind", title: t("list.kind"), show: (a) => t(`kind.${a.kind}`), phone: "none" },
  {
    key: "day",
    title: t("list.day"),
    show: (a) => `${say.day(a.day)} ${a.time}`,
    by: (a) => a.day,
    phone: "plain",
  },
  { key: "place", title: t("list.place"), show: (a) => a.place, phone: "plain" },
]

/** Whose year is over or soon will be; those without a record stand folded below. */
function Due({ of }: { of: Listing["due"] }): ReactNode {
  const t = useWords("assembly")
  const known = of.filter((d) => d.last !== null)
  const unknown = of.filter((d) => d.last === null)
  if (of.length === 0) return null
  return (
    <section className="panel assembly-due">
      <h2>{t(known.length > 0 ? "due.title" : "due.title-unknown")}</h2>
      {known.length > 0 ? <DueLines of={known} /> : null}
      {unknown.length > 3 ? (
        <details>
          <summary>{t("due.unknown", { count: unknown.length })}</summary>
          <DueLines of={unknown} />
        </details>
      ) : unknown.length > 0 ? (
        <DueLines of={unknown} />
      ) : null}
    </section>
  )
}

function DueLines({ of }: { of: Listing["due"] }): ReactNode {
  const t = useWords("assembly")
  const say = useSay()
  return (
    <ul className="assembly-rows">
      {of.map((d) => (
        <li key={d.union.id}>
          <span>
            <b lang="zh-CN">{d.union.name}</b> <ClauseLabel clause={d.clause} />
          </span>
          <span className={d.late ? "assembly-late" : "muted"}>
            {d.last && d.until
              ? t(d.late ? "due.late" : "due.soon", { last: say.day(d.last), until: say.day(d.until) })
              : t("due.never")}
          </span>
          {d.can ? (
            <Go to={`/office/assemblies/new?union=${d.union.id}`} className="button">
              {t("list.propose")}
            </Go>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
