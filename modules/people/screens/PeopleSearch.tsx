import { Input, Select } from "antd"
import type { ReactNode } from "react"
import { useSay } from "#kit/web/days.ts"
import { Listed, usePage } from "#kit/web/desk/Listed.tsx"
import { Go, useAsOf, useFilter } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Empty } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { peopleFaculties, peopleSearch } from "../contract.ts"
import "./people.css"

const size = 50

/** The register of students: by name or number, faculty, year of entry. */
export default function PeopleSearch(): ReactNode {
  const t = useWords("people")
  const say = useSay()
  const [asOf] = useAsOf()
  const [{ text, faculty, grade }] = useFilter()
  const page = usePage()
  const asked = useAsk(peopleSearch, { text, faculty, grade, asOf, page, size }, { keep: true })
  return (
    <Page title={t("search.title")} lead={t("search.lead")}>
      <Find />
      <Listed
        of={asked}
        size={size}
        label={t("search.title")}
        none={
          <Empty title={t("search.none")}>
            <p>{t(text || faculty || grade ? "search.none-found" : "search.none-yet")}</p>
          </Empty>
        }
        head={(total) => (
          <p className="muted people-count" role="status">
            {t("search.count", { count: total, number: say.number(total) })}
          </p>
        )}
        rowKey={(p) => p.number}
        columns={[
          {
            key: "name",
            title: t("name"),
            show: (p) => <Go to={`/office/people/${encodeURIComponent(p.number)}`}>{p.name}</Go>,
          },
          { key: "number", title: t("number"), phone: "plain", show: (p) => p.number },
          { key: "faculty", title: t("faculty"), phone: "plain", show: (p) => p.faculty },
          { key: "class", title: t("class"), phone: "plain", show: (p) => p.className ?? "" },
          { key: "major", title: t("major"), phone: "none", show: (p) => p.major ?? "" },
          { key: "grade", title: t("grade"), phone: "none", show: (p) => t("grade-is", { grade: p.grade }) },
          { key: "level", title: t("level"), phone: "none", show: (p) => t(`level-is.${p.level}`) },
        ]}
      />
    </Page>
  )
}

function Find(): ReactNode {
  const t = useWords("people")
  const { university } = useViewer()
  const [{ text, faculty, grade }, set] = useFilter()
  const faculties = useAsk(peopleFaculties, {})
  const year = Number(university.today.slice(0, 4))
  return (
    <div className="people-find">
      <Input.Search
        key={text ?? ""}
        allowClear
        defaultValue={text}
        maxLength={40}
        placeholder={t("search.text")}
        aria-label={t("search.text")}
        onSearch={(to) => set({ text: to.trim() || undefined, page: undefined })}
      />
      <Select
        allowClear
        showSearch={{ optionFilterProp: "label" }}
        aria-label={t("faculty")}
        placeholder={t("search.every-faculty")}
        value={faculty ?? null}
        loading={faculties.isLoading}
        onChange={(to?: string) => set({ faculty: to ?? undefined, page: undefined })}
        options={(faculties.data?.items ?? []).map((f) => ({
          value: f.name,
          label: t("search.faculty", { name: f.name, students: f.students }),
        }))}
        popupMatchSelectWidth={false}
      />
      <Select
        allowClear
        aria-label={t("grade")}
        placeholder={t("search.every-grade")}
        value={grade ?? null}
        onChange={(to?: string) => set({ grade: to ?? undefined, page: undefined })}
        options={Array.from({ length: 9 }, (_, i) => ({
          value: `${year - i}`,
          label: t("grade-is", { grade: year - i }),
        }))}
      />
    </div>
  )
}
