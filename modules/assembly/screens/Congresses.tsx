import type { ReactNode } from "react"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { Go } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer, Empty } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { published } from "../contract.ts"
import "./congresses.css"

type Item = Out<typeof published>["items"][number]

/** The assemblies everybody may know of: those to come, those under way, those held. */
export default function Congresses(): ReactNode {
  const t = useWords("assembly")
  return (
    <Page title={t("public.title")} lead={t("public.lead")} narrow>
      <Answer of={useAsk(published, {})} rows={4}>
        {({ items }) => {
          if (items.length === 0)
            return (
              <Empty title={t("public.none")}>
                <p>{t("public.none-more")}</p>
              </Empty>
            )
          const held = items.filter((a) => a.state === "closed")
          return (
            <>
              <Lines of={items.filter((a) => a.state !== "closed")} />
              {held.length > 0 ? (
                <section className="congresses-past">
                  <h2>{t("public.past")}</h2>
                  <Lines of={held} />
                </section>
              ) : null}
            </>
          )
        }}
      </Answer>
    </Page>
  )
}

function Lines({ of }: { of: readonly Item[] }): ReactNode {
  const t = useWords("assembly")
  const say = useSay()
  return (
    <ul className="congresses">
      {of.map((a) => (
        <li key={a.id} className="panel">
          <p className="congresses-name" lang="zh-CN">
            <Go to={`/congress/${a.id}`}>{a.name}</Go>
          </p>
          <p className="congresses-small">
            <span className={`tag congresses-${a.state}`}>{t(`state.${a.state}`)}</span>
            <span lang="zh-CN">{a.union}</span>
            <span>
              {say.day(a.day)} {a.time}
            </span>
            <span lang="zh-CN">{a.place}</span>
          </p>
        </li>
      ))}
    </ul>
  )
}
