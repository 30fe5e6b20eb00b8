import { Button, Select } from "antd"
import { type ReactNode, useId, useState } from "react"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { List } from "#kit/web/desk/List.tsx"
import { Go, useFilter, useGo } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer, Empty } from "#kit/web/states.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { draft, list } from "../contract.ts"
import { StateTag } from "./StateTag.tsx"
import "./disclosure.css"

type Answered = Out<typeof list>

/** The disclosures of the unions this person works for or answers for, by school year. */
export default function DisclosureList(): ReactNode {
  const t = useWords("disclosure")
  const [{ year }] = useFilter()
  return (
    <Page
      title={t("list.title")}
      lead={t("list.lead")}
      actions={<Go to="/office/disclosures/form">{t("list.form")}</Go>}
    >
      <Answer of={useAsk(list, year ? { schoolYear: year } : {})}>
        {(answer) => (
          <>
            {answer.mine.length > 0 ? <NewDraft {...answer} /> : null}
            <Shown {...answer} />
          </>
        )}
      </Answer>
    </Page>
  )
}

const yearName = (year: number): string => `${year}—${year + 1}`

function NewDraft({ mine, items, schoolYear }: Answered): ReactNode {
  const t = useWords("disclosure")
  const go = useGo()
  const id = useId()
  const [union, setUnion] = useState(mine[0]?.id ?? "")
  const [year, setYear] = useState(schoolYear)
  const drafting = useDo(draft)
  const known = items.find((i) => i.unionId === union && i.schoolYear === year)
  const make = async () => {
    const made = await drafting.run({ unionId: union, schoolYear: year })
    if (made) go(`/office/disclosures/${made.id}`)
  }
  return (
    <section className="panel disclosure-new" aria-label={t("new.title")}>
      <span>
        <label htmlFor={`${id}-union`}>{t("new.union")}</label>
        <Select
          id={`${id}-union`}
          value={union}
          onChange={setUnion}
          options={mine.map((u) => ({ value: u.id, label: u.name }))}
          popupMatchSelectWidth={false}
        />
      </span>
      <span>
        <label htmlFor={`${id}-year`}>{t("new.year")}</label>
        <Select
          id={`${id}-year`}
          value={year}
          onChange={setYear}
          options={[0, 1, 2].map((back) => ({
            value: schoolYear - back,
            label: yearName(schoolYear - back),
          }))}
        />
      </span>
      {known ? (
        <Go to={`/office/disclosures/${known.id}`} className="button button-main">
          {t("new.open")}
        </Go>
      ) : (
        <Button type="primary" loading={drafting.busy} onClick={() => void make()}>
          {t("new.make")}
        </Button>
      )}
    </section>
  )
}

function Shown({ items }: Answered): ReactNode {
  const t = useWords("disclosure")
  const say = useSay()
  if (items.length === 0) return <Empty title={t("list.none")}>{<p>{t("list.none-more")}</p>}</Empty>
  return (
    <List
      label={t("list.title")}
      rows={items}
      rowKey={(d) => d.id}
      columns={[
        {
          key: "union",
          title: t("list.union"),
          show: (d) => <Go to={`/office/disclosures/${d.id}`}>{d.union}</Go>,
        },
        { key: "year", title: t("list.year"), show: (d) => yearName(d.schoolYear) },
        { key: "state", title: t("list.state"), show: (d) => <StateTag is={d.state} /> },
        {
          key: "made",
          title: t("list.made"),
          show: (d) => t("list.version", { n: d.version, time: say.recorded(d.madeAt) }),
        },
        {
          key: "published",
          title: t("list.published"),
          show: (d) =>
            d.published ? (
              <a href={`/disclosures/${d.id}`}>{say.recorded(d.published.at)}</a>
            ) : (
              <span className="muted">{t("list.not")}</span>
            ),
        },
      ]}
    />
  )
}
