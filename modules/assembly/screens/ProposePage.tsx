import { Button, Form, Input, Radio, Select } from "antd"
import { type ReactNode, useState } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import DayPicker from "#kit/web/desk/DayPicker.tsx"
import { useFilter, useGo } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer, Empty, Problem } from "#kit/web/states.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useViewer } from "#kit/web/viewer.ts"
import { useWords } from "#kit/web/words.ts"
import { list, propose, start } from "../contract.ts"
import { AgendaEditor, asWanted, type Draft, draftsOf } from "./AgendaEditor.tsx"
import { Tells } from "./Tells.tsx"
import "./assembly.css"

type Start = Out<typeof start>

/** The request for a congress: which, when, where, on what. */
export default function ProposePage(): ReactNode {
  const t = useWords("assembly")
  const [{ union }, set] = useFilter()
  const unions = useAsk(list, {}).data?.propose ?? []
  const id = union ?? unions[0]?.id
  const asked = useAsk(start, { union: id ?? "" }, { when: id !== undefined })
  return (
    <Page title={t("propose.title")} lead={t("propose.lead")} narrow>
      {unions.length > 1 ? (
        <Select
          className="assembly-union"
          aria-label={t("list.union")}
          value={id}
          options={unions.map((u) => ({ value: u.id, label: u.name }))}
          onChange={(to: string) => set({ union: to })}
        />
      ) : null}
      {id === undefined ? (
        <Empty title={t("propose.nobody")} />
      ) : (
        <Answer of={asked} rows={8}>
          {(of) =>
            of.can.propose ? (
              <ProposeForm key={of.union.id} of={of} />
            ) : (
              <Empty title={of.whyNot ?? t("propose.nobody")}>
                <ClauseLabel clause={of.clause} />
              </Empty>
            )
          }
        </Answer>
      )}
    </Page>
  )
}

interface Fields {
  readonly kind: "congress" | "general"
  readonly name: string
  readonly day: string
  readonly time: string
  readonly place: string
  readonly theme?: string
}

function ProposeForm({ of }: { of: Start }): ReactNode {
  const t = useWords("assembly")
  const { university } = useViewer()
  const go = useGo()
  const [form] = Form.useForm<Fields>()
  const [items, setItems] = useState<readonly Draft[]>(draftsOf(of.agenda))
  const { run, busy, refused } = useDo(propose, { quiet: true, done: t("propose.done") })
  const must = [{ required: true, message: t("needed") }]
  const submit = async (fields: Fields) => {
    const made = await run({ union: of.union.id, ...fields, agenda: asWanted(items) })
    if (made) go(`/office/assemblies/${made.id}`)
  }
  const day = Form.useWatch("day", form)
  return (
    <section className="panel">
      <h2 lang="zh-CN">{of.union.name}</h2>
      <Before of={of} day={day} />
      {refused ? <Problem refusal={refused} /> : null}
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        className="assembly-form"
        onFinish={(fields) => void submit(fields)}
        initialValues={{ kind: "congress", name: of.name, time: "14:00" }}
      >
        {of.kinds.length > 1 ? (
          <Form.Item
            name="kind"
            label={t("propose.kind")}
            extra={t("propose.small", { students: of.students, limit: of.smallFaculty })}
          >
            <Radio.Group options={of.kinds.map((value) => ({ value, label: t(`kind.${value}`) }))} />
          </Form.Item>
        ) : (
          <Form.Item name="kind" hidden>
            <Input />
          </Form.Item>
        )}
        <AboutFields must={must} min={university.today} />
        <h3>{t("agenda.title")}</h3>
        <p className="muted">{t("propose.agenda")}</p>
        <AgendaEditor items={items} onChange={setItems} />
        <div className="assembly-row">
          <Button
            type="primary"
            htmlType="submit"
            loading={busy}
            disabled={items.some((i) => i.title.trim().length < 2)}
          >
            {t("propose.go")}
          </Button>
        </div>
      </Form>
    </section>
  )
}

/** Name, day, hour, place and theme: when it is proposed, and when it is changed. */
export function AboutFields({
  must,
  min,
  fixed,
}: {
  must: object[]
  min: string
  fixed?: boolean
}): ReactNode {
  const t = useWords("assembly")
  return (
    <>
      <Form.Item
        name="name"
        label={t("field.name")}
        rules={must}
        {...(fixed ? { extra: t("field.fixed") } : {})}
      >
        <Input maxLength={60} autoComplete="off" disabled={fixed ?? false} />
      </Form.Item>
      <div className="assembly-pair">
        <Form.Item name="day" label={t("field.day")} rules={must}>
          <DayPicker min={min} disabled={fixed ?? false} />
        </Form.Item>
        <Form.Item name="time" label={t("field.time")} rules={must}>
          <Input type="time" />
        </Form.Item>
      </div>
      <Form.Item name="place" label={t("field.place")} rules={must}>
        <Input maxLength={80} autoComplete="off" />
      </Form.Item>
      <Form.Item name="theme" label={t("field.theme")}>
        <Input maxLength={200} autoComplete="off" disabled={fixed ?? false} />
      </Form.Item>
    </>
  )
}

/** When the last one was and whom it stands for; with a day chosen, what that day means. */
function Before({ of, day }: { of: Start; day: string | undefined }): ReactNode {
  const t = useWords("assembly")
  const say = useSay()
  const told = useAsk(start, { union: of.union.id, day }, { when: day !== undefined, keep: true })
  return (
    <>
      <p className="muted">
        <ClauseLabel clause={of.clause} />{" "}
        {of.last && of.until
          ? t("propose.last", { day: say.day(of.last.day), until: say.day(of.until) })
          : t("propose.never")}{" "}
        {of.students > 0 ? t("propose.students", { count: of.students }) : ""}
      </p>
      <Tells of={day ? (told.data?.tells ?? []) : []} />
    </>
  )
}
