import { Button } from "antd"
import { type ReactNode, useState } from "react"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { List } from "#kit/web/desk/List.tsx"
import { Go, useAsOf, useGo } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer, Empty } from "#kit/web/states.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { documents, draft } from "../contract.ts"
import { WrittenForm } from "./DocumentForms.tsx"
import { Parts } from "./Parts.tsx"

type Item = Out<typeof documents>["items"][number]

/** Rules, plans and selection plans: what is in force on the day chosen, and what waits for a signature. */
export default function DocumentList(): ReactNode {
  const t = useWords("leadership")
  const [on] = useAsOf()
  const [open, setOpen] = useState(false)
  const asked = useAsk(documents, { on })
  return (
    <Page
      title={t("documents.title")}
      lead={t("documents.lead")}
      actions={
        asked.data?.can.draft ? (
          <Button type="primary" onClick={() => setOpen(true)}>
            {t("draft.go")}
          </Button>
        ) : null
      }
    >
      <Parts />
      <Answer of={asked} rows={6}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t("documents.none")}>
              <p>{t("documents.none-more")}</p>
            </Empty>
          ) : (
            <Documents items={items} />
          )
        }
      </Answer>
      {open && asked.data ? <Drafting unions={asked.data.unions} onClose={() => setOpen(false)} /> : null}
    </Page>
  )
}

function Documents({ items }: { items: readonly Item[] }): ReactNode {
  const t = useWords("leadership")
  const say = useSay()
  return (
    <List
      label={t("documents.title")}
      rows={items}
      rowKey={(d) => d.id}
      columns={[
        {
          key: "title",
          title: t("documents.name"),
          show: (d) => (
            <div>
              <Go to={`/office/leadership/documents/${d.id}`}>
                <span lang="zh-CN">{d.title}</span>
              </Go>
              <small className="leadership-under" lang="zh-CN">
                {d.union ?? t("documents.all")}
              </small>
            </div>
          ),
        },
        { key: "kind", title: t("documents.kind"), width: 150, show: (d) => t(`kind.${d.kind}`) },
        {
          key: "force",
          title: t("documents.force"),
          width: 230,
          show: (d) =>
            d.inForce ? (
              <div>
                {d.inForce.to
                  ? t("force.from-to", { from: say.day(d.inForce.from), to: say.day(d.inForce.to) })
                  : t("force.from", { from: say.day(d.inForce.from) })}{" "}
                <span className="tag">{t(d.inForce.public ? "documents.public" : "documents.closed")}</span>
              </div>
            ) : (
              <span className="muted">{t("documents.not")}</span>
            ),
        },
        {
          key: "pending",
          title: t("documents.pending"),
          width: 230,
          show: (d) =>
            d.pending ? (
              <div>
                <span className="tag leadership-planned">
                  {t(d.pending.repeal ? "documents.repealing" : "documents.version", { no: d.pending.no })}
                </span>{" "}
                {t("documents.waits", { offices: d.pending.waits.join("、") })}
              </div>
            ) : (
              <span className="muted">{t("documents.quiet")}</span>
            ),
        },
      ]}
    />
  )
}

function Drafting(props: {
  unions: readonly { id: string; name: string }[]
  onClose: () => void
}): ReactNode {
  const t = useWords("leadership")
  const go = useGo()
  const { run, busy, refused } = useDo(draft, { quiet: true, done: t("draft.done") })
  return (
    <WrittenForm
      title={t("draft.go")}
      lead={t("draft.lead")}
      submit={t("draft.submit")}
      busy={busy}
      refused={refused}
      unions={props.unions}
      onGo={async ({ kind = "rule", unionId, keepFile: _, ...written }) => {
        const done = await run({ kind, unionId: unionId ?? null, ...written })
        if (done) go(`/office/leadership/documents/${done.id}`)
      }}
      onClose={props.onClose}
    />
  )
}
