import { Button, Form, Input } from "antd"
import { type ReactNode, useState } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import DayPicker from "#kit/web/desk/DayPicker.tsx"
import { useFilter, useGo } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer, Empty, Problem } from "#kit/web/states.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { convene, list } from "../contract.ts"
import { asInput, type Draft, emptyItem, ItemFields } from "./ItemFields.tsx"
import "./meetings.css"

/** Call the presidium together: when, where, on what. */
export default function ConvenePage(): ReactNode {
  const t = useWords("meetings")
  const [{ union }] = useFilter()
  return (
    <Page title={t("convene.title")} lead={t("convene.lead")} narrow>
      <Answer of={useAsk(list, union ? { union } : {})} rows={8}>
        {(of) =>
          of.union && of.can["meetings.convene"] ? (
            <ConveneForm union={of.union.id} name={of.union.name} matters={of.matters} reading={of.reading} />
          ) : (
            <Empty title={of.whyNot ?? t("list.no-union")}>
              <p>
                <ClauseLabel clause="2.2c" /> <span lang="zh-CN">{of.reading}</span>
              </p>
            </Empty>
          )
        }
      </Answer>
    </Page>
  )
}

interface ConveneFormProps {
  readonly union: string
  readonly name: string
  readonly matters: readonly string[]
  readonly reading: string
}

interface Fields {
  readonly day: string
  readonly time: string
  readonly place: string
}

function ConveneForm({ union, name, matters, reading }: ConveneFormProps): ReactNode {
  const t = useWords("meetings")
  const { university } = useViewer()
  const go = useGo()
  const [items, setItems] = useState<readonly Draft[]>([emptyItem])
  const { run, busy, refused } = useDo(convene, { quiet: true, done: t("convene.done") })
  const must = [{ required: true, message: t("needed") }]
  const submit = async (fields: Fields) => {
    const made = await run({ union, ...fields, items: items.map(asInput) })
    if (made) go(`/office/meetings/${made.id}`)
  }
  return (
    <section className="panel">
      <h2>{name}</h2>
      <p className="muted">
        <ClauseLabel clause="2.2c" /> <span lang="zh-CN">{reading}</span>
      </p>
      {refused ? <Problem refusal={refused} /> : null}
      <Form<Fields>
        layout="vertical"
        requiredMark={false}
        className="meetings-form"
        onFinish={submit}
        initialValues={{ day: university.today, time: "19:00" }}
      >
        <div className="meetings-pair">
          <Form.Item name="day" label={t("convene.day")} rules={must}>
            <DayPicker min={university.today} />
          </Form.Item>
          <Form.Item name="time" label={t("convene.time")} rules={must}>
            <Input type="time" />
          </Form.Item>
        </div>
        <Form.Item name="place" label={t("convene.place")} rules={must}>
          <Input maxLength={80} autoComplete="off" />
        </Form.Item>
        {items.map((item, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: items are told apart by their place
          <div key={i}>
            <ItemFields
              value={item}
              matters={matters}
              label={t("item.number", { n: i + 1 })}
              onChange={(value) => setItems(items.map((other, j) => (j === i ? value : other)))}
            />
            {items.length > 1 ? (
              <Button type="link" size="small" onClick={() => setItems(items.filter((_, j) => j !== i))}>
                {t("item.remove", { n: i + 1 })}
              </Button>
            ) : null}
          </div>
        ))}
        <div className="meetings-row">
          <Button onClick={() => setItems([...items, emptyItem])} disabled={items.length >= 30}>
            {t("item.more")}
          </Button>
          <Button
            type="primary"
            htmlType="submit"
            loading={busy}
            disabled={items.some((i) => i.title.trim().length < 2)}
          >
            {t("convene.submit")}
          </Button>
        </div>
      </Form>
    </section>
  )
}
