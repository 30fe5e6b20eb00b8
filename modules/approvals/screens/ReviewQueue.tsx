import { Button, Checkbox, Form, Input } from "antd"
import { type ReactNode, useState } from "react"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { Asking } from "#kit/web/desk/Asking.tsx"
import { List } from "#kit/web/desk/List.tsx"
import { Go } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer, Empty } from "#kit/web/states.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { batch } from "#modules/courses/contract.ts"
import { queue } from "../contract.ts"
import { ToClose } from "./ToClose.tsx"
import { LeadTag } from "./tags.tsx"
import "./approvals.css"

type Waiting = Out<typeof queue>["items"][number]
type Decision = "pass" | "return"

/** What waits for one's review, the most urgent first; one decision over those chosen. */
export default function ReviewQueue(): ReactNode {
  const t = useWords("approvals")
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [deciding, setDeciding] = useState<Decision>()
  return (
    <Page title={t("queue.title")} lead={t("queue.lead")}>
      <Answer of={useAsk(queue, {})} rows={8}>
        {({ items, toClose }) => {
          const here = items.filter((i) => chosen.has(i.id))
          return (
            <>
              {items.length === 0 ? (
                <Empty title={t("queue.none")}>
                  <p>{t("queue.none-more")}</p>
                  <Go to="/office/requests">{t("queue.all")}</Go>
                </Empty>
              ) : (
                <>
                  <div className="approvals-batch">
                    <Checkbox
                      checked={here.length === items.length}
                      indeterminate={here.length > 0 && here.length < items.length}
                      onChange={(e) => setChosen(new Set(e.target.checked ? items.map((i) => i.id) : []))}
                    >
                      {t("queue.choose-all", { count: items.length })}
                    </Checkbox>
                    {here.length > 0 ? (
                      <span className="approvals-row">
                        <b aria-live="polite">{t("queue.chosen", { count: here.length })}</b>
                        <Button type="primary" onClick={() => setDeciding("pass")}>
                          {t("queue.pass")}
                        </Button>
                        <Button onClick={() => setDeciding("return")}>{t("queue.return")}</Button>
                      </span>
                    ) : null}
                  </div>
                  <Lines items={items} chosen={chosen} onChoose={setChosen} />
                </>
              )}
              <ToClose items={toClose} />
              {deciding && here.length > 0 ? (
                <Decide
                  items={here}
                  decision={deciding}
                  onClose={() => setDeciding(undefined)}
                  onDone={() => {
                    setDeciding(undefined)
                    setChosen(new Set())
                  }}
                />
              ) : null}
            </>
          )
        }}
      </Answer>
    </Page>
  )
}

function Lines(props: {
  items: readonly Waiting[]
  chosen: ReadonlySet<string>
  onChoose: (chosen: ReadonlySet<string>) => void
}): ReactNode {
  const t = useWords("approvals")
  const say = useSay()
  const choose = (id: string, on: boolean) => {
    const next = new Set(props.chosen)
    if (on) next.add(id)
    else next.delete(id)
    props.onChoose(next)
  }
  return (
    <List
      label={t("queue.title")}
      rows={props.items}
      rowKey={(r) => r.id}
      columns={[
        {
          key: "title",
          title: t("column.title"),
          show: (r) => (
            <span className="approvals-chosen">
              <Checkbox
                checked={props.chosen.has(r.id)}
                aria-label={t("queue.choose", { title: r.title })}
                onChange={(e) => choose(r.id, e.target.checked)}
              />
              <span className="approvals-what">
                <Go to={`/office/requests/${r.id}`}>{r.title}</Go>
                <small className="muted" lang="zh-CN">
                  {r.kindTitle}
                  {r.version > 1 ? ` · ${t("version.is", { number: r.version })}` : ""}
                </small>
              </span>
            </span>
          ),
        },
        { key: "gist", title: t("column.gist"), show: (r) => <span lang="zh-CN">{r.gist}</span> },
        {
          key: "union",
          title: t("column.union"),
          show: (r) => (
            <span className="approvals-what">
              {r.union}
              <small className="muted">{r.applicant}</small>
            </span>
          ),
        },
        {
          key: "on",
          title: t("column.on"),
          show: (r) => (
            <span className="approvals-on">
              {say.day(r.on)} <LeadTag request={r} />
            </span>
          ),
        },
        {
          key: "due",
          title: t("column.due"),
          show: (r) =>
            r.due ? (
              <span className={r.overdue ? "approvals-overdue" : ""}>
                {say.day(r.due)} {r.overdue ? <span className="tag">{t("queue.overdue")}</span> : null}
              </span>
            ) : null,
        },
      ]}
    />
  )
}

function Decide(props: {
  items: readonly Waiting[]
  decision: Decision
  onClose: () => void
  onDone: () => void
}): ReactNode {
  const t = useWords("approvals")
  const { items, decision } = props
  const { run, busy, refused } = useDo(batch, { quiet: true, done: t(`decide.${decision}-done`) })
  const passing = decision === "pass"
  return (
    <Asking<{ words?: string }>
      title={t(`decide.${decision}`, { count: items.length })}
      lead={items.map((i) => i.title).join("、")}
      refused={refused}
      busy={busy}
      go={t(`decide.${decision}-go`)}
      danger={!passing}
      onClose={props.onClose}
      onGo={async ({ words }) => {
        const said = words?.trim() ?? ""
        const done = await run({
          ids: items.map((i) => i.id),
          decision,
          exceptions: [],
          ...(passing ? (said ? { says: { conditions: said } } : {}) : { because: said }),
        })
        if (done) props.onDone()
      }}
    >
      <Form.Item
        name="words"
        label={t(`decide.${decision}-words`)}
        rules={passing ? [] : [{ required: true, min: 2, message: t("form.longer", { min: 2 }) }]}
      >
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
    </Asking>
  )
}
