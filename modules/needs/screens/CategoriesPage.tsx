import { Button } from "antd"
import { type ReactNode, useState } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import type { Out } from "#kit/web/call.ts"
import { List } from "#kit/web/desk/List.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { categories, help } from "../contract.ts"
import { CategoriesForm } from "./CategoriesForm.tsx"
import { HelpForm } from "./HelpForm.tsx"
import "./office.css"

export type Category = Out<typeof categories>["items"][number]
export type Line = Out<typeof help>["items"][number]

/** Categories of needs with their clocks, and whom a student in danger or distress reaches. */
export default function CategoriesPage(): ReactNode {
  const t = useWords("needs")
  const { can } = useViewer()
  const known = useAsk(categories, {})
  const lines = useAsk(help, {})
  const [open, setOpen] = useState<"categories" | "help">()
  const close = () => setOpen(undefined)
  return (
    <Page title={t("categories.title")} lead={t("categories.lead")}>
      <section className="panel">
        <div className="needs-head">
          <h2>
            {t("categories.list")} <ClauseLabel clause="1.3" />
          </h2>
          {can["needs.set-categories"] && known.data ? (
            <Button onClick={() => setOpen("categories")}>{t("categories.change")}</Button>
          ) : null}
        </div>
        <Answer of={known} rows={8}>
          {({ items }) => <Categories of={items} />}
        </Answer>
      </section>
      <section className="panel">
        <div className="needs-head">
          <h2>{t("help.title")}</h2>
          {can["needs.set-help"] && lines.data ? (
            <Button onClick={() => setOpen("help")}>{t("help.change")}</Button>
          ) : null}
        </div>
        <p className="muted">{t("help.office-lead")}</p>
        <Answer of={lines} rows={4}>
          {({ items }) => <HelpList of={items} />}
        </Answer>
      </section>
      {open === "categories" && known.data ? <CategoriesForm of={known.data} onClose={close} /> : null}
      {open === "help" && lines.data ? <HelpForm of={lines.data.items} onClose={close} /> : null}
    </Page>
  )
}

function Categories({ of }: { of: readonly Category[] }): ReactNode {
  const t = useWords("needs")
  const days = (count: number) => t("categories.days", { count })
  return (
    <List<Category>
      label={t("categories.list")}
      rows={of}
      rowKey={(c) => c.id}
      columns={[
        {
          key: "name",
          title: t("categories.name"),

          show: (c) => (
            <>
              {c.name} {c.open ? null : <span className="tag">{t("categories.closed")}</span>}
            </>
          ),
        },
        { key: "field", title: t("categories.field"), show: (c) => c.field },
        { key: "desk", title: t("categories.desk"), show: (c) => t(`categories.desk-${c.desk}`) },
        { key: "acknowledge", title: t("categories.acknowledge"), show: (c) => days(c.clock.acknowledge) },
        { key: "answer", title: t("categories.answer"), show: (c) => days(c.clock.answer) },
        { key: "solve", title: t("categories.solve"), show: (c) => days(c.clock.solve) },
      ]}
    />
  )
}

function HelpList({ of }: { of: readonly Line[] }): ReactNode {
  const t = useWords("needs")
  return (
    <List<Line>
      label={t("help.title")}
      rows={of}
      rowKey={(l) => `${l.name}${l.phone}`}
      columns={[
        { key: "name", title: t("help.name"), show: (l) => l.name },
        { key: "kind", title: t("help.kind"), show: (l) => t(`help.${l.kind}`) },
        { key: "phone", title: t("help.phone"), show: (l) => l.phone },
        { key: "note", title: t("help.note"), show: (l) => l.note },
      ]}
    />
  )
}
