import { PlusOutlined } from "@ant-design/icons"
import { Button, Form, Input, InputNumber } from "antd"
import { type ReactNode, useState } from "react"
import { Asking } from "#kit/web/desk/Asking.tsx"
import DayPicker from "#kit/web/desk/DayPicker.tsx"
import { List } from "#kit/web/desk/List.tsx"
import { Empty } from "#kit/web/states.tsx"
import { useDo } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { projectsSpend } from "../contract.ts"
import type { Project } from "./ProjectPage.tsx"
import { useTell } from "./say.ts"

/** The budget, what was spent of it, and on what. */
export function MoneyPart({ project: p }: { project: Project }): ReactNode {
  const t = useWords("projects")
  const tell = useTell()
  const [adding, setAdding] = useState(false)
  const left = p.budget - p.spent
  return (
    <>
      <dl className="project-sums">
        <div>
          <dt>{t("plan.budget-label")}</dt>
          <dd>{tell.yuan(p.budget)}</dd>
        </div>
        <div>
          <dt>{t("money.spent")}</dt>
          <dd>{tell.yuan(p.spent)}</dd>
        </div>
        <div className={left < 0 ? "project-over" : undefined}>
          <dt>{t(left < 0 ? "money.over" : "money.left")}</dt>
          <dd>{tell.yuan(Math.abs(left))}</dd>
        </div>
      </dl>
      {p.can.prepare ? (
        <div className="project-bar">
          <Button icon={<PlusOutlined />} onClick={() => setAdding(true)}>
            {t("money.add")}
          </Button>
        </div>
      ) : null}
      {p.expenses.length === 0 ? (
        <Empty title={t("money.none")} />
      ) : (
        <List
          label={t("tab.money")}
          rows={p.expenses}
          rowKey={(e) => e.id}
          columns={[
            { key: "what", title: t("money.what"), show: (e) => e.what },
            { key: "on", title: t("money.on"), show: (e) => tell.day(e.on), by: (e) => e.on },
            { key: "by", title: t("money.by"), show: (e) => e.by },
            {
              key: "amount",
              title: t("money.amount"),
              align: "right",
              show: (e) => tell.yuan(e.amount),
              by: (e) => e.amount,
            },
          ]}
        />
      )}
      {adding ? <SpendForm id={p.id} onClose={() => setAdding(false)} /> : null}
    </>
  )
}

function SpendForm({ id, onClose }: { id: string; onClose: () => void }): ReactNode {
  const t = useWords("projects")
  const { university } = useViewer()
  const { run, busy, refused } = useDo(projectsSpend, { quiet: true, done: t("money.added") })
  const must = [{ required: true, message: t("needed") }]
  return (
    <Asking<{ what: string; amount: number; on: string }>
      title={t("money.add")}
      lead={t("money.lead")}
      refused={refused}
      busy={busy}
      go={t("money.add")}
      start={{ on: university.today }}
      onGo={async ({ amount, ...fields }) => {
        if (await run({ id, ...fields, amount: Math.round(amount * 100) })) onClose()
      }}
      onClose={onClose}
    >
      <Form.Item name="what" label={t("money.what")} rules={must}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <div className="desk-pair">
        <Form.Item name="amount" label={t("money.amount-yuan")} rules={must}>
          <InputNumber precision={2} inputMode="decimal" />
        </Form.Item>
        <Form.Item name="on" label={t("money.on")} rules={must}>
          <DayPicker max={university.today} />
        </Form.Item>
      </div>
    </Asking>
  )
}
