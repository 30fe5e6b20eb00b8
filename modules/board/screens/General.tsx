import { Button, Modal } from "antd"
import { type ReactNode, useState } from "react"
import type { Out } from "#kit/web/call.ts"
import { useSay } from "#kit/web/days.ts"
import { useReturn } from "#kit/web/desk/focus.ts"
import { List } from "#kit/web/desk/List.tsx"
import { Go, useFilter } from "#kit/web/nav.tsx"
import { Page, PageOf } from "#kit/web/Page.tsx"
import { Answer, Empty } from "#kit/web/states.tsx"
import { useAsk } from "#kit/web/use.ts"
import { useWords } from "#kit/web/words.ts"
import { VoiceNav } from "#modules/handling/screens/forms.ts"
import { lines } from "../chart.ts"
import { counted, general } from "../contract.ts"
import { Chart } from "./Chart.tsx"
import { Period } from "./Period.tsx"
import { Tag } from "./Tag.tsx"
import { useNumbers } from "./words.ts"
import "./board.css"

type Told = Out<typeof general>
type Row = Told["rows"][number]

/** 普遍需求: what comes from many faculties and classes, again and again; each row opens what was counted. */
export default function General(): ReactNode {
  const t = useWords("board")
  const [{ period }] = useFilter()
  const [opened, setOpened] = useState<Row>()
  return (
    <PageOf of={useAsk(general, period ? { period } : {}, { keep: true })} title={t("general.title")}>
      {(of) => (
        <Page
          title={t("general.title")}
          lead={t("general.lead")}
          actions={
            <>
              <Go to="/needs/figures" className="button">
                {t("nav.public")}
              </Go>
              <Go to={`/api/board/general.xlsx?period=${of.period}`} className="button">
                {t("general.xlsx")}
              </Go>
            </>
          }
        >
          <VoiceNav now="general" />
          <Period of={of} />
          <p className="muted">
            {t("general.rule", {
              faculties: of.rule.faculties,
              classes: of.rule.classes,
              months: of.rule.months,
              source: of.rule.source,
            })}
          </p>
          {of.rows.length === 0 ? (
            <Empty title={t("general.none")} />
          ) : (
            <Rows of={of.rows} onOpen={setOpened} />
          )}
          {opened ? <Counted of={opened} period={of.period} onClose={() => setOpened(undefined)} /> : null}
        </Page>
      )}
    </PageOf>
  )
}

function Rows({ of, onOpen }: { of: readonly Row[]; onOpen: (row: Row) => void }): ReactNode {
  const t = useWords("board")
  return (
    <List
      label={t("general.title")}
      rows={of}
      rowKey={(r) => r.key}
      columns={[
        {
          key: "name",
          title: t("general.name"),
          show: (r) => (
            <span className="board-desk-line">
              <Button type="link" className="board-open" onClick={() => onOpen(r)}>
                <span lang="zh-CN">{r.name ?? t("general.hidden")}</span>
              </Button>
              {r.general ? <span className="tag board-general">{t("general.is")}</span> : null}
            </span>
          ),
        },
        { key: "kind", title: t("general.kind"), show: (r) => t(`general.kind-${r.kind}`) },
        { key: "field", title: t("find.field"), show: (r) => r.field },
        { key: "needs", title: t("general.needs"), show: (r) => r.needs, align: "right", by: (r) => r.needs },
        {
          key: "voices",
          title: t("general.voices"),
          show: (r) => r.voices,
          align: "right",
          by: (r) => r.voices,
        },
        {
          key: "faculties",
          title: t("general.faculties"),
          show: (r) => <Reached of={r} reason="faculties" value={r.faculties} />,
          align: "right",
          by: (r) => r.faculties ?? 0,
        },
        {
          key: "classes",
          title: t("general.classes"),
          show: (r) => <Reached of={r} reason="classes" value={r.classes} />,
          align: "right",
          by: (r) => r.classes ?? 0,
        },
        {
          key: "recurs",
          title: t("general.recurs"),
          show: (r) => <Reached of={r} reason="months" value={r.recurs} />,
          align: "right",
          by: (r) => r.recurs,
        },
      ]}
    />
  )
}

/** A number, marked where it is enough for 普遍. */
function Reached({
  of,
  reason,
  value,
}: {
  of: Row
  reason: Row["reasons"][number]
  value: number | null
}): ReactNode {
  const t = useWords("board")
  return of.reasons.includes(reason) ? (
    <b title={t("general.reached")}>
      {value} <span aria-hidden="true">✓</span>
      <span className="unseen">{t("general.reached")}</span>
    </b>
  ) : (
    (value ?? "—")
  )
}

function Counted({ of, period, onClose }: { of: Row; period: string; onClose: () => void }): ReactNode {
  const t = useWords("board")
  const say = useSay()
  const numbers = useNumbers()
  useReturn()
  return (
    <Modal
      open
      title={t("general.counted", { name: of.name ?? t("general.hidden") })}
      onCancel={onClose}
      footer={null}
      width={860}
      destroyOnHidden
    >
      {of.months.length > 1 ? (
        <Chart
          of={lines(
            [t("general.needs")],
            of.months.map((m) => ({ label: numbers.shortMonth(m.month), values: [m.needs] })),
          )}
          label={t("general.by-month", {
            months: of.months
              .map((m) => t("general.month", { month: numbers.month(m.month), count: m.needs }))
              .join("、"),
          })}
        />
      ) : null}
      <Answer of={useAsk(counted, { period, key: of.key })}>
        {({ items }) => (
          <List
            label={t("general.counted", { name: of.name ?? t("general.hidden") })}
            rows={items}
            rowKey={(i) => i.id}
            columns={[
              {
                key: "title",
                title: t("general.need"),
                show: (i) => (
                  <span lang="zh-CN">
                    {t("briefing.name", { nth: i.nth, title: i.title ?? t("general.hidden") })}
                  </span>
                ),
              },
              { key: "on", title: t("general.raised"), show: (i) => say.day(i.raisedOn) },
              { key: "state", title: t("find.state"), show: (i) => <Tag state={i.state} /> },
              { key: "voices", title: t("general.voices"), show: (i) => i.voices, align: "right" },
              {
                key: "faculties",
                title: t("general.faculties"),
                show: (i) => i.faculties ?? "—",
                align: "right",
              },
              { key: "classes", title: t("general.classes"), show: (i) => i.classes ?? "—", align: "right" },
            ]}
          />
        )}
      </Answer>
    </Modal>
  )
}
