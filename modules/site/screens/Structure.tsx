import { type ReactNode, useEffect } from "react"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { Go, useFilter } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer, Empty } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { organisationSvg, Sheet } from "#modules/unions/screens/forms.ts"
import { structure } from "../contract.ts"
import { type Union, unionTree, universityTree } from "./organisation.ts"
import "./site.css"

/** The organisation drawn, the whole or one union, and the same in words; without names. */
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
        {({ unions }) =>
          unions.length === 0 ? (
            <Empty title={t("home.no-unions")}>{<p>{t("home.no-unions-more")}</p>}</Empty>
          ) : (
            <>
              <Drawing unions={unions} />
              <InWords unions={unions} />
            </>
          )
        }
      </Answer>
    </Page>
  )
}

type Unions = Out<typeof structure>["unions"]

/** The chart of the university, or of the union chosen; pressing a union's box opens it. */
function Drawing({ unions }: { unions: Unions }): ReactNode {
  const t = useWords("site")
  const { university } = useViewer()
  const [{ union, parts }, set] = useFilter()
  const one = unions.find((u) => u.id === union)
  const root = one ? unionTree(one, t) : universityTree(university.name, unions, t, parts === "1")
  const open = (index: number) => {
    const picked = index > 0 && !one ? unions[index - 1] : undefined
    if (picked) set({ union: picked.id })
  }
  return (
    <section className="site-section site-drawing">
      <div className="site-choose no-print">
        <label>
          <span>{t("structure.which")}</span>
          <select value={one?.id ?? ""} onChange={(e) => set({ union: e.target.value || undefined })}>
            <option value="">{t("structure.whole")}</option>
            {unions.map((u) => (
              <option key={u.id} value={u.id}>
                {u.name}
              </option>
            ))}
          </select>
        </label>
        {one ? null : (
          <label className="site-check">
            <input
              type="checkbox"
              checked={parts === "1"}
              onChange={(e) => set({ parts: e.target.checked ? "1" : undefined })}
            />
            <span>{t("structure.parts")}</span>
          </label>
        )}
      </div>
      <Sheet
        svg={organisationSvg(root, { names: false, findings: false })}
        label={t("structure.drawing", { name: root.name })}
        hint={t("structure.hint")}
        onPick={open}
        tools={(zoom) => (
          <>
            <button
              type="button"
              className="button"
              aria-label={t("structure.smaller")}
              onClick={() => zoom.by(1 / 1.25)}
            >
              −
            </button>
            <span className="orgchart-zoom" role="status">
              {Math.round(zoom.shown * 100)}%
            </span>
            <button
              type="button"
              className="button"
              aria-label={t("structure.larger")}
              onClick={() => zoom.by(1.25)}
            >
              +
            </button>
            <button type="button" className="button" onClick={zoom.fit}>
              {t("structure.fit")}
            </button>
            <button type="button" className="button orgchart-save" onClick={() => print()}>
              {t("structure.print")}
            </button>
          </>
        )}
      />
      <p className="no-print">
        {t("structure.names")} <Go to="/disclosures">{t("disclosures.nav")}</Go>
      </p>
    </section>
  )
}

/** The same in words, for print and for those who cannot see a drawing. */
function InWords({ unions }: { unions: readonly Union[] }): ReactNode {
  const t = useWords("site")
  // The address may name one union (`#id`), which was not there when the browser looked for it.
  useEffect(() => {
    const one = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    if (one instanceof HTMLDetailsElement) one.open = true
    one?.scrollIntoView()
  }, [])
  const levels = (["school", "faculty"] as const)
    .map((level) => ({ level, of: unions.filter((u) => u.level === level) }))
    .filter(({ of }) => of.length > 0)
  return levels.map(({ level, of }) => (
    <section key={level} className="site-section no-print">
      <h2>{t(`home.${level}`)}</h2>
      <div className="site-folds">
        {of.map((u) => (
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
  ))
}

function Build({ union }: { union: Union }): ReactNode {
  const t = useWords("site")
  return (
    <>
      <dl className="site-build">
        <div>
          <dt>{t("structure.presidium")}</dt>
          <dd>
            {union.presidium === undefined
              ? t("staff-none")
              : t("structure.people", { count: union.presidium })}
          </dd>
        </div>
        {union.departments.map((d) => (
          <div key={d.name}>
            <dt>{d.name}</dt>
            <dd>{t("structure.people", { count: d.people })}</dd>
          </div>
        ))}
      </dl>
      {union.departments.length ? null : <p className="site-none muted">{t("structure.no-departments")}</p>}
    </>
  )
}
