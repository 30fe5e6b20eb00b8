import type { ReactNode } from "react"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { Go, useIsThere } from "#kit/web/nav.tsx"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import type { mine } from "../contract.ts"

type Item = Out<typeof mine>["items"][number]
type Heading = Item["heading"]

/** In the order they stand, each with the page where all of it lies. */
const parts: readonly (readonly [Heading, string])[] = [
  ["needs", "/needs/mine"],
  ["notices", "/notices"],
  ["calls", "/calls"],
  ["activities", "/activities"],
  ["votes", "/congress"],
  ["delegate", "/congress"],
  ["listening", "/listening"],
]
const most = 4

/** What concerns one, by heading: where something waits first; what there is nothing of in one list at the end. */
export function Sections({ items }: { items: readonly Item[] }): ReactNode {
  const t = useWords("home")
  const isThere = useIsThere()
  const all = parts.map(([heading, path]) => ({
    heading,
    path,
    items: items.filter((i) => i.heading === heading),
  }))
  const waits = (of: readonly Item[]) => Number(of.some((i) => i.state === "todo"))
  const full = all.filter((p) => p.items.length > 0).sort((a, b) => waits(b.items) - waits(a.items))
  const bare = all.filter((p) => p.items.length === 0 && isThere(p.path))
  return (
    <>
      {full.map((p) => (
        <section key={p.heading} className="home-part" aria-labelledby={`home-${p.heading}`}>
          <div className="home-part-head">
            <h2 id={`home-${p.heading}`}>{t(`part.${p.heading}`)}</h2>
            <Go to={p.path}>
              {p.items.length > most ? t("all-of", { count: p.items.length }) : t("all")}
              <span className="unseen"> {t(`part.${p.heading}`)}</span>
            </Go>
          </div>
          <ul className="home-lines">
            {p.items.slice(0, most).map((i) => (
              <Line key={`${i.href} ${i.title}`} of={i} />
            ))}
          </ul>
        </section>
      ))}
      {bare.length ? (
        <section className="home-part" aria-labelledby="home-none">
          <div className="home-part-head">
            <h2 id="home-none">{t(full.length ? "none" : "none-at-all")}</h2>
          </div>
          <dl className="home-none">
            {bare.map((p) => (
              <div key={p.heading}>
                <dt>
                  <Go to={p.path}>{t(`part.${p.heading}`)}</Go>
                </dt>
                <dd>{t(`will.${p.heading}`)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ) : null}
    </>
  )
}

/** The whole line leads there: it is pressed with a thumb. */
function Line({ of }: { of: Item }): ReactNode {
  const t = useWords("home")
  const say = useSay()
  const { today } = useViewer().university
  return (
    <li>
      <Go to={of.href} className={`home-line home-line-${of.state}`}>
        <span className="home-line-title">
          {of.state === "plain" ? null : <span className="home-mark">{t(`state.${of.state}`)}</span>}
          <span lang="zh-CN">{of.title}</span>
        </span>
        {of.note || of.by ? (
          <span className="home-line-note">
            {of.note ? <span lang="zh-CN">{of.note}</span> : null}
            {of.by ? (
              <span className={of.by < today ? "home-late" : ""}>
                {t(of.by < today ? "late" : "by", { day: say.day(of.by) })}
              </span>
            ) : null}
          </span>
        ) : null}
      </Go>
    </li>
  )
}
