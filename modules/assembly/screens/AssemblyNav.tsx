import type { ReactNode } from "react"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { Go } from "#kit/web/nav.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { head } from "../contract.ts"
import "./nav.css"
import "./state.css"

type Place = Out<typeof head>["links"][number]["place"]

interface AssemblyNavProps {
  /** Id of the assembly. */
  readonly id: string
  /** The page it stands on. */
  readonly now: Place
}

/** The strip at the top of every page of an assembly: which one it is, how it stands, where else to go. */
export function AssemblyNav({ id, now }: AssemblyNavProps): ReactNode {
  const t = useWords("assembly")
  const say = useSay()
  const { data } = useAsk(head, { id }, { keep: true })
  // The page's own answer says what is wrong; the strip keeps its place meanwhile.
  if (!data) return <div className="assembly-nav" aria-hidden="true" />
  return (
    <div className="assembly-nav no-print">
      <p>
        {now === "about" ? null : <b lang="zh-CN">{data.name}</b>}
        <span className={`tag assembly-${data.state}`}>{t(`state.${data.state}`)}</span>
        <span className="muted">{say.day(data.day)}</span>
      </p>
      {data.links.length > 1 ? (
        <nav aria-label={t("nav.label")}>
          {data.links.map((l) => (
            <Go key={l.place} to={l.href} {...(l.place === now ? { className: "assembly-now" } : {})}>
              {t(`nav.${l.place}`)}
            </Go>
          ))}
        </nav>
      ) : null}
    </div>
  )
}
