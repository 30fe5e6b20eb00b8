import { Button, Form, Input, Radio, Select } from "antd"
import { type ReactNode, useState } from "react"
import { ClauseLabel } from "#kit/web/Clause.tsx"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { Asking } from "#kit/web/desk/Asking.tsx"
import { useFilter } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Answer, Empty } from "#kit/web/states.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { answerGuidance, guidanceList } from "../contract.ts"
import { GuideForm } from "./GuideForm.tsx"
import { FileLink, Parts } from "./Parts.tsx"

export type Guidance = Out<typeof guidanceList>
type Item = Guidance["items"][number]

/** Who guided which union in what, and what the union says to it. */
export default function GuidancePage(): ReactNode {
  const t = useWords("leadership")
  const [{ union }, set] = useFilter()
  const [open, setOpen] = useState(false)
  const asked = useAsk(guidanceList, { union }, { keep: true })
  const guides = asked.data?.guides ?? []
  return (
    <Page
      title={t("guidance.title")}
      lead={t("guidance.lead")}
      actions={
        guides.length > 0 ? (
          <Button type="primary" onClick={() => setOpen(true)}>
            {t("guide.go")}
          </Button>
        ) : null
      }
    >
      <Parts />
      <Answer of={asked} rows={6}>
        {(seen) => (
          <>
            <Without seen={seen} />
            {seen.unions.length > 1 ? (
              <Select
                className="leadership-choose"
                allowClear
                showSearch={{ optionFilterProp: "label" }}
                aria-label={t("guidance.union")}
                placeholder={t("guidance.union")}
                value={union ?? null}
                onChange={(to: string | null) => set({ union: to ?? undefined })}
                options={seen.unions.map((u) => ({
                  value: u.id,
                  label: t("guidance.choice", { name: u.name, count: u.thisYear }),
                }))}
              />
            ) : null}
            <Given items={seen.items} />
          </>
        )}
      </Answer>
      {open ? <GuideForm guides={guides} onClose={() => setOpen(false)} /> : null}
    </Page>
  )
}

/** Unions nobody has guided this school year. */
function Without({ seen }: { seen: Guidance }): ReactNode {
  const t = useWords("leadership")
  const without = seen.unions.filter((u) => u.thisYear === 0)
  if (without.length === 0) return null
  return (
    <details className="leadership-hosts" open={without.length <= 3}>
      <summary>{t("guidance.without", { count: without.length })}</summary>
      <p lang="zh-CN">{without.map((u) => u.name).join("、")}</p>
    </details>
  )
}

function Given({ items }: { items: readonly Item[] }): ReactNode {
  const t = useWords("leadership")
  const [answering, setAnswering] = useState<Item>()
  if (items.length === 0)
    return (
      <Empty title={t("guidance.none")}>
        <p>{t("guidance.none-more")}</p>
      </Empty>
    )
  return (
    <section className="panel">
      <ul className="leadership-lines">
        {items.map((g) => (
          <li key={g.id}>
            <Entry item={g} />
            {g.can.answer ? (
              <Button size="small" type="primary" onClick={() => setAnswering(g)}>
                {t("answer.go")}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {answering ? <AnswerForm item={answering} onClose={() => setAnswering(undefined)} /> : null}
    </section>
  )
}

function Entry({ item: g }: { item: Item }): ReactNode {
  const t = useWords("leadership")
  const say = useSay()
  const state = g.answer ? (g.answer.happened ? "confirmed" : "denied") : "waiting"
  return (
    <span>
      <span>
        <b lang="zh-CN">{g.topic}</b> <span className="tag">{t(`guide.${g.kind}`)}</span>{" "}
        {g.kind === "union" ? (
          <span className={`tag leadership-${state}`}>{t(`answer.${state}`)}</span>
        ) : null}{" "}
        <ClauseLabel clause={g.kind === "union" ? "2.3" : "10.1"} />
      </span>
      <span className="leadership-meta muted">
        <span>{say.day(g.on)}</span>
        <span lang="zh-CN">{g.union.name}</span>
        <span lang="zh-CN">{t("guidance.by", { by: `${g.capacity} ${g.by}` })}</span>
      </span>
      <span className="leadership-text leadership-done" lang="zh-CN">
        {g.words}
      </span>
      {g.file ? <FileLink file={g.file} /> : null}
      {g.answer ? (
        <span className="leadership-under muted" lang="zh-CN">
          {t("answer.told", { by: g.answer.by })}
          {g.answer.note ? `：${g.answer.note}` : ""}
        </span>
      ) : null}
    </span>
  )
}

function AnswerForm({ item, onClose }: { item: Item; onClose: () => void }): ReactNode {
  const t = useWords("leadership")
  const { run, busy, refused } = useDo(answerGuidance, { quiet: true, done: t("answer.done") })
  return (
    <Asking<{ happened: boolean; note?: string }>
      title={t("answer.title")}
      lead={<span lang="zh-CN">{`${item.topic}：${item.words}`}</span>}
      refused={refused}
      busy={busy}
      go={t("answer.submit")}
      start={{ happened: true }}
      onGo={async (fields) => {
        if (await run({ id: item.id, ...fields })) onClose()
      }}
      onClose={onClose}
    >
      <Form.Item name="happened" label={t("answer.happened")}>
        <Radio.Group
          options={[
            { value: true, label: t("answer.yes") },
            { value: false, label: t("answer.no") },
          ]}
        />
      </Form.Item>
      <Form.Item name="note" label={t("answer.note")}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </Asking>
  )
}
