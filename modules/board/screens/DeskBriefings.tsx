import { Button, Form, Select } from "antd"
import { type ReactNode, useState } from "react"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { Asking } from "#kit/web/desk/Asking.tsx"
import { Listed } from "#kit/web/desk/Listed.tsx"
import { Go, useGo } from "#kit/web/nav.tsx"
import { Page } from "#kit/web/Page.tsx"
import { Empty } from "#kit/web/states.tsx"
import { useAsk, useDo } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { VoiceNav } from "#modules/handling/screens/forms.ts"
import { deskBriefings, draft } from "../contract.ts"
import { useNumbers } from "./words.ts"
import "./board.css"

type Drafting = Out<typeof deskBriefings>["drafting"]

/** 简报 on their way and published; the desk begins one here. */
export default function DeskBriefings(): ReactNode {
  const t = useWords("board")
  const say = useSay()
  const [beginning, setBeginning] = useState(false)
  const asked = useAsk(deskBriefings, {})
  const drafting = (asked.data?.drafting ?? []).filter((d) => d.months.length > 0)
  return (
    <Page
      title={t("desk.title")}
      lead={t("desk.lead")}
      actions={
        drafting.length > 0 ? (
          <Button type="primary" onClick={() => setBeginning(true)}>
            {t("desk.draft")}
          </Button>
        ) : null
      }
    >
      <VoiceNav now="briefings" />
      <Listed
        of={asked}
        label={t("desk.title")}
        rowKey={(b) => b.id}
        none={
          <Empty title={t("desk.none")}>{drafting.length > 0 ? <p>{t("desk.none-more")}</p> : null}</Empty>
        }
        columns={[
          {
            key: "title",
            title: t("desk.name"),
            show: (b) => <Go to={`/office/briefings/${b.id}`}>{b.title}</Go>,
          },
          {
            key: "state",
            title: t("desk.state"),
            show: (b) => <span className="tag">{t(`desk.state-${b.state}`)}</span>,
          },
          { key: "by", title: t("desk.by"), show: (b) => b.byName },
          { key: "union", title: t("desk.union"), show: (b) => b.union },
          {
            key: "on",
            title: t("desk.published-on"),
            show: (b) => (b.publishedOn ? say.day(b.publishedOn) : ""),
          },
        ]}
      />
      {beginning ? <DraftForm of={drafting} onClose={() => setBeginning(false)} /> : null}
    </Page>
  )
}

function DraftForm({ of, onClose }: { of: Drafting; onClose: () => void }): ReactNode {
  const t = useWords("board")
  const numbers = useNumbers()
  const go = useGo()
  const doing = useDo(draft, { quiet: true })
  const [union, setUnion] = useState(of[0]!.union)
  const months = of.find((d) => d.union === union)?.months ?? []
  return (
    <Asking<{ union: string; month: string }>
      title={t("desk.draft")}
      lead={t("desk.draft-lead")}
      refused={doing.refused}
      busy={doing.busy}
      go={t("desk.draft-go")}
      start={{ union, month: months[0] ?? "" }}
      onGo={async (fields) => {
        const made = await doing.run(fields)
        if (made) go(`/office/briefings/${made.id}`)
      }}
      onClose={onClose}
    >
      <Form.Item name="union" label={t("desk.union")}>
        <Select options={of.map((d) => ({ value: d.union, label: d.name }))} onChange={setUnion} />
      </Form.Item>
      <Form.Item name="month" label={t("desk.month")}>
        <Select options={months.map((m) => ({ value: m, label: numbers.month(m) }))} />
      </Form.Item>
    </Asking>
  )
}
