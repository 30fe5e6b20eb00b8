import type { ReactNode } from "react"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { Go, useParam } from "#kit/web/nav.tsx"
import { Page, PageOf } from "#kit/web/Page.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { AssemblyNav } from "#modules/assembly/screens/forms.ts"
import { one } from "../contract.ts"
import { Agenda } from "./Agenda.tsx"
import { NextAction } from "./NextAction.tsx"
import { More, Panels, Votes } from "./SideColumn.tsx"
import { Speakers } from "./Speakers.tsx"
import "./hall.css"

export type Hall = Out<typeof one>

/** What this desk's clock is behind the server's, in milliseconds. */
export const aheadOf = (of: Hall, heard: number): number => Date.parse(of.now) - heard

/** The chair's console: the one thing that comes next on top, everything else a tap away. */
export default function HallPage(): ReactNode {
  const t = useWords("hall")
  const asked = useAsk(one, { assembly: useParam("id") }, { every: 2_500 })
  return (
    <PageOf of={asked} title={t("console.title")} rows={10}>
      {(of) => (
        <Console
          of={of}
          ahead={aheadOf(of, asked.dataUpdatedAt)}
          lost={asked.isError || asked.failureCount > 0}
        />
      )}
    </PageOf>
  )
}

function Console({ of, ahead, lost }: { of: Hall; ahead: number; lost: boolean }): ReactNode {
  const t = useWords("hall")
  const say = useSay()
  const { id, union, day, time, place } = of.assembly
  return (
    <Page
      title={t("console.title")}
      lead={`${union} · ${say.day(day)} ${time} · ${place}`}
      actions={
        <>
          <Go to={`/office/hall/${id}/screen`} className="button">
            {t("console.screen")}
          </Go>
          <Go to={`/office/hall/${id}/minutes`} className="button">
            {t("minutes.title")}
          </Go>
        </>
      }
    >
      <AssemblyNav id={id} now="hall" />
      {lost ? (
        <p className="hall-lost" role="status">
          {t("lost")}
        </p>
      ) : null}
      <Facts of={of} />
      <NextAction of={of} ahead={ahead} />
      <div className="hall-columns">
        <Agenda of={of} />
        <div>
          <Speakers of={of} ahead={ahead} />
          <Panels of={of} />
          <Votes of={of} />
          <More of={of} />
        </div>
      </div>
    </Page>
  )
}

/** Where the sitting stands, at a glance. */
function Facts({ of }: { of: Hall }): ReactNode {
  const t = useWords("hall")
  const { quorum: q } = of
  const item = of.items.find((i) => i.state === "on")
  return (
    <dl className="hall-facts">
      <div>
        <dt>{t("console.state")}</dt>
        <dd>{t(`state.${of.state}`)}</dd>
      </div>
      <div>
        <dt>{t("console.present")}</dt>
        <dd>
          {q.present}
          <small> / {q.due}</small>
        </dd>
      </div>
      <div className={q.met ? "hall-met" : "hall-unmet"}>
        <dt>{t("console.quorum", { needed: q.needed })}</dt>
        <dd>{t(q.met ? "console.met" : "console.unmet")}</dd>
      </div>
      <div>
        <dt>{t("console.chairs")}</dt>
        <dd className="hall-small">{of.chairs.join("、") || "—"}</dd>
      </div>
      {item ? (
        <div className="hall-wide">
          <dt>{t("item.on")}</dt>
          <dd className="hall-small">{item.title}</dd>
        </div>
      ) : null}
    </dl>
  )
}
