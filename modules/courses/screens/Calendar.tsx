import { LeftOutlined, RightOutlined } from "@ant-design/icons"
import { Button, Form, Input, Radio } from "antd"
import type { ReactNode } from "react"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { ConfirmButton } from "#kit/web/desk/ConfirmButton.tsx"
import DayPicker from "#kit/web/desk/DayPicker.tsx"
import { useFilter } from "#kit/web/nav.tsx"
import { Answer, Empty, Problem } from "#kit/web/states.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { calendar, clearDay, setDay } from "../contract.ts"

/** The days of a year that differ from Monday to Friday, and the university's corrections. */
export function Calendar(): ReactNode {
  const t = useWords("courses")
  const { university } = useViewer()
  const [{ year: wanted }, set] = useFilter()
  const year = /^20\d\d$/.test(wanted ?? "") ? Number(wanted) : Number(university.today.slice(0, 4))
  const go = (to: number) => set({ year: `${to}` })
  return (
    <>
      <p className="muted">{t("calendar.lead")}</p>
      <div className="courses-year">
        <Button icon={<LeftOutlined />} aria-label={t("calendar.before")} onClick={() => go(year - 1)} />
        <h2 aria-live="polite">{t("calendar.year", { year })}</h2>
        <Button icon={<RightOutlined />} aria-label={t("calendar.after")} onClick={() => go(year + 1)} />
      </div>
      <Answer of={useAsk(calendar, { year }, { keep: true })} rows={6}>
        {(seen) => (
          <>
            {seen.can.arrange ? <Correct key={year} year={year} /> : null}
            <Days days={seen.days} arrange={seen.can.arrange} />
          </>
        )}
      </Answer>
    </>
  )
}

type DaysSeen = Out<typeof calendar>["days"]

function Days({ days, arrange }: { days: DaysSeen; arrange: boolean }): ReactNode {
  const t = useWords("courses")
  const say = useSay()
  const { run } = useDo(clearDay, { done: t("calendar.cleared") })
  if (days.length === 0) return <Empty title={t("calendar.none")}>{<p>{t("calendar.none-more")}</p>}</Empty>
  const months = [...Map.groupBy(days, (d) => Number(d.day.slice(5, 7)))]
  return (
    <div className="courses-months">
      {months.map(([month, own]) => (
        <section key={month}>
          <h3>{t("calendar.month", { month })}</h3>
          <ul>
            {own.map((d) => (
              <li key={d.day}>
                <time dateTime={d.day}>{say.day(d.day)}</time>
                <span className={d.works ? "tag courses-works" : "tag courses-rests"}>
                  {t(d.works ? "calendar.works" : "calendar.rests")}
                </span>
                <span lang="zh-CN">{d.note}</span>
                {d.own ? (
                  <span className="courses-own">
                    <small>{t("calendar.by", { by: d.by ?? "" })}</small>
                    {arrange ? (
                      <ConfirmButton
                        size="small"
                        ask={t("calendar.clear-ask", { day: say.day(d.day) })}
                        detail={t("calendar.clear-detail")}
                        onConfirm={() => run({ day: d.day })}
                      >
                        {t("calendar.clear")}
                      </ConfirmButton>
                    ) : null}
                  </span>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

interface Fields {
  day: string
  works: boolean
  note: string
}

function Correct({ year }: { year: number }): ReactNode {
  const t = useWords("courses")
  const [form] = Form.useForm<Fields>()
  const { run, busy, refused } = useDo(setDay, { quiet: true, done: t("calendar.set") })
  const required = [{ required: true, message: t("form.needed") }]
  const submit = async (fields: Fields) => {
    if (await run(fields)) form.resetFields()
  }
  return (
    <section className="panel courses-correct">
      <h2>{t("calendar.correct")}</h2>
      {refused ? <Problem refusal={refused} /> : null}
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={submit}
        initialValues={{ works: false }}
      >
        <Form.Item name="day" label={t("calendar.day")} rules={required}>
          <DayPicker min={`${year}-01-01`} max={`${year}-12-31`} />
        </Form.Item>
        <Form.Item name="works" label={t("calendar.which")}>
          <Radio.Group
            options={[
              { value: false, label: t("calendar.rests") },
              { value: true, label: t("calendar.works") },
            ]}
          />
        </Form.Item>
        <Form.Item
          name="note"
          label={t("calendar.note")}
          rules={[{ required: true, whitespace: true, min: 2, message: t("form.needed") }]}
        >
          <Input maxLength={60} placeholder={t("calendar.note-like")} autoComplete="off" />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={busy}>
          {t("calendar.go")}
        </Button>
      </Form>
    </section>
  )
}
