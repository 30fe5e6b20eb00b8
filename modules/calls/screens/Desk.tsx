import { Button } from "antd"
import type { ReactNode } from "react"
import { List } from "#kit/web/desk/List.tsx"
import { Go, useGo } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer, Empty } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { list } from "../contract.ts"
import { Days, Status, usePost } from "./Parts.tsx"

/** The calls one works on: those of the unions one makes them for, and those in whose chain one stands. */
export default function Desk(): ReactNode {
  const t = useWords("calls")
  const post = usePost()
  const go = useGo()
  const asked = useAsk(list, {})
  return (
    <Page
      title={t("desk.title")}
      lead={t("desk.lead")}
      actions={
        asked.data?.unions.length ? (
          <Button type="primary" onClick={() => go("/office/calls/new")}>
            {t("desk.new")}
          </Button>
        ) : null
      }
    >
      <Answer of={asked} rows={8}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t("desk.none")}>
              <p>{t("desk.none-more")}</p>
            </Empty>
          ) : (
            <List
              label={t("desk.title")}
              rows={items}
              rowKey={(c) => c.id}
              columns={[
                {
                  key: "title",
                  title: t("desk.call"),
                  show: (c) => <Go to={`/office/calls/${c.id}`}>{c.title}</Go>,
                },
                { key: "union", title: t("desk.union"), show: (c) => c.unionName },
                { key: "status", title: t("desk.status"), show: (c) => <Status is={c.status} /> },
                { key: "days", title: t("desk.days"), show: (c) => <Days of={c} /> },
                {
                  key: "posts",
                  title: t("desk.posts"),
                  show: (c) =>
                    c.posts.map((p) => t("post.wanted", { post: post(p), count: p.number })).join(t("comma")),
                },
                {
                  key: "applicants",
                  title: t("desk.applicants"),
                  align: "right",
                  show: (c) => (c.status === "draft" ? "—" : c.applicants),
                },
              ]}
            />
          )
        }
      </Answer>
    </Page>
  )
}
