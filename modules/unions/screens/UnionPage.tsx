import { ApartmentOutlined, AuditOutlined, FileProtectOutlined } from "@ant-design/icons"
import { Button, Tabs } from "antd"
import type { ReactNode } from "react"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { List } from "#kit/web/desk/List.tsx"
import { Go, useAsOf, useFilter, useGo, useParam } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer, Empty } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { Verdict } from "#kit/web/Verdict.tsx"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { findingsList } from "#modules/findings/contract.ts"
import { unionsHistory, unionsOne } from "../contract.ts"
import "./unions.css"

type One = Out<typeof unionsOne>
type Post = One["presidium"][number]

/** One union on a day: who holds which post, and who held them before. */
export default function UnionPage(): ReactNode {
  const t = useWords("unions")
  const id = useParam("id")
  const [asOf] = useAsOf()
  const asked = useAsk(unionsOne, { id, asOf }, { keep: true })
  if (!asked.data)
    return (
      <Page title={t("list.title")}>
        <Answer of={asked} rows={8}>
          {() => null}
        </Answer>
      </Page>
    )
  return <Whole one={asked.data} />
}

function Whole({ one }: { one: One }): ReactNode {
  const t = useWords("unions")
  const say = useSay()
  const go = useGo()
  const [{ part = "now" }, set] = useFilter()
  const { union } = one
  const id = encodeURIComponent(union.id)
  return (
    <Page
      title={union.name}
      lead={t("one.lead", { day: say.day(one.asOf) })}
      actions={
        <>
          <Button icon={<ApartmentOutlined />} onClick={() => go(`/office/unions/structure?union=${id}`)}>
            {t("one.structure")}
          </Button>
          <Button icon={<AuditOutlined />} onClick={() => go(`/office/findings?union=${id}&open=1`)}>
            {t("one.findings")}
          </Button>
          <Button icon={<FileProtectOutlined />} onClick={() => go(`/office/evidence?union=${id}`)}>
            {t("one.evidence")}
          </Button>
        </>
      }
    >
      <dl className="unions-numbers">
        {(["staff", "presidium", "departments"] as const).map((key) => (
          <div key={key}>
            <dt>{t(`list.${key}`)}</dt>
            <dd>{union[key]}</dd>
          </div>
        ))}
      </dl>
      <Waiting id={union.id} />
      <Tabs
        activeKey={part}
        onChange={(to) => set({ part: to === "now" ? undefined : to })}
        items={[
          { key: "now", label: t("one.now"), children: <Now one={one} /> },
          { key: "history", label: t("one.history"), children: <History id={union.id} /> },
        ]}
      />
    </Page>
  )
}

/** What is violated or warned of, at most a handful, each leading to its page. */
function Waiting({ id }: { id: string }): ReactNode {
  const t = useWords("unions")
  const [asOf] = useAsOf()
  const { data } = useAsk(findingsList, { asOf, unionId: id, open: "true" })
  const found = (["violated", "warning"] as const).flatMap(
    (v) => data?.items.filter((f) => f.verdict === v) ?? [],
  )
  if (found.length === 0) return null
  return (
    <section className="unions-waiting" aria-label={t("one.waiting")}>
      <ul>
        {found.slice(0, 5).map((f) => (
          <li key={`${f.clause}/${f.subject}/${f.verdict}`}>
            <Go to={`/office/findings/${encodeURIComponent(id)}/${f.clause}`}>
              <Verdict is={f.verdict} />
              <span lang="zh-CN">
                {f.label}　{f.subject ? `${f.subject}：` : ""}
                {f.because}
              </span>
            </Go>
          </li>
        ))}
      </ul>
      {found.length > 5 ? (
        <Go to={`/office/findings?union=${encodeURIComponent(id)}&open=1`}>
          {t("one.all-waiting", { count: found.length })}
        </Go>
      ) : null}
    </section>
  )
}

function Now({ one }: { one: One }): ReactNode {
  const t = useWords("unions")
  const { presidium, departments, other } = one
  if (presidium.length + departments.length + other.length === 0)
    return (
      <Empty title={t("one.none")}>
        <p>{t("one.none-more")}</p>
      </Empty>
    )
  return (
    <div className="unions-parts">
      <Part title={t("one.presidium")} posts={presidium} wide />
      {departments.map((d) => (
        <Part key={d.name} title={d.name} duties={d.duties} posts={d.posts} />
      ))}
      {other.length ? <Part title={t("one.other")} posts={other} wide /> : null}
    </div>
  )
}

const rank = { presidium: 0, head: 1, member: 2, listed: 3 } as const

interface PartProps {
  readonly title: string
  readonly duties?: string | null
  readonly posts: readonly Post[]
  readonly wide?: boolean
}

function Part({ title, duties, posts, wide }: PartProps): ReactNode {
  const t = useWords("unions")
  return (
    <section className={wide ? "panel unions-part unions-part-wide" : "panel unions-part"}>
      <h2>
        {title} <span className="muted">{t("one.people", { count: posts.length })}</span>
      </h2>
      {duties ? (
        <p className="muted" lang="zh-CN">
          {duties}
        </p>
      ) : null}
      {posts.length === 0 ? <p className="muted">{t("one.empty-part")}</p> : null}
      <ul>
        {posts
          .toSorted((a, b) => rank[a.kind] - rank[b.kind])
          .map((p, i) => (
            <Holder key={p.id || i} post={p} />
          ))}
      </ul>
    </section>
  )
}

function Holder({ post: p }: { post: Post }): ReactNode {
  const t = useWords("unions")
  const { can } = useViewer()
  const from = [p.faculty, p.grade ? t("one.grade", { grade: p.grade }) : null].filter(Boolean).join(" ")
  return (
    <li>
      <span className="unions-name">
        {p.number && can["people.faculties"] ? (
          <Go to={`/office/people/${encodeURIComponent(p.number)}`}>{p.name}</Go>
        ) : (
          p.name
        )}
      </span>
      <span className={p.kind === "presidium" || p.kind === "head" ? "unions-title-head" : undefined}>
        {p.title}
        {p.kind === "listed" ? <span className="tag unions-listed">{t("one.listed")}</span> : null}
      </span>
      <small className="muted">{from}</small>
    </li>
  )
}

function History({ id }: { id: string }): ReactNode {
  const t = useWords("unions")
  const say = useSay()
  return (
    <Answer of={useAsk(unionsHistory, { id })} rows={8}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={t("history.none")} />
        ) : (
          <List
            label={t("one.history")}
            rows={items.map((item, index) => ({ ...item, index }))}
            rowKey={(p) => `${p.index}`}
            columns={[
              { key: "name", title: t("history.name"), show: (p) => p.name },
              { key: "title", title: t("history.post"), show: (p) => p.title },
              { key: "department", title: t("history.department"), show: (p) => p.department ?? "" },
              { key: "from", title: t("history.from"), show: (p) => say.day(p.from) },
              {
                key: "to",
                title: t("history.to"),
                show: (p) => (p.to ? say.day(p.to) : <span className="muted">{t("history.still")}</span>),
              },
              {
                key: "basis",
                title: t("history.basis"),
                show: (p) => <span className="muted">{p.basis}</span>,
              },
            ]}
          />
        )
      }
    </Answer>
  )
}
