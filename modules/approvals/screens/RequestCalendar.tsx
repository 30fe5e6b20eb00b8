import { LeftOutlined, RightOutlined } from "@ant-design/icons"
import { addDays, addMonths } from "@qiaoliang/basics"
import { Button } from "antd"
import type { ReactNode } from "react"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { Go, useFilter, useGo } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer, Empty } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { calendar } from "../contract.ts"
import "./calendar.css"

type Month = Out<typeof calendar>
type Event = Month["items"][number]

/** Approved activities of a month: a grid, or a list of days on a phone. */
export default function RequestCalendar(): ReactNode {
  const t = useWords("approvals")
  const go = useGo()
  const { university } = useViewer()
  const [{ month: asked, union }, set] = useFilter()
  const month = /^\d{4}-(0[1-9]|1[0-2])$/.test(asked ?? "") ? asked! : university.today.slice(0, 7)
  const move = (by: number) => set({ month: addMonths(`${month}-01`, by).slice(0, 7) })
  const [year = "", number = ""] = month.split("-")
  return (
    <Page
      title={t("calendar.title")}
      lead={t("calendar.lead")}
      actions={
        <>
          <Button onClick={() => go("/office/requests")}>{t("queue.all")}</Button>
          <Button icon={<LeftOutlined />} aria-label={t("calendar.before")} onClick={() => move(-1)} />
          <span className="approvals-month" aria-live="polite">
            {t("calendar.month", { year, month: Number(number) })}
          </span>
          <Button icon={<RightOutlined />} aria-label={t("calendar.after")} onClick={() => move(1)} />
        </>
      }
    >
      <Answer of={useAsk(calendar, { month, unionId: union }, { keep: true })} rows={8}>
        {(told) => (
          <>
            <Grid month={month} told={told} today={university.today} />
            {told.items.length === 0 ? (
              <Empty title={t("calendar.none")}>
                <p>{t("calendar.none-more")}</p>
              </Empty>
            ) : null}
          </>
        )}
      </Answer>
    </Page>
  )
}

function Grid({ month, told, today }: { month: string; told: Month; today: string }): ReactNode {
  const t = useWords("approvals")
  const say = useSay()
  const first = `${month}-01`
  const last = addDays(addMonths(first, 1), -1)
  const shift = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7
  const days = Array.from({ length: Number(last.slice(8)) }, (_, i) => addDays(first, i))
  const idle = new Set(told.idle)
  const on = (day: string) =>
    told.items.filter((e) => e.starts.slice(0, 10) <= day && day <= e.ends.slice(0, 10))
  return (
    <ol className="approvals-grid" style={{ "--shift": shift } as React.CSSProperties}>
      {["1", "2", "3", "4", "5", "6", "7"].map((d) => (
        <li key={d} className="approvals-weekday" aria-hidden="true">
          {t(`weekday.${d}`)}
        </li>
      ))}
      {days.map((day, i) => {
        const events = on(day)
        const classes = [
          "approvals-day",
          i === 0 ? "approvals-first" : "",
          idle.has(day) ? "approvals-idle" : "",
          day === today ? "approvals-today" : "",
          events.length === 0 ? "approvals-empty" : "",
        ]
        return (
          <li key={day} className={classes.filter(Boolean).join(" ")}>
            <time dateTime={day}>
              <span className="unseen">{say.day(day)}</span>
              <span aria-hidden="true">{Number(day.slice(8))}</span>
            </time>
            {events.map((e) => (
              <Held key={e.id} event={e} day={day} />
            ))}
          </li>
        )
      })}
    </ol>
  )
}

function Held({ event: e, day }: { event: Event; day: string }): ReactNode {
  return (
    <Go to={`/office/requests/${e.id}`} className="approvals-event">
      <b>{e.title}</b>
      <small>
        {e.starts.slice(0, 10) === day ? e.starts.slice(11) : ""} {e.venue}
      </small>
      <small>{e.union}</small>
    </Go>
  )
}
