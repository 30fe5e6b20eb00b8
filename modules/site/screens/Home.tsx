import type { ReactNode } from "react"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { Go } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer, Empty } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { home } from "../contract.ts"
import { DisclosureList } from "./DisclosureList.tsx"
import "./site.css"

/** The public front page: who the unions are, and what they have laid open. */
export default function Home(): ReactNode {
  const t = useWords("site")
  return (
    <Page
      title={t("home.title")}
      lead={t("home.lead")}
      actions={
        <>
          <Go to="/disclosures" className="button button-main">
            {t("home.see-disclosures")}
          </Go>
          <Go to="/structure" className="button">
            {t("home.see-structure")}
          </Go>
        </>
      }
    >
      <Answer of={useAsk(home, {})} rows={6}>
        {(answer) => <Front {...answer} />}
      </Answer>
    </Page>
  )
}

type Home = Out<typeof home>

function Front({ unions, disclosures, counts }: Home): ReactNode {
  const t = useWords("site")
  const say = useSay()
  if (unions.length === 0)
    return <Empty title={t("home.no-unions")}>{<p>{t("home.no-unions-more")}</p>}</Empty>
  const shown = (["unions", "disclosures", "notices"] as const).filter((key) => counts[key] > 0)
  return (
    <>
      <dl className="site-counts">
        {shown.map((key) => (
          <div key={key}>
            <dt>{t(`counts.${key}`)}</dt>
            <dd>{say.number(counts[key])}</dd>
          </div>
        ))}
      </dl>
      <div className="site-columns">
        <div>
          <Unions title={t("home.school")} of={unions.filter((u) => u.level === "school")} large />
          <Unions title={t("home.faculty")} of={unions.filter((u) => u.level === "faculty")} />
        </div>
        <section aria-labelledby="latest">
          <div className="site-section-head">
            <h2 id="latest">{t("home.latest")}</h2>
            {disclosures.length ? <Go to="/disclosures">{t("home.all")}</Go> : null}
          </div>
          {disclosures.length ? (
            <DisclosureList of={disclosures} />
          ) : (
            <div className="panel">
              <Empty title={t("disclosures.none")}>{<p>{t("disclosures.none-more")}</p>}</Empty>
            </div>
          )}
        </section>
      </div>
    </>
  )
}

function Unions({ title, of, large }: { title: string; of: Home["unions"]; large?: boolean }): ReactNode {
  const t = useWords("site")
  if (of.length === 0) return null
  return (
    <section className="site-section">
      <div className="site-section-head">
        <h2>{title}</h2>
        {large ? null : <Go to="/structure">{t("home.faculty-all", { count: of.length })}</Go>}
      </div>
      <ul className={large ? "grid site-unions" : "site-union-lines"}>
        {of.slice(0, large ? of.length : 12).map((u) => (
          <li key={u.id}>
            <Go to={`/structure#${u.id}`}>
              <b>{u.name}</b>
              <span>{u.staff === undefined ? t("staff-none") : t("staff", { count: u.staff })}</span>
            </Go>
          </li>
        ))}
      </ul>
    </section>
  )
}
