import { Button } from "antd"
import { type ReactNode, useState } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { List } from "#kit/web/desk/List.tsx"
import { Go } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer, Empty } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { hearings } from "../contract.ts"
import { Parts } from "./Parts.tsx"
import { ScheduleForm } from "./ScheduleForm.tsx"

type Seen = Out<typeof hearings>
type Line = Seen["items"][number]
type Host = Seen["hosts"][number]

/** Sessions in which Party organisations hear their unions, and when the next is due. */
export default function HearingList(): ReactNode {
  const t = useWords("leadership")
  const [open, setOpen] = useState(false)
  const asked = useAsk(hearings, {})
  const schedule = asked.data?.schedule ?? []
  return (
    <Page
      title={t("hearings.title")}
      lead={t("hearings.lead")}
      actions={
        schedule.length > 0 ? (
          <Button type="primary" onClick={() => setOpen(true)}>
            {t("schedule.go")}
          </Button>
        ) : null
      }
    >
      <Parts />
      <Answer of={asked} rows={6}>
        {(seen) => (
          <>
            <Hosts hosts={seen.hosts} />
            {seen.items.length === 0 ? (
              <Empty title={t("hearings.none")}>
                <p>{t("hearings.none-more")}</p>
              </Empty>
            ) : (
              <Sessions items={seen.items} />
            )}
          </>
        )}
      </Answer>
      {open ? <ScheduleForm hosts={schedule} onClose={() => setOpen(false)} /> : null}
    </Page>
  )
}

function Sessions({ items }: { items: readonly Line[] }): ReactNode {
  const t = useWords("leadership")
  const say = useSay()
  return (
    <List
      label={t("hearings.title")}
      rows={items}
      rowKey={(h) => h.id}
      columns={[
        {
          key: "title",
          title: t("hearings.what"),
          show: (h) => (
            <div>
              <Go to={`/office/leadership/hearings/${h.id}`}>
                <span lang="zh-CN">{h.title}</span>
              </Go>
              <small className="leadership-under" lang="zh-CN">
                {h.host}　{h.unions.map((u) => u.name).join("、")}
              </small>
            </div>
          ),
        },
        { key: "day", title: t("hearings.day"), width: 150, show: (h) => say.day(h.heldOn ?? h.on) },
        { key: "state", title: t("hearings.state"), width: 110, show: (h) => <Standing of={h.standing} /> },
        {
          key: "reports",
          title: t("hearings.reports"),
          width: 120,
          show: (h) =>
            t(h.reports < h.unions.length ? "hearings.reports-missing" : "hearings.reports-all", {
              missing: h.unions.length - h.reports,
            }),
        },
        { key: "decisions", title: t("hearings.decisions"), width: 170, show: (h) => <Decided line={h} /> },
      ]}
    />
  )
}

function Decided({ line: h }: { line: Line }): ReactNode {
  const t = useWords("leadership")
  if (h.decisions === 0) return <span className="muted">{t("hearings.decided-none")}</span>
  return (
    <div>
      {t("hearings.decided", { count: h.decisions, open: h.open })}{" "}
      {h.overdue > 0 ? (
        <span className="tag leadership-late">{t("hearings.overdue", { count: h.overdue })}</span>
      ) : null}
    </div>
  )
}

export function Standing({ of }: { of: Line["standing"] }): ReactNode {
  const t = useWords("leadership")
  return <span className={`tag leadership-${of}`}>{t(`standing.${of}`)}</span>
}

/** The school's own line first; the faculties' together, opened where one is late. */
function Hosts({ hosts }: { hosts: readonly Host[] }): ReactNode {
  const t = useWords("leadership")
  const own = hosts.filter((h) => h.faculty === null)
  const faculties = hosts.filter((h) => h.faculty !== null)
  const late = faculties.filter((h) => h.overdue || h.never.length > 0).length
  return (
    <section className="leadership-hosts" aria-label={t("hosts.title")}>
      {own.map((h) => (
        <HostLine key={h.name} host={h} />
      ))}
      {faculties.length === 1 ? <HostLine host={faculties[0]!} /> : null}
      {faculties.length > 1 ? (
        <details>
          <summary>
            {t("hosts.faculties", { count: faculties.length })}{" "}
            {late > 0 ? (
              <span className="tag leadership-late">{t("hosts.late", { count: late })}</span>
            ) : null}
          </summary>
          {faculties.map((h) => (
            <HostLine key={h.name} host={h} />
          ))}
        </details>
      ) : null}
    </section>
  )
}

function HostLine({ host: h }: { host: Host }): ReactNode {
  const t = useWords("leadership")
  const say = useSay()
  return (
    <p className="leadership-host">
      <b lang="zh-CN">{h.name}</b>
      {h.last ? <span>{t("hosts.last", { day: say.day(h.last) })}</span> : null}
      {h.never.length > 0 ? (
        <span className="leadership-warn" lang="zh-CN">
          {t("hosts.never", { unions: h.never.join("、") })}
        </span>
      ) : null}
      {h.due ? (
        <span className={h.overdue ? "leadership-warn" : ""}>
          {t(h.overdue ? "hosts.overdue" : "hosts.due", { day: say.day(h.due) })}
        </span>
      ) : null}
      {h.planned ? <span>{t("hosts.planned", { day: say.day(h.planned) })}</span> : null}
      {h.faculty === null ? <ClauseLabel clause="9.3" /> : null}
    </p>
  )
}
