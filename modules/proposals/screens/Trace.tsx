import type { ReactNode } from "react"
import { useSay } from "#kit/web/days.ts"
import { useWords } from "#kit/web/words.ts"
import type { Whole } from "./ProposalPage.tsx"

/** What was done with it, in order. */
export function Trace({ of }: { of: Whole }): ReactNode {
  const t = useWords("proposals")
  const say = useSay()
  if (of.deeds.length === 0) return null
  return (
    <section className="panel">
      <h2>{t("trace.title")}</h2>
      <ol className="proposal-trace">
        {of.deeds.map((d) => (
          <li key={`${d.at}${d.what}${d.because}`}>
            <b>{t(`trace.${d.what}`)}</b> <span className="muted">{d.byName}</span>
            {d.because ? <p lang="zh-CN">{d.because}</p> : null}
            <small className="muted">{say.recorded(d.at)}</small>
          </li>
        ))}
      </ol>
    </section>
  )
}
