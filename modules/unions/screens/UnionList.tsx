import { ApartmentOutlined } from "@ant-design/icons"
import { Button } from "antd"
import type { ReactNode } from "react"
import type { Out } from "#kit/web/call.ts"
import { List } from "#kit/web/desk/List.tsx"
import { Go, useAsOf, useGo } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer, Empty } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { Verdict } from "#kit/web/Verdict.tsx"
import { useWords } from "#kit/web/words.ts"
import { findingsMatrix } from "#modules/findings/contract.ts"
import { unionsList } from "../contract.ts"
import "./unions.css"

type Judged = Out<typeof findingsMatrix>["unions"][number]
type Numbers = Out<typeof unionsList>["items"][number]

/** The unions one is concerned with: how many people, and how much asks for a hand. */
export default function UnionList(): ReactNode {
  const t = useWords("unions")
  const go = useGo()
  const [asOf] = useAsOf()
  const judged = useAsk(findingsMatrix, { asOf }, { keep: true })
  // A union's own people may not ask for the whole list; theirs then shows without numbers.
  const counted = useAsk(unionsList, { asOf }, { keep: true })
  return (
    <Page
      title={t("list.title")}
      lead={t("list.lead")}
      actions={
        <Button icon={<ApartmentOutlined />} onClick={() => go("/office/unions/structure")}>
          {t("list.structure")}
        </Button>
      }
    >
      <Answer of={judged} rows={8}>
        {({ unions }) =>
          unions.length === 0 ? (
            <Empty title={t("list.none")}>
              <p>{t("list.none-more")}</p>
            </Empty>
          ) : (
            <>
              <Group
                title={t("list.school")}
                unions={unions.filter((u) => u.level === "school")}
                numbers={counted.data?.items}
              />
              <Group
                title={t("list.faculty")}
                unions={unions.filter((u) => u.level === "faculty")}
                numbers={counted.data?.items}
              />
            </>
          )
        }
      </Answer>
    </Page>
  )
}

interface GroupProps {
  readonly title: string
  readonly unions: readonly Judged[]
  readonly numbers: readonly Numbers[] | undefined
}

function Group({ title, unions, numbers }: GroupProps): ReactNode {
  const t = useWords("unions")
  if (unions.length === 0) return null
  const of = (id: string) => numbers?.find((n) => n.id === id)
  const number = (key: "staff" | "presidium" | "departments") => ({
    key,
    title: t(`list.${key}`),
    align: "right" as const,
    show: (u: Judged) => of(u.id)?.[key] ?? "",
  })
  return (
    <section className="unions-group">
      <h2>
        {title} <span className="muted">{t("list.count", { count: unions.length })}</span>
      </h2>
      <List
        label={title}
        rows={unions}
        rowKey={(u) => u.id}
        columns={[
          {
            key: "name",
            title: t("list.name"),
            show: (u) => <Go to={`/office/unions/${encodeURIComponent(u.id)}`}>{u.name}</Go>,
          },
          { key: "kind", title: t("list.kind"), show: (u) => t(`kind.${u.kind}`) },
          ...(numbers ? [number("staff"), number("presidium"), number("departments")] : []),
          { key: "open", title: t("list.open"), show: (u) => <Open union={u} /> },
        ]}
      />
    </section>
  )
}

/** The articles that are not in order, as two numbers. */
function Open({ union }: { union: Judged }): ReactNode {
  const t = useWords("unions")
  const of = (verdict: string) => union.articles.filter((a) => a.verdict === verdict).length
  const [violated, warning] = [of("violated"), of("warning")]
  return (
    <Go to={`/office/findings?union=${encodeURIComponent(union.id)}&open=1`} className="unions-open">
      {violated ? <Verdict is="violated" count={violated} /> : null}
      {warning ? <Verdict is="warning" count={warning} /> : null}
      {violated || warning ? null : <span className="muted">{t("list.nothing-open")}</span>}
    </Go>
  )
}
