import { Segmented, Select } from "antd"
import { type ReactNode, useState } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import type { Out } from "#kit/web/call.ts"
import { Go, useAsOf, useFilter } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer, Empty } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { list } from "../contract.ts"
import { BranchForm, UnitForm } from "./AppointForm.tsx"
import { OfficePanel } from "./OfficePanel.tsx"
import "./offices.css"

type Listed = Out<typeof list>

/** Who holds which post in the offices, on the day chosen. */
export default function OfficeList(): ReactNode {
  const t = useWords("offices")
  const [asOf] = useAsOf()
  const [{ scope = "university", faculty }, set] = useFilter()
  const asked = useAsk(
    list,
    { on: asOf, ...(scope === "class" && faculty ? { faculty } : {}) },
    { keep: true },
  )
  return (
    <Page
      title={t("list.title")}
      lead={t("list.lead")}
      actions={
        <Go to="/office/offices/set-ups" className="button">
          {t("list.set-ups")}
        </Go>
      }
    >
      <Answer of={asked} rows={8}>
        {(listed) => (
          <>
            <Gaps gaps={listed.gaps} />
            <div className="offices-choose">
              <Segmented
                aria-label={t("list.scope")}
                value={scope}
                onChange={(to) => set({ scope: to === "university" ? undefined : to, faculty: undefined })}
                options={["university", "unit", "faculty", "class"].map((value) => ({
                  value,
                  label: t(`scope.${value}`),
                }))}
              />
              {scope === "university" || scope === "unit" ? null : (
                <Select
                  allowClear
                  showSearch
                  aria-label={t("list.faculty")}
                  placeholder={t("list.faculty")}
                  value={faculty ?? null}
                  onChange={(to: string | null) => set({ faculty: to ?? undefined })}
                  options={listed.faculties.map((value) => ({ value, label: value }))}
                />
              )}
            </div>
            <Offices listed={listed} scope={scope} faculty={faculty} />
          </>
        )}
      </Answer>
    </Page>
  )
}

function Gaps({ gaps }: { gaps: Listed["gaps"] }): ReactNode {
  const t = useWords("offices")
  if (gaps.length === 0) return null
  return (
    <details className="panel offices-gaps" open={gaps.length <= 5}>
      <summary>{t("gaps.title", { count: gaps.length })}</summary>
      <ul>
        {gaps.map((g) => (
          <li key={`${g.clause}${g.office}`}>
            {g.because} <ClauseLabel clause={g.clause} />
          </li>
        ))}
      </ul>
    </details>
  )
}

function Offices(props: { listed: Listed; scope: string; faculty: string | undefined }): ReactNode {
  const { listed, scope, faculty } = props
  const t = useWords("offices")
  const [adding, setAdding] = useState(false)
  const wanted = scope === "university" ? ["university", "above"] : [scope]
  const shown = listed.items.filter((o) => wanted.includes(o.scope) && (!faculty || o.faculty === faculty))
  if (scope === "class" && !faculty) return <Empty title={t("list.choose-faculty")} />
  const adds =
    scope === "unit" ? listed.can.unit : scope === "class" && faculty !== undefined && listed.can.branch
  return (
    <>
      {adds ? (
        <p>
          <button type="button" className="button" onClick={() => setAdding(true)}>
            {t(scope === "unit" ? "list.unit" : "list.branch")}
          </button>
        </p>
      ) : null}
      {shown.length === 0 ? <Empty title={t("list.none")} /> : null}
      <div className="offices-grid">
        {shown.map((office) => (
          <OfficePanel key={`${office.kind}/${office.scopeName}`} office={office} />
        ))}
      </div>
      {adding && scope === "unit" ? <UnitForm onClose={() => setAdding(false)} /> : null}
      {adding && faculty ? <BranchForm faculty={faculty} onClose={() => setAdding(false)} /> : null}
    </>
  )
}
