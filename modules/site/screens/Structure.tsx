import { type ReactNode, useEffect } from "react"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { Page } from "#kit/web/Page.tsx"
import { Answer, Empty } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { structure } from "../contract.ts"
import "./site.css"

type Union = Out<typeof structure>["unions"][number]

/** 主席团+工作部门 of every union, without names. */
export default function Structure(): ReactNode {
  const t = useWords("site")
  const say = useSay()
  const asked = useAsk(structure, {})
  return (
    <Page
      title={t("structure.title")}
      {...(asked.data ? { lead: t("structure.lead", { day: say.day(asked.data.asOf) }) } : {})}
    >
      <Answer of={asked} rows={6}>
        {({ unions }) => <All unions={unions} />}
      </Answer>
    </Page>
  )
}

function All({ unions }: { unions: readonly Union[] }): ReactNode {
  const t = useWords("site")
  // The address may name one union (`#id`), which was not there when the browser looked for it.
  useEffect(() => {
    const one = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    if (one instanceof HTMLDetailsElement) one.open = true
    one?.scrollIntoView()
  }, [])
  if (unions.length === 0)
    return <Empty title={t("home.no-unions")}>{<p>{t("home.no-unions-more")}</p>}</Empty>
  const faculties = unions.filter((u) => u.level === "faculty")
  return (
    <>
      {unions
        .filter((u) => u.level === "school")
        .map((u) => (
          <section key={u.id} id={u.id} className="panel site-section">
            <h2>{u.name}</h2>
            <Build union={u} />
          </section>
        ))}
      {faculties.length ? (
        <section className="site-section">
          <h2>{t("home.faculty")}</h2>
          <div className="site-folds">
            {faculties.map((u) => (
              <details key={u.id} id={u.id}>
                <summary>
                  <b>{u.name}</b>
                  <span>{u.staff === undefined ? t("staff-none") : t("staff", { count: u.staff })}</span>
                </summary>
                <Build union={u} />
              </details>
            ))}
          </div>
        </section>
      ) : null}
    </>
  )
}

function Build({ union }: { union: Union }): ReactNode {
  const t = useWords("site")
  return (
    <div className="site-build">
      <div className="site-box site-box-top">
        <b>{t("structure.presidium")}</b>
        {union.presidium === undefined ? null : (
          <span>{t("structure.people", { count: union.presidium })}</span>
        )}
      </div>
      {union.departments.length ? (
        <ul aria-label={t("structure.departments")}>
          {union.departments.map((d) => (
            <li key={d.name} className="site-box">
              <b>{d.name}</b>
              <span>{t("structure.people", { count: d.people })}</span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="muted">{t("structure.no-departments")}</p>
      )}
    </div>
  )
}
