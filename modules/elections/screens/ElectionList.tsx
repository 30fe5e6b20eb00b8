import type { ReactNode } from "react"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { Go, useParam } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer, Empty } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { AssemblyNav } from "#modules/assembly/screens/forms.ts"
import { list } from "../contract-asked.ts"
import "./elections.css"

type Answered = Out<typeof list>

/** The votes of an assembly, round by round. */
export default function ElectionList(): ReactNode {
  const t = useWords("elections")
  const assembly = useParam("id")
  const asked = useAsk(list, { assembly }, { every: 10_000 })
  const can = asked.data?.can.create
  return (
    <Page
      title={t("room")}
      lead={t("list.lead")}
      actions={
        can ? (
          <Go to={`/office/elections/of/${assembly}/new`} className="button button-main">
            {t("list.new")}
          </Go>
        ) : null
      }
    >
      <AssemblyNav id={assembly} now="elections" />
      <Answer of={asked}>
        {({ elections }) =>
          elections.length === 0 ? (
            <Empty title={t("list.none")}>
              <p>{t(can ? "list.none-can" : "list.none-more")}</p>
            </Empty>
          ) : (
            <ul className="elections-list">
              {elections.map((e) => (
                <Election key={e.id} of={e} />
              ))}
            </ul>
          )
        }
      </Answer>
    </Page>
  )
}

function Election({ of: e }: { of: Answered["elections"][number] }): ReactNode {
  const t = useWords("elections")
  const say = useSay()
  return (
    <li className="panel">
      <p className="elections-title" lang="zh-CN">
        <Go to={`/office/elections/${e.id}`}>{e.title}</Go>
        {e.round > 1 ? <span className="tag">{t("round", { n: e.round })}</span> : null}
        <span className={`tag elections-${e.state}`}>{t(`state.${e.state}`)}</span>
      </p>
      <p className="muted">
        {t("list.terms", { seats: e.seats })} · {t(`mode.${e.mode}`)} · {t(`method.${e.method}`)}
        {e.openedAt ? ` · ${t("list.opened", { time: say.recorded(e.openedAt) })}` : ""}
      </p>
      {e.elected.length > 0 ? <p>{t("list.elected", { names: e.elected.join("、") })}</p> : null}
    </li>
  )
}
