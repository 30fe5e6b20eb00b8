import { Button, Form, Input } from "antd"
import { type ReactNode, useState } from "react"
import { useSay } from "#kit/web/days.ts"
import { Asking } from "#kit/web/desk/Asking.tsx"
import { Attach } from "#kit/web/desk/Attach.tsx"
import DayPicker from "#kit/web/desk/DayPicker.tsx"
import { List } from "#kit/web/desk/List.tsx"
import { Go } from "#kit/web/nav.tsx"
import { useDo } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { spend, strike } from "../contract.ts"
import { yuan } from "../money.ts"
import { documents } from "./Files.tsx"
import { Money } from "./Money.tsx"
import type { Request } from "./RequestPage.tsx"

type Entry = NonNullable<Request["money"]>["entries"][number]

/** Approved, spent, left; every entry with its receipt. */
export function Spending({ request: r }: { request: Request }): ReactNode {
  const t = useWords("approvals")
  const say = useSay()
  const [paying, setPaying] = useState(false)
  const [striking, setStriking] = useState<Entry>()
  const { money } = r
  if (!money || !(r.inForce || r.closedOn || money.entries.length > 0)) return null
  return (
    <section className="panel">
      <h2>{t("money.title")}</h2>
      <dl className="approvals-money">
        {(["approved", "spent", "remainder"] as const).map((key) => (
          <div key={key}>
            <dt>{t(`money.${key}`)}</dt>
            <dd>{t("yuan", { amount: yuan(money[key]) })}</dd>
          </div>
        ))}
      </dl>
      {money.entries.length > 0 ? (
        <List
          label={t("money.title")}
          rows={money.entries}
          rowKey={(e) => e.id}
          columns={[
            { key: "on", title: t("money.on"), show: (e) => say.day(e.on) },
            {
              key: "what",
              title: t("money.what"),
              show: (e) => (e.struck ? <del>{e.what}</del> : e.what),
            },
            {
              key: "amount",
              title: t("money.amount"),
              align: "right",
              show: (e) => yuan(e.strikes ? -e.amount : e.amount),
            },
            {
              key: "receipt",
              title: t("money.receipt"),
              show: (e) =>
                e.receipt ? <Go to={`/api/approvals/document/${e.receipt.id}`}>{e.receipt.name}</Go> : "",
            },
            { key: "by", title: t("money.by"), show: (e) => e.by },
            ...(r.can.spend
              ? [
                  {
                    key: "do",
                    title: t("column.do"),
                    show: (e: Entry) =>
                      e.struck || e.strikes ? null : (
                        <Button size="small" onClick={() => setStriking(e)}>
                          {t("money.strike")}
                        </Button>
                      ),
                  },
                ]
              : []),
          ]}
        />
      ) : (
        <p className="muted">{t("money.none")}</p>
      )}
      {r.can.spend && money.remainder > 0 ? (
        <p className="approvals-do">
          <Button onClick={() => setPaying(true)}>{t("money.add")}</Button>
        </p>
      ) : null}
      {paying ? <Pay id={r.id} left={money.remainder} onClose={() => setPaying(false)} /> : null}
      {striking ? <Strike id={r.id} entry={striking} onClose={() => setStriking(undefined)} /> : null}
    </section>
  )
}

function Pay({ id, left, onClose }: { id: string; left: number; onClose: () => void }): ReactNode {
  const t = useWords("approvals")
  const { university } = useViewer()
  const { run, busy, refused } = useDo(spend, { quiet: true, done: t("money.added") })
  const needed = { required: true, message: t("form.needed") }
  return (
    <Asking<{ what: string; amount: number; on: string; fileId: string }>
      title={t("money.add")}
      lead={t("money.left", { amount: yuan(left) })}
      refused={refused}
      busy={busy}
      go={t("money.go")}
      start={{ on: university.today }}
      onClose={onClose}
      onGo={async (filled) => {
        if (await run({ id, ...filled })) onClose()
      }}
    >
      <Form.Item
        name="what"
        label={t("money.what")}
        rules={[needed, { min: 2, message: t("form.longer", { min: 2 }) }]}
      >
        <Input maxLength={120} autoComplete="off" />
      </Form.Item>
      <div className="desk-pair">
        <Form.Item
          name="amount"
          label={t("money.amount-label")}
          rules={[
            needed,
            {
              validator: (_, value?: number) =>
                value === undefined || (Number.isFinite(value) && value > 0)
                  ? Promise.resolve()
                  : Promise.reject(new Error(t("form.amount"))),
            },
          ]}
        >
          <Money />
        </Form.Item>
        <Form.Item name="on" label={t("money.on")} rules={[needed]}>
          <DayPicker max={university.today} />
        </Form.Item>
      </div>
      <Form.Item name="fileId" label={t("money.receipt")} rules={[needed]}>
        <Attach {...documents} />
      </Form.Item>
    </Asking>
  )
}

function Strike({ id, entry, onClose }: { id: string; entry: Entry; onClose: () => void }): ReactNode {
  const t = useWords("approvals")
  const { run, busy, refused } = useDo(strike, { quiet: true, done: t("money.struck") })
  return (
    <Asking<{ because: string }>
      title={t("money.strike-title", { what: entry.what })}
      lead={t("money.strike-lead")}
      refused={refused}
      busy={busy}
      go={t("money.strike")}
      danger
      onClose={onClose}
      onGo={async ({ because }) => {
        if (await run({ id, entry: entry.id, because })) onClose()
      }}
    >
      <Form.Item
        name="because"
        label={t("money.strike-because")}
        rules={[{ required: true, min: 2, message: t("form.longer", { min: 2 }) }]}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
    </Asking>
  )
}
