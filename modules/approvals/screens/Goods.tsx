import { Button, Form, Input, InputNumber } from "antd"
import { type ReactNode, useState } from "react"
import { useSay } from "#kit/web/days.ts"
import { Asking } from "#kit/web/desk/Asking.tsx"
import DayPicker from "#kit/web/desk/DayPicker.tsx"
import { useDo } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { giveBack } from "../contract.ts"
import type { Request } from "./RequestPage.tsx"

type Good = NonNullable<Request["goods"]>["items"][number]

/** What is to come back, and what has. */
export function Goods({ request: r }: { request: Request }): ReactNode {
  const t = useWords("approvals")
  const say = useSay()
  const { university } = useViewer()
  const [giving, setGiving] = useState<Good>()
  const { goods } = r
  if (!goods || !(r.inForce || r.closedOn)) return null
  const missing = goods.items.some((g) => g.returned < g.count)
  const late = missing && goods.returnOn < university.today
  return (
    <section className="panel">
      <h2>{t("goods.title")}</h2>
      <p className={late ? "approvals-overdue" : "muted"}>
        {t(missing ? (late ? "goods.late" : "goods.due") : "goods.all", { day: say.day(goods.returnOn) })}
      </p>
      <ul className="approvals-goods">
        {goods.items.map((g) => (
          <li key={g.name}>
            <span>{g.name}</span>
            <span>
              {t("goods.count", { returned: g.returned, count: g.count, unit: g.unit })}
              {r.can.giveBack && g.returned < g.count ? (
                <Button size="small" onClick={() => setGiving(g)}>
                  {t("goods.give")}
                </Button>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
      {goods.returns.length > 0 ? (
        <ul className="approvals-returns muted">
          {goods.returns.map((g, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an append-only list keeps its order
            <li key={i}>
              {t("goods.was", {
                day: say.day(g.on),
                item: g.item,
                count: g.count,
                by: g.by,
                condition: g.condition,
              })}
            </li>
          ))}
        </ul>
      ) : null}
      {giving ? <Give id={r.id} good={giving} onClose={() => setGiving(undefined)} /> : null}
    </section>
  )
}

function Give({ id, good, onClose }: { id: string; good: Good; onClose: () => void }): ReactNode {
  const t = useWords("approvals")
  const { university } = useViewer()
  const { run, busy, refused } = useDo(giveBack, { quiet: true, done: t("goods.done") })
  const needed = { required: true, message: t("form.needed") }
  const left = good.count - good.returned
  return (
    <Asking<{ count: number; condition: string; on: string }>
      title={t("goods.give-title", { item: good.name })}
      refused={refused}
      busy={busy}
      go={t("goods.go")}
      start={{ count: left, on: university.today }}
      onClose={onClose}
      onGo={async (filled) => {
        if (await run({ id, item: good.name, ...filled })) onClose()
      }}
    >
      <div className="desk-pair">
        <Form.Item name="count" label={t("goods.how-many", { left, unit: good.unit })} rules={[needed]}>
          <InputNumber min={1} max={left} precision={0} inputMode="numeric" />
        </Form.Item>
        <Form.Item name="on" label={t("goods.on")} rules={[needed]}>
          <DayPicker max={university.today} />
        </Form.Item>
      </div>
      <Form.Item
        name="condition"
        label={t("goods.condition")}
        rules={[needed, { min: 2, message: t("form.longer", { min: 2 }) }]}
      >
        <Input maxLength={200} placeholder={t("goods.condition-like")} />
      </Form.Item>
    </Asking>
  )
}
