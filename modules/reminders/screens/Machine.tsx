import { Button } from "antd"
import type { ReactNode } from "react"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { List } from "#kit/web/desk/List.tsx"
import { Listed, usePage } from "#kit/web/desk/Listed.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer, Empty } from "#kit/web/states.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { machine, retry } from "../contract.ts"
import "./settings.css"

const size = 20

/** Whether the machine does its work by the clock, and what it could not send. */
export default function Machine(): ReactNode {
  const t = useWords("reminders")
  const asked = useAsk(machine, { page: usePage(), size }, { keep: true, every: 60_000 })
  return (
    <Page title={t("machine.title")} lead={t("machine.lead")}>
      <section className="panel">
        <h2>{t("machine.unsent")}</h2>
        <Answer of={asked} rows={1}>
          {({ mailReady, site, sent }) => (
            <p className="muted">
              {t(mailReady ? "machine.mail-on" : "machine.mail-off")}{" "}
              {site ? t("machine.site", { site }) : t("machine.site-off")}{" "}
              {t("machine.sent", { count: sent })}
            </p>
          )}
        </Answer>
        <Unsent of={asked} />
      </section>
      <section className="panel">
        <h2>{t("machine.jobs")}</h2>
        <Answer of={asked} rows={4}>
          {({ jobs }) => <Jobs jobs={jobs} />}
        </Answer>
      </section>
    </Page>
  )
}

type Machinery = Out<typeof machine>

function Unsent({ of }: { of: Parameters<typeof Listed<Machinery["items"][number]>>[0]["of"] }): ReactNode {
  const t = useWords("reminders")
  const say = useSay()
  const again = useDo(retry, { done: t("machine.retried") })
  return (
    <Listed
      of={of}
      size={size}
      label={t("machine.unsent")}
      rowKey={(d) => d.id}
      none={<Empty title={t("machine.unsent-none")} />}
      columns={[
        {
          key: "what",
          title: t("machine.what"),
          show: (d) => t(`machine.${d.channel}`, { kind: t(`machine.kind-${d.kind}`) }),
        },
        { key: "to", title: t("machine.to"), show: (d) => d.to },
        { key: "at", title: t("machine.at"), show: (d) => say.time(d.createdAt) },
        {
          key: "state",
          title: t("machine.state"),
          show: (d) =>
            d.givenUp
              ? t("machine.given-up", { count: d.tries })
              : t("machine.waits", { count: d.tries, time: say.time(d.nextAt) }),
        },
        { key: "error", title: t("machine.error"), show: (d) => d.error ?? "" },
        {
          key: "do",
          title: t("machine.do"),
          show: (d) =>
            d.can.retry ? (
              <Button onClick={() => void again.run({ id: d.id })}>{t("machine.retry")}</Button>
            ) : null,
        },
      ]}
    />
  )
}

function Jobs({ jobs }: { jobs: Machinery["jobs"] }): ReactNode {
  const t = useWords("reminders")
  const say = useSay()
  return (
    <List
      label={t("machine.jobs")}
      rows={jobs}
      rowKey={(j) => j.name}
      columns={[
        { key: "title", title: t("machine.job"), show: (j) => <b lang="zh-CN">{j.title}</b> },
        {
          key: "done",
          title: t("machine.last-done"),
          show: (j) => (j.lastDone ? say.time(j.lastDone) : t("machine.never")),
        },
        {
          key: "failed",
          title: t("machine.last-failed"),
          show: (j) =>
            j.lastFailed ? (
              <span className="reminders-failed">
                {t("machine.failures", { time: say.time(j.lastFailed), count: j.failures })} {j.error}
              </span>
            ) : (
              t("machine.no-failure")
            ),
        },
      ]}
    />
  )
}
